package id.laras.assessment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A rating as it was given: the assessor's, or their superior's on an objection. Appended, never changed. */
@Entity
@Immutable
@Table(name = "assessor_rating")
class GivenRating {

    @Id
    private String id;

    private String evaluationId;
    private int number;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    private String ratedBy;

    /** With the realisation of every indicator in NUMERIC. */
    @JdbcTypeCode(SqlTypes.JSON)
    private AssessorRating rating;

    /** Why the rating before was changed, null in the assessor's. */
    private String reason;

    private Instant ratedAt;

    @Version
    private Long version;

    protected GivenRating() {}

    GivenRating(
            String evaluationId,
            int number,
            Basis basis,
            String ratedBy,
            AssessorRating rating,
            String reason,
            Instant ratedAt) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.number = number;
        this.basis = basis;
        this.ratedBy = ratedBy;
        this.rating = rating;
        this.reason = reason;
        this.ratedAt = ratedAt;
    }

    int number() {
        return number;
    }

    Basis basis() {
        return basis;
    }

    String ratedBy() {
        return ratedBy;
    }

    AssessorRating rating() {
        return rating;
    }

    String reason() {
        return reason;
    }

    Instant ratedAt() {
        return ratedAt;
    }
}
