package id.laras.succession;

import id.laras.cycle.EvaluationId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What HR chose when somebody's superior changed while their evaluation ran. Never changed again. */
@Entity
public class AssessorChange {

    @Id
    private String id;

    private String evaluationId;
    private String former;
    private String successor;

    @Enumerated(EnumType.STRING)
    private Choice choice;

    private String reason;
    private String decidedBy;
    private Instant decidedAt;

    @Version
    private Long version;

    protected AssessorChange() {}

    AssessorChange(
            EvaluationId evaluation,
            String former,
            String successor,
            Choice choice,
            String reason,
            String by,
            Instant at) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluation.value();
        this.former = former;
        this.successor = successor;
        this.choice = choice;
        this.reason = reason;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    String id() {
        return id;
    }

    String evaluationId() {
        return evaluationId;
    }

    /** Account of the assessor when HR chose. */
    String former() {
        return former;
    }

    /** Account of whom the reporting line named, null when it named nobody. */
    String successor() {
        return successor;
    }

    Choice choice() {
        return choice;
    }

    String reason() {
        return reason;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    /** What HR may choose. */
    public enum Choice {
        /** The successor takes everything over. */
        MOVE,
        /** The assessor so far goes on to the end. */
        STAY,
        /** What is open may be done by both, the first counts; what comes later is the successor's. */
        SHARE
    }
}
