package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ErasureProcessTests extends ProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = everyFlowOf("Erasure");

    @Test
    void batchAfterBatchIsErasedEachInATransactionOfItsOwn() {
        erasesIn(3);
        start("Erasure");
        for (var batch = 0; batch < 3; batch++) {
            assertThat(stubs.calls()).hasSize(batch);
            assertThat(instance()).isWaitingAtExactly("ServiceTask_EraseBatch");
            runNextJob();
        }
        assertThat(instance()).isEnded().hasPassed("EndEvent_ErasureDone");
    }

    @Test
    void aBatchThatFailsLeavesTheOthersErasedAndCanBeRetried() {
        erasesIn(2);
        start("Erasure");
        runNextJob();
        stubs.does("eraseBatchDelegate", execution -> {
            throw new IllegalStateException("the database is away");
        });
        assertThatThrownBy(this::runNextJob).hasMessageContaining("the database is away");
        assertThat(instance()).isWaitingAtExactly("ServiceTask_EraseBatch").hasVariables("erasureDone");
        erasesIn(1);
        runNextJob();
        assertThat(instance()).isEnded();
    }

    private void erasesIn(int batches) {
        var before = stubs.calls().size();
        stubs.does(
                "eraseBatchDelegate",
                execution -> execution.setVariable("erasureDone", stubs.calls().size() - before == batches));
    }
}
