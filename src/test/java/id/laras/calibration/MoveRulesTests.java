package id.laras.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.rules.Refusal.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoveRulesTests {

    private final Map<String, UnitTable.Row> rows = Map.of(
            "ani", new UnitTable.Row("ani", "Ani", "198001012005012001", "Analis", false, null, Predicate.GOOD, false),
            "budi",
                    new UnitTable.Row(
                            "budi", "Budi", "198001012005011001", "Analis", false, null, Predicate.GOOD, true));

    @Test
    void aMoveWithAReasonIsAccepted() {
        assertThat(problems(new MoveOrder("ani", Predicate.POOR, "Target layanan tidak tercapai")))
                .isEmpty();
    }

    @Test
    void aMoveWithoutAReasonIsRefused() {
        assertThat(problems(new MoveOrder("ani", Predicate.POOR, " "))).containsExactly("calibration.reason");
        assertThat(problems(new MoveOrder("ani", Predicate.POOR, null))).containsExactly("calibration.reason");
    }

    @Test
    void aResultDecidedOnObjectionIsNeverMoved_art59() {
        assertThat(problems(new MoveOrder("budi", Predicate.POOR, "Alasan"))).containsExactly("calibration.locked");
    }

    @Test
    void anEvaluationOutsideTheMeetingIsNotMoved() {
        assertThat(problems(new MoveOrder("citra", Predicate.POOR, "Alasan"))).containsExactly("calibration.foreign");
    }

    @Test
    void aMoveToTheSamePredicateIsRefused() {
        assertThat(problems(new MoveOrder("ani", Predicate.GOOD, "Alasan"))).containsExactly("calibration.same");
    }

    @Test
    void aPredicateOutsideTheSchemeIsRefused() {
        var fair = new MoveOrder("ani", Predicate.FAIR, "Alasan");
        var needsImprovement = new MoveOrder("ani", Predicate.NEEDS_IMPROVEMENT, "Alasan");
        assertThat(problems(fair)).containsExactly("calibration.predicate");
        assertThat(problems(new MoveOrder("ani", null, "Alasan"))).containsExactly("calibration.predicate");
        assertThat(keys(MoveRules.problems(Scheme.NUMERIC, rows, null, List.of(needsImprovement))))
                .containsExactly("calibration.predicate");
        assertThat(MoveRules.problems(Scheme.NUMERIC, rows, null, List.of(fair)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void aNameThatEndsInAStopIsNotFollowedByAnother(String language) {
        var texts = ResourceBundle.getBundle(
                "messages/calibration",
                Locale.forLanguageTag(language),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        for (var key : texts.keySet()) {
            assertThat(MessageFormat.format(texts.getString(key), "Imam Syafi'i, A.Md.RMIK."))
                    .as(key)
                    .doesNotContain("..");
        }
    }

    @Test
    void nobodyMovesTheirOwnPredicate() {
        var move = new MoveOrder("ani", Predicate.VERY_GOOD, "Alasan");
        assertThat(keys(MoveRules.problems(Scheme.QUADRANT, rows, "ani", List.of(move))))
                .containsExactly("calibration.own");
    }

    @Test
    void oneEmployeeIsMovedOnceOnly() {
        var moves = List.of(
                new MoveOrder("ani", Predicate.POOR, "Alasan"), new MoveOrder("ani", Predicate.VERY_POOR, "Alasan"));
        assertThat(keys(MoveRules.problems(Scheme.QUADRANT, rows, null, moves))).containsExactly("calibration.twice");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(problems(new MoveOrder("budi", Predicate.GOOD, "")))
                .containsExactly("calibration.locked", "calibration.same", "calibration.reason");
    }

    private List<String> problems(MoveOrder move) {
        return keys(MoveRules.problems(Scheme.QUADRANT, rows, null, List.of(move)));
    }

    private static List<String> keys(List<Problem> problems) {
        return problems.stream().map(Problem::key).toList();
    }
}
