package id.laras.feedback.process;

import id.laras.cycle.EvaluationId;
import id.laras.feedback.FeedbackService;
import id.laras.steps.Step;
import id.laras.succession.EvaluationHandedOver;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A colleague who was asked for an opinion assesses by now, or decides on an objection: they are asked no longer. Nothing tells of it, as nobody may know who
 * was asked.
 */
@Component
class NobodyAboveIsAsked {

    /** All opinions of one evaluation together; the engine's name for it. */
    private static final String ALL_OPINIONS = Step.GIVE_FEEDBACK.task() + "#multiInstanceBody";

    private static final String AFTER_THE_LAST = "Flow_FeedbackComplete";

    private final FeedbackService feedback;
    private final RuntimeService runtime;
    private final TaskService tasks;

    NobodyAboveIsAsked(FeedbackService feedback, @Lazy RuntimeService runtime, @Lazy TaskService tasks) {
        this.feedback = feedback;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(EvaluationHandedOver handedOver) {
        handedOver.above().stream()
                .filter(one -> feedback.withdraw(handedOver.evaluation(), one))
                .forEach(one -> close(handedOver.evaluation(), one));
    }

    private void close(EvaluationId evaluation, String respondent) {
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(evaluation.value())
                .taskDefinitionKey(Step.GIVE_FEEDBACK.task())
                .list();
        open.stream().filter(task -> respondent.equals(task.getAssignee())).forEach(task -> {
            var change = runtime.createProcessInstanceModification(task.getProcessInstanceId());
            if (open.size() == 1) {
                // The engine would wait for ever for an opinion that nobody gives any more.
                change.startTransition(AFTER_THE_LAST)
                        .cancelAllForActivity(ALL_OPINIONS)
                        .execute();
            } else {
                change.cancelActivityInstance(instance(task)).execute();
            }
        });
    }

    private String instance(Task task) {
        for (var each : runtime.getActivityInstance(task.getProcessInstanceId())
                .getActivityInstances(Step.GIVE_FEEDBACK.task())) {
            for (var execution : each.getExecutionIds()) {
                if (execution.equals(task.getExecutionId())) {
                    return each.getId();
                }
            }
        }
        throw new IllegalStateException("No activity of task " + task.getId());
    }
}
