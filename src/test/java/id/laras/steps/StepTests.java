package id.laras.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Tests of the models speak their language; everybody else walks by steps. */
    @Test
    void onlyTestsOfTheModelsSpellTheNameOfAStep() throws IOException {
        var spelled = Pattern.compile(
                Arrays.stream(Step.values()).map(Step::task).collect(Collectors.joining("|", "\\b(", ")\\b")));
        try (var files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.getParent().endsWith("processes"))
                            .filter(file -> !file.endsWith("steps/StepTests.java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(spelled));
        }
    }

    @Test
    void whatBelongsToNoModelOfLarasIsNotInTheCatalogue() {
        assertThat(Step.of("Assessment", Step.DRAFT_TARGETS.task())).isEmpty();
        assertThat(ProcessModel.of("Probe")).isEmpty();
    }
}
