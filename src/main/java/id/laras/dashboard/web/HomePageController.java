package id.laras.dashboard.web;

import id.laras.dashboard.EvaluationsAtAGlance;
import id.laras.dashboard.Workloads;
import id.laras.people.WaitingImports;
import id.laras.security.Actor;
import id.laras.security.CurrentActor;
import id.laras.security.OneTimeCodes;
import id.laras.security.OpenChanges;
import id.laras.security.Role;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page leads everybody to their work. */
@Controller
class HomePageController {

    private final CurrentActor currentActor;
    private final Workloads workloads;
    private final EvaluationsAtAGlance evaluations;
    private final OpenChanges changes;
    private final OneTimeCodes codes;
    private final WaitingImports waitingImports;

    HomePageController(
            CurrentActor currentActor,
            Workloads workloads,
            EvaluationsAtAGlance evaluations,
            OpenChanges changes,
            OneTimeCodes codes,
            WaitingImports waitingImports) {
        this.currentActor = currentActor;
        this.workloads = workloads;
        this.evaluations = evaluations;
        this.changes = changes;
        this.codes = codes;
        this.waitingImports = waitingImports;
    }

    @GetMapping("/")
    String home(Model model) {
        var actor = currentActor.get();
        var own = evaluations.findByEmployeeOrderByCycleFirstDayDesc(actor.account());
        model.addAttribute("codes", codes.told(actor.account()));
        model.addAttribute("changes", changes.seenBy(actor));
        model.addAttribute("lackSecondPerson", changes.lackSecondPerson(actor));
        model.addAttribute("workload", workloads.of(actor));
        model.addAttribute("latest", own.isEmpty() ? null : own.get(0));
        model.addAttribute("people", evaluations.countOfPeople(actor.account()));
        model.addAttribute("isHr", actor.is(Role.HR));
        model.addAttribute("hrRooms", rooms(actor));
        model.addAttribute("waitingImports", waitingImports.count(actor));
        model.addAttribute("isAuditor", actor.is(Role.AUDITOR));
        model.addAttribute("isAdmin", actor.is(Role.ADMIN));
        return "dashboard/home";
    }

    /** Where those go who manage or follow other people's evaluations. */
    private static List<String> rooms(Actor actor) {
        if (actor.is(Role.HR)) {
            return List.of("people", "cycles", "evaluations", "retention");
        }
        if (actor.is(Role.UNIT_HR)) {
            return List.of("evaluations", "lines");
        }
        return actor.is(Role.PERFORMANCE_TEAM) ? List.of("evaluations") : List.of();
    }
}
