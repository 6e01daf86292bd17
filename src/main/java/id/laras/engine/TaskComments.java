package id.laras.engine;

import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessInstanceCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Comment;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Comments on tasks: whoever holds a task adds to them, under their own name; nobody changes or removes one. The engine
 * keeps them for Tasklist, the trail for the timeline, both in one transaction.
 */
@Component
class TaskComments {

    /** On one task; nobody talks that much about one. */
    static final int MOST = 100;

    private final ProcessEngine engine;
    private final HumanSteps steps;
    private final SubstituteTasks substitutes;
    private final TaskRights rights;
    private final TaskRows rows;
    private final ObjectProvider<CommentReaders> readers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskComments(
            @Lazy ProcessEngine engine,
            HumanSteps steps,
            SubstituteTasks substitutes,
            TaskRights rights,
            TaskRows rows,
            ObjectProvider<CommentReaders> readers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engine = engine;
        this.steps = steps;
        this.substitutes = substitutes;
        this.rights = rights;
        this.rows = rows;
        this.readers = readers;
        this.events = events;
        this.clock = clock;
    }

    /** Whether whoever holds this task may comment on it. */
    boolean areOpen(String process, String task) {
        return steps.find(process, task)
                .filter(step -> !step.step().confidential())
                .isPresent();
    }

    /**
     * Adds a comment in the name of the caller.
     *
     * @param processInstanceId null, or that of the task
     * @throws Refusal when the caller does not hold the task, the step is confidential, or the text is empty or too long
     */
    Comment write(String taskId, String processInstanceId, String text) {
        return inOneTransaction(context -> {
            // First of all: of two comments at once the second counts the first, and the limit holds.
            var open = taskId != null && rows.take(taskId);
            var task = open ? context.getTaskManager().findTaskById(taskId) : null;
            var caller = context.getAuthenticatedUserId();
            if (task == null || !holds(task, caller) || !isOf(task, processInstanceId)) {
                throw new Refusal("engine.comment.notHolder");
            }
            var process = task.getProcessDefinition().getKey();
            if (!areOpen(process, task.getTaskDefinitionKey())) {
                throw new Refusal("engine.comment.confidential");
            }
            check(text);
            if (context.getCommentManager().findCommentsByTaskId(taskId).size() >= MOST) {
                throw new Refusal("engine.comment.tooMany", MOST);
            }
            var comment = new AddCommentCmd(taskId, task.getProcessInstanceId(), text).execute(context);
            var person = task.getOwner() == null || task.getOwner().equals(caller) ? null : task.getOwner();
            events.publishEvent(new TaskCommented(
                    task.getExecution().getProcessBusinessKey(),
                    process,
                    task.getTaskDefinitionKey(),
                    taskId,
                    caller,
                    person,
                    clock.instant(),
                    text));
            return comment;
        });
    }

    private boolean holds(TaskEntity task, String caller) {
        return caller != null
                && caller.equals(task.getAssignee())
                && task.getExecution() != null
                && substitutes.mayAct(task, caller)
                && rights.isEntitled(task, caller);
    }

    private static boolean isOf(TaskEntity task, String processInstanceId) {
        return processInstanceId == null || processInstanceId.equals(task.getProcessInstanceId());
    }

    private static void check(String text) {
        if (Reasons.missing(text)) {
            throw new Refusal("engine.comment.empty");
        }
        var length = text.codePointCount(0, text.length());
        if (length > Reasons.LONGEST) {
            throw new Refusal("engine.comment.tooLong", length, Reasons.LONGEST);
        }
    }

    /** Those of a task that the caller may read, the newest first. */
    List<Comment> ofTask(String taskId) {
        return inOneTransaction(context -> readable(new GetTaskCommentsCmd(taskId).execute(context), context));
    }

    List<Comment> ofProcessInstance(String processInstanceId) {
        return inOneTransaction(
                context -> readable(new GetProcessInstanceCommentsCmd(processInstanceId).execute(context), context));
    }

    /** Null when there is none, or none that the caller may read. */
    Comment one(String taskId, String commentId) {
        return inOneTransaction(context -> {
            var found = new GetTaskCommentCmd(taskId, commentId).execute(context);
            return found == null
                    ? null
                    : readable(List.of(found), context).stream().findFirst().orElse(null);
        });
    }

    /** The author reads their own; everybody else what their timeline would tell them; the application reads all. */
    private List<Comment> readable(List<Comment> comments, CommandContext context) {
        var caller = context.getAuthentication();
        if (caller == null) {
            return comments;
        }
        var byTask = new HashMap<String, Predicate<Instant>>();
        return comments.stream()
                .filter(comment -> caller.getUserId().equals(comment.getUserId())
                        || comment.getTaskId() != null
                                && byTask.computeIfAbsent(comment.getTaskId(), task -> readableOf(task, caller))
                                        .test(comment.getTime().toInstant()))
                .toList();
    }

    private Predicate<Instant> readableOf(String taskId, Authentication caller) {
        var task = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .singleResult();
        return task == null || !areOpen(task.getProcessDefinitionKey(), task.getTaskDefinitionKey())
                ? never -> false
                : readers.stream()
                        .map(found -> found.of(businessKey(task), actor(caller)))
                        .reduce(never -> false, Predicate::or);
    }

    private String businessKey(HistoricTaskInstance task) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private static Actor actor(Authentication caller) {
        var groups = caller.getGroupIds() == null ? List.<String>of() : caller.getGroupIds();
        return new Actor(
                caller.getUserId(),
                Arrays.stream(Role.values())
                        .filter(role -> groups.contains(role.group()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** With the rights of the application: who may do what is asked here, not of the engine. */
    private <T> T inOneTransaction(Command<T> deed) {
        return AsApplication.call(engine, deed::execute);
    }
}
