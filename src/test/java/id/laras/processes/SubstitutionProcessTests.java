package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubstitutionProcessTests extends ProcessTest {

    private static final String SETTLED = "settleTasksDelegate";

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Substitution");

    private void fromTheTenthToTheTwelfth() {
        start(
                "Substitution",
                Map.of(
                        "substitutionBegins", "2026-01-10T00:00:00+07:00",
                        "substitutionEnds", "2026-01-13T00:00:00+07:00"));
    }

    @Test
    void tasksAreSharedOnTheFirstDayAndReturnedWhenTheLastIsOver() {
        fromTheTenthToTheTwelfth();
        timePassesTo("2026-01-09T23:59:59+07:00");
        assertThat(stubs.calls()).isEmpty();
        timePassesTo("2026-01-10T00:00:00+07:00");
        assertThat(stubs.calls()).containsExactly(SETTLED);
        timePassesTo("2026-01-12T23:59:59+07:00");
        assertThat(stubs.calls()).containsExactly(SETTLED);
        timePassesTo("2026-01-13T00:00:00+07:00");
        assertThat(stubs.calls()).containsExactly(SETTLED, SETTLED);
        assertThat(instance()).isEnded();
    }

    @Test
    void anEarlyEndReturnsTasksAtOnce() {
        fromTheTenthToTheTwelfth();
        timePassesTo("2026-01-10T00:00:00+07:00");
        runtime.createMessageCorrelation("substitution.ended").correlateAll();
        runJobs();
        assertThat(stubs.calls()).containsExactly(SETTLED, SETTLED);
        assertThat(instance()).isEnded();
    }

    @Test
    void whatIsEndedBeforeItsFirstDayNeverShares() {
        fromTheTenthToTheTwelfth();
        runtime.createMessageCorrelation("substitution.ended").correlateAll();
        runJobs();
        assertThat(stubs.calls()).isEqualTo(List.of(SETTLED));
        assertThat(instance()).isEnded();
    }
}
