package id.laras.cycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Length;

/** HR mended a cycle that was opened. Never changed again; another one may follow. */
@Entity
class CycleChange {

    @Id
    private String id;

    private String cycleId;

    /** What differs, as JSON: see {@link MendedField}. */
    @Column(length = Length.LONG32)
    private String fields;

    @Column(length = Length.LONG32)
    private String reason;

    private String changedBy;
    private Instant changedAt;

    @Version
    private Long version;

    protected CycleChange() {}

    CycleChange(String cycleId, String fields, String reason, String by, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.cycleId = cycleId;
        this.fields = fields;
        this.reason = reason;
        this.changedBy = by;
        this.changedAt = at;
    }

    String id() {
        return id;
    }

    String fields() {
        return fields;
    }

    String reason() {
        return reason;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
