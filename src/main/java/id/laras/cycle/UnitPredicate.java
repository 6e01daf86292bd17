package id.laras.cycle;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A unit's own predicate in a cycle, given by the next higher leader and entered by HR. */
@Entity
public class UnitPredicate {

    @Id
    private String id;

    private String cycleId;
    private String unitCode;

    @Enumerated(EnumType.STRING)
    private OrganisationPredicate predicate;

    private String setBy;
    private Instant setAt;

    @Version
    private Long version;

    protected UnitPredicate() {}

    UnitPredicate(String cycleId, String unitCode) {
        this.id = UUID.randomUUID().toString();
        this.cycleId = cycleId;
        this.unitCode = unitCode;
    }

    void set(OrganisationPredicate predicate, String by, Instant at) {
        this.predicate = predicate;
        this.setBy = by;
        this.setAt = at;
    }

    public String cycleId() {
        return cycleId;
    }

    public String unitCode() {
        return unitCode;
    }

    public OrganisationPredicate predicate() {
        return predicate;
    }

    public String setBy() {
        return setBy;
    }

    public Instant setAt() {
        return setAt;
    }
}
