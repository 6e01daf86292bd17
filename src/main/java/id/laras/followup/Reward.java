package id.laras.followup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** A nomination for a reward (usulan penghargaan), and what HR decided. */
@Entity
class Reward {

    @Id
    private String evaluationId;

    private String kind;
    private String title;
    private String citation;
    private String nominatedBy;
    private Instant nominatedAt;
    private Boolean granted;
    private String reason;
    private String decidedBy;
    private Instant decidedAt;

    @Version
    private Long version;

    protected Reward() {}

    Reward(String evaluationId, FollowUpSettings.Offer kind, String citation, String by, Instant at) {
        this.evaluationId = evaluationId;
        this.kind = kind.code();
        this.title = kind.title();
        this.citation = citation.strip();
        this.nominatedBy = by;
        this.nominatedAt = at;
    }

    void decide(boolean granted, String reason, String by, Instant at) {
        this.granted = granted;
        this.reason = reason;
        this.decidedBy = by;
        this.decidedAt = at;
    }

    String nominatedBy() {
        return nominatedBy;
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    FollowUpView.Reward view(String title) {
        return new FollowUpView.Reward(
                kind, title, citation, nominatedBy, nominatedAt, granted, reason, decidedBy, decidedAt);
    }
}
