package id.laras.cycle;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One order of HR to open a cycle for some units, and how far it has come. */
@Entity
public class Opening {

    @Id
    private String id;

    private String cycleId;
    private String startedBy;
    private Instant startedAt;
    private Instant finishedAt;

    /** Employees of the chosen units. */
    private int total;

    /** Of these: opened before, and left alone. */
    private int already;

    private int opened;
    private int skipped;

    @Version
    private Long version;

    protected Opening() {}

    Opening(String cycleId, String startedBy, Instant startedAt, int total, int already) {
        this.id = UUID.randomUUID().toString();
        this.cycleId = cycleId;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
        this.total = total;
        this.already = already;
    }

    public String id() {
        return id;
    }

    public String cycleId() {
        return cycleId;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Null while it runs, or when the application was stopped before its end. */
    public Instant finishedAt() {
        return finishedAt;
    }

    public int total() {
        return total;
    }

    public int already() {
        return already;
    }

    public int opened() {
        return opened;
    }

    public int skipped() {
        return skipped;
    }
}
