package id.laras.succession;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.FormerAssessors;
import id.laras.succession.SupervisorChange.Choice;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was the assessor before, as HR's choices say. */
@Component
@Transactional(readOnly = true)
class AssessorsBefore implements FormerAssessors {

    private final SupervisorChanges changes;

    AssessorsBefore(SupervisorChanges changes) {
        this.changes = changes;
    }

    @Override
    public Set<String> of(EvaluationId evaluation) {
        return changes.findByEvaluationIdOrderByDecidedAt(evaluation.value()).stream()
                .map(SupervisorChange::former)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Instant> handedOver(EvaluationId evaluation, String account) {
        return changes.findByEvaluationIdOrderByDecidedAt(evaluation.value()).stream()
                .filter(change -> change.former().equals(account) && change.choice() != Choice.STAY)
                .map(SupervisorChange::decidedAt)
                .reduce((earlier, later) -> later);
    }

    @Override
    public boolean wasAssessorIn(String cycleId, String unitCode, String account) {
        return changes.countInUnit(cycleId, unitCode, account) > 0;
    }
}
