package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CoachingProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Coaching");

    @Test
    void theSupervisorHoldsTheCoachingWithin30Days() {
        start("Coaching");
        assertThat(task("UserTask_HoldCoaching").getAssignee()).isEqualTo("kabid");
        assertThat(task("UserTask_HoldCoaching").getDueDate()).isEqualTo(date("2026-02-04T08:00:00+07:00"));
        complete("UserTask_HoldCoaching");
        assertThat(ended()).isTrue();
    }
}
