package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TargetSettingProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("TargetSetting");

    @Test
    void theEmployeeDraftsTargetsAndTheAssessorApprovesThem() {
        start("TargetSetting");
        assertThat(task("UserTask_DraftTargets").getAssignee()).isEqualTo("staf");
        complete("UserTask_DraftTargets");
        assertThat(task("UserTask_ApproveTargets").getAssignee()).isEqualTo("kabid");
        complete("UserTask_ApproveTargets", Map.of("targetsApproved", true));
        assertThat(instance()).isEnded();
        assertThat(endings()).containsExactly("EndEvent_TargetsApproved");
    }

    @Test
    void returnedTargetsAreDraftedAgainUntilTheyAreApproved() {
        start("TargetSetting");
        for (var round = 1; round <= 2; round++) {
            complete("UserTask_DraftTargets");
            complete("UserTask_ApproveTargets", Map.of("targetsApproved", false));
            assertThat(open()).containsExactly("UserTask_DraftTargets");
        }
        complete("UserTask_DraftTargets");
        complete("UserTask_ApproveTargets", Map.of("targetsApproved", true));
        assertThat(instance()).isEnded();
    }

    @Test
    void draftingIsDueOnTheCyclesDayAndApprovalWithinAWeek() {
        start("TargetSetting");
        assertThat(task("UserTask_DraftTargets").getDueDate()).isEqualTo(date(TARGETS_DUE));
        itIs("2026-01-20T09:30:00+07:00");
        complete("UserTask_DraftTargets");
        assertThat(task("UserTask_ApproveTargets").getDueDate()).isEqualTo(date("2026-01-27T23:59:59+07:00"));
    }

    @Test
    void theFormIsTheOneDeployedWithTheModel() {
        start("TargetSetting");
        assertThat(task("UserTask_DraftTargets").getFormKey()).isEqualTo("embedded:deployment:draft-targets.html");
    }

    @Test
    void theTaskTellsThePersonWhatItIsForAndWhatBecomesOfTheAnswer() {
        start("TargetSetting");
        assertThat(task("UserTask_DraftTargets").getDescription())
                .startsWith("Untuk pegawai: ")
                .contains("Jawaban Anda dikirim kepada pejabat penilai");
    }
}
