package id.laras.demo;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Runs what is due now and has run it when it comes back. The job executor rests meanwhile. What it had taken before may fail here
 * or there by the engine's optimistic lock; then it is done by the other, or tried again.
 */
@Component
@Profile("demo")
class DueJobs {

    private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);

    /** Each pass goes one step further in every process; no process has as many without a person or a date. */
    private static final int PASSES = 200;

    /** More often than the engine tries, for those that the job executor disturbed. */
    private static final int TRIES = 10;

    private final ManagementService engine;
    private final ObjectProvider<JobExecutor> executors;

    DueJobs(ManagementService engine, ObjectProvider<JobExecutor> executors) {
        this.engine = engine;
        this.executors = executors;
    }

    /** Nobody else moves anything while it is done: one deed of the bar after the other, and no job executor. */
    synchronized <T> T alone(Supplier<T> deed) {
        var resting = executors.stream().filter(JobExecutor::isActive).toList();
        resting.forEach(DueJobs::rest);
        try {
            return deed.get();
        } finally {
            resting.forEach(JobExecutor::start);
        }
    }

    /** An executor that ends forgets by which command it acquires jobs. */
    private static void rest(JobExecutor executor) {
        var acquisition = executor.getAcquireJobsCmdFactory();
        executor.shutdown();
        executor.setAcquireJobsCmdFactory(acquisition);
    }

    void run() {
        List<Job> due;
        for (var pass = 0; pass < PASSES && !(due = due()).isEmpty(); pass++) {
            due.forEach(job -> run(job.getId()));
        }
    }

    /** Of processes only: the engine's own housekeeping waits for its night. */
    private List<Job> due() {
        return Stream.of(
                        engine.createJobQuery().messages(),
                        engine.createJobQuery().timers())
                .flatMap(query -> query.executable().active().list().stream())
                .filter(job -> job.getProcessInstanceId() != null)
                .toList();
    }

    /** What fails is tried as often as the engine would in the next minutes, so that its incident is there at once. */
    private void run(String job) {
        for (var one = 0; one < TRIES && isLeft(job); one++) {
            try {
                engine.executeJob(job);
            } catch (RuntimeException failed) {
                LOG.debug("A job of the demonstration failed: {}", failed.getMessage());
            }
        }
    }

    private boolean isLeft(String job) {
        return engine.createJobQuery().jobId(job).withRetriesLeft().count() > 0;
    }
}
