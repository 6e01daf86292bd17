package id.laras.engine;

import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.HistoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupRemovalTime;
import org.camunda.bpm.engine.management.Metrics;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine deletes its own history when its time is over: the trail says who ordered it, when it was done and how much went. */
@Component
class HistoryCleanups {

    private final Deeds deeds;
    private final Submissions submissions;
    private final TransactionTemplate transactions;

    HistoryCleanups(Deeds deeds, Submissions submissions, PlatformTransactionManager transactions) {
        this.deeds = deeds;
        this.submissions = submissions;
        this.transactions = new TransactionTemplate(transactions);
    }

    HistoryService service() {
        return new OrderedCleanups();
    }

    JobHandler<?> handler() {
        return new CountedCleanups();
    }

    /** @param immediately false when it waits for the next window */
    record Ordered(boolean immediately) {}

    /** What went in one transaction. */
    record Cleaned(long processInstances, long decisionInstances, long batches) {

        static Cleaned of(Map<String, Long> removed) {
            return new Cleaned(
                    removed.getOrDefault(Metrics.HISTORY_CLEANUP_REMOVED_PROCESS_INSTANCES, 0L),
                    removed.getOrDefault(Metrics.HISTORY_CLEANUP_REMOVED_DECISION_INSTANCES, 0L),
                    removed.getOrDefault(Metrics.HISTORY_CLEANUP_REMOVED_BATCH_OPERATIONS, 0L));
        }

        boolean none() {
            return processInstances == 0 && decisionInstances == 0 && batches == 0;
        }
    }

    private final class OrderedCleanups extends HistoryServiceImpl {

        @Override
        public Job cleanUpHistoryAsync() {
            return cleanUpHistoryAsync(false);
        }

        @Override
        public Job cleanUpHistoryAsync(boolean immediatelyDue) {
            // The engine itself orders one at its start, within a command.
            var caller = Context.getCommandContext() == null ? submissions.caller() : null;
            if (caller == null) {
                return super.cleanUpHistoryAsync(immediatelyDue);
            }
            return transactions.execute(status -> {
                var job = super.cleanUpHistoryAsync(immediatelyDue);
                deeds.record(caller, TrailEvent.CLEANUP_ORDERED, null, new Ordered(immediatelyDue));
                return job;
            });
        }
    }

    private final class CountedCleanups extends HistoryCleanupJobHandler {

        @Override
        protected HistoryCleanupRemovalTime getTimeBasedHandler() {
            return new CountedCleanup();
        }
    }

    /** How many rows go is known when the statements have run, and written down before they are committed. */
    private final class CountedCleanup extends HistoryCleanupRemovalTime {

        @Override
        public void performCleanup() {
            super.performCleanup();
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTING, committing -> {
                        var cleaned = Cleaned.of(reportMetrics());
                        if (!cleaned.none()) {
                            deeds.record(null, TrailEvent.HISTORY_CLEANED, null, cleaned);
                        }
                    });
        }
    }
}
