package id.laras.substitution.web;

import id.laras.rules.Asks;
import id.laras.rules.Refusal;
import id.laras.security.CurrentActor;
import id.laras.security.Role;
import id.laras.steps.TaskKind;
import id.laras.substitution.NewSubstitution;
import id.laras.substitution.PersonsTasks;
import id.laras.substitution.PersonsTasks.Open;
import id.laras.substitution.SubstituteSearch;
import id.laras.substitution.SubstitutionLists;
import id.laras.substitution.SubstitutionService;
import id.laras.substitution.SubstitutionView;
import id.laras.words.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People name their substitutes here, and see which tasks stay with them and for whom they stand in. */
@Controller
@RequestMapping("/account/substitutes")
class SubstitutePageController {

    private final SubstitutionService substitutions;
    private final SubstituteSearch people;
    private final SubstitutionLists lists;
    private final PersonsTasks tasks;
    private final CurrentActor actor;
    private final Clock clock;

    SubstitutePageController(
            SubstitutionService substitutions,
            SubstituteSearch people,
            SubstitutionLists lists,
            PersonsTasks tasks,
            CurrentActor actor,
            Clock clock) {
        this.substitutions = substitutions;
        this.people = people;
        this.lists = lists;
        this.tasks = tasks;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param search     words to find a person by
     * @param substitute reference of the one who was found and chosen
     */
    @GetMapping
    ModelAndView show(
            @RequestParam(required = false) String search, @RequestParam(required = false) String substitute) {
        var asked = new NewSubstitution(null, null, null, Set.of());
        return page(search, substitute, asked, List.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView name(
            @RequestParam(required = false) String substitute,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate last,
            @RequestParam(required = false) Set<TaskKind> kinds,
            RedirectAttributes next) {
        var account = people.account(substitute, actor.get());
        var asked = new NewSubstitution(account, first, last, kinds);
        try {
            substitutions.name(asked, actor.get());
        } catch (Refusal refusal) {
            return page(null, substitute, asked, refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return done(next, "substitution.done.named");
    }

    @Asks("substitution.end.ask")
    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable String id, RedirectAttributes next) {
        return change(() -> substitutions.end(id, actor.get()), "substitution.done.ended", next);
    }

    @PostMapping("/tasks/{taskId}/return")
    ModelAndView takeBack(@PathVariable String taskId, RedirectAttributes next) {
        return change(() -> tasks.takeBack(taskId, actor.get().account()), "substitution.done.takenBack", next);
    }

    private ModelAndView change(Runnable deed, String done, RedirectAttributes next) {
        var nothing = new NewSubstitution(null, null, null, Set.of());
        try {
            deed.run();
        } catch (Refusal refusal) {
            return page(null, null, nothing, refusal.problems(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return done(next, done);
    }

    private static ModelAndView done(RedirectAttributes next, String key) {
        Notices.done(next, key);
        return new ModelAndView("redirect:/account/substitutes");
    }

    private ModelAndView page(
            String search,
            String substitute,
            NewSubstitution asked,
            List<Refusal.Problem> problems,
            HttpStatus status) {
        var self = actor.get();
        var named = lists.of(self.account());
        var running = named.stream().anyMatch(one -> one.state() == SubstitutionView.State.RUNNING);
        var page = new ModelAndView("substitution/substitutes", status);
        page.addObject("named", named);
        page.addObject("substituteOf", lists.by(self.account()));
        page.addObject("tasks", running ? tasks(self.account(), named) : List.of());
        page.addObject("running", running);
        page.addObject("search", search);
        page.addObject("found", people.search(search, self));
        page.addObject("chosen", people.find(substitute, self).orElse(null));
        page.addObject("asked", asked);
        page.addObject("kinds", SubstitutionService.kinds(self.is(Role.HR)));
        page.addObject(Notices.PROBLEMS, problems);
        page.addObject("today", LocalDate.now(clock));
        return page;
    }

    private List<Row> tasks(String self, List<SubstitutionView> named) {
        return tasks.of(self).stream()
                .map(task -> new Row(
                        task.taskId(),
                        task.name(),
                        situation(self, task, named),
                        nameOf(task.with(), named),
                        task.holder() == null || task.holder().equals(self) ? null : nameOf(task.holder(), named)))
                .toList();
    }

    private static String nameOf(String account, List<SubstitutionView> named) {
        return named.stream()
                .filter(one -> one.substitute().equals(account))
                .map(SubstitutionView::substituteName)
                .findFirst()
                .orElse(account);
    }

    private static Situation situation(String self, Open task, List<SubstitutionView> named) {
        if (task.kind() == null) {
            return Situation.OWN;
        }
        if (task.with() != null) {
            return task.holder() == null || task.holder().equals(self) ? Situation.SHARED : Situation.HELD;
        }
        var given = named.stream()
                .anyMatch(one -> one.state() == SubstitutionView.State.RUNNING
                        && one.kinds().contains(task.kind()));
        return given ? Situation.CONFLICT : Situation.NOT_GIVEN;
    }

    /** Why a task is shared or stays. */
    enum Situation {
        SHARED,
        /** The substitute works on it. */
        HELD,
        /** Nobody can do it for another. */
        OWN,
        /** The substitute is party to it. */
        CONFLICT,
        /** Of a kind that was given to nobody. */
        NOT_GIVEN
    }

    record Row(String taskId, String name, Situation situation, String with, String holder) {}
}
