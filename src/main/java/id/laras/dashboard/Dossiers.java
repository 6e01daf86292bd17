package id.laras.dashboard;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Stage;
import id.laras.evidence.CheckInService;
import id.laras.target.Plan;
import id.laras.target.PlanStatus;
import id.laras.target.TargetService;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers one evaluation's dossier from the phases. Who may read it was asked before. */
@Service
@Transactional(readOnly = true)
public class Dossiers {

    private final TargetService targets;
    private final CheckInService checkIns;

    Dossiers(TargetService targets, CheckInService checkIns) {
        this.targets = targets;
        this.checkIns = checkIns;
    }

    public Dossier of(Evaluation evaluation, Locale locale) {
        var id = evaluation.id();
        var plan = targets.approved(id).orElse(null);
        var earlier = targets.versions(id).stream()
                .filter(version -> version.status() == PlanStatus.APPROVED)
                .filter(version -> plan == null || version.version() < plan.version())
                .sorted(Comparator.comparing(Plan::version).reversed())
                .toList();
        return new Dossier(plan, earlier, checkIns.checkIns(id), null);
    }

    /** The result exists for people from the moment it is shown to the employee, not while it is being calculated. */
    static boolean resultShown(Stage stage) {
        return stage.compareTo(Stage.OBJECTION) >= 0;
    }
}
