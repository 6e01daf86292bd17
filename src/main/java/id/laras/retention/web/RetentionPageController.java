package id.laras.retention.web;

import id.laras.retention.Erasures;
import id.laras.retention.Retention;
import id.laras.rules.Asks;
import id.laras.rules.ListQuery;
import id.laras.rules.Refusal;
import id.laras.security.CurrentActor;
import id.laras.words.Notices;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** HR sees what is due to be erased, what would go and what stays, and orders it. */
@Controller
@RequestMapping(RetentionPageController.PATH)
class RetentionPageController {

    static final String PATH = "/hr/retention";

    private final Retention retention;
    private final Erasures erasures;
    private final CurrentActor actor;
    private final Clock clock;

    RetentionPageController(Retention retention, Erasures erasures, CurrentActor actor, Clock clock) {
        this.retention = retention;
        this.erasures = erasures;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam Map<String, String> asked, Model model) {
        var lists = ListQuery.of(PATH, asked);
        model.addAttribute("settings", retention.settings());
        model.addAttribute("cycles", lists.named("cycles").find(retention::cycles));
        model.addAttribute("people", lists.named("people").find(retention::people));
        model.addAttribute("orders", erasures.orders());
        model.addAttribute("zone", clock.getZone());
        return "retention/list";
    }

    @GetMapping("/cycles/{id}")
    ModelAndView cycle(@PathVariable String id) {
        return cycle(id, List.of(), null, HttpStatus.OK);
    }

    @Asks("retention.ask")
    @PostMapping("/cycles/{id}")
    ModelAndView eraseCycle(
            @PathVariable String id,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String confirmation,
            RedirectAttributes next) {
        return order(
                () -> erasures.eraseCycle(id, reason, confirmation, actor.get()),
                problems -> cycle(id, problems, reason, HttpStatus.UNPROCESSABLE_ENTITY),
                next);
    }

    private ModelAndView cycle(String id, List<Refusal.Problem> problems, String reason, HttpStatus status) {
        var cycle = retention.cycle(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var page = page(problems, reason, status);
        page.addObject("cycle", cycle);
        page.addObject("due", cycle.isDue());
        page.addObject("confirm", cycle.name());
        return page;
    }

    @GetMapping("/people/{account}")
    ModelAndView person(@PathVariable String account) {
        return person(account, List.of(), null, HttpStatus.OK);
    }

    @Asks("retention.ask")
    @PostMapping("/people/{account}")
    ModelAndView erasePerson(
            @PathVariable String account,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String confirmation,
            RedirectAttributes next) {
        return order(
                () -> erasures.erasePerson(account, reason, confirmation, actor.get()),
                problems -> person(account, problems, reason, HttpStatus.UNPROCESSABLE_ENTITY),
                next);
    }

    private ModelAndView person(String account, List<Refusal.Problem> problems, String reason, HttpStatus status) {
        var person = retention.person(account).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var page = page(problems, reason, status);
        page.addObject("person", person);
        page.addObject("due", person.isDue());
        page.addObject("confirm", person.nip());
        return page;
    }

    private static ModelAndView page(List<Refusal.Problem> problems, String reason, HttpStatus status) {
        var page = new ModelAndView("retention/one", status);
        page.addObject(Notices.PROBLEMS, problems);
        page.addObject("reason", reason);
        page.addObject("cycle", null);
        page.addObject("person", null);
        return page;
    }

    private static ModelAndView order(
            Runnable order, Function<List<Refusal.Problem>, ModelAndView> refused, RedirectAttributes next) {
        try {
            order.run();
        } catch (Refusal refusal) {
            return refused.apply(refusal.problems());
        }
        Notices.done(next, "retention.done");
        return new ModelAndView("redirect:" + PATH);
    }
}
