package id.laras.succession;

import id.laras.cycle.EndReason;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Schedule;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Length;

/** HR gave a running evaluation other days. Never changed again; another one may follow. */
@Entity
class Shortening {

    @Id
    private String id;

    private String evaluationId;
    private LocalDate firstBefore;
    private LocalDate lastBefore;
    private LocalDate firstDay;
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private Measure measure;

    @Enumerated(EnumType.STRING)
    private EndReason kind;

    @Column(length = Length.LONG32)
    private String reason;

    private String decidedBy;
    private Instant decidedAt;

    @Version
    private Long version;

    protected Shortening() {}

    Shortening(
            EvaluationId evaluation,
            Schedule before,
            Schedule after,
            Measure measure,
            EndReason kind,
            String reason,
            String by,
            Instant at) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluation.value();
        this.firstBefore = before.firstDay();
        this.lastBefore = before.lastDay();
        this.firstDay = after.firstDay();
        this.lastDay = after.lastDay();
        this.measure = measure;
        this.kind = kind;
        this.reason = reason;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    /** How long the period was before the deed. */
    int lengthBefore(Measure by) {
        return by.length(firstBefore, lastBefore);
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    Measure measure() {
        return measure;
    }

    EndReason kind() {
        return kind;
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
}
