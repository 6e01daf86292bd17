package id.laras.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.rules.Refusal;
import id.laras.security.AccountDirectory;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.security.StoodIn;
import id.laras.steps.TrailEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a form may see and keep of a task: for its assignee and, read-only, its candidates and its owner. For nobody else it exists. */
@Service
@Transactional
public class TaskDesk {

    /** A form of the longest kind with a hundred rows has 60 KB. */
    static final int LONGEST_DRAFT = 256 * 1024;

    private final TaskService tasks;
    private final RuntimeService processes;
    private final RepositoryService models;
    private final HumanSteps steps;
    private final TaskDrafts drafts;
    private final TaskRows rows;
    private final SubstituteTasks substitutes;
    private final TaskRights rights;
    private final TaskComments comments;
    private final StoodIn stoodIn;
    private final TaskNames names;
    private final AccountDirectory directory;
    private final ObjectProvider<StepSubjects> subjects;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskDesk(
            TaskService tasks,
            RuntimeService processes,
            RepositoryService models,
            HumanSteps steps,
            TaskDrafts drafts,
            TaskRows rows,
            SubstituteTasks substitutes,
            TaskRights rights,
            TaskComments comments,
            StoodIn stoodIn,
            TaskNames names,
            AccountDirectory directory,
            ObjectProvider<StepSubjects> subjects,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.processes = processes;
        this.models = models;
        this.steps = steps;
        this.drafts = drafts;
        this.rows = rows;
        this.substitutes = substitutes;
        this.rights = rights;
        this.comments = comments;
        this.stoodIn = stoodIn;
        this.names = names;
        this.directory = directory;
        this.subjects = subjects;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Empty when there is no such task, or none that the actor may know of.
     *
     * @throws Refusal when the actor has a conflict of interest
     */
    public Optional<OpenTask> open(String taskId, Actor actor) {
        var found = find(taskId).filter(task -> mayOpen(task, actor));
        found.ifPresent(task -> rights.check(task, actor.account()));
        return found.map(task -> show(task, actor));
    }

    /**
     * Keeps what has been typed so far.
     *
     * @param seen     version of the draft that the text builds upon, 0 for none
     * @param replaces ids of the texts beside the draft that this one takes the place of
     * @return empty when there is no such task, or the actor is not its assignee
     * @throws Refusal when the draft is no JSON or longer than 256 KB
     */
    public Optional<DraftKept> keepDraft(String taskId, Actor actor, String draft, long seen, List<String> replaces) {
        var own = find(taskId).filter(task -> isAssignee(task, actor) && substitutes.mayAct(task, actor.account()));
        if (own.isEmpty() || !rights.isEntitled(own.get(), actor.account())) {
            return Optional.empty();
        }
        if (draft.getBytes(StandardCharsets.UTF_8).length > LONGEST_DRAFT) {
            throw new Refusal("engine.draft.tooLong", LONGEST_DRAFT / 1024);
        }
        try {
            json.readTree(draft);
        } catch (JsonProcessingException e) {
            throw new Refusal("engine.draft.unreadable");
        }
        if (!rows.take(taskId)) {
            return Optional.empty();
        }
        return Optional.of(drafts.keep(taskId, actor.account(), draft, seen, replaces));
    }

    /** A task that is its assignee's, whom {@link StepCompletion#mustTake} may refuse; empty for everybody else. */
    Optional<Held> hold(String taskId, Actor actor) {
        return find(taskId)
                .filter(task -> isAssignee(task, actor) && substitutes.mayAct(task, actor.account()))
                .filter(task -> rows.take(taskId))
                .map(task -> {
                    var model = (ProcessDefinitionEntity) models.getProcessDefinition(task.getProcessDefinitionId());
                    var ends = HumanStepGuard.endsByTimer(model.findActivity(task.getTaskDefinitionKey()));
                    return new Held(model.getKey(), task, context(task, actor), ends);
                });
    }

    /**
     * @param process key of the process definition
     * @param ends    whether a timer ends the task with its day
     */
    record Held(String process, Task task, StepContext context, boolean ends) {}

    /** The actor's most urgent task of that evaluation or calibration. */
    @Transactional(readOnly = true)
    public Optional<NextTask> next(String businessKey, Actor actor) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskAssignee(actor.account())
                .orderByDueDate()
                .asc()
                .list()
                .stream()
                .filter(task -> rights.isEntitled(task, actor.account()))
                .findFirst()
                .map(task -> new NextTask(task.getId(), names.of(task.getTaskDefinitionKey(), task.getName())));
    }

