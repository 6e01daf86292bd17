package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which way an evaluation may go, whatever a model says. */
class StageTests {

    @Test
    void eachStageLeadsToTheNext() {
        var path = Stage.path();
        for (var at = 1; at < path.size(); at++) {
            assertThat(path.get(at - 1).leadsTo(path.get(at)))
                    .as(path.get(at).name())
                    .isTrue();
        }
    }

    @Test
    void aMovedPredicateLeadsToAnotherObjection() {
        assertThat(Stage.CALIBRATION.leadsTo(Stage.OBJECTION)).isTrue();
    }

    @Test
    void nothingElseLeadsBack() {
        assertThat(Stage.CONFIRMATION.leadsTo(Stage.OBJECTION)).isFalse();
        assertThat(Stage.OBJECTION.leadsTo(Stage.ASSESSMENT)).isFalse();
        assertThat(Stage.FOLLOW_UP.leadsTo(Stage.TARGET_SETTING)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whatIsOverStaysSo(Stage next) {
        assertThat(Stream.of(Stage.CLOSED, Stage.CANCELLED)).noneMatch(over -> over.leadsTo(next));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void noModelCancels(Stage stage) {
        assertThat(stage.leadsTo(Stage.CANCELLED)).isFalse();
    }
}
