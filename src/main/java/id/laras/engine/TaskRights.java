package id.laras.engine;

import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.security.AccountDirectory;
import id.laras.security.Personnel;
import id.laras.security.Personnel.Absent;
import id.laras.security.StoodIn;
import id.laras.steps.Step;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Who may do a task today: asked whenever somebody takes, opens, keeps a draft of, comments on or completes one. Having taken
 * a task is no right to it (docs/adr/0090-having-taken-a-task-is-no-right.md), and nobody decides where they have a stake
 * (docs/adr/0089-conflicts-of-interest-of-everybody.md).
 */
@Component
public class TaskRights {

    /** Colleagues named to whoever is refused; a team may be large. */
    private static final int NAMED = 3;

    private final ProcessEngine engine;
    private final AccountDirectory directory;
    private final ObjectProvider<Personnel> personnel;
    private final ObjectProvider<Conflicts> conflicts;
    private final StoodIn names;
    private final ApplicationEventPublisher events;

    TaskRights(
            @Lazy ProcessEngine engine,
            AccountDirectory directory,
            ObjectProvider<Personnel> personnel,
            ObjectProvider<Conflicts> conflicts,
            StoodIn names,
            ApplicationEventPublisher events) {
        this.engine = engine;
        this.directory = directory;
        this.personnel = personnel;
        this.conflicts = conflicts;
        this.names = names;
        this.events = events;
    }

    /**
     * Whether the account has a right to the task by role, apart from conflicts of interest. A task of a group is for whoever
     * belongs to it now, or was named by HR, and is in service; any other only needs an open account.
     */
    boolean isEntitled(Task task, String account) {
        if (directory.isClosed(account)) {
            return false;
        }
        var links = candidates(task);
        var groups = groups(links);
        return groups.isEmpty()
                || (links.stream().anyMatch(link -> account.equals(link.getUserId()))
                                || directory.groups(account).stream().anyMatch(groups::contains))
                        && !hasLeft(account);
    }

    /**
     * @throws Refusal when the account has a conflict of interest, or acts for somebody who has: it says which, and who can do
     *     the task; or when it has no right to the task (any more)
     */
    void check(Task task, String account) {
        Stream.of(account, task.getOwner())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(one -> conflict(task, one).stream())
                .findFirst()
                .ifPresent(why -> {
                    // what arose since the task was born: the sentence says that HR sees it
                    events.publishEvent(new StakeFound(task.getId()));
                    throw new Refusal(List.of(why, whoCan(task)));
                });
        if (!isEntitled(task, account)) {
            throw new Refusal("engine.submission.noRight");
        }
    }

    private Problem whoCan(Task task) {
        var groups = groups(candidates(task));
        if (groups.isEmpty()) {
            return new Problem("engine.conflict.handOver");
        }
        var able = able(task, directory.members(groups))
                .limit(NAMED)
                .map(names::name)
                .toList();
        return able.isEmpty()
                ? new Problem("engine.conflict.nobody")
                : new Problem("engine.conflict.others", String.join(", ", able));
    }

    /** Those to whom HR gave the task by name, or among whom a hand-over shared it, and who could still do it. */
    private Stream<String> sharing(Task task) {
        return candidates(task).stream()
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .filter(account -> couldDo(task, account));
    }

    private Stream<String> able(Task task, Collection<String> members) {
        return members.stream()
                .filter(member -> !hasLeft(member) && !isOnLeave(member))
                .filter(member -> conflict(task, member).isEmpty());
    }

    /** As below, for a single task. */
    Optional<HeldUp.Why> heldUp(Task task) {
        return heldUp(task, directory::members);
    }

    /**
     * Why nobody can do the task as it stands, empty while somebody can.
     *
     * @param members of groups, for who asks about many tasks of the same groups
     */
    Optional<HeldUp.Why> heldUp(Task task, Function<Set<String>, List<String>> members) {
        var holder = task.getOwner() == null ? task.getAssignee() : task.getOwner();
        if (holder == null) {
            return ofGroup(task, members);
        }
        if (directory.isClosed(holder)) {
            return Optional.of(HeldUp.Why.CLOSED);
        }
        if (hasLeft(holder)) {
            return Optional.of(HeldUp.Why.LEFT);
        }
        if (!isEntitled(task, holder)) {
            return Optional.of(HeldUp.Why.ROLE);
        }
        return conflict(task, holder).isPresent()
                ? Optional.of(HeldUp.Why.CONFLICT)
                : absence(holder)
                        // a substitute stands in for who comes back, not for who has given up the office
                        .filter(absent -> !absent.isOnLeave() || !hasSubstitute(task))
                        .map(HeldUp.Why::of);
    }