    public record NextTask(String taskId, String name) {}

    private Optional<Task> find(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .filter(task -> task.getProcessInstanceId() != null);
    }

    private OpenTask show(Task task, Actor actor) {
        var process = process(task);
        var context = context(task, actor);
        var businessKey = context.businessKey();
        var person = context.onBehalfOf();
        var holder = isOwner(task, actor) && !isAssignee(task, actor) ? task.getAssignee() : null;
        var step = steps.find(process, task.getTaskDefinitionKey());
        var data = step.map(found -> found.view(context)).orElse(null);
        if (businessKey != null) {
            var confidential = step.filter(found -> found.step().confidential()).isPresent();
            var how = confidential ? TrailEvent.OPINION_FORM_READ : TrailEvent.FORM_READ;
            events.publishEvent(new ProcessRead(businessKey, actor.account(), how, clock.instant()));
        }
        var draft = drafts.find(task.getId(), actor.account());
        return new OpenTask(
                task.getId(),
                process,
                task.getTaskDefinitionKey(),
                names.of(task.getTaskDefinitionKey(), task.getName()),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                businessKey,
                !isAssignee(task, actor),
                person == null ? null : stoodIn.name(person),
                holder == null ? null : stoodIn.name(holder),
                isAssignee(task, actor) && comments.areOpen(process, task.getTaskDefinitionKey()),
                subjects.getIfAvailable(() -> (key, reader) -> null).subject(businessKey, actor.account()),
                data,
                actor.account(),
                draft.map(TaskDrafts.Kept::content).orElse(null),
                draft.map(TaskDrafts.Kept::version).orElse(0L),
                draft.map(TaskDrafts.Kept::beside).orElse(List.of()));
    }

    private String process(Task task) {
        return models.getProcessDefinition(task.getProcessDefinitionId()).getKey();
    }

    private StepContext context(Task task, Actor actor) {
        var businessKey = processes
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        var person = isOwner(task, actor) ? null : task.getOwner();
        return new StepContext(task.getId(), businessKey, actor.account(), person, new Variables(task.getId())::get);
    }

    private boolean mayOpen(Task task, Actor actor) {
        return (isAssignee(task, actor)
                        || isOwner(task, actor)
                        || task.getAssignee() == null && isCandidate(task, actor))
                && substitutes.mayAct(task, actor.account())
                && rights.isEntitled(task, actor.account());
    }

    /** The actor's own task, shared with a substitute. */
    private static boolean isOwner(Task task, Actor actor) {
        return actor.account().equals(task.getOwner());
    }

    private static boolean isAssignee(Task task, Actor actor) {
        return actor.account().equals(task.getAssignee());
    }

    private boolean isCandidate(Task task, Actor actor) {
        // Only those of the actor's units: the login may have fewer roles than the account, as a token's has.
        var ofUnits = actor.is(Role.UNIT_HR)
                ? directory.groups(actor.account()).stream()
                        .filter(group -> group.startsWith(Role.UNIT_HR.groupOf("")))
                        .toList()
                : List.<String>of();
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(link -> actor.account().equals(link.getUserId())
                        || actor.roles().stream().anyMatch(role -> role.group().equals(link.getGroupId()))
                        || link.getGroupId() != null && ofUnits.contains(link.getGroupId()));
    }

    /** Read together, and only when a step asks for one. */
    private final class Variables {

        private final String taskId;
        private Map<String, Object> values;

        Variables(String taskId) {
            this.taskId = taskId;
        }

        Object get(String name) {
            if (values == null) {
                values = new HashMap<>(tasks.getVariables(taskId));
            }
            return values.get(name);
        }
    }
}
