package id.laras.demo;

import id.laras.security.Role;
import id.laras.steps.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people have to do now, and whose it is: what nobody has taken is its owner's, a candidate's, or HR's. */
@Component
@Profile("demo")
class OpenTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;

    OpenTasks(TaskService tasks, RuntimeService runtime, HistoryService history) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
    }

    /**
     * @param about      id of the evaluation, or of the meeting
     * @param calibrated whether it is the review of what the meeting moved
     */
    record Open(Task task, Step step, String account, String about, boolean calibrated) {}

    /** The earliest due first. */
    List<Open> all() {
        return open(tasks.createTaskQuery().active());
    }

    /** Empty when it is over. */
    Optional<Open> find(String taskId) {
        return open(tasks.createTaskQuery().active().taskId(taskId)).stream().findFirst();
    }

    private List<Open> open(TaskQuery query) {
        var open = query.list();
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
        var calibrated = calibrated();
        return open.stream()
                .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Task::getCreateTime)
                        .thenComparing(Task::getId))
                .flatMap(task -> open(task, runs.get(task.getProcessInstanceId()), calibrated).stream())
                .toList();
    }

    private Optional<Open> open(Task task, ProcessInstance run, Set<String> calibrated) {
        if (run == null) {
            return Optional.empty();
        }
        var process = run.getProcessDefinitionId().split(":")[0];
        return Step.of(process, task.getTaskDefinitionKey())
                .flatMap(step -> whose(task)
                        .map(account ->
                                new Open(task, step, account, run.getBusinessKey(), calibrated.contains(run.getId()))));
    }

    /** Runs of the objection model that follow a meeting. */
    private Set<String> calibrated() {
        return history
                .createHistoricActivityInstanceQuery()
                .activityId("CallActivity_SecondObjection")
                .unfinished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getCalledProcessInstanceId)
                .collect(Collectors.toSet());
    }

    private Optional<String> whose(Task task) {
        return Optional.ofNullable(task.getAssignee())
                .or(() -> Optional.ofNullable(task.getOwner()))
                .or(() -> candidate(tasks.getIdentityLinksForTask(task.getId())));
    }

    static Optional<String> candidate(List<IdentityLink> links) {
        var candidates = links.stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        return candidates.stream()
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .or(() -> candidates.stream()
                        .filter(link -> Role.HR.group().equals(link.getGroupId()))
                        .map(link -> Walker.HR)
                        .findFirst());
    }
}
