package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EvaluationProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Evaluation");

    @Test
    void anEvaluationGoesFromTargetsToFollowUpAndEntersEveryStageOnce() {
        evaluationIsAccepted();
        complete("UserTask_ConfirmResult");
        runJobs();
        planNothing();
        assertThat(instance()).isEnded();
        assertThat(endings()).contains("EndEvent_EvaluationClosed");
        assertThat(stubs.stages())
                .containsExactly(
                        "CallActivity_TargetSetting",
                        "CallActivity_Monitoring",
                        "CallActivity_Assessment",
                        "CallActivity_Objection",
                        "ServiceTask_JoinCalibration",
                        "UserTask_ConfirmResult",
                        "CallActivity_FollowUp",
                        "EndEvent_EvaluationClosed");
    }

    @Test
    void everyProcessOfAnEvaluationCarriesItsKey() {
        start("Evaluation");
        assertThat(runtime.createProcessInstanceQuery().list())
                .hasSize(2)
                .extracting(ProcessInstance::getBusinessKey)
                .containsOnly(EVALUATION);
    }

    @Test
    void thePersonWhoRatedConfirmsTheResultWithinAWeek() {
        evaluationIsAccepted();
        assertThat(task("UserTask_ConfirmResult").getAssignee()).isEqualTo("kabid");
        assertThat(task("UserTask_ConfirmResult").getDueDate()).isEqualTo(date("2026-12-08T23:59:59+07:00"));
    }

    @Test
    void anEvaluationWaitsForTheCalibrationOfItsUnit() {
        stubs.does("joinCalibrationDelegate", execution -> execution.setVariable("calibrationAwaited", true));
        evaluationIsAccepted();
        assertThat(open()).isEmpty();
        calibrationIsDecided();
        assertThat(open()).containsExactly("UserTask_ConfirmResult");
    }

    @Test
    void anEvaluationThatArrivesAfterTheCalibrationDoesNotWait() {
        evaluationIsAccepted();
        assertThat(runtime.createEventSubscriptionQuery().count()).isZero();
        assertThat(open()).containsExactly("UserTask_ConfirmResult");
        assertThat(stubs.calls()).endsWith("joinCalibrationDelegate", "applyCalibrationDelegate");
    }

    @Test
    void calibratingAnAcceptedPredicateOpensTheObjectionAgain() {
        stubs.does("joinCalibrationDelegate", execution -> execution.setVariable("calibrationAwaited", true));
        stubs.does("applyCalibrationDelegate", execution -> execution.setVariable("predicateChanged", true));
        evaluationIsAccepted();
        calibrationIsDecided();
        assertThat(open()).containsExactly("UserTask_ReviewResult");
        assertThat(task("UserTask_ReviewResult").getDueDate()).isEqualTo(date("2026-12-15T23:59:59+07:00"));
        complete("UserTask_ReviewResult", Map.of("objectionRaised", true));
        assertThat(task("UserTask_DecideObjection").getAssignee()).isEqualTo("kadis");
        complete("UserTask_DecideObjection", Map.of("resultChanged", false));
        assertThat(open()).containsExactly("UserTask_ConfirmResult");
        assertThat(stubs.stages()).contains("CallActivity_SecondObjection");
    }

    @Test
    void withoutASuperiorTheObjectionReachesTheHrTeam() {
        var noSuperior = new HashMap<String, Object>();
        noSuperior.put("superior", null);
        start("Evaluation", noSuperior);
        targetsMonitoringAndAssessmentPass();
        complete("UserTask_ReviewResult", Map.of("objectionRaised", true));
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup("sdm")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void joiningTheCalibrationIsATransactionOfItsOwn() {
        start("Evaluation");
        targetsMonitoringAndAssessmentPass();
        stubs.calls().clear();
        complete("UserTask_ReviewResult", Map.of("objectionRaised", false));
        assertThat(stubs.calls())
                .as("acceptance stays, whatever happens behind it")
                .isEmpty();
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .activityId("ServiceTask_JoinCalibration")
                        .count())
                .isEqualTo(1);
    }

    private void evaluationIsAccepted() {
        start("Evaluation");
        targetsMonitoringAndAssessmentPass();
        complete("UserTask_ReviewResult", Map.of("objectionRaised", false));
        runJobs();
    }

    private void targetsMonitoringAndAssessmentPass() {
        complete("UserTask_DraftTargets");
        complete("UserTask_ApproveTargets", Map.of("targetsApproved", true));
        timePassesTo(ASSESSMENT_OPENS);
        complete("UserTask_AssessSelf");
        complete("UserTask_RateEmployee");
        runJobs();
    }

    private void calibrationIsDecided() {
        runtime.createMessageCorrelation("calibration.decided")
                .processInstanceBusinessKey(EVALUATION)
                .correlate();
        runJobs();
    }

    private void planNothing() {
        complete(
                "UserTask_PlanDevelopment",
                Map.of("trainingPlanned", false, "coachingPlanned", false, "rewardProposed", false));
    }
}
