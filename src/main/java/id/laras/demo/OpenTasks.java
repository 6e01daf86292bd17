package id.laras.demo;

import id.laras.security.Role;
import id.laras.steps.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people have to do now, and whose it is: of a group's tasks, HR's. */
@Component
@Profile("demo")
class OpenTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;

    OpenTasks(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** @param about id of the evaluation, or of the meeting */
    record Open(Task task, Step step, String account, String about) {}

    /** The earliest due first. */
    List<Open> all() {
        var open = tasks.createTaskQuery().active().list();
        if (open.isEmpty()) {
            return List.of();
        }
        var runs = runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
        return open.stream()
                .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Task::getCreateTime)
                        .thenComparing(Task::getId))
                .flatMap(task -> open(task, runs.get(task.getProcessInstanceId())).stream())
                .toList();
    }

    /** Empty when it is over. */
    Optional<Open> find(String taskId) {
        return all().stream().filter(open -> open.task().getId().equals(taskId)).findFirst();
    }

    private Optional<Open> open(Task task, ProcessInstance run) {
        if (run == null) {
            return Optional.empty();
        }
        var process = run.getProcessDefinitionId().split(":")[0];
        return Step.of(process, task.getTaskDefinitionKey())
                .flatMap(step -> whose(task).map(account -> new Open(task, step, account, run.getBusinessKey())));
    }

    private Optional<String> whose(Task task) {
        return Optional.ofNullable(task.getAssignee())
                .or(() -> isHrs(task) ? Optional.of(Walker.HR) : Optional.empty());
    }

    private boolean isHrs(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType())
                        && Role.HR.group().equals(link.getGroupId()));
    }
}
