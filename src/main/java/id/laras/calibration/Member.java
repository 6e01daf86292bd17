package id.laras.calibration;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** An evaluation that came to its unit's calibration. */
@Entity
@Table(name = "calibration_member")
class Member {

    @Id
    private String evaluationId;

    private String calibrationId;
    private boolean awaiting;
    private Instant joinedAt;

    @Version
    private Long version;

    protected Member() {}

    Member(String evaluationId, String calibrationId, boolean awaiting, Instant at) {
        this.evaluationId = evaluationId;
        this.calibrationId = calibrationId;
        this.awaiting = awaiting;
        this.joinedAt = at;
    }

    String evaluationId() {
        return evaluationId;
    }

    String calibrationId() {
        return calibrationId;
    }

    /** Whether it is part of the meeting; false when it came after the decision. */
    boolean awaiting() {
        return awaiting;
    }
}
