package id.laras.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.rules.Refusal.Problem;
import id.laras.target.Aspect;
import id.laras.target.Direction;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportRulesTests {

    private static final List<Plan.Indicator> INDICATORS = List.of(new Plan.Indicator(
            "i1", Aspect.TIME, "Waktu tunggu", BigDecimal.TEN, "menit", Direction.LOWER, BigDecimal.TEN));

    @Test
    void aReportThatSaysNothingIsRefused() {
        var nothing = List.of(new CheckIn.Progress("i1", null, " "));
        assertThat(problems(new Report(null, null))).containsExactly("evidence.checkIn.empty []");
        assertThat(problems(new Report("  ", nothing))).containsExactly("evidence.checkIn.empty []");
        assertThat(problems(new Report("Berjalan sesuai rencana", null))).isEmpty();
        assertThat(problems(report("i1", "0"))).isEmpty();
    }

    @Test
    void progressOnAnIndicatorOutsideThePlanIsRefused() {
        assertThat(problems(report("lain", "1"))).containsExactly("evidence.checkIn.indicator.unknown []");
    }

    @Test
    void progressOnTheSameIndicatorTwiceIsRefused() {
        var one = new CheckIn.Progress("i1", BigDecimal.ONE, null);
        assertThat(problems(new Report(null, List.of(one, one))))
                .containsExactly("evidence.checkIn.indicator.twice [Waktu tunggu]");
    }

    @ParameterizedTest
    @CsvSource({
        "-1,            evidence.checkIn.value.negative",
        "1e999999,      evidence.checkIn.value.large",
        "0.00001,       evidence.checkIn.value.decimals",
    })
    void aValueThatIsNoProgressIsRefused(String value, String problem) {
        assertThat(problems(report("i1", value)))
                .hasSize(1)
                .allMatch(found -> found.startsWith(problem + " [Waktu tunggu"));
    }

    @Test
    void progressOfNothingIsProgressThatCanBeReported() {
        assertThat(problems(report("i1", "0"))).isEmpty();
    }

    @Test
    void textsOfMoreThan4000CharactersAreRefused() {
        var tooLong = "x".repeat(4001);
        var report = new Report(tooLong, List.of(new CheckIn.Progress("i1", null, tooLong)));
        assertThat(problems(report))
                .containsExactly(
                        "evidence.checkIn.note.long [4000]", "evidence.checkIn.progressNote.long [Waktu tunggu, 4000]");
    }

    private static Report report(String indicator, String value) {
        return new Report("x", List.of(new CheckIn.Progress(indicator, new BigDecimal(value), null)));
    }

    private static List<String> problems(Report report) {
        return ReportRules.problems(report, INDICATORS).stream()
                .map((Problem problem) -> problem.key() + " " + Arrays.toString(problem.args()))
                .toList();
    }
}
