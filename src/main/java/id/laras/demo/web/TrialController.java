package id.laras.demo.web;

import id.laras.cycle.Stage;
import id.laras.demo.Awaited;
import id.laras.demo.DemoClock;
import id.laras.demo.DemoData;
import id.laras.demo.Others;
import id.laras.rules.Refusal;
import id.laras.security.TrialDoor;
import id.laras.words.Notices;
import id.laras.words.Sentences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.annotation.Profile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the bar of the demonstration does: lets time pass, lets others answer, and changes who is sitting here. */
@Controller
@Profile("demo")
class TrialController {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private static final String PREPARING = "demo.preparing.wait";

    private final DemoData demo;
    private final DemoClock clock;
    private final Awaited awaited;
    private final Others others;
    private final TrialDoor door;
    private final Sentences sentences;

    TrialController(
            DemoData demo, DemoClock clock, Awaited awaited, Others others, TrialDoor door, Sentences sentences) {
        this.demo = demo;
        this.clock = clock;
        this.awaited = awaited;
        this.others = others;
        this.door = door;
        this.sentences = sentences;
    }

    /** For Tasklist, which is no page of ours. */
    @GetMapping("/demo/bar")
    String bar() {
        return "demo/bar :: bar";
    }

    @PostMapping("/demo/clock")
    String clock(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(name = TrialFrame.FROM, defaultValue = "/") String from,
            HttpSession session) {
        return told(() -> clock.goTo(day), from, session);
    }

    @PostMapping("/demo/others")
    String others(
            @RequestParam String watched,
            @RequestParam Stage until,
            @RequestParam(name = TrialFrame.FROM, defaultValue = "/") String from,
            Principal viewer,
            HttpSession session) {
        return told(() -> others.answer(Set.copyOf(List.of(watched, viewer.getName())), until), from, session);
    }

    /** @param task of whoever is to be let in; leads there. Without one the account is named. */
    @PostMapping("/demo/login")
    String login(
            @RequestParam(required = false) String task,
            @RequestParam(required = false) String account,
            @RequestParam(name = TrialFrame.FROM, defaultValue = "/") String from,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!demo.isReady()) {
            return refused(PREPARING, from, request, next);
        }
        var person = task == null ? account : awaited.whose(task).orElse(null);
        if (person == null) {
            return refused("demo.as.over", from, request, next);
        }
        try {
            var looked = request.getSession().getAttribute(TrialFrame.LOOKED);
            door.enter(person, request, response);
            request.getSession().setAttribute(TrialFrame.LOOKED, looked);
        } catch (UsernameNotFoundException unknown) {
            return refused("demo.as.shut", from, request, next);
        }
        return task == null ? "redirect:/" : "redirect:" + TASKLIST + "#/?task=" + task;
    }

    /** Whoever is outside reads it on the login page, which has no bar. */
    private String refused(String key, String from, HttpServletRequest request, RedirectAttributes next) {
        var refusal = new Refusal(key);
        if (request.getUserPrincipal() == null) {
            Notices.refused(next, refusal);
            return "redirect:/login";
        }
        add(sentences.of(refusal), request.getSession());
        return "redirect:" + TrialFrame.own(from);
    }

    private String told(Supplier<List<MessageSourceResolvable>> deed, String from, HttpSession session) {
        List<String> told;
        try {
            if (!demo.isReady()) {
                throw new Refusal(PREPARING);
            }
            told = deed.get().stream()
                    .map(one -> sentences.of(one.getCodes()[0], one.getArguments()))
                    .toList();
        } catch (Refusal refused) {
            told = sentences.of(refused);
        }
        add(told, session);
        return "redirect:" + TrialFrame.own(from);
    }

    /** Whoever presses twice reads on one page what both did. */
    private static synchronized void add(List<String> told, HttpSession session) {
        var before = session.getAttribute(TrialFrame.TOLD) instanceof List<?> untold ? untold : List.of();
        session.setAttribute(
                TrialFrame.TOLD,
                Stream.concat(before.stream(), told.stream()).distinct().toList());
    }
}
