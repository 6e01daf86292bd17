package id.laras.objection;

import id.laras.cycle.Predicate;
import id.laras.evidence.Evidence;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One round: the employee saw a result and reacted. Calibration may open another one. Appended, never changed. */
@Entity
@Immutable
@Table(name = "result_review")
class Review {

    @Id
    private String id;

    private String evaluationId;
    private int round;

    /** Version of the score that was shown, and its predicate. */
    private int scoreNumber;

    @Enumerated(EnumType.STRING)
    private Predicate predicate;

    @Enumerated(EnumType.STRING)
    private Reaction reaction;

    private String reasons;

    /** May be empty. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Evidence> evidence;

    private Instant reviewedAt;

    @Version
    private Long version;

    protected Review() {}

    Review(
            String evaluationId,
            int round,
            int scoreNumber,
            Predicate predicate,
            Reaction reaction,
            String reasons,
            List<Evidence> evidence,
            Instant reviewedAt) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.round = round;
        this.scoreNumber = scoreNumber;
        this.predicate = predicate;
        this.reaction = reaction;
        this.reasons = reasons;
        this.evidence = evidence;
        this.reviewedAt = reviewedAt;
    }

    String id() {
        return id;
    }

    /** 1 for the first. */
    int round() {
        return round;
    }

    int scoreNumber() {
        return scoreNumber;
    }

    Predicate predicate() {
        return predicate;
    }

    Reaction reaction() {
        return reaction;
    }

    String reasons() {
        return reasons;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    Instant reviewedAt() {
        return reviewedAt;
    }
}
