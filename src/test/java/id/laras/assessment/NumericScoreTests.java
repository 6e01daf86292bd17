package id.laras.assessment;

import static id.laras.assessment.ScoringSamples.RULES;
import static id.laras.assessment.ScoringSamples.higher;
import static id.laras.assessment.ScoringSamples.lower;
import static id.laras.assessment.ScoringSamples.means;
import static id.laras.assessment.ScoringSamples.number;
import static id.laras.assessment.ScoringSamples.numbers;
import static id.laras.assessment.ScoringSamples.seven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numeric scheme of PP 30/2019; every expected figure was computed by hand. */
class NumericScoreTests {

    @Test
    void achievementIsRealisationInPercentOfTheTarget() {
        assertThat(achievement(higher("80", "60", "100"))).isEqualTo("75.00");
    }

    @Test
    void achievementIsCappedAt120() {
        assertThat(achievement(higher("50", "60", "100"))).isEqualTo("120.00");
        assertThat(achievement(higher("50", "60.01", "100"))).isEqualTo("120.00");
        assertThat(achievement(higher("50", "5000", "100"))).isEqualTo("120.00");
    }

    @Test
    void nothingReachedIsReportedAsZeroAndNotMissing() {
        assertThat(achievement(higher("50", "0", "100"))).isEqualTo("0.00");
    }

    @Test
    void lowerIsBetterIndicatorsGainWhatTheyStayUnderTheTarget() {
        assertThat(achievement(lower("30", "24", "100"))).isEqualTo("120.00");
        assertThat(achievement(lower("30", "27", "100"))).isEqualTo("110.00");
        assertThat(achievement(lower("30", "30", "100"))).isEqualTo("100.00");
        assertThat(achievement(lower("30", "45", "100"))).isEqualTo("50.00");
    }

    @Test
    void lowerIsBetterIndicatorsAreCappedAt120AndNeverBelowZero() {
        assertThat(achievement(lower("30", "0", "100"))).isEqualTo("120.00");
        assertThat(achievement(lower("30", "60", "100"))).isEqualTo("0.00");
        assertThat(achievement(lower("30", "90", "100"))).isEqualTo("0.00");
    }

    @Test
    void skpIsTheMeanOfTheAchievementsByWeight() {
        // 60 × 75 + 25 × 110 + 15 × 120 = 4500 + 2750 + 1800 = 9050
        var indicators = List.of(higher("80", "60", "60"), lower("30", "27", "25"), higher("10", "15", "15"));
        assertThat(score(indicators, seven("100")).skp().rounded()).isEqualByComparingTo("90.50");
    }

    @Test
    void behaviourIsTheMeanOfTheSevenValues() {
        // 90 + 85 + 95 + 88 + 92 + 79 + 101 = 630
        var values = numbers("90", "85", "95", "88", "92", "79", "101");
        assertThat(score(List.of(higher("1", "1", "100")), values).behaviour().rounded())
                .isEqualByComparingTo("90.00");
    }

    @Test
    void article41WithoutOpinionsTheFinalScoreIs70SkpTo30Behaviour() {
        // 0.7 × 90.50 + 0.3 × 90 = 63.35 + 27 = 90.35
        var indicators = List.of(higher("80", "60", "60"), lower("30", "27", "25"), higher("10", "15", "15"));
        assertThat(score(indicators, seven("90")).total()).isEqualTo(number("90.35"));
    }

    @Test
    void article41WithOpinionsTheFinalScoreIs60To40() {
        // behaviour = 0.6 × 90 + 0.4 × 80 = 86; 0.6 × 90.50 + 0.4 × 86 = 54.30 + 34.40 = 88.70
        var indicators = List.of(higher("80", "60", "60"), lower("30", "27", "25"), higher("10", "15", "15"));
        var score = NumericScore.of(RULES, indicators, seven("90"), means("80"));
        assertThat(score.behaviour().rounded()).isEqualByComparingTo("86.00");
        assertThat(score.total()).isEqualTo(number("88.70"));
    }

    @Test
    void opinionsThatMayNotBeUsedAreLeftOutTogetherWithTheirWeight() {
        var indicators = List.of(higher("100", "90", "100"));
        var left = score(indicators, seven("80"));
        assertThat(left.behaviour().rounded()).isEqualByComparingTo("80.00");
        assertThat(left.behaviourShare()).isEqualByComparingTo("0.30");
        assertThat(left.total()).isEqualTo(number("87.00"));
    }

    @Test
    void halfUpAtTheThirdDecimal() {
        // 0.7 × 100.05 + 0.3 × 90 = 70.035 + 27 = 97.035
        assertThat(score(List.of(higher("2000", "2001", "100")), seven("90")).total())
                .isEqualTo(number("97.04"));
    }

