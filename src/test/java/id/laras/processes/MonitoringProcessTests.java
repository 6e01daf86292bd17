package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MonitoringProcessTests extends ProcessTest {

    private static final String FIRST_CHECK_IN = "2026-04-01T00:00:00+07:00";
    private static final String SECOND_CHECK_IN = "2026-07-01T00:00:00+07:00";

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Monitoring");

    @Test
    void checkInsRepeatAtTheRhythmOfTheCycle() {
        checkInsAreOn(FIRST_CHECK_IN, SECOND_CHECK_IN);
        start("Monitoring");
        assertThat(open()).isEmpty();
        for (var day : List.of(FIRST_CHECK_IN, SECOND_CHECK_IN)) {
            timePassesTo(day);
            assertThat(task("UserTask_CheckIn").getAssignee()).isEqualTo("staf");
            complete("UserTask_CheckIn");
            assertThat(task("UserTask_GiveCheckInFeedback").getAssignee()).isEqualTo("kabid");
            complete("UserTask_GiveCheckInFeedback");
            assertThat(open()).isEmpty();
        }
        assertThat(instance()).isNotEnded();
    }

    @Test
    void aCheckInIsDueWithinAWeek() {
        checkInsAreOn(FIRST_CHECK_IN);
        start("Monitoring");
        timePassesTo(FIRST_CHECK_IN);
        assertThat(task("UserTask_CheckIn").getDueDate()).isEqualTo(date("2026-04-08T23:59:59+07:00"));
    }

    @Test
    void withoutFurtherCheckInsMonitoringLastsUntilTheAssessmentOpens() {
        start("Monitoring");
        timePassesTo("2026-11-30T23:59:59+07:00");
        assertThat(instance()).isNotEnded();
        itIs(ASSESSMENT_OPENS);
        run("TimerCatch_AssessmentOpens");
        assertThat(instance()).isEnded();
        assertThat(endings()).containsExactlyInAnyOrder("EndEvent_ExecutionEnded", "EndEvent_MonitoringEnded");
    }

    @Test
    void theOpeningOfTheAssessmentInterruptsAnOpenCheckIn() {
        checkInsAreOn(FIRST_CHECK_IN);
        start("Monitoring");
        timePassesTo(FIRST_CHECK_IN);
        timePassesTo(ASSESSMENT_OPENS);
        assertThat(instance()).isEnded();
        assertThat(endings()).containsExactly("EndEvent_AssessmentOpened");
    }

    @Test
    void targetsAreRevisedByMessageWhileACheckInStaysOpen() {
        checkInsAreOn(FIRST_CHECK_IN);
        start("Monitoring");
        timePassesTo(FIRST_CHECK_IN);
        revisionIsRequested("staf", "kabid");
        assertThat(open()).containsExactly("UserTask_CheckIn", "UserTask_ReviseTargets");
        assertThat(task("UserTask_ReviseTargets").getAssignee()).isEqualTo("staf");
        complete("UserTask_ReviseTargets");
        assertThat(task("UserTask_ApproveRevision").getAssignee()).isEqualTo("kabid");
        complete("UserTask_ApproveRevision", Map.of("revisionApproved", true));
        assertThat(open()).containsExactly("UserTask_CheckIn");
        assertThat(endings()).containsExactly("EndEvent_RevisionApproved");
    }

    @Test
    void theAssessorMayRequestARevisionThatTheEmployeeApproves() {
        start("Monitoring");
        revisionIsRequested("kabid", "staf");
        assertThat(task("UserTask_ReviseTargets").getAssignee()).isEqualTo("kabid");
        complete("UserTask_ReviseTargets");
        assertThat(task("UserTask_ApproveRevision").getAssignee()).isEqualTo("staf");
    }

    @Test
    void aReturnedRevisionIsWorkedOverAgain() {
        start("Monitoring");
        revisionIsRequested("staf", "kabid");
        complete("UserTask_ReviseTargets");
        complete("UserTask_ApproveRevision", Map.of("revisionApproved", false));
        assertThat(open()).containsExactly("UserTask_ReviseTargets");
    }

    @Test
    void targetsMayBeRevisedMoreThanOnce() {
        start("Monitoring");
        for (var time = 1; time <= 2; time++) {
            revisionIsRequested("staf", "kabid");
            complete("UserTask_ReviseTargets");
            complete("UserTask_ApproveRevision", Map.of("revisionApproved", true));
        }
        assertThat(endings()).containsExactly("EndEvent_RevisionApproved", "EndEvent_RevisionApproved");
    }

    @Test
    void theOpeningOfTheAssessmentInterruptsAnOpenRevision() {
        start("Monitoring");
        revisionIsRequested("staf", "kabid");
        itIs(ASSESSMENT_OPENS);
        run("TimerCatch_AssessmentOpens");
        assertThat(open()).as("a revision keeps the execution going").containsExactly("UserTask_ReviseTargets");
        runJobs();
        assertThat(instance()).isEnded();
    }

    private void checkInsAreOn(String... days) {
        Iterator<String> planned = List.of(days).iterator();
        stubs.does("planCheckInDelegate", execution -> {
            execution.setVariable("checkInPlanned", planned.hasNext());
            if (planned.hasNext()) {
                execution.setVariable("nextCheckIn", planned.next());
            }
        });
    }

    private void revisionIsRequested(String reviser, String approver) {
        runtime.createMessageCorrelation("targets.revisionRequested")
                .processInstanceBusinessKey(EVALUATION)
                .setVariables(Map.of("reviser", reviser, "revisionApprover", approver))
                .correlate();
    }

    private void run(String timer) {
        var jobs =
                engine.getManagementService().createJobQuery().activityId(timer).list();
        assertThat(jobs).hasSize(1);
        engine.getManagementService().executeJob(jobs.get(0).getId());
    }
}
