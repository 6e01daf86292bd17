package id.laras.objection;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** The superior's final word on one objection. It has the id of the review: there is never a second decision on it. */
@Entity
@Immutable
@Table(name = "objection_decision")
class Decision {

    @Id
    private String reviewId;

    private String evaluationId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String reason;
    private String hearingAssessor;
    private String hearingEmployee;
    private String decidedBy;
    private Instant decidedAt;

    @Version
    private Long version;

    protected Decision() {}

    Decision(Review review, String evaluationId, DecisionAnswer answer, String decidedBy, Instant decidedAt) {
        this.reviewId = review.id();
        this.evaluationId = evaluationId;
        this.outcome = answer.outcome();
        this.reason = answer.reason().strip();
        this.hearingAssessor = answer.hearingAssessor().strip();
        this.hearingEmployee = answer.hearingEmployee().strip();
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
    }

    Outcome outcome() {
        return outcome;
    }

    String reason() {
        return reason;
    }

    String hearingAssessor() {
        return hearingAssessor;
    }

    String hearingEmployee() {
        return hearingEmployee;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
