package id.laras.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.evidence.CheckIn.Progress;
import id.laras.target.Aspect;
import id.laras.target.Direction;
import id.laras.target.Plan;
import id.laras.target.PlanStatus;
import id.laras.target.ResultKind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demonstration's figures are such as people report. */
class DemoAnswersTests {

    @Test
    void wholeThingsAreCountedWhole() {
        assertThat(reported("48", "sekolah", Direction.HIGHER)).isEqualTo("36");
        assertThat(reported("85", "anak", Direction.HIGHER)).isEqualTo("64");
        assertThat(reported("20", "menit", Direction.LOWER)).isEqualTo("25");
    }

    @Test
    void aPercentageNeverExceedsAHundred() {
        assertThat(reported("99", "%", Direction.LOWER)).isEqualTo("100");
        assertThat(reported("95", "%", Direction.HIGHER)).isEqualTo("71.3");
    }

    @Test
    void anIndexKeepsItsDecimal() {
        assertThat(reported("88.5", "nilai", Direction.HIGHER)).isEqualTo("66.4");
    }

    /** Three quarters of the target, or a quarter more of what should be low. */
    private static String reported(String target, String unit, Direction direction) {
        var indicator =
                new Plan.Indicator("i", Aspect.QUANTITY, "Indikator", new BigDecimal(target), unit, direction, null);
        var result = new Plan.WorkResult("r", ResultKind.MAIN, "Hasil", null, null, null, null, List.of(indicator));
        var plan = new Plan(1, PlanStatus.APPROVED, null, "x", null, "staf", "kabid", null, List.of(result));
        return DemoAnswers.report(plan).progress().stream()
                .map(Progress::value)
                .findFirst()
                .orElseThrow()
                .toString();
    }
}
