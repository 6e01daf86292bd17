package id.laras.engine;

import id.laras.rules.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The one way to complete a task, for Tasklist, REST and Java alike. Lets through the answer and nothing else, and closes
 * the side exits (resolve, error, escalation) by which a task would end unanswered.
 */
final class GuardedTaskService extends TaskServiceImpl {

    private final Submissions submissions;

    GuardedTaskService(Submissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        submissions.speaking(() -> {
            super.complete(taskId, submissions.accepted(variables));
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return submissions.speaking(
                () -> super.completeWithVariablesInReturn(taskId, submissions.accepted(variables), deserializeValues));
    }

    /**
     * A person takes a task for himself, and gives back only his own: a candidate who could take it from whoever holds it
     * would take an objection from the superior.
     */
    @Override
    public void claim(String taskId, String userId) {
        submissions.speaking(() -> {
            var caller = submissions.caller();
            if (caller != null && userId != null && !caller.equals(userId)) {
                throw new Refusal("engine.submission.claimForOther");
            }
            if (caller != null && userId == null && !isAssignee(taskId, caller)) {
                throw new Refusal("engine.submission.releaseOthers");
            }
            super.claim(taskId, userId);
            return null;
        });
    }

    private boolean isAssignee(String taskId, String caller) {
        return createTaskQuery().taskId(taskId).taskAssignee(caller).count() == 1;
    }

    @Override
    public void resolveTask(String taskId) {
        throw closed();
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        throw closed();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        throw closed();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
        throw closed();
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String message, Map<String, Object> variables) {
        throw closed();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        throw closed();
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        throw closed();
    }

    private RuntimeException closed() {
        return submissions.speaking(() -> {
            throw new Refusal("engine.submission.onlyComplete");
        });
    }
}
