package id.laras.engine;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the job executor's thread and its jobs: lets it acquire none while this node's clock is wrong, and notices
 * when the thread asks no more. It dies by an {@code OutOfMemoryError} without a word, and then no timer ever fires.
 */
final class JobAcquisition implements AcquireJobsCommandFactory {

    private static final Logger LOG = LoggerFactory.getLogger(JobAcquisition.class);

    /** An idle executor asks once a minute. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private final AcquireJobsCommandFactory acquisition;
    private final BooleanSupplier clockIsRight;
    private final Runnable beat;
    private final LongSupplier nanos;

    private volatile long askedAt;
    private volatile boolean held;

    /** @param beat before any job is acquired, while the clock is right */
    JobAcquisition(
            AcquireJobsCommandFactory acquisition, BooleanSupplier clockIsRight, Runnable beat, LongSupplier nanos) {
        this.acquisition = acquisition;
        this.clockIsRight = clockIsRight;
        this.beat = beat;
        this.nanos = nanos;
        this.askedAt = nanos.getAsLong();
    }

    @Override
    public Command<AcquiredJobs> getCommand(int jobs) {
        askedAt = nanos.getAsLong();
        var right = clockIsRight.getAsBoolean();
        if (right == held) {
            held = !right;
            if (held) {
                LOG.error("This node's clock is too far from the database's: it runs no jobs until both agree again");
            } else {
                LOG.info("This node's clock is right again: it runs jobs");
            }
        }
        if (!right) {
            return context -> new AcquiredJobs(0);
        }
        beat.run();
        return acquisition.getCommand(jobs);
    }

    /** Whether the thread still asks for jobs. */
    boolean isAlive() {
        return nanos.getAsLong() - askedAt <= LONGEST_SILENCE.toNanos();
    }
}