    @Test
    void theScoreIsRoundedOnceAtTheEnd() {
        // 0.7 × (60 × 33.333… + 40 × 100) / 100 + 0.3 × 100.05 = 42 + 30.015 = 72.015, a tie that must go up; with any
        // finite number of threes it would be 72.01499…
        var indicators = List.of(higher("3", "1", "60"), higher("1", "1", "40"));
        assertThat(score(indicators, seven("100.05")).total()).isEqualTo(number("72.02"));
        // 0.7 × 200/7 + 30.015 = 50.015, the same with sevenths
        assertThat(score(List.of(higher("7", "2", "100")), seven("100.05")).total())
                .isEqualTo(number("50.02"));
    }

    @Test
    void aMeanThatRoundsUpEarlyDoesNotCarryThePredicateOverTheBand() {
        // 0.7 × 89.995 + 0.3 × 89.99 = 62.9965 + 26.997 = 89.9935; an SKP rounded to 90.00 first would give 90.00
        var total =
                score(List.of(higher("100", "89.995", "100")), seven("89.99")).total();
        assertThat(total).isEqualTo(number("89.99"));
    }

    @Test
    void onlyTheProportionOfTheWeightsCounts() {
        var percent = List.of(higher("80", "60", "60"), higher("10", "11", "40"));
        var parts = List.of(higher("80", "60", "6"), higher("10", "11", "4"));
        assertThat(score(percent, seven("90")).total())
                .isEqualTo(score(parts, seven("90")).total());
    }

    @Test
    void anIndicatorWithoutWeightChangesNothing() {
        var one = List.of(higher("80", "60", "100"));
        var two = List.of(higher("80", "60", "100"), higher("10", "0", "0"));
        assertThat(score(two, seven("90")).total())
                .isEqualTo(score(one, seven("90")).total());
    }

    @Test
    void fractionalWeightsAreNotTruncated() {
        // (33.4 × 120 + 66.6 × 60) / 100 = 40.08 + 39.96 = 80.04; 0.7 × 80.04 + 0.3 × 80 = 80.028
        var indicators = List.of(higher("10", "12", "33.4"), higher("10", "6", "66.6"));
        assertThat(score(indicators, seven("80")).total()).isEqualTo(number("80.03"));
    }

    @Test
    void theFiguresComeFromTheConfiguration() {
        var rules = new ScoringRules(number("150"), number("0.5"), number("0.2"), number("1"), number("60"));
        var indicators = List.of(higher("10", "20", "100"));
        assertThat(NumericScore.of(rules, indicators, seven("50"), List.of()).total())
                .isEqualTo(number("100.00"));
        // behaviour = peers' only; 0.8 × 150 + 0.2 × 100
        assertThat(NumericScore.of(rules, indicators, seven("50"), means("100")).total())
                .isEqualTo(number("140.00"));
    }

    @Test
    void figuresThatCannotBeStopTheStart() {
        assertThatThrownBy(() -> rules("0", "0.3", "0.4", "0.4")).hasMessageContaining("laras.scoring.cap");
        assertThatThrownBy(() -> rules("120", "30", "0.4", "0.4"))
                .hasMessageContaining("laras.scoring.behaviour-share must be 0 to 1");
        assertThatThrownBy(() -> rules("120", "0.3", "-0.1", "0.4"))
                .hasMessageContaining("laras.scoring.behaviour-share-with-peers");
        assertThatThrownBy(() -> rules("120", "0.3", "0.4", "1.01")).hasMessageContaining("laras.scoring.peer-share");
    }

    @Test
    void withoutIndicatorsOrValuesOrWeightsThereIsNoScore() {
        assertThatThrownBy(() -> score(List.of(), seven("90"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> score(List.of(higher("1", "1", "100")), List.of()))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> score(List.of(higher("1", "1", "0")), seven("90")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aTargetOfZeroGivesNoAchievement() {
        assertThatThrownBy(() -> achievement(higher("0", "1", "100"))).isInstanceOf(ArithmeticException.class);
    }

    private static ScoringRules rules(String cap, String share, String shareWithPeers, String peerShare) {
        return new ScoringRules(number(cap), number(share), number(shareWithPeers), number(peerShare), number("70"));
    }

    private static String achievement(IndicatorResult indicator) {
        return indicator.achievement(RULES.cap()).rounded().toPlainString();
    }

    private static NumericScore score(List<IndicatorResult> indicators, List<BigDecimal> values) {
        return NumericScore.of(RULES, indicators, values, List.of());
    }
}
