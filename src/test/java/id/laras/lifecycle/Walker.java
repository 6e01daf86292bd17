package id.laras.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.cycle.EvaluationId;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** Walks evaluations through their models as the people concerned, through the same guard as Tasklist's REST calls. */
public class Walker {

    private final ProcessEngine engine;
    private final ObjectMapper json;

    public Walker(ProcessEngine engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    public List<Task> tasks(String businessKey) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .list();
    }

    /** The one open task of this kind. */
    public Task task(String businessKey, String key) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(key)
                .singleResult();
        assertThat(task)
                .as("open task %s; there are %s", key, tasks(businessKey))
                .isNotNull();
        return task;
    }

    /** Completes the one open task of this kind as its assignee. */
    public void complete(String businessKey, String key, Object answer) {
        var task = task(businessKey, key);
        complete(task, task.getAssignee(), answer);
    }

    /** A task of a group: claimed, then completed. */
    public void claimAndComplete(String businessKey, String key, String person, Object answer) {
        var task = task(businessKey, key);
        engine.getTaskService().claim(task.getId(), person);
        complete(task, person, answer);
    }

    /** Completes the task as this person, whoever it is assigned to; the guard has its say. */
    public void complete(Task task, String person, Object answer) {
        as(person, () -> engine.getTaskService().complete(task.getId(), Map.of("answer", text(answer))));
    }

    private String text(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The guard asks who it is; the engine's own authorizations are tried at the doors, not here. */
    public void as(String person, Runnable deed) {
        var authorizations = engine.getProcessEngineConfiguration().isAuthorizationEnabled();
        engine.getIdentityService().setAuthenticatedUserId(person);
        try {
            assertThat(authorizations).isTrue();
            deed.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
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
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    /** Lets the timer of this activity ring now. */
    public void ring(String businessKey, String activity) {
        var timers = engine.getManagementService().createJobQuery().timers().activityId(activity).list().stream()
                .filter(job -> instances(businessKey).contains(job.getProcessInstanceId()))
                .toList();
        assertThat(timers).as("timers of %s", activity).isNotEmpty();
        timers.forEach(timer -> engine.getManagementService().executeJob(timer.getId()));
    }

    /** Lets the closing day of the opinions come, once all are in; where nobody could be asked, nothing waits for it. */
    public void closeFeedback(String businessKey) {
        var closing = engine.getManagementService()
                .createJobQuery()
                .timers()
                .activityId("TimerCatch_FeedbackCloses")
                .list();
        if (closing.stream().anyMatch(job -> instances(businessKey).contains(job.getProcessInstanceId()))) {
            ring(businessKey, "TimerCatch_FeedbackCloses");
        }
    }

    /** From the first target to the score; everybody rates alike. */
    public Plan untilAssessed(TargetService targets, String id, Answers answers, String rating, String score) {
        complete(id, "UserTask_DraftTargets", answers.targets());
        complete(id, "UserTask_ApproveTargets", answers.approval());
        var plan = targets.approved(EvaluationId.of(id)).orElseThrow();
        ring(id, "TimerCatch_CheckInDue");
        complete(id, "UserTask_CheckIn", answers.checkIn(plan));
        complete(id, "UserTask_GiveCheckInFeedback", Map.of("feedback", "Lanjutkan."));
        ring(id, "BoundaryTimer_AssessmentOpens");
        complete(id, "UserTask_AssessSelf", answers.selfAssessment(plan));
        tasks(id).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("UserTask_GiveFeedback"))
                .forEach(task -> complete(task, task.getAssignee(), answers.feedback(rating, score)));
        ring(id, "TimerCatch_FeedbackCloses");
        complete(id, "UserTask_RateEmployee", answers.rating(plan, rating, score));
        runJobs(id);
        return plan;
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

    private List<String> instances(String businessKey) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .map(instance -> instance.getProcessInstanceId())
                .toList();
    }
}
