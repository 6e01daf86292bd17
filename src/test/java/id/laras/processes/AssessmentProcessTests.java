package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AssessmentProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Assessment");

    @Test
    void selfAssessmentAndFeedbackRunSideBySideAndRatingWaitsForBoth() {
        stubs.invites("rekan", "bawahan");
        start("Assessment");
        assertThat(open()).containsExactly("UserTask_AssessSelf", "UserTask_GiveFeedback", "UserTask_GiveFeedback");
        assertThat(feedbackTasks()).extracting(Task::getAssignee).containsExactlyInAnyOrder("rekan", "bawahan");
        feedbackTasks().forEach(task -> engine.getTaskService().complete(task.getId()));
        assertThat(open()).containsExactly("UserTask_AssessSelf");
        complete("UserTask_AssessSelf");
        timePassesTo(FEEDBACK_CLOSED);
        assertThat(task("UserTask_RateEmployee").getAssignee()).isEqualTo("kabid");
        complete("UserTask_RateEmployee");
        runJobs();
        assertThat(stubs.calls()).containsExactly("inviteColleaguesDelegate", "calculateScoreDelegate");
        assertThat(endings()).containsExactly("EndEvent_AssessmentScored");
    }

    /** Else the rating's task would tell its assessor when the last opinion came. */
    @Test
    void whenEverybodyHasAnsweredTheRatingStillWaitsForTheClosingDay() {
        stubs.invites("rekan", "bawahan");
        start("Assessment");
        complete("UserTask_AssessSelf");
        feedbackTasks().forEach(task -> engine.getTaskService().complete(task.getId()));
        assertThat(open()).isEmpty();
        timePassesTo("2026-12-10T23:59:59+07:00");
        assertThat(open()).isEmpty();
        timePassesTo(FEEDBACK_CLOSED);
        assertThat(open()).containsExactly("UserTask_RateEmployee");
        assertThat(task("UserTask_RateEmployee").getDueDate())
                .as("a week from the closing day, not from the last opinion")
                .isEqualTo(date("2026-12-18T23:59:59+07:00"));
    }

    @Test
    void anAssessmentThatBeginsAfterTheClosingDayWaitsForNobody() {
        stubs.invites("rekan");
        itIs("2026-12-11T08:00:00+07:00");
        start("Assessment");
        runJobs();
        complete("UserTask_AssessSelf");
        assertThat(open()).containsExactly("UserTask_RateEmployee");
    }

    @Test
    void theDayOnWhichFeedbackClosesCutsOffWhatIsStillOpen() {
        stubs.invites("rekan", "bawahan");
        start("Assessment");
        engine.getTaskService().complete(feedbackTasks().get(0).getId());
        complete("UserTask_AssessSelf");
        assertThat(open()).containsExactly("UserTask_GiveFeedback");
        timePassesTo(FEEDBACK_CLOSED);
        assertThat(open()).containsExactly("UserTask_RateEmployee");
    }

    @Test
    void aSelfAssessmentThatIsNeverHandedInHoldsNothingUp() {
        stubs.invites("rekan");
        start("Assessment");
        timePassesTo(FEEDBACK_CLOSED);
        assertThat(open()).containsExactly("UserTask_AssessSelf");
        timePassesTo("2026-12-15T23:59:59+07:00");
        assertThat(open()).containsExactly("UserTask_AssessSelf");
        timePassesTo(ASSESSMENT_OVER);
        assertThat(stubs.calls()).containsExactly("inviteColleaguesDelegate", "selfAssessmentMissedListener");
        assertThat(open()).containsExactly("UserTask_RateEmployee");
        assertThat(task("UserTask_RateEmployee").getDueDate())
                .as("a week from the day on which the assessor can begin")
                .isEqualTo(date("2026-12-23T23:59:59+07:00"));
    }

    @Test
    void aSelfAssessmentThatWasHandedInIsNotMissedOnItsDay() {
        stubs.invites("rekan");
        start("Assessment");
        complete("UserTask_AssessSelf");
        timePassesTo(ASSESSMENT_OVER);
        assertThat(stubs.calls()).doesNotContain("selfAssessmentMissedListener");
        assertThat(open()).containsExactly("UserTask_RateEmployee");
    }

    @Test
    void withoutRespondentsNobodyIsWaitedFor() {
        start("Assessment");
        assertThat(open()).containsExactly("UserTask_AssessSelf");
        complete("UserTask_AssessSelf");
        assertThat(open()).containsExactly("UserTask_RateEmployee");
    }

    @Test
    void everyFormIsDueOnTheCyclesDay() {
        stubs.invites("rekan");
        start("Assessment");
        assertThat(task("UserTask_AssessSelf").getDueDate()).isEqualTo(date(ASSESSMENT_DUE));
        assertThat(task("UserTask_GiveFeedback").getDueDate()).isEqualTo(date(FEEDBACK_CLOSES));
    }

    @Test
    void aFailingScoreLosesNoRatingLeavesAnIncidentAndMayBeRetried() {
        start("Assessment");
        complete("UserTask_AssessSelf");
        stubs.does("calculateScoreDelegate", execution -> {
            throw new IllegalStateException("no table");
        });
        complete("UserTask_RateEmployee");
        var job = engine.getManagementService().createJobQuery().singleResult();
        engine.getManagementService().setJobRetries(job.getId(), 1);
        assertThatThrownBy(this::runJobs).hasMessageContaining("no table");
        assertThat(open()).as("the rating stays done").isEmpty();
        assertThat(runtime.createIncidentQuery().singleResult().getActivityId())
                .isEqualTo("ServiceTask_CalculateScore");

        stubs.does("calculateScoreDelegate", execution -> {});
        engine.getManagementService().setJobRetries(job.getId(), 1);
        runJobs();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(instance()).isEnded();
    }

    private List<Task> feedbackTasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("UserTask_GiveFeedback")
                .list();
    }
}
