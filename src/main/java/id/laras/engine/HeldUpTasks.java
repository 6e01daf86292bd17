package id.laras.engine;

import id.laras.rules.Nip;
import id.laras.rules.Pages;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.security.AccountDirectory;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.HrReach;
import id.laras.security.Personnel;
import id.laras.security.Personnel.Absent;
import id.laras.security.Role;
import id.laras.security.StoodIn;
import id.laras.steps.TrailEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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

    private static final int AT_ONCE = 500;

    private final ProcessEngine engine;
    private final JdbcClient database;
    private final TaskRights rights;
    private final HumanSteps steps;
    private final AccountDirectory directory;
    private final ObjectProvider<Personnel> personnel;
    private final ObjectProvider<Stays> stays;
    private final UnitHr units;
    private final HrReach reach;
    private final StoodIn names;
    private final TaskNames taskNames;
    private final Deeds deeds;

    HeldUpTasks(
            @Lazy ProcessEngine engine,
            JdbcClient database,
            TaskRights rights,
            HumanSteps steps,
            AccountDirectory directory,
            ObjectProvider<Personnel> personnel,
            ObjectProvider<Stays> stays,
            UnitHr units,
            HrReach reach,
            StoodIn names,
            TaskNames taskNames,
            Deeds deeds) {
        this.engine = engine;
        this.database = database;
        this.rights = rights;
        this.steps = steps;
        this.directory = directory;
        this.personnel = personnel;
        this.stays = stays;
        this.units = units;
        this.reach = reach;
        this.names = names;
        this.taskNames = taskNames;
        this.deeds = deeds;
    }

    /** A task is born or changes hands: what stands against its holder by then is noted, to be found without asking of all. */
    void mark(TaskEntity task) {
        var holder = holder(task);
        var stake = holder != null && rights.hasConflict(task, holder);
        var marked = task.hasVariableLocal(MARK);
        if (stake && !marked) {
            task.setVariableLocal(MARK, true);
        } else if (!stake && marked) {
            task.removeVariableLocal(MARK);
        }
    }

    /**
     * A conflict that arose later is noted when its holder meets it: after their refusal, which takes back everything else. It
     * may be somebody else's, and then nothing is noted.
     */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK, fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void on(StakeFound found) {
        asApplication(() -> {
            open(found.taskId()).ifPresent(this::mark);
            return null;
        });
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
                one.ofGroup() && isAbout(one.taskId(), rights::canGoBack),
                one.ofGroup() && isAbout(one.taskId(), task -> rights.hasConflict(task, actor.account())),
                one.dueAt()));
    }

    private boolean isAbout(String taskId, Predicate<TaskEntity> what) {
        return asApplication(() -> open(taskId).filter(what).isPresent());
    }

    private List<HeldUp> find() {
        var gone = Gone.of(directory, personnel);
        var ofGroups = ofGroups();
        var tasks = suspects(gone.accounts(), ofGroups);
        var keys = businessKeys(tasks);
        var stay = staying(tasks, keys, gone);
        return tasks.stream()
                .filter(this::isTold)
                .flatMap(task -> why(task, gone)
                        .filter(why ->
                                !stay.contains(task.getId()) || why != HeldUp.Why.MOVED && why != HeldUp.Why.ON_LEAVE)
                        .stream()
                        .map(why -> new HeldUp(
                                task.getId(),
                                taskNames.of(task.getTaskDefinitionKey(), task.getName()),
                                keys.get(task.getProcessInstanceId()),
                                holder(task),
                                why,
                                ofGroups.contains(task.getId()),
                                false,
                                false,
                                task.getDueDate() == null
                                        ? null
                                        : task.getDueDate().toInstant())))
                .sorted(Comparator.comparing(HeldUp::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(HeldUp::taskId))
                .toList();
    }

    /** Who is not there today, and who belongs to which groups, found once for all tasks: of those there may be many. */
    private record Gone(
            Set<String> closed,
            Set<String> left,
            Map<String, Absent> absent,
            Function<Set<String>, List<String>> members) {

        static Gone of(AccountDirectory directory, ObjectProvider<Personnel> personnel) {
            Map<String, Absent> absent = new HashMap<>();
            personnel.forEach(known -> absent.putAll(known.absent()));
            Map<Set<String>, List<String>> members = new HashMap<>();
            return new Gone(
                    directory.closed(),
                    personnel.stream().flatMap(known -> known.left().stream()).collect(Collectors.toSet()),
                    absent,
                    groups -> members.computeIfAbsent(groups, directory::members));
        }

        Set<String> accounts() {
            return Stream.of(closed, left, absent.keySet()).flatMap(Set::stream).collect(Collectors.toSet());
        }
    }

    /** Ids of the tasks that are of whoever is absent, and stay with them. */
    private Set<String> staying(List<Task> tasks, Map<String, String> keys, Gone gone) {
        Map<String, Stays.Held> held = new HashMap<>();
        for (var task : tasks) {
            var key = keys.get(task.getProcessInstanceId());
            var absent = holder(task) == null ? null : gone.absent().get(holder(task));
            if (key != null && absent != null) {
                held.put(task.getId(), new Stays.Held(key, holder(task), absent.since()));
            }
        }
        if (held.isEmpty()) {
            return Set.of();
        }
        var stay =
                stays.stream().flatMap(rule -> rule.of(held.values()).stream()).collect(Collectors.toSet());
        return held.entrySet().stream()
                .filter(one -> stay.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Ids of open tasks of groups: a meeting on each unit at most, and a few more. */
    private Set<String> ofGroups() {
        return Set.copyOf(database.sql("select distinct t.ID_" + TakenTasks.OF_GROUPS)
                .query(String.class)
                .list());
    }

    private static String holder(Task task) {
        return task.getOwner() == null ? task.getAssignee() : task.getOwner();
    }

    /** Without a question for each task of whoever is gone. */
    private Optional<HeldUp.Why> why(Task task, Gone gone) {
        var holder = holder(task);
        if (holder != null && gone.closed().contains(holder)) {
            return Optional.of(HeldUp.Why.CLOSED);
        }
        if (holder != null && gone.left().contains(holder)) {
            return Optional.of(HeldUp.Why.LEFT);
        }
        return rights.heldUp(task, gone.members());
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
     * HR gives a group's task that its holder cannot do back to the group, or where nobody of it can, to a person of their choice.
     *
     * @param nip whose number; they need not belong to the group, and nobody is named where others of it can do it
     * @throws Refusal when the task is beyond the actor's reach, can be done, or is not of a group; when there is no reason, or the
     *     actor is a party; when somebody is named though others can do it; when the person is the actor, unknown, out of service, shut out, or has a conflict of interest
     */
    @Transactional
    public void give(String taskId, String nip, String reason, Actor actor) {
        if (!actor.is(Role.HR) && !actor.is(Role.UNIT_HR)) {
            throw new Refusal("engine.heldUp.notHr");
        }
        var why = Reasons.required(reason, "engine.heldUp.reason");
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
            if (rights.hasConflict(task, actor.account())) {
                throw new Refusal("engine.heldUp.party");
            }
            var to = rights.canGoBack(task) ? toGroup(nip) : person(task, nip, actor);
            var former = task.getAssignee();
            handOver(task, to);
            deeds.record(
                    actor.account(),
                    to == null ? TrailEvent.TASK_GIVEN_BACK : TrailEvent.TASK_HANDED_OVER,
                    key,
                    new Given(
                            task.getName(),
                            former == null ? null : names.name(former),
                            to == null ? null : names.name(to),
                            why));
            return null;
        });
    }

    /** Where others of the group can do it, they take it themselves: deciders are not chosen. */
    private static String toGroup(String nip) {
        if (!Reasons.missing(nip)) {
            throw new Refusal("engine.heldUp.others");
        }
        return null;
    }

    private String person(TaskEntity task, String nip, Actor actor) {
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
        return person;
    }

    /** @param to null for the group; whoever had the task before keeps nothing of it, also whom HR named before */
    private static void handOver(TaskEntity task, String to) {
        var formers = Stream.concat(
                        Stream.ofNullable(task.getAssignee()),
                        task.getCandidates().stream()
                                .map(IdentityLink::getUserId)
                                .filter(Objects::nonNull))
                .filter(account -> !account.equals(to))
                .collect(Collectors.toSet());
        formers.forEach(account -> SubstituteTasks.takeRights(task, account));
        if (to != null) {
            task.addUserIdentityLink(to, IdentityLinkType.CANDIDATE);
        }
        task.setAssignee(to);
        task.triggerUpdateEvent();
        formers.forEach(account -> SubstituteTasks.takeRights(task, account));
    }

    /** What the trail keeps of it. */
    record Given(String task, String former, String successor, String reason) {}

    private Optional<TaskEntity> open(String taskId) {
        return Optional.ofNullable(Context.getCommandContext().getTaskManager().findTaskById(taskId))
                .filter(task -> task.getExecution() != null && isTold(task));
    }

    private boolean isTold(Task task) {
        return steps.find(process(task), task.getTaskDefinitionKey())
                .map(HumanStep::step)
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

    private <T> T asApplication(Supplier<T> work) {
        return AsApplication.call(engine, context -> work.get());
    }
}
