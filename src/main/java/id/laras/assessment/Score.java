package id.laras.assessment;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.Predicate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One version of an evaluation's score. Versions are appended and never changed or removed: what a person was once
 * told stays readable.
 */
@Entity
@Immutable
public class Score {

    @Id
    private String id;

    private String evaluationId;
    private int number;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    private BigDecimal total;

    @Enumerated(EnumType.STRING)
    private Predicate predicate;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ExplanationLine> explanation;

    private Instant calculatedAt;
    private String decidedBy;

    private String reason;

    @Version
    private Long version;

    protected Score() {}

    Score(
            EvaluationId evaluation,
            int number,
            Basis basis,
            BigDecimal total,
            Predicate predicate,
            List<ExplanationLine> explanation,
            Instant calculatedAt,
            String decidedBy,
            String reason) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluation.value();
        this.number = number;
        this.basis = basis;
        this.total = total;
        this.predicate = predicate;
        this.explanation = explanation;
        this.calculatedAt = calculatedAt;
        this.decidedBy = decidedBy;
        this.reason = reason;
    }

    public EvaluationId evaluation() {
        return EvaluationId.of(evaluationId);
    }

    /** 1 for the first version, then one more each. */
    public int number() {
        return number;
    }

    public Basis basis() {
        return basis;
    }

    /** 0–120, two places; null in QUADRANT. */
    public BigDecimal total() {
        return total;
    }

    public Predicate predicate() {
        return predicate;
    }

    List<ExplanationLine> explanation() {
        return explanation;
    }

    public Instant calculatedAt() {
        return calculatedAt;
    }

    /** Account of the person whose rating or move it rests on. */
    public String decidedBy() {
        return decidedBy;
    }

    /** Why the version before was changed, null in the first. */
    public String reason() {
        return reason;
    }
}
