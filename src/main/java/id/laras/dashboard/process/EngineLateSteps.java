package id.laras.dashboard.process;

import id.laras.dashboard.LateSteps;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Asks the engine for them. Colleagues' opinions are not among them: who is asked is nobody's business, and they end by date. */
@Component
class EngineLateSteps implements LateSteps {

    /** Every step that an evaluation waits for until somebody acts. */
    private static final String[] WAITED_FOR = {
        "UserTask_DraftTargets",
        "UserTask_ApproveTargets",
        "UserTask_RateEmployee",
        "UserTask_DecideObjection",
        "UserTask_ConfirmResult",
        "UserTask_PlanDevelopment",
        "UserTask_ConfirmTraining",
        "UserTask_HoldCoaching",
        "UserTask_NominateReward",
        "UserTask_DecideReward"
    };

    private static final int SHOWN = 200;

    private final TaskService tasks;
    private final RuntimeService processes;
    private final Clock clock;

    EngineLateSteps(TaskService tasks, RuntimeService processes, Clock clock) {
        this.tasks = tasks;
        this.processes = processes;
        this.clock = clock;
    }

    @Override
    public List<LateStep> of(Collection<String> evaluations) {
        if (evaluations != null && evaluations.isEmpty()) {
            return List.of();
        }
        var query = tasks.createTaskQuery().taskDefinitionKeyIn(WAITED_FOR).dueBefore(Date.from(clock.instant()));
        if (evaluations != null) {
            query.processInstanceBusinessKeyIn(evaluations.toArray(String[]::new));
        }
        var late = query.orderByDueDate().asc().listPage(0, SHOWN);
        if (late.isEmpty()) {
            return List.of();
        }
        // The business key stands on the process of the task itself: call activities hand it on.
        var runs = late.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        var keys = processes.createProcessInstanceQuery().processInstanceIds(runs).list().stream()
                .filter(process -> process.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return late.stream()
                .filter(task -> keys.containsKey(task.getProcessInstanceId()))
                .map(task -> new LateStep(
                        keys.get(task.getProcessInstanceId()),
                        task.getTaskDefinitionKey(),
                        task.getOwner() == null ? task.getAssignee() : task.getOwner(),
                        task.getDueDate().toInstant().atZone(clock.getZone())))
                .toList();
    }
}
