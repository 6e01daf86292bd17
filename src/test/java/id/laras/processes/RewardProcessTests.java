package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RewardProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Reward");

    @Test
    void theHrTeamGrantsWhatTheAssessorNominates() {
        rewardIsNominated();
        complete("UserTask_DecideReward", Map.of("rewardGranted", true));
        assertThat(endings()).containsExactly("EndEvent_RewardGranted");
    }

    @Test
    void theHrTeamMayDeclineAReward() {
        rewardIsNominated();
        complete("UserTask_DecideReward", Map.of("rewardGranted", false));
        assertThat(endings()).containsExactly("EndEvent_RewardDeclined");
    }

    private void rewardIsNominated() {
        start("Reward");
        assertThat(task("UserTask_NominateReward").getAssignee()).isEqualTo("kabid");
        complete("UserTask_NominateReward");
        assertThat(engine.getTaskService()
                        .getIdentityLinksForTask(task("UserTask_DecideReward").getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactlyInAnyOrder("sdm", "sdm-unit-U1");
    }
}
