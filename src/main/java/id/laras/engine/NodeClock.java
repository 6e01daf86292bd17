package id.laras.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far this node's clock is from the database's, which all nodes share. A node whose clock is days ahead would fire every
 * timer of those days, and nobody could take back what they did.
 */
class NodeClock {

    /** How long one measurement holds, unless the clock jumps. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** What a clock that is being adjusted gains or loses meanwhile. */
    private static final Duration STEADY = Duration.ofSeconds(1);

    private final Supplier<Instant> database;
    private final Clock clock;
    private final Duration limit;
    private final LongSupplier nanos;

    private Duration distance;
    private long measuredAt;
    private Instant clockThen;

    /**
     * @param database asks the database what time it is
     * @param limit    greatest distance in either direction
     * @param nanos    runs on whatever happens to the clock
     */
    NodeClock(Supplier<Instant> database, Clock clock, Duration limit, LongSupplier nanos) {
        this.database = database;
        this.clock = clock;
        this.limit = limit;
        this.nanos = nanos;
    }

    /** Positive when this node is ahead; at most ten seconds old, and not older than a jump of this node's clock. */
    synchronized Duration distance() {
        var now = nanos.getAsLong();
        var here = clock.instant();
        if (distance == null || now - measuredAt > FRESH.toNanos() || hasJumped(now - measuredAt, here)) {
            distance = measure();
            measuredAt = now;
            clockThen = here;
        }
        return distance;
    }

    private boolean hasJumped(long passedNanos, Instant here) {
        return Duration.between(clockThen, here).minusNanos(passedNanos).abs().compareTo(STEADY) > 0;
    }

    boolean isRight() {
        return distance().abs().compareTo(limit) <= 0;
    }

    /** The answer was true at some time between question and answer: the distance is counted from the nearer of the two. */
    private Duration measure() {
        var asked = clock.instant();
        var there = database.get();
        var answered = clock.instant();
        if (there.isBefore(asked)) {
            return Duration.between(there, asked);
        }
        return there.isAfter(answered) ? Duration.between(there, answered) : Duration.ZERO;
    }
}
