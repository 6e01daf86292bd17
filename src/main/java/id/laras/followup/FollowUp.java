package id.laras.followup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What follows one evaluation: what the table proposed, and who decided on it. Measures stand in rows of their own. */
@Entity
class FollowUp {

    @Id
    private String evaluationId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Proposal> proposals;

    private boolean rewardProposed;
    private String note;
    private String plannedBy;
    private Instant plannedAt;

    @Version
    private Long version;

    protected FollowUp() {}

    FollowUp(String evaluationId, List<Proposal> proposals) {
        this.evaluationId = evaluationId;
        this.proposals = List.copyOf(proposals);
    }

    void plan(boolean reward, String note, String by, Instant at) {
        this.rewardProposed = reward;
        this.note = note;
        this.plannedBy = by;
        this.plannedAt = at;
    }

    List<Proposal> proposals() {
        return proposals;
    }

    boolean rewardProposed() {
        return rewardProposed;
    }

    String note() {
        return note;
    }

    String plannedBy() {
        return plannedBy;
    }

    Instant plannedAt() {
        return plannedAt;
    }
}
