package id.laras.engine;

import id.laras.rules.Nip;
import id.laras.rules.Pages;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.security.AccountDirectory;
import id.laras.security.Actor;
import id.laras.security.DeedDone;
import id.laras.security.Deeds;
import id.laras.security.HrReach;
import id.laras.security.Personnel;
import id.laras.security.Role;
import id.laras.security.StoodIn;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Open tasks that nobody can do as they stand, so that HR hands them over (docs/adr/0091-held-up-tasks-are-found-in-the-engine.md).
 * They are found by who holds what is open in the engine and not by steps: a new step cannot be forgotten. Confidential steps are left
 * out: who was asked for an opinion is nobody's business.
 */
@Service
public class HeldUpTasks {

    /** A variable of the task alone: its holder had a conflict of interest when it was born or handed over. */
    static final String MARK = "heldUp";

    /** Characters, as in a form's answer. */
    private static final int LONGEST_REASON = AnswerTexts.LONGEST_TEXT;

    private static final int AT_ONCE = 500;

    private final ProcessEngine engine;
    private final JdbcClient database;
    private final EntityManager entities;
    private final TaskRights rights;
    private final HumanSteps steps;
    private final AccountDirectory directory;
    private final ObjectProvider<Personnel> personnel;
    private final UnitHr units;
    private final HrReach reach;
    private final StoodIn names;
    private final TaskNames taskNames;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HeldUpTasks(
            @Lazy ProcessEngine engine,
            JdbcClient database,
            @Lazy EntityManager entities,
            TaskRights rights,
            HumanSteps steps,
            AccountDirectory directory,
            ObjectProvider<Personnel> personnel,
            UnitHr units,
            HrReach reach,
            StoodIn names,
            TaskNames taskNames,
            Deeds deeds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engine = engine;
        this.database = database;
        this.entities = entities;
        this.rights = rights;
        this.steps = steps;
        this.directory = directory;
        this.personnel = personnel;
        this.units = units;
        this.reach = reach;
        this.names = names;
        this.taskNames = taskNames;
        this.deeds = deeds;
        this.events = events;
        this.clock = clock;
    }

    /** A task is born or changes hands: what stands against its holder by then is noted, to be found without asking of all. */
    void mark(TaskEntity task) {
        var holder = holder(task);
        if (holder != null && rights.hasConflict(task, holder)) {
            task.setVariableLocal(MARK, true);
        } else if (task.hasVariableLocal(MARK)) {
            task.removeVariableLocal(MARK);
        }
    }

    /**
     * Whatever was done by virtue of a role may have taken somebody's right to what they hold: what they have taken from a group goes
     * back to it, in the same transaction.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void on(DeedDone deed) {
        var taken = ofGroups(" and t.ASSIGNEE_ is not null");
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

    private void giveBack(List<String> taken) {
        asApplication(() -> {
            var tasks = Context.getCommandContext().getTaskManager();
            taken.stream()
                    .map(tasks::findTaskById)
                    .filter(task -> task != null && task.getAssignee() != null)
                    .filter(task -> !rights.isEntitled(task, task.getAssignee()))
                    .forEach(this::backToGroup);
            return null;
        });
    }

    /** Ids of open tasks of groups: a meeting on each unit at most, and a few more. */
    private List<String> ofGroups(String condition) {
        return database.sql("select distinct t.ID_ from ACT_RU_IDENTITYLINK l join ACT_RU_TASK t on t.ID_ = l.TASK_ID_"
                        + " where l.GROUP_ID_ is not null and l.TYPE_ = 'candidate'" + condition)
                .query(String.class)
                .list();
    }

    private void backToGroup(TaskEntity task) {
        var holder = task.getAssignee();
        SubstituteTasks.takeRights(task, holder);
        task.setAssignee(null);
        task.triggerUpdateEvent();
        SubstituteTasks.takeRights(task, holder);
        events.publishEvent(new TaskClaimed(
                task.getExecution().getProcessBusinessKey(),
                process(task),
                task.getTaskDefinitionKey(),
                task.getId(),
                null,
                true,
                clock.instant()));
    }

