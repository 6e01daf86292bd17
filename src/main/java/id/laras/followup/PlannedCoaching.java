package id.laras.followup;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A coaching that was planned, and what was said in it. */
@Entity
@Table(name = "coaching")
class PlannedCoaching {

    @Id
    private String evaluationId;

    @Enumerated(EnumType.STRING)
    private CoachingKind kind;

    private String topic;
    private LocalDate dueOn;
    private LocalDate heldOn;
    private String notes;
    private String agreements;
    private String heldBy;

    @Version
    private Long version;

    protected PlannedCoaching() {}

    PlannedCoaching(String evaluationId, DevelopmentPlan.CoachingOrder order) {
        this.evaluationId = evaluationId;
        this.kind = order.kind();
        this.topic = order.topic().strip();
        this.dueOn = order.until();
    }

    void hold(CoachingRecord held, String by) {
        this.heldOn = held.heldOn();
        this.notes = held.notes().strip();
        this.agreements = held.agreements();
        this.heldBy = by;
    }

    FollowUpView.Coaching view() {
        return new FollowUpView.Coaching(kind, topic, dueOn, heldOn, notes, agreements);
    }
}
