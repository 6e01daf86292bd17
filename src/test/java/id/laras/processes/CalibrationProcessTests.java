package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CalibrationProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Calibration");

    private static final String CALIBRATION_DUE = "2027-01-15T00:00:00+07:00";

    @Test
    void theUnitIsCalibratedAsSoonAsAllItsEvaluationsAreReady() {
        start("Calibration", Map.of("unitName", "Bidang Pelayanan", "calibrationDue", CALIBRATION_DUE));
        assertThat(open()).isEmpty();
        itIs("2026-12-20T09:00:00+07:00");
        runtime.createMessageCorrelation("calibration.unitReady")
                .processInstanceBusinessKey(EVALUATION)
                .correlate();
        var calibrate = task("UserTask_CalibrateUnit");
        assertThat(calibrate.getAssignee()).isNull();
        assertThat(calibrate.getDueDate()).isEqualTo(date("2027-01-03T23:59:59+07:00"));
        assertThat(engine.getTaskService().getIdentityLinksForTask(calibrate.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactlyInAnyOrder("sdm", "tim-kinerja", "sdm-unit-U1");
        complete("UserTask_CalibrateUnit");
        runJobs();
        assertThat(stubs.calls()).containsExactly("announceCalibrationDelegate");
        assertThat(endings()).containsExactly("EndEvent_UnitCalibrated");
        timePassesTo(CALIBRATION_DUE);
        assertThat(open()).as("the day on which it was due starts nothing more").isEmpty();
    }

    @Test
    void theUnitIsCalibratedOnItsDayThoughSomeAreNotReady() {
        start("Calibration", Map.of("unitName", "Bidang Pelayanan", "calibrationDue", CALIBRATION_DUE));
        timePassesTo(CALIBRATION_DUE);
        assertThat(stubs.calls()).containsExactly("beginCalibrationListener");
        assertThat(open()).containsExactly("UserTask_CalibrateUnit");
        assertThat(runtime.createEventSubscriptionQuery().count()).isZero();
    }
}
