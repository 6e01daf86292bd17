package id.laras.calibration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * The meeting on one unit's predicates in one cycle (SE MenPANRB 3/2023). Everything that decides who is part of it
 * happens under a lock on this row; see {@link Calibrations}.
 */
@Entity
public class Calibration {

    @Id
    private String id;

    private String cycleId;
    private String unitCode;
    private String unitName;

    @Enumerated(EnumType.STRING)
    private CalibrationState state;

    private Instant openedAt;
    private boolean summoned;
    private String decidedBy;
    private Instant decidedAt;
    private String note;

    @Version
    private Long version;

    protected Calibration() {}

    Calibration(String cycleId, String unitCode, String unitName, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.cycleId = cycleId;
        this.unitCode = unitCode;
        this.unitName = unitName;
        this.state = CalibrationState.OPEN;
        this.openedAt = at;
    }

    /** Notes that the meeting begins, because the unit is complete or its date has come; nobody needs to call it any more. */
    void summon() {
        summoned = true;
    }

    void decide(String by, Instant at, String note) {
        this.state = CalibrationState.DECIDED;
        this.decidedBy = by;
        this.decidedAt = at;
        this.note = note;
    }

    void close() {
        state = CalibrationState.CLOSED;
    }

    public String id() {
        return id;
    }

    public String cycleId() {
        return cycleId;
    }

    public String unitCode() {
        return unitCode;
    }

    public String unitName() {
        return unitName;
    }

    public CalibrationState state() {
        return state;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Whether the meeting has begun, be it that everybody was there or that its date had come. */
    boolean summoned() {
        return summoned;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String note() {
        return note;
    }
}
