package id.laras.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What no row of the catalogue may say, whoever adds one. */
class StepTests {

    @Test
    void whatIsAboutOneselfAndOpinionsAreNeverHandedOver() {
        assertThat(Step.values())
                .filteredOn(step -> step.kind().isEmpty())
                .containsExactly(
                        Step.DRAFT_TARGETS,
                        Step.CHECK_IN,
                        Step.ASSESS_SELF,
                        Step.GIVE_FEEDBACK,
                        Step.REVIEW_RESULT,
                        Step.CONFIRM_TRAINING,
                        Step.WRITE_HAND_OVER_NOTE);
    }

    @Test
    void aConfidentialStepIsNeverCountedAsLateNorHandedOver() {
        assertThat(Step.values()).filteredOn(Step::confidential).isNotEmpty().allSatisfy(step -> {
            assertThat(step.is(Step.Trait.LATE)).isFalse();
            assertThat(step.kind()).isEmpty();
        });
    }

    @Test
    void aModelWithAConfidentialStepIsConfidential() {
        assertThat(ProcessModel.values())
                .filteredOn(ProcessModel::isConfidential)
                .containsExactly(ProcessModel.ASSESSMENT);
    }

    @Test
    void nobodyElseSpellsTheNameOfAStep() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("steps/Step.java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("\"UserTask_"));
        }
    }

    @Test
    void whatBelongsToNoModelOfLarasIsNotInTheCatalogue() {
        assertThat(Step.of("Assessment", "UserTask_DraftTargets")).isEmpty();
        assertThat(ProcessModel.of("Probe")).isEmpty();
    }
}
