package id.laras.cycle.process;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.RunningEvaluations;
import id.laras.cycle.process.EvaluationProcess.Variables;
import id.laras.engine.AccountVariables;
import id.laras.engine.SubstituteTasks;
import id.laras.engine.TaskRights;
import id.laras.engine.WholeDays;
import id.laras.rules.Refusal;
import id.laras.security.Role;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Changes what runs for an evaluation from outside: its own process and every one that it has called, all of which carry
 * the evaluation's id. Whose a task is stands in the models ({@code ${assessor}}); so a hand-over changes the variables
 * and then asks the models anew.
 */
@Component
class CamundaRunningEvaluations implements RunningEvaluations {

    /** What the engine's history says of it; the words of HR stay in our tables. */
    private static final String ENDED = "ended by HR";

    /** Variables that hold the assessor; of a revision, they are either side. */
    private static final List<String> ASSESSOR = List.of(
            AccountVariables.ASSESSOR,
            AccountVariables.ASSESSOR_BEFORE,
            AccountVariables.REVISER,
            AccountVariables.REVISION_APPROVER);

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryService models;
    private final AuthorizationService authorizations;
    private final ManagementService jobs;
    private final EngineDates dates;
    private final WholeDays wholeDays;
    private final SubstituteTasks substitutes;
    private final TaskRights rights;

