package id.laras.gate;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.steps.ProcessModel;
import org.junit.jupiter.api.Test;

class LawfulTests {

    @Test
    void theShippedBookIsLawfulAndFarBelowTheBound() {
        var proof = Redesign.of(ProcessModel.EVALUATION).proof();
        assertThat(proof.findings()).isEmpty();
        assertThat(proof.states()).isBetween(1_000, Prover.BOUND / 50);
    }
}
