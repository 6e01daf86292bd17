package id.laras.demo.web;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_SESSION;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.demo.Awaited;
import id.laras.demo.DemoClock;
import id.laras.demo.Others;
import id.laras.engine.TaskNames;
import id.laras.security.Account;
import id.laras.security.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the bar of the demonstration shows, on every page of somebody who is logged in. */
@Component
@Profile("demo")
class TrialFrame implements HandlerInterceptor, WebMvcConfigurer {

    /** Of the session: sentences that the next page tells once. */
    static final String TOLD = "laras.demo.told";

    /** Its own name: lists of pages are asked {@code from} a day. */
    static final String FROM = "trialFrom";

    private static final Pattern EVALUATION = Pattern.compile("/evaluations/([^/?]+).*");

    /** Of the session: the evaluation that is followed from person to person. */
    static final String LOOKED = "laras.demo.looked";

    private final DemoClock clock;
    private final Awaited awaited;
    private final Evaluations evaluations;
    private final Accounts accounts;
    private final MessageSource messages;

    TrialFrame(DemoClock clock, Awaited awaited, Evaluations evaluations, Accounts accounts, MessageSource messages) {
        this.clock = clock;
        this.awaited = awaited;
        this.evaluations = evaluations;
        this.accounts = accounts;
        this.messages = messages;
    }

    /**
     * @param next    null when everything waits for people
     * @param watched account of whoever answers for themselves
     * @param from    page to which what is done leads back
     * @param told    what has just happened, once
     */
    record Trial(
            LocalDate today,
            Next next,
            LocalDate week,
            List<Line> people,
            String watched,
            String watchedName,
            List<Stage> stages,
            Stage until,
            String from,
            List<String> told) {}

    record Next(LocalDate day, String what) {}

    record Line(String taskId, String name, String task, long more) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page) {
        var viewer = request.getUserPrincipal();
        if (page != null
                && viewer != null
                && page.getViewName() != null
                && !page.getViewName().startsWith("redirect:")) {
            page.addObject("trial", trial(request, viewer));
        }
    }

    private Trial trial(HttpServletRequest request, Principal viewer) {
        var language = RequestContextUtils.getLocale(request);
        var today = clock.today();
        var from = from(request);
        var looked = looked(from);
        var watched = looked.map(Evaluation::employee).orElse(viewer.getName());
        return new Trial(
                today,
                clock.next()
                        .map(next -> new Next(
                                next.day(),
                                said("engine.name." + next.activity(), language)
                                        + (next.others() ? said("demo.bar.others", language) : "")))
                        .orElse(null),
                today.plusWeeks(1),
                awaited
                        .besides(
                                viewer.getName(),
                                looked.map(one -> one.id().value()).orElse(null))
                        .stream()
                        .map(one -> new Line(
                                one.taskId(),
                                one.name(),
                                TaskNames.said(one.task(), messages, language),
                                one.count() - 1))
                        .toList(),
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
                ? said
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

    private String said(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
