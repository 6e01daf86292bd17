package id.laras.calibration;

import id.laras.cycle.Predicate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** One predicate that the meeting moved, and what it was before. Never changed, never removed. */
@Entity
@Table(name = "calibration_move")
class Move {

    @Id
    private String evaluationId;

    private String calibrationId;

    @Enumerated(EnumType.STRING)
    private Predicate fromPredicate;

    @Enumerated(EnumType.STRING)
    private Predicate toPredicate;

    private String reason;
    private String movedBy;
    private Instant movedAt;

    @Version
    private Long version;

    protected Move() {}

    Move(
            String evaluationId,
            String calibrationId,
            Predicate from,
            Predicate to,
            String reason,
            String by,
            Instant at) {
        this.evaluationId = evaluationId;
        this.calibrationId = calibrationId;
        this.fromPredicate = from;
        this.toPredicate = to;
        this.reason = reason;
        this.movedBy = by;
        this.movedAt = at;
    }

    String evaluationId() {
        return evaluationId;
    }

    Predicate from() {
        return fromPredicate;
    }

    Predicate to() {
        return toPredicate;
    }

    String reason() {
        return reason;
    }

    String by() {
        return movedBy;
    }
}
