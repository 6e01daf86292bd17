package id.laras.engine;

import id.laras.security.DeedDone;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What somebody took from a group goes back to it when they lose the right to it
 * (docs/adr/0090-having-taken-a-task-is-no-right.md).
 */
@Service
public class TakenTasks {

    /** Open tasks that a model offers to a group, whoever has taken them. */
    static final String OF_GROUPS = " from ACT_RU_IDENTITYLINK l join ACT_RU_TASK t on t.ID_ = l.TASK_ID_"
            + " where l.GROUP_ID_ is not null and l.TYPE_ = 'candidate'";

    private final ProcessEngine engine;
    private final JdbcClient database;
    private final EntityManager entities;
    private final TaskRights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakenTasks(
            @Lazy ProcessEngine engine,
            JdbcClient database,
            @Lazy EntityManager entities,
            TaskRights rights,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engine = engine;
        this.database = database;
        this.entities = entities;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whatever was done by virtue of a role may have taken somebody's right to what they hold: what they have taken from a group goes
     * back to it, in the same transaction.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void on(DeedDone deed) {
        var taken = database.sql("select distinct t.ID_" + OF_GROUPS + " and t.ASSIGNEE_ is not null")
                .query(String.class)
                .list();
        if (!taken.isEmpty()) {
            entities.flush();
            giveBack(taken);
        }
    }

    /** As {@link #on}, for one person: a right may also end with a day, or with the tree of units. */
    @Transactional
    public void letGo(String account) {
        var taken = database.sql(
                        "select t.ID_ from ACT_RU_TASK t where t.ASSIGNEE_ = ? and exists (select 1 from"
                                + " ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_ and l.GROUP_ID_ is not null and l.TYPE_ = 'candidate')")
                .param(account)
                .query(String.class)
                .list();
        if (!taken.isEmpty()) {
            giveBack(taken);
        }
    }

    /** In the caller's transaction, with the rights of the application. */
    private void giveBack(List<String> taken) {
        AsApplication.call(engine, context -> {
            taken.stream()
                    .map(context.getTaskManager()::findTaskById)
                    .filter(task -> task != null && task.getAssignee() != null)
                    .filter(task -> !rights.isEntitled(task, task.getAssignee()))
                    .forEach(this::backToGroup);
            return null;
        });
    }

    private void backToGroup(TaskEntity task) {
        var holder = task.getAssignee();
        SubstituteTasks.takeRights(task, holder);
        task.setAssignee(null);
        task.triggerUpdateEvent();
        SubstituteTasks.takeRights(task, holder);
        events.publishEvent(new TaskClaimed(
                task.getExecution().getProcessBusinessKey(),
                engine.getRepositoryService()
                        .getProcessDefinition(task.getProcessDefinitionId())
                        .getKey(),
                task.getTaskDefinitionKey(),
                task.getId(),
                null,
                true,
                clock.instant()));
    }
}
