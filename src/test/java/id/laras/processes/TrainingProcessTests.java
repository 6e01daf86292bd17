package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrainingProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Training");

    private static final String UNTIL = "2026-06-30T23:59:59+07:00";

    @Test
    void theEmployeeConfirmsTheTrainingsByTheLastDayThatWasAgreed() {
        start("Training", Map.of("trainingUntil", UNTIL));
        assertThat(task("UserTask_ConfirmTraining").getAssignee()).isEqualTo("staf");
        assertThat(task("UserTask_ConfirmTraining").getDueDate()).isEqualTo(date(UNTIL));
        complete("UserTask_ConfirmTraining");
        assertThat(instance()).isEnded();
    }
}
