package id.laras.opening;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One order of HR to open a cycle for some units, and how far it has come. */
@Entity
class Opening {

    @Id
    private String id;

    private String cycleId;
    private String startedBy;
    private Instant startedAt;
    private Instant finishedAt;
    private boolean interrupted;

    @ElementCollection
    @CollectionTable(name = "opening_unit", joinColumns = @JoinColumn(name = "opening_id"))
    @Column(name = "unit_code")
    private Set<String> unitCodes;

    /** Employees of the chosen units. */
    private int total;

    /** Of these: opened before, and left alone. */
    private int already;

    private int opened;
    private int skipped;

    @Version
    private Long version;

    protected Opening() {}

    Opening(String cycleId, Set<String> unitCodes, String startedBy, Instant startedAt, int total, int already) {
        this.id = UUID.randomUUID().toString();
        this.cycleId = cycleId;
        this.unitCodes = new TreeSet<>(unitCodes);
        this.startedBy = startedBy;
        this.startedAt = startedAt;
        this.total = total;
        this.already = already;
    }

    String id() {
        return id;
    }

    String cycleId() {
        return cycleId;
    }

    String startedBy() {
        return startedBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** Null while it runs, or when it was interrupted. */
    Instant finishedAt() {
        return finishedAt;
    }

    /** It was cut off before its end, e.g. by a stop of the application. */
    boolean interrupted() {
        return interrupted;
    }

    /** The chosen units; empty for openings older than this memory. */
    Set<String> unitCodes() {
        return Set.copyOf(unitCodes);
    }

    int total() {
        return total;
    }

    int already() {
        return already;
    }

    int opened() {
        return opened;
    }

    int skipped() {
        return skipped;
    }
}
