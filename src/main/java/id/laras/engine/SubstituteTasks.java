package id.laras.engine;

import id.laras.rules.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Shares a person's tasks with their substitute and gives them back. A shared task belongs to its owner and is nobody's until
 * one of the two claims it, so that never both work on it; on its own it is no right: {@link #mayAct} asks by date again.
 */
@Component
public class SubstituteTasks {

    /** A variable of the task alone, by which Tasklist's shared list finds it. */
    static final String SHARED = "substituted";

    private final ProcessEngine engine;
    private final ObjectProvider<Substitutes> substitutes;
    private final HeldUpTasks heldUp;
    private final ApplicationEventPublisher events;
    private final TaskNames names;
    private final Clock clock;

    SubstituteTasks(
            @Lazy ProcessEngine engine,
            ObjectProvider<Substitutes> substitutes,
            HeldUpTasks heldUp,
            ApplicationEventPublisher events,
            TaskNames names,
            Clock clock) {
        this.engine = engine;
        this.substitutes = substitutes;
        this.heldUp = heldUp;
        this.events = events;
        this.names = names;
        this.clock = clock;
    }

    /** Shares or gives back everything that is open for the person, as today has it; may be repeated at will. */
    public void settle(String person) {
        change(
                Stream.concat(ids(query().taskAssignee(person)).stream(), ids(query().taskOwner(person)).stream()),
                this::settle);
    }

    /**
     * As {@link #settle}, for everything that is open in an evaluation.
     *
     * @param businessKey evaluation id
     */
    public void settleAll(String businessKey) {
        change(ids(query().processInstanceBusinessKey(businessKey)).stream(), this::settle);
    }

    /** Gives everything that is open in an evaluation back to those whose it is, before it is given to others. */
    public void giveBackAll(String businessKey) {
        change(ids(query().processInstanceBusinessKey(businessKey)).stream(), this::giveBack);
    }

    /**
     * The person takes the task back from their substitute, who may have it in hand.
     *
     * @throws Refusal when there is none (any more) or it is not theirs, which is not told apart
     */
    public void takeBack(String taskId, String person) {
        asApplication(() -> {
            var task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
            if (task == null || !person.equals(task.getOwner())) {
                throw new Refusal("engine.problem.notThere");
            }
            task.setAssignee(person);
            task.triggerUpdateEvent();
            events.publishEvent(new TaskClaimed(
                    businessKey(task),
                    process(task),
                    task.getTaskDefinitionKey(),
                    taskId,
                    person,
                    false,
                    clock.instant()));
            return null;
        });
    }

    /** Whether the account may work on this task as far as substitution goes: it is nobody else's, or they may stand in today. */
    boolean mayAct(String taskId, String account) {
        return asApplication(() -> {
            var task = query().taskId(taskId).singleResult();
            return task == null || mayAct(task, account);
        });
    }

    boolean mayAct(Task task, String account) {
        return task.getOwner() == null || account.equals(task.getOwner()) || isSubstitute(task, account);
    }

    private boolean isSubstitute(Task task, String account) {
        return task.getOwner() != null
                && !account.equals(task.getOwner())
                && substitute(task).filter(account::equals).isPresent();
    }

    /** Whether the account may do an open task of this evaluation for somebody else today, and so must read what it is about. */
    public boolean isSubstituteIn(String businessKey, String account) {
        return query().processInstanceBusinessKey(businessKey).list().stream()
                .anyMatch(task -> isSubstitute(task, account));
    }

    /** What is open for the person, the most urgent first. */
    public List<Shared> open(String person) {
        return query().or().taskAssignee(person).taskOwner(person).endOr().orderByDueDate().asc().list().stream()
                .filter(task -> task.getOwner() == null || task.getOwner().equals(person))
                .map(task -> new Shared(
                        task.getId(),
                        names.of(task.getTaskDefinitionKey(), task.getName()),
                        process(task),
                        task.getTaskDefinitionKey(),
                        substitute(task).orElse(null),
                        task.getAssignee()))
                .toList();
    }

    /**
     * A task of somebody who has a substitute.
     *
     * @param with   account of the substitute who may do it too, null when it remains with the person
     * @param holder account of who works on it, null when nobody has taken it
     */
    public record Shared(String taskId, String name, String process, String task, String with, String holder) {}

    /** A task is born or changes hands: before anybody sees it, it is shared with whoever stands in today. */
    void settle(TaskEntity task) {
        shareOrGiveBack(task);
        heldUp.mark(task);
    }

    private void shareOrGiveBack(TaskEntity task) {
        var person = task.getOwner() == null ? task.getAssignee() : task.getOwner();
        if (person == null) {
            return;
        }
        var substitute = substitute(task).orElse(null);
        if (task.getOwner() == null && substitute != null) {
            share(task, person, substitute);
        } else if (task.getOwner() != null && substitute == null) {
            giveBack(task);
        } else if (task.getOwner() != null) {
            shareWithOther(task, substitute);
        }
    }

    private void share(TaskEntity task, String person, String substitute) {
        if (!task.getCandidates().isEmpty()) {
            // Colleagues may take it anyway, in their own right: it goes back to them.
            task.setAssignee(null);
            return;
        }
        task.setOwner(person);
        task.setAssignee(null);
        task.addUserIdentityLink(person, IdentityLinkType.CANDIDATE);
        task.addUserIdentityLink(substitute, IdentityLinkType.CANDIDATE);
        task.setVariableLocal(SHARED, true);
    }

    /** One substitute follows on another. */
    private void shareWithOther(TaskEntity task, String substitute) {
        var before = substitutes(task);
        if (before.contains(substitute)) {
            return;
        }
        before.forEach(account -> takeRights(task, account));
        if (before.contains(task.getAssignee())) {
            task.setAssignee(null);
        }
        task.addUserIdentityLink(substitute, IdentityLinkType.CANDIDATE);
    }

    private void giveBack(TaskEntity task) {
        var person = task.getOwner();
        if (person == null) {
            return;
        }
        substitutes(task).forEach(account -> takeRights(task, account));
        task.deleteUserIdentityLink(person, IdentityLinkType.CANDIDATE);
        task.setAssignee(person);
        task.setOwner(null);
        task.removeVariableLocal(SHARED);
    }

    /** A task ends: whoever might have done it for its owner keeps nothing of it, not even in the history. */
    void forget(TaskEntity task) {
        if (task.getOwner() != null) {
            substitutes(task).forEach(account -> takeRights(task, account));
        }
    }

    /** The engine leaves everybody what it granted them on a task, even after its end. */
    static void takeRights(TaskEntity task, String account) {
        var authorizations = Context.getCommandContext().getAuthorizationManager();
        task.deleteUserIdentityLink(account, IdentityLinkType.CANDIDATE);
        for (var resource : List.of(Resources.TASK, Resources.HISTORIC_TASK)) {
            authorizations.deleteAuthorizationsByResourceIdAndUserId(resource, task.getId(), account);
        }
    }

    private static Set<String> substitutes(TaskEntity task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getUserId)
                .filter(account -> account != null && !account.equals(task.getOwner()))
                .collect(Collectors.toSet());
    }

    private Optional<String> substitute(Task task) {
        var person = task.getOwner() == null ? task.getAssignee() : task.getOwner();
        return Optional.ofNullable(substitutes.getIfAvailable())
                .flatMap(found -> found.of(person, process(task), task.getTaskDefinitionKey(), businessKey(task)));
    }

    private String process(Task task) {
        return engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getKey();
    }

    private String businessKey(Task task) {
        // Within a command the run may be so new that no query finds it; outside of one an entity has lost its run.
        return Context.getCommandContext() != null && task instanceof TaskEntity entity
                ? entity.getExecution().getProcessBusinessKey()
                : engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey();
    }

    private TaskQuery query() {
        return engine.getTaskService().createTaskQuery();
    }

    private static Set<String> ids(TaskQuery query) {
        return query.list().stream().map(Task::getId).collect(Collectors.toSet());
    }

    private void change(Stream<String> taskIds, Consumer<TaskEntity> change) {
        asApplication(() -> {
            var tasks = Context.getCommandContext().getTaskManager();
            taskIds.distinct().map(tasks::findTaskById).filter(Objects::nonNull).forEach(change);
            return null;
        });
    }

    private <T> T asApplication(Supplier<T> work) {
        return AsApplication.call(engine, context -> work.get());
    }
}
