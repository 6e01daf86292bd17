package id.laras.engine;

import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a task change hands and tells the trail of it, in one transaction. */
@Component
class TaskClaims {

    private final ProcessEngine engine;
    private final HumanSteps steps;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TaskClaims(
            @Lazy ProcessEngine engine,
            HumanSteps steps,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.engine = engine;
        this.steps = steps;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param actor who takes the task or gives it back; null for the application itself, of which nothing is told */
    void change(String taskId, String actor, boolean released, Runnable change) {
        transactions.executeWithoutResult(status -> {
            var claimed = actor == null ? null : claimed(taskId, actor, released);
            change.run();
            if (claimed != null) {
                events.publishEvent(claimed);
            }
        });
    }

    /** Null where nothing is to be told: who has an opinion to give is nobody's business. */
    private TaskClaimed claimed(String taskId, String actor, boolean released) {
        return AsApplication.call(engine, context -> {
            var task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
            return task == null || task.getProcessInstanceId() == null ? null : claimed(task, actor, released);
        });
    }

    private TaskClaimed claimed(Task task, String actor, boolean released) {
        var process = engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getKey();
        var run = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        var told = run.getBusinessKey() != null
                && !(actor.equals(task.getAssignee()) && !released)
                && steps.find(process, task.getTaskDefinitionKey())
                        .filter(step -> !step.step().confidential())
                        .isPresent();
        return told
                ? new TaskClaimed(
                        run.getBusinessKey(),
                        process,
                        task.getTaskDefinitionKey(),
                        task.getId(),
                        actor,
                        released,
                        clock.instant())
                : null;
    }
}
