package id.laras.dashboard.process;

import id.laras.dashboard.LateObjections;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Asks the engine which decisions on objections are overdue. */
@Component
class EngineLateObjections implements LateObjections {

    private static final String DECISION = "UserTask_DecideObjection";
    private static final int SHOWN = 50;

    private final TaskService tasks;
    private final RuntimeService processes;
    private final Clock clock;

    EngineLateObjections(TaskService tasks, RuntimeService processes, Clock clock) {
        this.tasks = tasks;
        this.processes = processes;
        this.clock = clock;
    }

    @Override
    public List<String> evaluations() {
        var late = tasks
                .createTaskQuery()
                .taskDefinitionKey(DECISION)
                .dueBefore(Date.from(clock.instant()))
                .orderByDueDate()
                .asc()
                .listPage(0, SHOWN)
                .stream()
                .map(Task::getProcessInstanceId)
                .toList();
        if (late.isEmpty()) {
            return List.of();
        }
        // The business key stands on the process of the objection itself: call activities hand it on.
        var keys = processes.createProcessInstanceQuery().processInstanceIds(new HashSet<>(late)).list().stream()
                .filter(process -> process.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        return late.stream().map(keys::get).filter(Objects::nonNull).toList();
    }
}
