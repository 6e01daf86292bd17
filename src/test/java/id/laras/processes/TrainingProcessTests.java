package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrainingProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Training");

    @Test
    void theEmployeeConfirmsTheTrainingWithin90Days() {
        start("Training");
        assertThat(task("UserTask_ConfirmTraining").getAssignee()).isEqualTo("staf");
        assertThat(task("UserTask_ConfirmTraining").getDueDate()).isEqualTo(date("2026-04-05T08:00:00+07:00"));
        complete("UserTask_ConfirmTraining");
        assertThat(ended()).isTrue();
    }
}
