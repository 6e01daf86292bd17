package id.laras.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

class ShippedBookTests {

    @Test
    void theShippedBookIsSoundAndFarBelowTheBound() {
        var files = new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"));
        var proof = Prover.prove(
                Arrays.stream(files).sorted().map(Bpmn::readModelFromFile).toList());
        assertThat(proof.findings()).isEmpty();
        assertThat(proof.states()).isBetween(100, Prover.BOUND / 100);
    }
}
