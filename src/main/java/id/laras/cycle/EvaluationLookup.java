package id.laras.cycle;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds evaluations, who assesses in them, and what of other evaluations counts in them. */
@Service
@Transactional(readOnly = true)
public class EvaluationLookup {

    private final Evaluations evaluations;
    private final UnitPredicates unitPredicates;
    private final FormerAssessors former;

    EvaluationLookup(Evaluations evaluations, UnitPredicates unitPredicates, FormerAssessors former) {
        this.evaluations = evaluations;
        this.unitPredicates = unitPredicates;
        this.former = former;
    }

    /** @throws IllegalArgumentException when there is no such evaluation */
    public Evaluation get(EvaluationId id) {
        return evaluations.findById(id.value()).orElseThrow(() -> new IllegalArgumentException("No evaluation " + id));
    }

    /** Accounts of the assessor and of all former ones. */
    public Set<String> assessors(Evaluation evaluation) {
        var assessors = new HashSet<>(former.of(evaluation.id()));
        assessors.add(evaluation.assessor());
        return assessors;
    }

    /** Whether somebody is the assessor of anybody in the unit, or was before another. */
    public boolean isAssessorIn(String cycleId, String unitCode, String account) {
        return evaluations.existsByCycleIdAndUnitCodeAndAssessor(cycleId, unitCode, account)
                || former.wasAssessorIn(cycleId, unitCode, account);
    }

    /** What the employee was found to be in the parts of this annual evaluation's year; none for a periodic one. */
    public List<PeriodicPredicate> periodic(Evaluation evaluation) {
        var cycle = evaluation.cycle();
        return cycle.kind() == CycleKind.ANNUAL
                ? evaluations.periodic(evaluation.employeeNip(), cycle.firstDay(), cycle.lastDay())
                : List.of();
    }

    /**
     * The predicate of the unit that the employee leads: their work results are to be rated the same (SE MenPANRB 3/2023).
     * Empty for everybody else, and until HR has entered it.
     */
    public Optional<OrganisationPredicate> ledUnit(Evaluation evaluation) {
        var unit = evaluations.findByCycleIdAndUnitCodeOrderByEmployeeName(
                evaluation.cycle().id(), evaluation.unitCode());
        return evaluation.leads(unit)
                ? unitPredicates.find(evaluation.cycle().id(), evaluation.unitCode())
                : Optional.empty();
    }
}
