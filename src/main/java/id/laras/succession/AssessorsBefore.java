package id.laras.succession;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.FormerAssessors;
import id.laras.succession.AssessorChange.Choice;
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

    private final AssessorChanges changes;

    AssessorsBefore(AssessorChanges changes) {
        this.changes = changes;
    }

    @Override
    public Set<String> of(EvaluationId evaluation) {
        return changes.findByEvaluationIdOrderByDecidedAt(evaluation.value()).stream()
                .map(AssessorChange::former)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Instant> handedOver(EvaluationId evaluation, String account) {
        return changes.findByEvaluationIdOrderByDecidedAt(evaluation.value()).stream()
                .filter(change -> change.former().equals(account) && change.choice() != Choice.STAY)
                .map(AssessorChange::decidedAt)
                .reduce((earlier, later) -> later);
    }

    @Override
    public boolean wasAssessorIn(String cycleId, String unitCode, String account) {
        return changes.countInUnit(cycleId, unitCode, account) > 0;
    }
}
