package id.laras.dashboard.web;

import id.laras.dashboard.EvaluationsAtAGlance;
import id.laras.dashboard.Workloads;
import id.laras.people.WaitingImports;
import id.laras.security.CurrentActor;
import id.laras.security.OneTimeCodes;
import id.laras.security.OpenChanges;
import java.util.Map;
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
    private final Navigation navigation;

    HomePageController(
            CurrentActor currentActor,
            Workloads workloads,
            EvaluationsAtAGlance evaluations,
            OpenChanges changes,
            OneTimeCodes codes,
            WaitingImports waitingImports,
            Navigation navigation) {
        this.currentActor = currentActor;
        this.workloads = workloads;
        this.evaluations = evaluations;
        this.changes = changes;
        this.codes = codes;
        this.waitingImports = waitingImports;
        this.navigation = navigation;
    }

    @GetMapping("/")
    String home(Model model) {
        var actor = currentActor.get();
        var own = evaluations.findByEmployeeOrderByCycleFirstDayDesc(actor.account());
        model.addAttribute("codes", codes.told(actor.account()));
        model.addAttribute("changes", changes.seenBy(actor));
        model.addAttribute("lackSecondPerson", changes.lackSecondPerson(actor));
        var workload = workloads.of(actor);
        model.addAttribute("workload", workload);
        model.addAttribute("latest", own.isEmpty() ? null : own.get(0));
        model.addAttribute("people", evaluations.countOfPeople(actor.account()));
        model.addAttribute("waitingImports", waitingImports.count(actor));
        model.addAttribute("cards", navigation.cards());
        model.addAttribute("waiting", Map.of(Place.INCIDENTS, workload.incidents()));
        return "dashboard/home";
    }
}
