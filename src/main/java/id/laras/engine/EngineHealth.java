package id.laras.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;

/**
 * Whether the engine's work gets done: down when timers stand still or this node's clock is wrong. Incidents are counted
 * and change nothing: each is one step of one person's process, and HR has a page for them. Only counts are told.
 */
final class EngineHealth implements HealthIndicator {

    /** Probes come every few seconds; the job table is not asked more often than this. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final BooleanSupplier runsJobs;
    private final LongSupplier overdue;
    private final LongSupplier incidents;
    private final NodeClock clock;
    private final LongSupplier nanos;

    private Health last;
    private long askedAt;

    EngineHealth(
            BooleanSupplier runsJobs,
            LongSupplier overdue,
            LongSupplier incidents,
            NodeClock clock,
            LongSupplier nanos) {
        this.runsJobs = runsJobs;
        this.overdue = overdue;
        this.incidents = incidents;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** What is known without asking any database. */
    static Health acquisition(JobAcquisition acquisition) {
        if (acquisition == null) {
            return Health.up().withDetail("jobs", "off").build();
        }
        return Health.status(acquisition.isAlive() ? Status.UP : Status.DOWN).build();
    }

    @Override
    public synchronized Health health() {
        var now = nanos.getAsLong();
        if (last == null || now - askedAt > FRESH.toNanos()) {
            try {
                last = ask();
                askedAt = now;
            } catch (DataAccessException away) {
                // a failure would be answered in place of everything else that health knows
                return Health.down().withDetail("database", "away").build();
            }
        }
        return last;
    }

    private Health ask() {
        var late = overdue.getAsLong();
        var runs = runsJobs.getAsBoolean();
        // a node that runs no jobs is not to blame for those of others
        var down = runs && (late > 0 || !clock.isRight());
        return Health.status(down ? Status.DOWN : Status.UP)
                .withDetail("jobs", runs ? "on" : "off")
                .withDetail("overdueJobs", late)
                .withDetail("incidents", incidents.getAsLong())
                .withDetail("clockAheadOfDatabaseMillis", clock.distance().toMillis())
                .build();
    }
}
