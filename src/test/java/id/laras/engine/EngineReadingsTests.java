package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** Two calls of one person at the same moment: one of them writes the note, and neither is answered without it. */
class EngineReadingsTests {

    private static final Actor ANI = new Actor("ani", Set.of(Role.HR));
    private static final EngineQuestion QUESTION = new EngineQuestion("/engine-rest/history/task", "maxResults=5", "");

    private final EngineIds ids = mock(EngineIds.class);
    private final Deeds deeds = mock(Deeds.class);
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>();
    private final EngineReadings readings =
            new EngineReadings(ids, deeds, mock(ApplicationEventPublisher.class), transactions(), Clock.systemUTC());

    private Thread second;

    @BeforeEach
    void nothingIsAboutAnybody() {
        when(ids.businessKeys(anyCollection())).thenReturn(Map.of());
        second = new Thread(() -> readings.note(ANI, QUESTION), "second");
    }

    @Test
    void whoAsksTheSameWhileItsNoteFailsNotesItThemselves() throws InterruptedException {
        meanwhile.set(() -> {
            secondAsks();
            throw new IllegalStateException("no database");
        });

        assertThatThrownBy(() -> readings.note(ANI, QUESTION)).hasMessage("no database");

        second.join();
        verify(deeds, times(1)).record(eq("ani"), eq(TrailEvent.ENGINE_SEARCHED), eq(null), any());
    }

    /** Without its ids the other question is the same, and stands in the trail once. */
    @Test
    void whoTrustedTheNoteOfAnotherQuestionThatFailsNotesTheirs() throws InterruptedException {
        var one = UUID.randomUUID().toString();
        var other = UUID.randomUUID().toString();
        when(ids.businessKeys(anyCollection()))
                .thenReturn(Map.of(one, Optional.of("evaluation"), other, Optional.of("evaluation")));
        second = new Thread(() -> readings.note(ANI, about(other)), "second");
        doAnswer(first -> {
                    secondAsks();
                    throw new IllegalStateException("no database");
                })
                .doNothing()
                .when(deeds)
                .record(any(), any(), any(), any());

        assertThatThrownBy(() -> readings.note(ANI, about(one))).hasMessage("no database");

        second.join();
        verify(deeds, times(2)).record(eq("ani"), eq(TrailEvent.ENGINE_SEARCHED), eq(null), any());
    }

    private static EngineQuestion about(String id) {
        return new EngineQuestion("/engine-rest/history/task", "processInstanceId=" + id, "");
    }

    @Test
    void whoAsksTheSameWhileItIsNotedIsNotNotedTwice() throws InterruptedException {
        meanwhile.set(this::secondAsks);

        readings.note(ANI, QUESTION);

        second.join();
        verify(deeds, times(1)).record(eq("ani"), eq(TrailEvent.ENGINE_SEARCHED), eq(null), any());
    }

    /** Until it waits for the first, or has trusted it and is through. */
    private void secondAsks() {
        second.start();
        await().until(() ->
                Set.of(Thread.State.WAITING, Thread.State.TERMINATED).contains(second.getState()));
    }

    private TransactionOperations transactions() {
        return new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                var first = meanwhile.getAndSet(null);
                if (first != null) {
                    first.run();
                }
                return TransactionOperations.withoutTransaction().execute(action);
            }
        };
    }
}
