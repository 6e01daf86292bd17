package id.laras.intake.web;

import id.laras.intake.WaitingImports;
import id.laras.rules.Asks;
import id.laras.rules.ListQuery;
import id.laras.rules.Pages;
import id.laras.rules.Refusal;
import id.laras.rules.WayBack;
import id.laras.security.CurrentActor;
import id.laras.words.Notices;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody else of HR, or the administrator, agrees to what favours whoever imported it, or refuses it. */
@Controller
@RequestMapping(WaitingPageController.PATH)
class WaitingPageController {

    static final String PATH = "/hr/people/waiting";

    private final WaitingImports waiting;
    private final CurrentActor actor;
    private final Clock clock;

    WaitingPageController(WaitingImports waiting, CurrentActor actor, Clock clock) {
        this.waiting = waiting;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> asked) {
        return list(asked, List.of(), HttpStatus.OK);
    }

    private ModelAndView list(Map<String, String> asked, List<Refusal.Problem> problems, HttpStatus status) {
        var page = new ModelAndView("people/waiting", status);
        page.addObject("all", ListQuery.of(PATH, asked).find(at -> waiting.find(actor.get(), at)));
        page.addObject(Notices.PROBLEMS, problems);
        page.addObject("zone", clock.getZone());
        return page;
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable String id, @RequestParam Map<String, String> asked) {
        return one(id, asked, List.of(), HttpStatus.OK);
    }

    private ModelAndView one(String id, Map<String, String> asked, List<Refusal.Problem> problems, HttpStatus status) {
        var page = new ModelAndView("people/waiting-one", status);
        var details =
                waiting.find(id, actor.get()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addObject("details", details);
        page.addObject("changes", ListQuery.of(PATH + "/" + id, asked).find(at -> Pages.cut(details.changes(), at)));
        page.addObject(Notices.PROBLEMS, problems);
        return page;
    }

    /** @param people fingerprint of the people for whom the changes were shown */
    @Asks("people.waiting.approve.ask")
    @PostMapping("/{id}/approve")
    ModelAndView approve(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            RedirectAttributes next) {
        return decide(id, back, () -> waiting.approve(id, people, actor.get()), "people.waiting.approved", next);
    }

    @Asks("people.waiting.refuse.ask")
    @PostMapping("/{id}/refuse")
    ModelAndView refuse(
            @PathVariable String id,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            RedirectAttributes next) {
        return decide(id, back, () -> waiting.refuse(id, actor.get()), "people.waiting.refused", next);
    }

    private ModelAndView decide(String id, String back, Runnable deed, String done, RedirectAttributes next) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            return refused(id, back, refusal);
        }
        Notices.done(next, done);
        return new ModelAndView("redirect:/hr/people/waiting");
    }

    /** Where it is gone meanwhile, the list says so. */
    private ModelAndView refused(String id, String back, Refusal refusal) {
        return waiting.find(id, actor.get()).isPresent()
                ? one(id, Map.of(), refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY)
                : list(WayBack.asked(PATH, back), refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
}
