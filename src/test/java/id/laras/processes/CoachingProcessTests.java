package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CoachingProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Coaching");

    private static final String UNTIL = "2026-02-20T23:59:59+07:00";

    @Test
    void theAssessorHoldsTheCoachingByTheDayThatWasAgreed() {
        start("Coaching", Map.of("coachingUntil", UNTIL));
        assertThat(task("UserTask_HoldCoaching").getAssignee()).isEqualTo("kabid");
        assertThat(task("UserTask_HoldCoaching").getDueDate()).isEqualTo(date(UNTIL));
        complete("UserTask_HoldCoaching");
        assertThat(instance()).isEnded();
    }
}
