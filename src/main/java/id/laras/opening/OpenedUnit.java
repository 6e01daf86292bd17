package id.laras.opening;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A unit that takes part in a cycle, under the name that it had then. */
@Entity
public class OpenedUnit {

    @Id
    private String id;

    private String cycleId;
    private String unitCode;
    private String unitName;
    private Instant openedAt;

    @Version
    private Long version;

    protected OpenedUnit() {}

    OpenedUnit(String cycleId, String unitCode, String unitName, Instant openedAt) {
        this.id = UUID.randomUUID().toString();
        this.cycleId = cycleId;
        this.unitCode = unitCode;
        this.unitName = unitName;
        this.openedAt = openedAt;
    }

    public String unitCode() {
        return unitCode;
    }

    public String unitName() {
        return unitName;
    }
}
