package id.laras.target.web;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationReaders;
import id.laras.security.CurrentActor;
import id.laras.security.StoodIn;
import id.laras.steps.TrailEvent;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Every version of the targets, for those who may read the evaluation; for everybody else there is none. */
@Controller
class VersionsPageController {

    private final TargetService targets;
    private final EvaluationReaders access;
    private final CurrentActor currentActor;
    private final StoodIn stoodIn;
    private final Clock clock;

    VersionsPageController(
            TargetService targets, EvaluationReaders access, CurrentActor currentActor, StoodIn stoodIn, Clock clock) {
        this.targets = targets;
        this.access = access;
        this.currentActor = currentActor;
        this.stoodIn = stoodIn;
        this.clock = clock;
    }

    @GetMapping("/evaluations/{id}/targets")
    String versions(@PathVariable String id, Locale locale, Model model) {
        var actor = currentActor.get();
        var evaluation = access.read(actor, EvaluationId.of(id), TrailEvent.TARGETS_READ, null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var evaluationId = EvaluationId.of(id);
        model.addAttribute("shownIn", access.shownIn(actor, evaluation));
        model.addAttribute("evaluationId", id);
        model.addAttribute("employeeName", evaluation.employeeName());
        model.addAttribute("place", evaluation.position() + " · " + evaluation.unitName());
        model.addAttribute("people", new Names(evaluation, stoodIn, locale));
        model.addAttribute(
                "versions",
                targets.versions(evaluationId).stream()
                        .sorted(Comparator.comparing(Plan::version).reversed())
                        .toList());
        model.addAttribute(
                "current", targets.approved(evaluationId).map(Plan::version).orElse(0));
        model.addAttribute("weighted", targets.weighted(evaluationId));
        model.addAttribute("zone", clock.getZone());
        return "target/versions";
    }
}
