package id.laras.cycle;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What this room asks of the hand-overs, which live in a room that it may not enter. */
public interface FormerAssessors {

    /** Accounts of everybody who was the assessor when HR chose, also of one with whom HR left it. */
    Set<String> of(EvaluationId evaluation);

    /** When that person handed the evaluation over, the last time; empty when they never did. */
    Optional<Instant> handedOver(EvaluationId evaluation, String account);

    /** Whether that person was the assessor of anybody in the unit when HR chose. */
    boolean wasAssessorIn(String cycleId, String unitCode, String account);
}
