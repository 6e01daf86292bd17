package id.laras.demo.web;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_SESSION;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.demo.Awaited;
import id.laras.demo.DemoClock;
import id.laras.demo.DemoData;
import id.laras.demo.Others;
import id.laras.engine.TaskNames;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.words.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.context.LazyContextVariable;

/** What the bar of the demonstration shows, on every page of somebody who is logged in. */
@Component
@Profile("demo")
class TrialFrame implements HandlerInterceptor, WebMvcConfigurer {

    /** Of the session: sentences that the next page tells once. */
    static final String TOLD = "laras.demo.told";

    /** Its own name: lists of pages are asked {@code from} a day. */
    static final String FROM = "trialFrom";

    /** An address of ours, and none that begins as another host's. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[^\\s\\\\]{0,1000}");

    private static final Pattern EVALUATION = Pattern.compile("/evaluations/([^/?]+).*");

    /** Of the session: the evaluation that is followed from person to person. */
    static final String LOOKED = "laras.demo.looked";

    private final DemoData demo;
    private final DemoClock clock;
    private final Awaited awaited;
    private final Evaluations evaluations;
    private final Accounts accounts;
    private final TaskNames names;
    private final Sentences sentences;

    TrialFrame(
            DemoData demo,
            DemoClock clock,
            Awaited awaited,
            Evaluations evaluations,
            Accounts accounts,
            TaskNames names,
            Sentences sentences) {
        this.demo = demo;
        this.clock = clock;
        this.awaited = awaited;
        this.evaluations = evaluations;
        this.accounts = accounts;
        this.names = names;
        this.sentences = sentences;
    }

    /**
     * @param today   null while the demonstration is being filled; then there is nothing else but {@code from} and {@code told}
     * @param next    null when everything waits for people
     * @param others  how many more than {@code people} are awaited
     * @param watched account of whoever answers for themselves
     * @param from    page to which what is done leads back
     * @param told    what has just happened, once
     */
    record Trial(
            LocalDate today,
            Next next,
            LocalDate week,
            List<Line> people,
            int others,
            String watched,
            String watchedName,
            List<Stage> stages,
            Stage until,
            String from,
            List<String> told) {

        static Trial preparing(String from, List<String> told) {
            return new Trial(null, null, null, null, 0, null, null, null, null, from, told);
        }
    }

    record Next(LocalDate day, String what) {}

    record Line(String taskId, String name, String task, long more) {}

    /** Before the others: one of them may answer with a page in a controller's place (AskedFirst). */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    /** Whatever draws the page, and not before it is drawn: the bar shows what the deed has left, and tells it once. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var viewer = request.getUserPrincipal();
        if (viewer != null) {
            request.setAttribute("trial", new LazyContextVariable<Trial>() {
                @Override
                protected Trial loadValue() {
                    return trial(request, viewer);
                }
            });
        }
        return true;
    }

    private Trial trial(HttpServletRequest request, Principal viewer) {
        var from = from(request);
        if (!demo.isReady()) {
            return Trial.preparing(from, told(request));
        }
        var today = clock.today();
        var looked = looked(from);
        var watched = looked.map(Evaluation::employee).orElse(viewer.getName());
        var people = awaited.besides(
                viewer.getName(), looked.map(one -> one.id().value()).orElse(null));
        return new Trial(
                today,
                clock.next()
                        .map(next -> new Next(
                                next.day(),
                                sentences.of("engine.name." + next.activity())
                                        + (next.others() ? sentences.of("demo.bar.others") : "")))
                        .orElse(null),
                today.plusWeeks(1),
                people.shown().stream()
                        .map(one ->
                                new Line(one.taskId(), one.name(), names.of(one.step(), one.task()), one.count() - 1))
                        .toList(),
                people.others(),
                watched,
                accounts.findById(watched).map(Account::displayName).orElse(watched),
                Others.stages(),
                Stage.CLOSED,
                from,
                told(request));
    }

    /** In Tasklist, where tasks of many come and go, the one whose page was shown last. */
    private Optional<Evaluation> looked(String from) {
        var evaluation = EVALUATION.matcher(from);
        var session = RequestContextHolder.currentRequestAttributes();
        if (evaluation.matches()) {
            session.setAttribute(LOOKED, evaluation.group(1), SCOPE_SESSION);
            return evaluations.findById(evaluation.group(1));
        }
        return from.startsWith("/camunda/") && session.getAttribute(LOOKED, SCOPE_SESSION) instanceof String last
                ? evaluations.findById(last)
                : Optional.empty();
    }

    /** Tasklist says itself where it is. What answers a form has no address of its own. */
    private static String from(HttpServletRequest request) {
        var said = request.getParameter(FROM);
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var query = request.getQueryString();
        return said != null
                ? own(said)
                : !"GET".equals(request.getMethod()) || path.equals("/error")
                        ? "/"
                        : query == null ? path : path + "?" + query;
    }

    private static List<String> told(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(TOLD) instanceof List<?> sentences)) {
            return List.of();
        }
        session.removeAttribute(TOLD);
        return sentences.stream().map(String.class::cast).toList();
    }

    /** What a request says about where it came from is followed only within the house. */
    static String own(String said) {
        return OWN.matcher(said).matches() ? said : "/";
    }
}
