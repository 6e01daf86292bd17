package id.laras.engine;

import static org.camunda.bpm.engine.task.IdentityLinkType.CANDIDATE;

import id.laras.rules.Refusal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The one way to complete a task, for Tasklist, REST and Java alike. Lets through the answer and nothing else, and closes
 * the side exits (resolve, error, escalation) by which a task would end unanswered.
 */
final class GuardedTaskService extends TaskServiceImpl {

    private final Submissions submissions;
    private final SubstituteTasks substitutes;
    private final TaskRights rights;
    private final TaskClaims claims;
    private final TaskComments comments;
    private final AccountVariables accounts;

    GuardedTaskService(
            Submissions submissions,
            SubstituteTasks substitutes,
            TaskRights rights,
            TaskClaims claims,
            TaskComments comments,
            AccountVariables accounts) {
        this.submissions = submissions;
        this.substitutes = substitutes;
        this.rights = rights;
        this.claims = claims;
        this.comments = comments;
        this.accounts = accounts;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        submissions.completing(taskId, () -> {
            super.complete(taskId, submissions.accepted(variables));
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return accounts.withoutThem(submissions.completing(
                taskId,
                () -> super.completeWithVariablesInReturn(taskId, submissions.accepted(variables), deserializeValues)));
    }

    /** What the engine's API hands out; forms ask for what they need by name. */
    @Override
    public VariableMap getVariablesTyped(String taskId, boolean deserializeValues) {
        return accounts.withoutThem(super.getVariablesTyped(taskId, deserializeValues));
    }

    /**
     * People take a task for themselves, and give back only their own: a candidate who could take it from whoever holds it
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
            if (caller != null && userId == null && !isAlsoForOthers(taskId)) {
                throw new Refusal("engine.submission.releaseOwn");
            }
            if (caller != null && userId != null && !substitutes.mayAct(taskId, userId)) {
                throw new Refusal("engine.submission.notSubstitute");
            }
            try {
                claims.change(taskId, caller, userId == null, () -> {
                    // the engine first: to a stranger nothing is said about the task
                    super.claim(taskId, userId);
                    if (caller != null && userId != null) {
                        rights.check(createTaskQuery().taskId(taskId).singleResult(), userId);
                    }
                });
            } catch (TaskAlreadyClaimedException taken) {
                throw new Refusal("engine.submission.claimed");
            }
            return null;
        });
    }

    /** Tasklist's button to release a task comes in here; everybody else needs the engine's permission to assign. */
    @Override
    public void setAssignee(String taskId, String userId) {
        var caller = submissions.caller();
        if (userId == null && caller != null && isAssignee(taskId, caller) && isAlsoForOthers(taskId)) {
            claim(taskId, null);
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    /** Whoever releases a task that only they may do would leave it to nobody. */
    private boolean isAlsoForOthers(String taskId) {
        return getIdentityLinksForTask(taskId).stream().anyMatch(link -> CANDIDATE.equals(link.getType()));
    }

    private boolean isAssignee(String taskId, String caller) {
        return createTaskQuery().taskId(taskId).taskAssignee(caller).count() == 1;
    }

    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        return submissions.speaking(() -> comments.write(taskId, processInstanceId, message));
    }

    @Override
    public List<Comment> getTaskComments(String taskId) {
        return comments.ofTask(taskId);
    }

    @Override
    public Comment getTaskComment(String taskId, String commentId) {
        return comments.one(taskId, commentId);
    }

    @Override
    public List<Comment> getProcessInstanceComments(String processInstanceId) {
        return comments.ofProcessInstance(processInstanceId);
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
