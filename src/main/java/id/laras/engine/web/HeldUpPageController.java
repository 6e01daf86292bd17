package id.laras.engine.web;

import id.laras.engine.HeldUpTasks;
import id.laras.rules.Asks;
import id.laras.rules.ListQuery;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** HR sees which open tasks nobody can do as they stand, and hands them over. */
@Controller
@RequestMapping(HeldUpPageController.PATH)
class HeldUpPageController {

    static final String PATH = "/hr/tasks";

    private final HeldUpTasks tasks;
    private final CurrentActor actor;
    private final Clock clock;

    HeldUpPageController(HeldUpTasks tasks, CurrentActor actor, Clock clock) {
        this.tasks = tasks;
        this.actor = actor;
        this.clock = clock;
    }

    /** What was typed about one task, shown again after a refusal. */
    record Typed(String taskId, String nip, String reason) {}

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> asked) {
        return show(asked, List.of(), null, HttpStatus.OK);
    }

    @Asks("engine.heldUp.ask")
    @PostMapping("/{taskId}")
    ModelAndView give(
            @PathVariable String taskId,
            @RequestParam(required = false) String nip,
            @RequestParam(required = false) String reason,
            @RequestParam(name = WayBack.FIELD, required = false) String back,
            RedirectAttributes next) {
        try {
            tasks.give(taskId, nip, reason, actor.get());
        } catch (Refusal refusal) {
            return show(
                    WayBack.asked(PATH, back),
                    refusal.problems(),
                    new Typed(taskId, nip, reason),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Notices.done(next, "engine.heldUp.done");
        return new ModelAndView("redirect:/hr/tasks");
    }

    private ModelAndView show(
            Map<String, String> asked, List<Refusal.Problem> problems, Typed typed, HttpStatus status) {
        var view = new ModelAndView("engine/held-up", status);
        view.addObject("tasks", ListQuery.of(PATH, asked).find(at -> tasks.list(actor.get(), at)));
        view.addObject(Notices.PROBLEMS, problems);
        view.addObject("typed", typed);
        view.addObject("zone", clock.getZone());
        return view;
    }
}
