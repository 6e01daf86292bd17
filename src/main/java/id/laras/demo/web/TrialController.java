package id.laras.demo.web;

import id.laras.cycle.Stage;
import id.laras.demo.Awaited;
import id.laras.demo.DemoClock;
import id.laras.demo.Others;
import id.laras.rules.Refusal;
import id.laras.security.TrialDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.annotation.Profile;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the bar of the demonstration does: lets time pass, lets others answer, and changes who is sitting here. */
@Controller
@Profile("demo")
class TrialController {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    /** An address of ours, and none that begins as another host's. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[^\\s\\\\]{0,1000}");

    private final DemoClock clock;
    private final Awaited awaited;
    private final Others others;
    private final TrialDoor door;

    TrialController(DemoClock clock, Awaited awaited, Others others, TrialDoor door) {
        this.clock = clock;
        this.awaited = awaited;
        this.others = others;
        this.door = door;
    }

    /** For Tasklist, which is no page of ours. */
    @GetMapping("/demo/bar")
    String bar() {
        return "demo/bar :: bar";
    }

    @PostMapping("/demo/clock")
    String clock(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "/") String from,
            HttpSession session) {
        return told(() -> clock.goTo(day), from, session);
    }

    @PostMapping("/demo/others")
    String others(
            @RequestParam String watched,
            @RequestParam Stage until,
            @RequestParam(defaultValue = "/") String from,
            HttpSession session) {
        return told(() -> others.answer(watched, until), from, session);
    }

    /** @param task of whoever is to be let in; leads there. Without one the account is named. */
    @PostMapping("/demo/login")
    String login(
            @RequestParam(required = false) String task,
            @RequestParam(required = false) String account,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = task == null ? account : awaited.whose(task).orElse(null);
        if (person == null) {
            return "redirect:/";
        }
        try {
            door.enter(person, request, response);
        } catch (UsernameNotFoundException unknown) {
            return "redirect:/login?error";
        }
        return task == null ? "redirect:/" : "redirect:" + TASKLIST + "#/?task=" + task;
    }

    private static String told(Supplier<List<MessageSourceResolvable>> deed, String from, HttpSession session) {
        List<MessageSourceResolvable> told;
        try {
            told = deed.get();
        } catch (Refusal refused) {
            told = refused.problems().stream()
                    .<MessageSourceResolvable>map(
                            problem -> new DefaultMessageSourceResolvable(new String[] {problem.key()}, problem.args()))
                    .toList();
        }
        session.setAttribute(TrialFrame.TOLD, told);
        return "redirect:" + (OWN.matcher(from).matches() ? from : "/");
    }
}
