package id.laras.target;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of a plan on its way from draft to approval; see {@link PlanStatus} for what is still allowed. */
@Entity
class TargetPlan {

    @Id
    private String id;

    private String evaluationId;
    private int planVersion;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    private String proposedBy;

    @Column(length = Length.LONG32)
    private String reason;

    @Column(length = Length.LONG32)
    private String remark;

    @JdbcTypeCode(SqlTypes.JSON)
    private PlanDocument document;

    private String approvedBy;
    private Instant approvedAt;

    @Version
    private Long version;

    protected TargetPlan() {}

    TargetPlan(String evaluationId, int planVersion, String proposedBy, PlanDocument document) {
        this.id = UUID.randomUUID().toString();
        this.evaluationId = evaluationId;
        this.planVersion = planVersion;
        this.status = PlanStatus.DRAFT;
        this.proposedBy = proposedBy;
        this.document = document;
    }

    void submit(String by, String why, PlanDocument proposed) {
        refuseWhenApproved();
        proposedBy = by;
        reason = why;
        document = proposed;
        remark = null;
        status = PlanStatus.SUBMITTED;
    }

    void giveBack(String why, PlanDocument remarked) {
        refuseWhenApproved();
        remark = why;
        document = remarked;
        status = PlanStatus.RETURNED;
    }

    void approve(String by, Instant at, String why, PlanDocument agreed) {
        refuseWhenApproved();
        remark = why;
        document = agreed;
        approvedBy = by;
        approvedAt = at;
        status = PlanStatus.APPROVED;
    }

    private void refuseWhenApproved() {
        if (status == PlanStatus.APPROVED) {
            throw new IllegalStateException("Version " + planVersion + " is approved and stays as it is");
        }
    }

    boolean is(PlanStatus asked) {
        return status == asked;
    }

    Plan plan() {
        return new Plan(
                planVersion,
                status,
                reason,
                document.behaviourExpectation(),
                document.leaderExpectation(),
                proposedBy,
                approvedBy,
                approvedAt,
                document.results());
    }

    int planVersion() {
        return planVersion;
    }

    String proposedBy() {
        return proposedBy;
    }

    String remark() {
        return remark;
    }

    PlanDocument document() {
        return document;
    }
}
