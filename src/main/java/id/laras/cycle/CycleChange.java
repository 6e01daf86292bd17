package id.laras.cycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** HR mended a cycle that was opened. Never changed again; another one may follow. */
@Entity
class CycleChange {

    @Id
    private String id;

    private String cycleId;

    /** What differs: see {@link MendedField}. */
    @JdbcTypeCode(SqlTypes.JSON)
    private ObjectNode fields;

    @Column(length = Length.LONG32)
    private String reason;

    private String changedBy;
    private Instant changedAt;

    @Version
    private Long version;

    protected CycleChange() {}

    CycleChange(String cycleId, ObjectNode fields, String reason, String by, Instant at) {
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

    ObjectNode fields() {
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
