package id.laras.cycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.steps.TrailEvent;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Evaluations whose tasks and timers do not follow the days that HR gave their cycle yet. Each follows in a transaction of its
 * own, in the background: one that cannot keeps nobody else back, and what a stop of the application left over goes on at the next
 * start (docs/adr/0095).
 */
@Component
class BehindEvaluations {

    private static final Logger LOG = LoggerFactory.getLogger(BehindEvaluations.class);

    /** Somebody may complete a step at the same moment. */
    private static final int TRIES = 3;

    private final JdbcClient database;
    private final Evaluations evaluations;
    private final CycleChanges changes;
    private final RunningEvaluations processes;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final ThreadPoolTaskExecutor thread;

    BehindEvaluations(
            JdbcClient database,
            Evaluations evaluations,
            CycleChanges changes,
            RunningEvaluations processes,
            ApplicationEventPublisher events,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.database = database;
        this.evaluations = evaluations;
        this.changes = changes;
        this.processes = processes;
        this.events = events;
        this.json = json;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
        this.thread = new ThreadPoolTaskExecutorBuilder()
                .threadNamePrefix("mending-")
                .awaitTerminationPeriod(Duration.ofSeconds(30))
                .build();
        this.thread.initialize();
    }

    /** What is not begun waits for the next start. */
    @PreDestroy
    void stop() {
        thread.shutdown();
    }

    /** Writes down who has to follow, in the transaction of the change. @return how many */
    @Transactional(propagation = Propagation.MANDATORY)
    int add(String changeId, String cycleId) {
        return database.sql("insert into evaluation_behind (evaluation_id, change_id)"
                        + " select id, :change from evaluation where cycle_id = :cycle and first_day is null"
                        + " and stage in (:stages)")
                .param("change", changeId)
                .param("cycle", cycleId)
                .param("stages", Stage.beforeResult().stream().map(Enum::name).toList())
                .update();
    }

    /** How many evaluations of the cycle do not follow yet. */
    long count(String cycleId) {
        return database.sql("select count(*) from evaluation_behind b join cycle_change c on c.id = b.change_id"
                        + " where c.cycle_id = ?")
                .param(cycleId)
                .query(Long.class)
                .single();
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        follow();
    }

    /** Lets everybody follow who is behind. @return completed when none is left who can */
    CompletableFuture<Void> follow() {
        return CompletableFuture.runAsync(this::followAll, thread);
    }

    private void followAll() {
        for (var left = TRIES; left > 0; left--) {
            var behind = behind();
            if (behind.isEmpty()) {
                return;
            }
            for (var one : behind) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                try {
                    transactions.executeWithoutResult(status -> follow(one));
                } catch (RuntimeException failure) {
                    LOG.warn("An evaluation does not follow its cycle's days yet ({} tries left)", left - 1, failure);
                }
            }
        }
    }

    private List<Behind> behind() {
        return database.sql("select evaluation_id, change_id from evaluation_behind order by evaluation_id")
                .query((row, number) -> new Behind(row.getString(1), row.getString(2)))
                .list();
    }

    private record Behind(String evaluation, String change) {}

    /** Of two servers that come at once the second finds the row gone. */
    private void follow(Behind one) {
        var mine = database.sql("delete from evaluation_behind where evaluation_id = ?")
                .param(one.evaluation())
                .update();
        var evaluation = evaluations.findWithCycleById(one.evaluation()).orElseThrow();
        if (mine == 0
                || evaluation.isPart()
                || !Stage.beforeResult().contains(evaluation.stage())
                || processes.isBeingScored(evaluation.id())) {
            return;
        }
        processes.reschedule(evaluation);
        var change = changes.findById(one.change()).orElseThrow();
        events.publishEvent(new EvaluationRecorded(
                evaluation.id(), TrailEvent.RESCHEDULED, change.changedBy(), clock.instant(), details(change)));
    }

    /** What its trail keeps of it. */
    private String details(CycleChange change) {
        return json.createObjectNode()
                .put("reason", change.reason())
                .set("changes", change.fields())
                .toString();
    }
}
