package id.laras.dashboard.web;

import id.laras.cycle.Cycle;
import id.laras.cycle.Cycles;
import id.laras.cycle.Evaluation;
import id.laras.cycle.Stage;
import id.laras.dashboard.EvaluationsAtAGlance;
import id.laras.dashboard.LateSteps;
import id.laras.dashboard.LateSteps.LateStep;
import id.laras.dashboard.StageMatrix;
import id.laras.rules.Pages;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.security.Actor;
import id.laras.security.CurrentActor;
import id.laras.security.HrReach;
import id.laras.security.Reach;
import id.laras.security.Role;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** HR sees where the evaluations of a cycle stand, unit by unit, and finds any of them. */
@Controller
class OverviewPageController {

    private static final int PAGE = 25;

    /** Columns by which the list can be sorted. */
    enum Order {
        EMPLOYEE("employeeName"),
        UNIT("unitName"),
        SUPERVISOR("supervisorName");

        private final String property;

        Order(String property) {
            this.property = property;
        }

        Sort sort(boolean down) {
            var first = Sort.by(property);
            return (down ? first.descending() : first).and(Sort.by("employeeName", "id"));
        }
    }

    private final Cycles cycles;
    private final EvaluationsAtAGlance evaluations;

    private final LateSteps lateSteps;
    private final Accounts accounts;
    private final CurrentActor actor;
    private final HrReach hrReach;

    OverviewPageController(
            Cycles cycles,
            EvaluationsAtAGlance evaluations,
            LateSteps lateSteps,
            Accounts accounts,
            CurrentActor actor,
            HrReach hrReach) {
        this.cycles = cycles;
        this.evaluations = evaluations;
        this.lateSteps = lateSteps;
        this.accounts = accounts;
        this.actor = actor;
        this.hrReach = hrReach;
    }

    @GetMapping("/hr/evaluations")
    String overview(
            @RequestParam(required = false) String cycle,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) Stage stage,
            @RequestParam(required = false) String name,
            @RequestParam(defaultValue = "EMPLOYEE") Order order,
            @RequestParam(defaultValue = "false") boolean down,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var all = cycles.findAll().stream()
                .sorted(Comparator.comparing(Cycle::firstDay).reversed().thenComparing(Cycle::name))
                .toList();
        var chosen = all.stream()
                .filter(candidate -> candidate.id().equals(cycle))
                .findFirst()
                .or(() -> all.stream().findFirst());
        model.addAttribute("cycles", all);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("unit", blankToNull(unit));
        model.addAttribute("stage", stage);
        model.addAttribute("name", name);
        model.addAttribute("order", order);
        model.addAttribute("down", down);
        var reach = reach(actor.get());
        chosen.ifPresent(found -> {
            model.addAttribute("cycle", found);
            model.addAttribute("late", late(found.id(), reach));
            model.addAttribute(
                    "matrix",
                    StageMatrix.of(evaluations.countByUnitAndStage(found.id()).stream()
                            .filter(count -> reach.covers(count.unitCode()))
                            .toList()));
            model.addAttribute(
                    "found",
                    Pages.find(
                            page,
                            PAGE,
                            at -> evaluations.search(
                                    found.id(),
                                    reach.everywhere(),
                                    reach.units(),
                                    blankToNull(unit),
                                    stage,
                                    NamePattern.of(name),
                                    at.withSort(order.sort(down)))));
        });
        return "dashboard/overview";
    }

    /** The performance team follows everybody, as HR does. */
    private Reach reach(Actor who) {
        return who.is(Role.PERFORMANCE_TEAM) ? new Reach(true, Set.of()) : hrReach.of(who);
    }

    /** A late step as HR reads it; {@code person} is null when a group has it. */
    record Late(Evaluation evaluation, String task, String person, ZonedDateTime due) {}

    private List<Late> late(String cycle, Reach reach) {
        var late = lateSteps.of(reach.everywhere() ? null : evaluations.running(cycle, reach.units()));
        if (late.isEmpty()) {
            return List.of();
        }
        var ids = late.stream().map(LateStep::evaluationId).collect(Collectors.toSet());
        var concerned = evaluations.findByCycleIdAndIdInOrderByEmployeeName(cycle, ids).stream()
                .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        var people =
                late.stream().map(LateStep::account).filter(Objects::nonNull).collect(Collectors.toSet());
        var names =
                accounts.findAllById(people).stream().collect(Collectors.toMap(Account::name, Account::displayName));
        return late.stream()
                .filter(step -> concerned.containsKey(step.evaluationId()))
                .map(step -> new Late(
                        concerned.get(step.evaluationId()),
                        step.task(),
                        step.account() == null ? null : names.getOrDefault(step.account(), step.account()),
                        step.due()))
                .toList();
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