    /** As far as the actor's role of HR reaches, the most urgent first. */
    @Transactional(readOnly = true)
    public Page<HeldUp> list(Actor actor, Pageable page) {
        var mine = reach.of(actor);
        var found = asApplication(this::find);
        var homes = mine.everywhere()
                ? null
                : units.units(found.stream()
                        .map(HeldUp::businessKey)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        var shown = Pages.cut(
                found.stream()
                        .filter(one -> homes == null || mine.covers(homes.get(one.businessKey())))
                        .toList(),
                page);
        var named = names.names(
                shown.stream().map(HeldUp::holder).filter(Objects::nonNull).collect(Collectors.toSet()));
        return shown.map(one -> new HeldUp(
                one.taskId(),
                one.name(),
                one.businessKey(),
                one.holder() == null ? null : named.get(one.holder()),
                one.why(),
                one.ofGroup(),
                one.dueAt()));
    }

    private List<HeldUp> find() {
        var closed = directory.closed();
        var left = personnel.stream().flatMap(known -> known.left().stream()).collect(Collectors.toSet());
        var ofGroups = Set.copyOf(ofGroups(""));
        var tasks = suspects(Stream.concat(closed.stream(), left.stream()).collect(Collectors.toSet()), ofGroups);
        var keys = businessKeys(tasks);
        return tasks.stream()
                .filter(this::isTold)
                .flatMap(task -> why(task, closed, left).stream()
                        .map(why -> new HeldUp(
                                task.getId(),
                                taskNames.of(task.getTaskDefinitionKey(), task.getName()),
                                keys.get(task.getProcessInstanceId()),
                                holder(task),
                                why,
                                ofGroups.contains(task.getId()),
                                task.getDueDate() == null
                                        ? null
                                        : task.getDueDate().toInstant())))
                .sorted(Comparator.comparing(HeldUp::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(HeldUp::taskId))
                .toList();
    }

    private static String holder(Task task) {
        return task.getOwner() == null ? task.getAssignee() : task.getOwner();
    }

    /** Without a question for each task of whoever is gone: of those there may be many. */
    private Optional<HeldUp.Why> why(Task task, Set<String> closed, Set<String> left) {
        var holder = holder(task);
        if (holder != null && closed.contains(holder)) {
            return Optional.of(HeldUp.Why.CLOSED);
        }
        return holder != null && left.contains(holder) ? Optional.of(HeldUp.Why.LEFT) : rights.heldUp(task);
    }

    private Map<String, String> businessKeys(List<Task> tasks) {
        var runs = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return runs.isEmpty()
                ? Map.of()
                : engine.getRuntimeService().createProcessInstanceQuery().processInstanceIds(runs).list().stream()
                        .filter(run -> run.getBusinessKey() != null)
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    /** Tasks of whoever is gone, those of groups, taken or not, and those that are marked. */
    private List<Task> suspects(Set<String> gone, Set<String> ofGroups) {
        var ids = new HashSet<>(ofGroups);
        inPortions(gone)
                .forEach(accounts -> ids.addAll(database.sql(
                                "select ID_ from ACT_RU_TASK where ASSIGNEE_ in (:gone)"
                                        + " union select ID_ from ACT_RU_TASK where OWNER_ in (:gone)"
                                        + " union select TASK_ID_ from ACT_RU_IDENTITYLINK where USER_ID_ in (:gone) and TASK_ID_ is not null")
                        .param("gone", accounts)
                        .query(String.class)
                        .list()));
        // by the index of variables of single tasks, of which there are few; the engine's own query would read all
        // variables
        ids.addAll(database.sql("select TASK_ID_ from ACT_RU_VARIABLE where TASK_ID_ is not null and NAME_ = ?")
                .param(MARK)
                .query(String.class)
                .list());
        return inPortions(ids)
                .flatMap(portion -> query().taskIdIn(portion.toArray(String[]::new)).list().stream())
                .filter(task -> task.getProcessInstanceId() != null)
                .toList();
    }

    private static Stream<List<String>> inPortions(Set<String> all) {
        var sorted = List.copyOf(all);
        return Stream.iterate(0, from -> from < sorted.size(), from -> from + AT_ONCE)
                .map(from -> sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())));
    }

    /**
     * HR gives a group's task that nobody can do to a person of their choice.
     *
     * @param nip whose number; they need not belong to the group
     * @throws Refusal when the task is beyond the actor's reach, can be done, or is not of a group; when there is no reason, or the
     *     actor is a party; when the person is the actor, unknown, out of service, shut out, or has a conflict of interest
     */
    @Transactional
    public void give(String taskId, String nip, String reason, Actor actor) {
        if (!actor.is(Role.HR) && !actor.is(Role.UNIT_HR)) {
            throw new Refusal("engine.heldUp.notHr");
        }
        var why = reason(reason);
        asApplication(() -> {
            var task = open(taskId).orElseThrow(() -> new Refusal("engine.heldUp.gone"));
            var key = task.getExecution().getProcessBusinessKey();
            var mine = reach.of(actor);
            if (!mine.everywhere() && units.unit(key).filter(mine::covers).isEmpty()) {
                throw new Refusal("engine.heldUp.gone");
            }
            if (!rights.isOfGroup(task)) {
                throw new Refusal("engine.heldUp.byLines");
            }
            if (rights.heldUp(task).isEmpty()) {
                throw new Refusal("engine.heldUp.able");
            }
            if (rights.isParty(task, actor.account())) {
                throw new Refusal("engine.heldUp.party");
            }
            var person = Optional.ofNullable(nip)
                    .map(Nip::of)
                    .flatMap(number -> personnel.stream()
                            .flatMap(known -> known.account(number).stream())
                            .findFirst())
                    .orElseThrow(() -> new Refusal("engine.heldUp.unknown", Objects.toString(nip, "")));
            if (person.equals(actor.account())) {
                throw new Refusal("engine.heldUp.oneself");
            }
            if (!rights.couldDo(task, person)) {
                throw new Refusal("engine.heldUp.unable", names.name(person));
            }
            var former = task.getAssignee();
            if (former != null) {
                SubstituteTasks.takeRights(task, former);
            }
            task.addUserIdentityLink(person, IdentityLinkType.CANDIDATE);
            task.setAssignee(person);
            task.triggerUpdateEvent();
            if (former != null) {
                SubstituteTasks.takeRights(task, former);
            }
            deeds.record(
                    actor.account(),
                    "task.handedOver",
                    key,
                    new Given(task.getName(), former == null ? null : names.name(former), names.name(person), why));
            return null;
        });
    }

    /** What the trail keeps of it. */
    record Given(String task, String former, String successor, String reason) {}

    private static String reason(String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new Refusal("engine.heldUp.reasonLong", LONGEST_REASON);
        }
        return Reasons.required(reason, "engine.heldUp.reason");
    }

    private Optional<TaskEntity> open(String taskId) {
        return Optional.ofNullable(Context.getCommandContext().getTaskManager().findTaskById(taskId))
                .filter(task -> task.getExecution() != null && isTold(task));
    }

    private boolean isTold(Task task) {
        return steps.find(process(task), task.getTaskDefinitionKey())
                .filter(step -> step.awaited() && !step.confidential())
                .isPresent();
    }

    private String process(Task task) {
        return engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getKey();
    }

    private TaskQuery query() {
        return engine.getTaskService().createTaskQuery();
    }

    private <T> T asApplication(Callable<T> call) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(call));
    }
}