    private Optional<HeldUp.Why> ofGroup(Task task, Function<Set<String>, List<String>> members) {
        var groups = groups(candidates(task));
        if (groups.isEmpty()) {
            return sharing(task).findAny().isPresent() ? Optional.empty() : Optional.of(HeldUp.Why.NOBODY);
        }
        return able(task, members.apply(groups)).findAny().isPresent()
                ? Optional.empty()
                // they may take it again, but gave it back: that HR should wait for them would hold it up for good
                : Optional.of(sharing(task).findAny().isPresent() ? HeldUp.Why.RETURNED : HeldUp.Why.NOBODY);
    }

    /** Whether whoever stands in for the owner is there to do it: they may have left since, or be away themselves. */
    private boolean hasSubstitute(Task task) {
        return task.getOwner() != null
                && Stream.concat(
                                Stream.ofNullable(task.getAssignee()),
                                candidates(task).stream().map(IdentityLink::getUserId))
                        .filter(account -> account != null && !account.equals(task.getOwner()))
                        .anyMatch(account -> couldDo(task, account));
    }

    boolean hasConflict(Task task, String account) {
        return conflict(task, account).isPresent();
    }

    /** Whether the model offers the task to a group. */
    boolean isOfGroup(Task task) {
        return !groups(candidates(task)).isEmpty();
    }

    /** Whether somebody else of the task's group can do it than who holds it: then nobody chooses who does. */
    boolean canGoBack(Task task) {
        return able(task, directory.members(groups(candidates(task))))
                .anyMatch(member -> !member.equals(task.getAssignee()));
    }

    /**
     * Whether the account holds a task of this evaluation that is a group's, because HR gave it to them: then they read what it is
     * about, though they belong to no group that does.
     */
    public boolean wasNamed(String businessKey, String account) {
        var held = asApplication(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskAssignee(account)
                .list());
        return held.stream()
                .anyMatch(task -> isOfGroup(task)
                        && isEntitled(task, account)
                        && conflict(task, account).isEmpty());
    }

    /** Whether somebody who is in service, has an open account and no conflict of interest could be given the task. */
    boolean couldDo(Task task, String account) {
        return !isGone(account)
                && !isOnLeave(account)
                && conflict(task, account).isEmpty();
    }

    /** Whether nothing stands against somebody's doing this step, whether it is open or to come. */
    public boolean mayDecide(String account, Step step, String businessKey) {
        return !isGone(account)
                && conflict(account, step.process(), step.task(), businessKey).isEmpty();
    }

    private boolean isGone(String account) {
        return directory.isClosed(account) || hasLeft(account);
    }

    private boolean isOnLeave(String account) {
        return absence(account).filter(Absent::isOnLeave).isPresent();
    }

    private Optional<Absent> absence(String account) {
        return personnel.stream()
                .flatMap(known -> known.absent(account).stream())
                .findFirst();
    }

    private boolean hasLeft(String account) {
        return personnel.stream().anyMatch(known -> known.hasLeft(account));
    }

    private Optional<Problem> conflict(Task task, String account) {
        return conflict(account, process(task), task.getTaskDefinitionKey(), businessKey(task));
    }

    private Optional<Problem> conflict(String account, String process, String task, String businessKey) {
        return conflicts.stream()
                .flatMap(rule -> rule.of(account, process, task, businessKey).stream())
                .findFirst();
    }

    private String process(Task task) {
        return asApplication(() -> engine.getRepositoryService()
                .getProcessDefinition(task.getProcessDefinitionId())
                .getKey());
    }

    private String businessKey(Task task) {
        // Within a command the run may be so new that no query finds it.
        return Context.getCommandContext() != null && task instanceof TaskEntity entity
                ? entity.getExecution().getProcessBusinessKey()
                : asApplication(() -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey());
    }

    private static Set<String> groups(Collection<IdentityLink> candidates) {
        return candidates.stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private List<IdentityLink> candidates(Task task) {
        // Within a command the task may be so new that no query finds its candidates.
        var links = Context.getCommandContext() != null && task instanceof TaskEntity entity
                ? List.<IdentityLink>copyOf(entity.getCandidates())
                : asApplication(() -> engine.getTaskService().getIdentityLinksForTask(task.getId()));
        return links.stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
    }

    private <T> T asApplication(Supplier<T> work) {
        return AsApplication.call(engine, context -> work.get());
    }
}
