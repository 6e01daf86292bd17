package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** When health is down, and when a node keeps its hands off the jobs. */
class EngineHealthTests {

    private static final Instant NOW = Instant.parse("2031-03-01T02:00:00Z");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<Instant> databaseTime = new AtomicReference<>(NOW);
    private final AtomicReference<Instant> here = new AtomicReference<>(NOW);
    private final NodeClock clock =
            new NodeClock(databaseTime::get, ((InstantSource) here::get).withZone(ZoneOffset.UTC), LIMIT, nanos::get);
    private final Command<AcquiredJobs> some = context -> new AcquiredJobs(3);
    private final JobAcquisition acquisition = new JobAcquisition(jobs -> some, clock::isRight, () -> {}, nanos::get);
    private long overdue;

    @Test
    void aNodeTwelveDaysAheadRunsNoJobsUntilItIsRightAgain() {
        assertThat(acquisition.getCommand(3)).isSameAs(some);

        databaseTime.set(NOW.minus(Duration.ofDays(12)));
        passes(Duration.ofSeconds(11));
        assertThat(acquisition.getCommand(3)).isNotSameAs(some);
        assertThat(acquisition.getCommand(3).execute(null).size()).isZero();
        assertThat(health(true).getStatus()).isEqualTo(Status.DOWN);
        assertThat(health(true).getDetails()).containsEntry("clockAheadOfDatabaseMillis", 12L * 24 * 3600 * 1000);

        databaseTime.set(NOW.plusSeconds(59));
        passes(Duration.ofSeconds(11));
        assertThat(acquisition.getCommand(3)).isSameAs(some);
        assertThat(health(true).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aNodeThatIsBehindWaitsToo() {
        databaseTime.set(NOW.plusSeconds(61));
        assertThat(acquisition.getCommand(3)).isNotSameAs(some);
    }

    @Test
    void overdueJobsAreDown() {
        overdue = 1;
        assertThat(health(true).getStatus()).isEqualTo(Status.DOWN);
        assertThat(health(true).getDetails()).containsEntry("overdueJobs", 1L).containsEntry("incidents", 7L);
    }

    @Test
    void incidentsAloneAreNot() {
        assertThat(health(true).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aNodeThatRunsNoJobsIsNotToBlame() {
        overdue = 1;
        databaseTime.set(NOW.minus(Duration.ofDays(12)));
        assertThat(health(false).getStatus()).isEqualTo(Status.UP);
        assertThat(EngineHealth.acquisition(null).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whileTheDatabaseIsAwayItIsDownAndFailsNot() {
        var away = new AtomicBoolean(true);
        var health = new EngineHealth(
                () -> true,
                () -> {
                    if (away.get()) {
                        throw new CannotGetJdbcConnectionException("away");
                    }
                    return 0;
                },
                () -> 7,
                clock,
                nanos::get);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        away.set(false);
        assertThat(health.health().getStatus()).as("asked anew at once").isEqualTo(Status.UP);
    }

    @Test
    void aThreadThatAsksNoMoreIsDead() {
        acquisition.getCommand(3);
        passes(JobAcquisition.LONGEST_SILENCE);
        assertThat(EngineHealth.acquisition(acquisition).getStatus()).isEqualTo(Status.UP);
        passes(Duration.ofSeconds(1));
        assertThat(EngineHealth.acquisition(acquisition).getStatus()).isEqualTo(Status.DOWN);
        acquisition.getCommand(3);
        assertThat(EngineHealth.acquisition(acquisition).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aClockThatJumpsIsSeenWithTheNextQuestion() {
        assertThat(acquisition.getCommand(3)).isSameAs(some);
        here.set(NOW.plus(Duration.ofDays(12)));
        assertThat(acquisition.getCommand(3)).isNotSameAs(some);
        here.set(NOW);
        assertThat(acquisition.getCommand(3)).isSameAs(some);
    }

    private Health health(boolean runsJobs) {
        return new EngineHealth(() -> runsJobs, () -> overdue, () -> 7, clock, nanos::get).health();
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
