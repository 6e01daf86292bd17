package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

/** Two servers on one database, without either. */
class OutagesTests {

    private static final Instant MORNING = Instant.parse("2026-11-10T01:00:00Z");

    private final Map<String, String> database = new HashMap<>();
    private final List<Object> told = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final Outages one = server();
    private final Outages other = server();

    @BeforeEach
    void hasWorked() {
        one.beat();
        told.clear();
    }

    @Test
    void whoLooksForJobsIsAtWork() {
        for (var minute = 0; minute < 120; minute++) {
            passes(Duration.ofMinutes(1));
            one.beat();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void anOutageIsToldOnceByWhoeverIsBackFirst() {
        passes(Duration.ofHours(9));
        other.beat();
        one.beat();
        assertThat(told).containsExactly(new OutageOver(MORNING, MORNING.plus(Duration.ofHours(9))));
    }

    @Test
    void aRestartIsNoOutage() {
        passes(Duration.ofMinutes(60));
        other.beat();
        assertThat(told).isEmpty();
    }

    @Test
    void whereOneServerWorkedOnNothingHappened() {
        for (var hour = 0; hour < 30; hour++) {
            passes(Duration.ofMinutes(30));
            other.beat();
        }
        one.beat();
        assertThat(told).isEmpty();
    }

    /** What was set before anybody wrote this down is looked at too: the upgrade itself stopped the server. */
    @Test
    void theFirstBeatEverEndsAnOutageOfUnknownLength() {
        database.clear();
        passes(Duration.ofMinutes(5));
        one.beat();
        assertThat(told).containsExactly(new OutageOver(Instant.EPOCH, now.get()));
    }

    @Test
    void noJobIsAcquiredBeforeTheOutageIsTold() {
        passes(Duration.ofHours(9));
        var right = new AtomicReference<>(false);
        var acquisition = new JobAcquisition(
                jobs -> {
                    assertThat(told).hasSize(1);
                    return null;
                },
                right::get,
                one::beat,
                System::nanoTime);
        acquisition.getCommand(1);
        assertThat(told).as("by a clock that is wrong").isEmpty();
        right.set(true);
        acquisition.getCommand(1);
    }

    private void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private Outages server() {
        var engine = mock(ManagementService.class);
        when(engine.getProperties()).thenAnswer(asked -> Map.copyOf(database));
        doAnswer(asked -> database.put(asked.getArgument(0), asked.getArgument(1)))
                .when(engine)
                .setProperty(any(), any());
        var clock = mock(Clock.class);
        when(clock.instant()).thenAnswer(asked -> now.get());
        when(clock.getZone()).thenReturn(ZoneOffset.UTC);
        return new Outages(engine, told::add, mock(PlatformTransactionManager.class), clock);
    }
}
