package id.laras.dashboard.process;

import id.laras.dashboard.Workload;
import id.laras.dashboard.Workloads;
import id.laras.engine.Incidents;
import id.laras.engine.SharedFilters;
import id.laras.engine.TakenTasks;
import id.laras.engine.TaskNames;
import id.laras.engine.WholeDays;
import id.laras.security.Actor;
import id.laras.security.Role;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * Counts the engine's tasks. A few small queries over indexed columns. What the person has no right
 * to any more is neither counted nor named.
 */
@Component
class EngineWorkloads implements Workloads {

    private static final int SHOWN = 5;

    private final TaskService tasks;
    private final TakenTasks taken;
    private final Incidents incidents;
    private final SharedFilters lists;
    private final TaskNames names;
    private final WholeDays days;

    EngineWorkloads(
            TaskService tasks,
            TakenTasks taken,
            Incidents incidents,
            SharedFilters lists,
            TaskNames names,
            WholeDays days) {
        this.tasks = tasks;
        this.taken = taken;
        this.incidents = incidents;
        this.lists = lists;
        this.names = names;
        this.days = days;
    }

    @Override
    public Workload of(Actor actor) {
        taken.letGo(actor.account());
        var open = own(actor).count();
        var overdue = open == 0 ? 0 : own(actor).dueBefore(days.today()).count();
        var next = own(actor).orderByDueDate().asc().listPage(0, SHOWN).stream()
                .map(this::item)
                .toList();
        // The engine counts those of the actor's groups in.
        var group = tasks.createTaskQuery()
                .taskCandidateUser(actor.account())
                .active()
                .count();
        var isHr = actor.is(Role.HR) || actor.is(Role.UNIT_HR);
        var groupList = group == 0 ? null : lists.groupTasks().orElse(null);
        return new Workload(open, overdue, group, groupList, next, isHr ? incidents.count(actor) : 0);
    }

    private TaskQuery own(Actor actor) {
        return tasks.createTaskQuery().taskAssignee(actor.account()).active();
    }

    private Workload.Item item(Task task) {
        var due = task.getDueDate();
        return new Workload.Item(
                task.getId(),
                names.of(task.getTaskDefinitionKey(), task.getName()),
                due == null ? null : days.dayOf(due),
                due != null && days.isOver(due));
    }
}
