package id.laras.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.engine.OnBehalf;
import id.laras.steps.Step;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Walks evaluations through their models as the people concerned, through the same guard as Tasklist's REST calls. */
@Component("walkerOfTests")
public class Walker extends EngineWalker {

    private final ProcessEngine engine;
    private final ObjectMapper json;
    private final TargetService targets;
    private final EvaluationLookup evaluations;
    private final OnBehalf onBehalf;

    Walker(
            ProcessEngine engine,
            ObjectMapper json,
            TargetService targets,
            EvaluationLookup evaluations,
            OnBehalf onBehalf) {
        super(engine);
        this.engine = engine;
        this.json = json;
        this.targets = targets;
        this.evaluations = evaluations;
        this.onBehalf = onBehalf;
    }

    /** Completes the one open task of this step as its assignee. */
    public void complete(String businessKey, Step step, Object answer) {
        var task = task(businessKey, step);
        complete(task, task.getAssignee(), answer);
    }

    /** A task of a group, or one that is shared: claimed, then completed. */
    public void claimAndComplete(String businessKey, Step step, String person, Object answer) {
        var task = task(businessKey, step);
        claim(task.getId(), person);
        complete(task, person, answer);
    }

    /** The person takes the task, with the groups that they have in Tasklist. */
    public void claim(String taskId, String person) {
        onBehalf.of(person, () -> engine.getTaskService().claim(taskId, person));
    }

    /** What Tasklist shows the person under this name. */
    public List<String> listed(String filter, String person) {
        var found =
                engine.getFilterService().createFilterQuery().filterName(filter).singleResult();
        return onBehalf.of(person, () -> engine.getFilterService().<Task>list(found.getId())).stream()
                .map(Task::getId)
                .toList();
    }

    /** Completes the task as this person, whoever it is assigned to; the guard has its say. */
    public void complete(Task task, String person, Object answer) {
        as(person, () -> engine.getTaskService().complete(task.getId(), Map.of("answer", text(answer))));
    }

    /** The person takes the task, if nobody has it yet, and answers, as a member of these groups. */
    public void take(Task task, String person, List<String> groups, Object answer) {
        as(person, groups, () -> {
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), person);
            }
            engine.getTaskService().complete(task.getId(), Map.of("answer", text(answer)));
        });
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
        as(person, null, deed);
    }

    private void as(String person, List<String> groups, Runnable deed) {
        var authorizations = engine.getProcessEngineConfiguration().isAuthorizationEnabled();
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            assertThat(authorizations).isTrue();
            deed.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** The targets that were approved last. */
    public Plan plan(String id) {
        return targets.approved(EvaluationId.of(id)).orElseThrow();
    }

    /** Business key of the running calibration of this evaluation's unit. */
    public String calibrationOf(String id) {
        return calibration(evaluations.get(EvaluationId.of(id)).unitName());
    }

    /** Targets are set and approved. */
    public Plan untilApproved(String id, Answers answers) {
        complete(id, Step.DRAFT_TARGETS, answers.targets());
        complete(id, Step.APPROVE_TARGETS, answers.approval());
        return plan(id);
    }

    /** A check-in comes, is written and answered. */
    public void checkIn(String id, Answers answers) {
        ring(id, "TimerCatch_CheckInDue");
        complete(id, Step.CHECK_IN, answers.checkIn(plan(id)));
        complete(id, Step.GIVE_CHECK_IN_FEEDBACK, Map.of("feedback", "Lanjutkan."));
    }

    /** Everybody who was asked for an opinion gives this one. */
    public void giveOpinions(String id, Answers answers, String rating, String score) {
        tasks(id, Step.GIVE_FEEDBACK)
                .forEach(task -> complete(task, task.getAssignee(), answers.feedback(rating, score)));
    }

    /** From approved targets to the task in which the employee is rated; all opinions are alike. */
    public Plan untilRating(String id, Answers answers, String rating, String score) {
        var plan = plan(id);
        ring(id, "BoundaryTimer_AssessmentOpens");
        complete(id, Step.ASSESS_SELF, answers.selfAssessment(plan));
        giveOpinions(id, answers, rating, score);
        closeFeedback(id);
        return plan;
    }

    /** From approved targets to the score; everybody rates alike. */
    public Plan untilScored(String id, Answers answers, String rating, String score) {
        var plan = untilRating(id, answers, rating, score);
        complete(id, Step.RATE_EMPLOYEE, answers.rating(plan, rating, score));
        runJobs(id);
        return plan;
    }

    /** From the first target by way of a check-in to the score; everybody rates alike. */
    public Plan untilAssessed(String id, Answers answers, String rating, String score) {
        untilApproved(id, answers);
        checkIn(id, answers);
        return untilScored(id, answers, rating, score);
    }

    /** From the reviewed result through the meeting of the unit, which HR holds. */
    public void calibrate(String id, String hr, Object moves) {
        runJobs(id);
        var calibration = calibrationOf(id);
        claimAndComplete(calibration, Step.CALIBRATE_UNIT, hr, moves);
        runJobs(calibration);
        runJobs(id);
    }

    /** The result is fixed; the plan of what follows is next. */
    public void confirm(String id, Answers answers) {
        complete(id, Step.CONFIRM_RESULT, answers.confirmation());
        runJobs(id);
    }
}
