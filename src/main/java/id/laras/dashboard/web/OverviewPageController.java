package id.laras.dashboard.web;

import id.laras.cycle.Cycle;
import id.laras.cycle.Cycles;
import id.laras.cycle.Evaluation;
import id.laras.cycle.Stage;
import id.laras.dashboard.EvaluationsAtAGlance;
import id.laras.dashboard.LateSteps;
import id.laras.dashboard.LateSteps.LateStep;
import id.laras.dashboard.LateSteps.Sought;
import id.laras.dashboard.StageMatrix;
import id.laras.people.Namesakes;
import id.laras.rules.ListQuery;
import id.laras.rules.NamePattern;
import id.laras.security.Actor;
import id.laras.security.CurrentActor;
import id.laras.security.Exports;
import id.laras.security.HrReach;
import id.laras.security.Reach;
import id.laras.security.Role;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** HR sees where the evaluations of a cycle stand, unit by unit, and finds any of them, and every step that is late. */
@Controller
class OverviewPageController {

    private static final String PATH = "/hr/evaluations";
    private static final int ROWS = 25;

    /** Few enough that what stands below is found. */
    private static final int LATE_ROWS = 10;

    private final Cycles cycles;
    private final EvaluationsAtAGlance evaluations;
    private final LateSteps lateSteps;
    private final CurrentActor actor;
    private final HrReach hrReach;
    private final Exports exports;
    private final EvaluationFiles files;
    private final Namesakes namesakes;

    OverviewPageController(
            Cycles cycles,
            EvaluationsAtAGlance evaluations,
            LateSteps lateSteps,
            CurrentActor actor,
            HrReach hrReach,
            Exports exports,
            EvaluationFiles files,
            Namesakes namesakes) {
        this.cycles = cycles;
        this.evaluations = evaluations;
        this.lateSteps = lateSteps;
        this.actor = actor;
        this.hrReach = hrReach;
        this.exports = exports;
        this.files = files;
        this.namesakes = namesakes;
    }

    @GetMapping(PATH)
    String overview(@RequestParam Map<String, String> asked, Model model) {
        var all = cycles.findAllByOrderByFirstDayDescNameAsc();
        var list = list(asked);
        model.addAttribute("cycles", all);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("unit", list.filter("unit"));
        model.addAttribute("stage", list.filter("stage", Stage.class));
        model.addAttribute("name", list.filter("name"));
        chosen(all, list).ifPresent(cycle -> {
            var sought = sought(cycle, list);
            model.addAttribute("cycle", cycle);
            var late = late(asked).find(at -> lateSteps.of(sought, at));
            model.addAttribute("late", late);
            model.addAttribute("lateElsewhere", lateSteps.elsewhere(sought));
            var found = list.find(found(sought));
            model.addAttribute("found", found);
            model.addAttribute(
                    "beside",
                    namesakes.beside(Stream.concat(
                                    EvaluationPageController.accounts(found.getContent().stream()).stream(),
                                    late.getContent().stream().map(LateStep::employee))
                            .toList()));
            model.addAttribute("reach", hrReach.of(actor.get()));
            model.addAttribute(
                    "matrix",
                    StageMatrix.of(evaluations.countByUnitAndStage(cycle.id()).stream()
                            .filter(count -> sought.within().covers(count.unitCode()))
                            .toList()));
        });
        return "dashboard/overview";
    }

    @GetMapping(value = PATH, params = ListQuery.EXPORT)
    ResponseEntity<InputStreamResource> file(@RequestParam Map<String, String> asked, Locale language) {
        var list = list(asked);
        var sought = chosen(cycles.findAllByOrderByFirstDayDescNameAsc(), list)
                .map(cycle -> sought(cycle, list))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var late = late(asked);
        return late.wantsFile()
                ? exports.answer(
                        late,
                        "terlambat",
                        null,
                        late.<LateStep>all(at -> lateSteps.of(sought, at)),
                        files.late(hrReach.of(actor.get()), language))
                : exports.answer(
                        list,
                        "penilaian",
                        null,
                        list.<Evaluation>all(found(sought)),
                        files.evaluations(hrReach.of(actor.get()), language));
    }

    private static ListQuery list(Map<String, String> asked) {
        return ListQuery.of(PATH, asked)
                .column("employee", "employeeName")
                .column("unit", "unitName")
                .column("assessor", "assessorName")
                .ties("employeeName", "id")
                .rows(ROWS)
                .withFile();
    }

    private static ListQuery late(Map<String, String> asked) {
        return ListQuery.of(PATH, asked)
                .named("late")
                .column("due", "due")
                .column("employee", "employee")
                .column("unit", "unit")
                .column("person", "person")
                .rows(LATE_ROWS)
                .withFile();
    }

    /** The latest cycle unless another one is asked for. */
    private static Optional<Cycle> chosen(List<Cycle> all, ListQuery list) {
        return all.stream()
                .filter(candidate -> candidate.id().equals(list.filter("cycle")))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private Sought sought(Cycle cycle, ListQuery list) {
        return new Sought(
                cycle.id(),
                reach(actor.get()),
                list.filter("unit"),
                list.filter("stage", Stage.class),
                NamePattern.of(list.filter("name")));
    }

    private Function<Pageable, Page<Evaluation>> found(Sought sought) {
        return at -> evaluations.search(
                sought.cycle(),
                sought.within().everywhere(),
                sought.within().units(),
                sought.unit(),
                sought.stage(),
                sought.name(),
                at);
    }

    /** The performance team follows everybody, as HR does. */
    private Reach reach(Actor who) {
        return who.is(Role.PERFORMANCE_TEAM) ? new Reach(true, Set.of()) : hrReach.of(who);
    }
}
