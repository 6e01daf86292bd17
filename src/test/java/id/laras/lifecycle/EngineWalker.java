package id.laras.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.steps.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** Steps, timers and jobs of evaluations and meetings, found by their business key; knows only the engine. */
public class EngineWalker {

    private final ProcessEngine engine;

    public EngineWalker(ProcessEngine engine) {
        this.engine = engine;
    }

    public List<Task> tasks(String businessKey) {
        return openTasks(businessKey).list();
    }

    /** All open tasks of this step: everybody who is asked for an opinion has one. */
    public List<Task> tasks(String businessKey, Step step) {
        return openTasks(businessKey).taskDefinitionKey(step.task()).list();
    }

    /** The steps that wait for somebody, one for each open task. */
    public List<Step> open(String businessKey) {
        return tasks(businessKey).stream().map(EngineWalker::step).toList();
    }

    private static Step step(Task task) {
        return Arrays.stream(Step.values())
                .filter(step -> step.task().equals(task.getTaskDefinitionKey()))
                .findFirst()
                .orElseThrow();
    }

    /** The one open task of this step. */
    public Task task(String businessKey, Step step) {
        var task = openTasks(businessKey).taskDefinitionKey(step.task()).singleResult();
        assertThat(task)
                .as("open task %s; there are %s", step, tasks(businessKey))
                .isNotNull();
        return task;
    }

    private TaskQuery openTasks(String businessKey) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey);
    }

    /** Ends the one open task of this step with these variables; nobody asks who does it. */
    public void end(String businessKey, Step step, Map<String, Object> variables) {
        engine.getTaskService().complete(task(businessKey, step).getId(), variables);
    }

    /** Business key of the running calibration of this unit. */
    public String calibration(String unitName) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("Calibration")
                .variableValueEquals("unitName", unitName)
                .singleResult()
                .getBusinessKey();
    }

    /** Runs the jobs that wait for nothing (asynchronous continuations), until none is left. */
    public void runJobs(String businessKey) {
        for (var jobs = messages(businessKey); !jobs.isEmpty(); jobs = messages(businessKey)) {
            jobs.forEach(this::run);
        }
    }

    public void run(Job job) {
        engine.getManagementService().executeJob(job.getId());
    }

    /** Lets the timer of this activity ring now. */
    public void ring(String businessKey, String activity) {
        var timers = timers(businessKey, activity);
        assertThat(timers).as("timers of %s", activity).isNotEmpty();
        timers.forEach(this::run);
    }

    /** Lets the closing day of the opinions come, once all are in; where nobody could be asked, nothing waits for it. */
    public void closeFeedback(String businessKey) {
        timers(businessKey, "TimerCatch_FeedbackCloses").forEach(this::run);
    }

    /** The first day of the substitution has come. */
    public void begin(String substitution) {
        ring(substitution, "TimerCatch_FirstDay");
        runJobs(substitution);
    }

    private List<Job> timers(String businessKey, String activity) {
        var instances = instances(businessKey);
        return engine.getManagementService().createJobQuery().timers().activityId(activity).list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .toList();
    }

    private List<Job> messages(String businessKey) {
        return instances(businessKey).stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .messages()
                        .withRetriesLeft()
                        .list()
                        .stream())
                .toList();
    }

    private Set<String> instances(String businessKey) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .map(instance -> instance.getProcessInstanceId())
                .collect(Collectors.toSet());
    }
}
