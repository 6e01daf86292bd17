package id.laras.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.processes.Models;
import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps can be handed over; a new step must be put in one of the two lists, or it fails here. */
class TaskKindTests {

    @Test
    void everyStepOfEveryModelIsOfOneKindOrNeverHandedOver() {
        var steps = Models.all().stream()
                .flatMap(model -> model.all(UserTask.class).map(task -> model.key() + "/" + task.getId()))
                .toList();
        var listed = Stream.concat(
                        Arrays.stream(TaskKind.values()).flatMap(kind -> kind.steps().stream()),
                        TaskKind.NEVER.stream())
                .toList();
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(steps);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UserTask_DraftTargets",
                "UserTask_CheckIn",
                "UserTask_AssessSelf",
                "UserTask_GiveFeedback",
                "UserTask_ReviewResult",
                "UserTask_ConfirmTraining"
            })
    void whatIsAboutOneselfAndConfidentialOpinionsAreNeverHandedOver(String task) {
        assertThat(Models.all())
                .noneMatch(model -> TaskKind.of(model.key(), task).isPresent());
    }
}
