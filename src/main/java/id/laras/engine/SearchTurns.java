package id.laras.engine;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets each person search the engine a few times at once; their other searches wait for a turn, and beyond that are refused.
 * A search that somebody may ask can still read much, until the database ends it: one person must not take all connections
 * and threads with it.
 */
final class SearchTurns {

    /** Searches of one person that run. */
    static final int AT_ONCE = 3;

    /** With those that wait: a browser asks six things at once, and some people have two windows open. */
    static final int PLACES = 16;

    private static final class Turns {

        private final Semaphore free = new Semaphore(AT_ONCE, true);
        private final AtomicInteger callers = new AtomicInteger();
    }

    private final ConcurrentMap<String, Turns> people = new ConcurrentHashMap<>();
    private final Duration patience;

    SearchTurns(Duration patience) {
        this.patience = patience;
    }

    /** What is done in its turn. */
    @FunctionalInterface
    interface Search<X extends Exception, Y extends Exception> {
        void run() throws X, Y;
    }

    /** @return whether it was run; if not, there was no place, or no turn came in time */
    <X extends Exception, Y extends Exception> boolean run(String person, Search<X, Y> search) throws X, Y {
        var turns = people.compute(person, (who, found) -> {
            var these = found == null ? new Turns() : found;
            these.callers.incrementAndGet();
            return these;
        });
        try {
            if (turns.callers.get() > PLACES || !isTurn(turns.free)) {
                return false;
            }
            try {
                search.run();
                return true;
            } finally {
                turns.free.release();
            }
        } finally {
            people.computeIfPresent(person, (who, these) -> these.callers.decrementAndGet() == 0 ? null : these);
        }
    }

    private boolean isTurn(Semaphore free) {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
