package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("FollowUp");

    private static final String TRAINING_UNTIL = "2026-06-30T23:59:59+07:00";
    private static final String COACHING_UNTIL = "2026-02-20T23:59:59+07:00";

    @ParameterizedTest(name = "training {0}, coaching {1}, reward {2}")
    @CsvSource({
        "false, false, false",
        "true,  false, false",
        "false, true,  false",
        "false, false, true",
        "true,  true,  false",
        "true,  false, true",
        "false, true,  true",
        "true,  true,  true"
    })
    void exactlyThePlannedMeasuresAreStartedAndAllAreWaitedFor(boolean training, boolean coaching, boolean reward) {
        start("FollowUp");
        runJobs();
        assertThat(stubs.calls()).containsExactly("proposeFollowUpDelegate");
        assertThat(task("UserTask_PlanDevelopment").getAssignee()).isEqualTo("kabid");
        complete("UserTask_PlanDevelopment", plan(training, coaching, reward));

        var planned = new ArrayList<String>();
        if (training) planned.add("UserTask_ConfirmTraining");
        if (coaching) planned.add("UserTask_HoldCoaching");
        if (reward) planned.add("UserTask_NominateReward");
        assertThat(open()).containsExactlyInAnyOrderElementsOf(planned);

        if (reward) {
            complete("UserTask_NominateReward");
            complete("UserTask_DecideReward", Map.of("rewardGranted", true));
        }
        if (coaching) complete("UserTask_HoldCoaching");
        assertThat(open().isEmpty()).as("training is still waited for").isEqualTo(!training);
        if (training) complete("UserTask_ConfirmTraining");
        assertThat(instance()).isEnded();
        assertThat(endings()).containsOnlyOnce("EndEvent_FollowedUp");
    }

    @Test
    void measuresBelongToTheEvaluationAndToTheRightPeople() {
        start("FollowUp");
        runJobs();
        complete("UserTask_PlanDevelopment", plan(true, true, true));
        assertThat(task("UserTask_ConfirmTraining").getAssignee()).isEqualTo("staf");
        assertThat(task("UserTask_HoldCoaching").getAssignee()).isEqualTo("kabid");
        assertThat(task("UserTask_NominateReward").getAssignee()).isEqualTo("kabid");
        assertThat(task("UserTask_ConfirmTraining").getDueDate()).isEqualTo(date(TRAINING_UNTIL));
        assertThat(task("UserTask_HoldCoaching").getDueDate()).isEqualTo(date(COACHING_UNTIL));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(EVALUATION)
                        .count())
                .isEqualTo(4);
    }

    @Test
    void aFailingProposalLeavesAnIncidentAndMayBeRetried() {
        stubs.does("proposeFollowUpDelegate", execution -> {
            throw new IllegalStateException("no table");
        });
        start("FollowUp");
        var job = engine.getManagementService().createJobQuery().messages().singleResult();
        engine.getManagementService().setJobRetries(job.getId(), 1);
        assertThatThrownBy(this::runJobs).hasMessageContaining("no table");
        assertThat(runtime.createIncidentQuery().singleResult().getActivityId())
                .isEqualTo("ServiceTask_ProposeFollowUp");
        stubs.does("proposeFollowUpDelegate", execution -> {});
        engine.getManagementService().setJobRetries(job.getId(), 1);
        runJobs();
        assertThat(open()).containsExactly("UserTask_PlanDevelopment");
    }

    /** As the step answers: a day for what is planned, and none for what is not. */
    private static Map<String, Object> plan(boolean training, boolean coaching, boolean reward) {
        var flags = new HashMap<String, Object>();
        flags.put("trainingPlanned", training);
        flags.put("coachingPlanned", coaching);
        flags.put("rewardProposed", reward);
        if (training) flags.put("trainingUntil", TRAINING_UNTIL);
        if (coaching) flags.put("coachingUntil", COACHING_UNTIL);
        return flags;
    }
}