    CamundaRunningEvaluations(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy RepositoryService models,
            @Lazy AuthorizationService authorizations,
            @Lazy ManagementService jobs,
            EngineDates dates,
            WholeDays wholeDays,
            SubstituteTasks substitutes,
            TaskRights rights) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.models = models;
        this.authorizations = authorizations;
        this.jobs = jobs;
        this.dates = dates;
        this.wholeDays = wholeDays;
        this.substitutes = substitutes;
        this.rights = rights;
    }

    @Override
    public void handOver(Evaluation evaluation, String former, boolean share) {
        alone(evaluation.id(), () -> {
            substitutes.giveBackAll(evaluation.id().value());
            var changed = setVariables(evaluation, former);
            for (var task : open(evaluation.id())) {
                var variable = variable(element(task).getCamundaAssignee());
                if (changed.containsKey(variable)) {
                    give(task, changed.get(variable), share && former.equals(task.getAssignee()) ? former : null);
                }
            }
            substitutes.settleAll(evaluation.id().value());
            // who is rated by another now may have a stake in what they hold elsewhere
            substitutes.settle(evaluation.employee());
        });
    }

    @Override
    public boolean mayDecide(EvaluationId evaluation, String account) {
        return rights.mayDecide(account, Step.DECIDE_OBJECTION, evaluation.value());
    }

    @Override
    public boolean mayRate(EvaluationId evaluation, String account) {
        return rights.mayDecide(account, Step.RATE_EMPLOYEE, evaluation.value());
    }

    @Override
    public void reschedule(Evaluation evaluation) {
        var days = dates.of(evaluation.schedule());
        alone(evaluation.id(), () -> {
            for (var run : runs(evaluation.id())) {
                refuseWhenRated(run);
                runtime.createVariableInstanceQuery().processInstanceIdIn(run.getId()).list().stream()
                        .filter(variable -> days.containsKey(variable.getName()))
                        .forEach(variable -> runtime.setVariableLocal(
                                variable.getExecutionId(), variable.getName(), days.get(variable.getName())));
                jobs.createJobQuery()
                        .processInstanceId(run.getId())
                        .timers()
                        .list()
                        .forEach(timer -> {
                            var day = days.get(timerVariable(timer));
                            if (day != null) {
                                jobs.setJobDuedate(timer.getId(), wholeDays.timer(day));
                            }
                        });
            }
            for (var task : open(evaluation.id())) {
                var day = days.get(variable(element(task).getCamundaDueDate()));
                if (day != null) {
                    task.setDueDate(wholeDays.due(day));
                    tasks.saveTask(task);
                }
            }
        });
    }

    /** Between the rating and its score: the score must be what the assessor knew that it would be. */
    private void refuseWhenRated(ProcessInstance run) {
        if (waitsForScore(run)) {
            throw new Refusal("cycle.shorten.late");
        }
    }

    @Override
    public boolean isBeingScored(EvaluationId evaluation) {
        return runs(evaluation).stream().anyMatch(this::waitsForScore);
    }

    private boolean waitsForScore(ProcessInstance run) {
        return runtime.createExecutionQuery()
                        .processInstanceId(run.getId())
                        .activityId(ProcessModel.CALCULATE_SCORE)
                        .count()
                > 0;
    }

    /** Name of the variable by which the model sets the timer, or an empty text. */
    private String timerVariable(Job timer) {
        var activity = jobs.createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        ModelElementInstance event =
                models.getBpmnModelInstance(timer.getProcessDefinitionId()).getModelElementById(activity);
        return event.getChildElementsByType(TimerEventDefinition.class).stream()
                .map(TimerEventDefinition::getTimeDate)
                .filter(Objects::nonNull)
                .map(date -> variable(date.getTextContent()))
                .findFirst()
                .orElse("");
    }

    @Override
    public void end(EvaluationId evaluation) {
        alone(
                evaluation,
                () -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(evaluation.value())
                        .rootProcessInstances()
                        .list()
                        .forEach(run -> runtime.deleteProcessInstance(run.getId(), ENDED, true, true, true, false)));
    }

    /**
     * Suspending takes every row of the run, waits for who is completing a step, and makes who completes one later start
     * again with what has changed; else a task that is born at the same moment would still be the former one's. Where it
     * comes second itself, the whole deed is tried again (docs/adr/0096).
     */
    private void alone(EvaluationId evaluation, Runnable change) {
        var runs = runs(evaluation);
        runs.forEach(run -> runtime.suspendProcessInstanceById(run.getId()));
        runs.forEach(run -> runtime.activateProcessInstanceById(run.getId()));
        change.run();
    }

    private List<ProcessInstance> runs(EvaluationId evaluation) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(evaluation.value())
                .active()
                .list();
    }

    private List<Task> open(EvaluationId evaluation) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(evaluation.value())
                .list();
    }

    /** @return the variables that changed anywhere, with their new values */
    private Map<String, String> setVariables(Evaluation evaluation, String former) {
        Map<String, String> changed = new HashMap<>();
        for (var run : runs(evaluation.id())) {
            var held = runtime.createVariableInstanceQuery()
                    .processInstanceIdIn(run.getId())
                    .list();
            for (var variable : held) {
                var name = variable.getName();
                var theirs = ASSESSOR.contains(name) && former.equals(variable.getValue());
                if (theirs || name.equals(Variables.SUPERIOR)) {
                    var value = theirs ? evaluation.assessor() : evaluation.superior();
                    if (!Objects.equals(value, variable.getValue())) {
                        runtime.setVariableLocal(variable.getExecutionId(), name, value);
                        changed.put(name, value);
                    }
                }
            }
        }
        return changed;
    }

    private UserTask element(Task task) {
        return models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
    }

    /** Name of the variable that the expression is, or an empty text. */
    private static String variable(String expression) {
        var found = VARIABLE.matcher(Objects.toString(expression, "").strip());
        return found.matches() ? found.group(1) : "";
    }

    /**
     * @param to   account, or null: then the HR team may take it
     * @param also account that may do it too, or null
     */
    private void give(Task task, String to, String also) {
        for (var link : tasks.getIdentityLinksForTask(task.getId())) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null) {
                tasks.deleteCandidateUser(task.getId(), link.getUserId());
            }
            if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null) {
                tasks.deleteCandidateGroup(task.getId(), link.getGroupId());
            }
        }
        tasks.setAssignee(task.getId(), null);
        takeBack(task);
        if (also != null) {
            tasks.addCandidateUser(task.getId(), also);
            tasks.addCandidateUser(task.getId(), to);
        } else if (to == null) {
            tasks.addCandidateGroup(task.getId(), Role.HR.group());
        } else {
            tasks.setAssignee(task.getId(), to);
        }
    }

    /** The engine leaves a former assignee what it granted them on the task. */
    private void takeBack(Task task) {
        for (var resource : List.of(Resources.TASK, Resources.HISTORIC_TASK)) {
            authorizations
                    .createAuthorizationQuery()
                    .resourceType(resource)
                    .resourceId(task.getId())
                    .list()
                    .forEach(granted -> authorizations.deleteAuthorization(granted.getId()));
        }
    }
}
