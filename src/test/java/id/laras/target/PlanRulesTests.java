package id.laras.target;

import static id.laras.target.Plans.indicator;
import static id.laras.target.Plans.proposal;
import static id.laras.target.Plans.result;
import static id.laras.target.Plans.supporting;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.rules.Refusal.Problem;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan of targets must have (PermenPANRB 6/2022 on planning, PP 30/2019 on weights). */
class PlanRulesTests {

    @Test
    void aCompletePlanIsAccepted() {
        assertThat(weighted(Plans.simple())).isEmpty();
    }

    @Test
    void weightsThatDoNotSumToExactly100AreRefused() {
        var plan = proposal(result("A", indicator("Satu", "1", "33.33"), indicator("Dua", "1", "66.66")));
        assertThat(weighted(plan)).containsExactly("target.weights [99.99]");
    }

    @Test
    void fractionalWeightsAreCountedAndNotCutOff() {
        var plan = proposal(
                result("A", indicator("Satu", "1", "33.33"), indicator("Dua", "1", "33.33")),
                result("B", indicator("Tiga", "1", "33.34")));
        assertThat(weighted(plan)).isEmpty();
    }

    @Test
    void aWeightIsRefusedWhereTheSchemeKnowsNone() {
        // the trail would keep it
        var plan = proposal(result("A", indicator("Satu", "1", null), indicator("Dua", "1", "7")));
        assertThat(unweighted(plan)).containsExactly("target.indicator.weight.unknown [Dua]");
    }

    @ParameterizedTest
    @CsvSource({
        "'',       target.indicator.weight.missing",
        "0,        target.indicator.weight.range",
        "-5,       target.indicator.weight.range",
        "100.01,   target.indicator.weight.range",
        "1e999999, target.indicator.weight.range",
        "50.001,   target.indicator.weight.decimals"
    })
    void aWeightThatIsNoPercentageIsRefused(String weight, String problem) {
        var plan = proposal(result("A", indicator("Satu", "1", weight.isEmpty() ? null : weight)));
        assertThat(weighted(plan)).hasSize(1).allMatch(found -> found.startsWith(problem + " [Satu"));
    }

    @Test
    void aPlanWithoutAnyResultIsRefused() {
        assertThat(weighted(proposal())).containsExactly("target.results.none []");
    }

    @Test
    void aResultWithoutAnyIndicatorIsRefused() {
        assertThat(weighted(proposal(result("Pelayanan cepat"))))
                .containsExactly("target.result.indicators.none [Pelayanan cepat]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "0E+5"})
    void aTargetOf0IsRefusedWhenItIsSet(String target) {
        assertThat(weighted(proposal(result("A", indicator("Waktu tunggu", target, "100")))))
                .containsExactly("target.indicator.target.zero [Waktu tunggu]");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                target.indicator.target.missing",
        "-1,                target.indicator.target.negative",
        "1000000000000,     target.indicator.target.large",
        "1e999999,          target.indicator.target.large",
        "0.00001,           target.indicator.target.decimals",
        "1e-999999,         target.indicator.target.decimals"
    })
    void aTargetThatCannotBeReachedOrWrittenIsRefused(String target, String problem) {
        var plan = proposal(result("A", indicator("Satu", target.isEmpty() ? null : target, "100")));
        assertThat(weighted(plan)).hasSize(1).allMatch(found -> found.startsWith(problem + " [Satu"));
    }

    @Test
    void everythingMissingIsToldAtOnceWithTheNumberOfTheRow() {
        var empty = new Plan.Indicator(null, null, " ", BigDecimal.ONE, "", null, BigDecimal.TEN);
        var plan = proposal(
                result("A", indicator("Satu", "1", "90")),
                new Plan.WorkResult(null, null, "", null, null, null, null, List.of(empty)));
        assertThat(weighted(plan))
                .containsExactlyInAnyOrder(
                        "target.result.title.missing [2]",
                        "target.result.kind.missing [2]",
                        "target.indicator.name.missing [2.1, 2]",
                        "target.indicator.aspect.missing [2.1]",
                        "target.indicator.unit.missing [2.1]",
                        "target.indicator.direction.missing [2.1]");
    }

    @Test
    void aResultThatSupportsSomethingUnknownIsRefused() {
        var plan = proposal(supporting("lain", result("A", indicator("Satu", "1", "100"))));
        assertThat(keys(PlanRules.problems(true, plan, Set.of("atasan"))))
                .containsExactly("target.result.supports.unknown [A]");
    }

    @Test
    void aResultMaySupportAResultOfTheSuperior() {
        var plan = proposal(supporting("atasan", result("A", indicator("Satu", "1", "100"))));
        assertThat(PlanRules.problems(true, plan, Set.of("atasan"))).isEmpty();
    }

    @Test
    void aSuperiorWithoutTargetsBlocksNobody() {
        assertThat(PlanRules.problems(true, Plans.simple(), Set.of())).isEmpty();
    }

    @Test
    void aPlanWithoutExpectedBehaviourIsRefused() {
        var plan = new Proposal(null, " ", Plans.simple().results());
        assertThat(weighted(plan)).containsExactly("target.behaviour.missing []");
    }

    @Test
    void textsOfMoreThan4000CharactersAreRefused() {
        var plan = new Proposal(null, "x".repeat(4001), Plans.simple().results());
        assertThat(weighted(plan)).containsExactly("target.behaviour.long [4000]");
        assertThat(weighted(new Proposal(null, "x".repeat(4000), Plans.simple().results())))
                .isEmpty();
    }

    @Test
    void namesTooLongForATableAreRefusedInAShortSentence() {
        var plan = proposal(result("x".repeat(501), indicator("y".repeat(501), "1", "100")));
        assertThat(weighted(plan))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(150));
    }

    @Test
    void moreRowsThanAnybodyCouldCarryOutAreRefused() {
        var results = Collections.nCopies(51, result("A", indicator("Satu", "1", "1")));
        assertThat(weighted(new Proposal(null, "x", results))).containsExactly("target.results.many [50]");
        var indicators = Collections.nCopies(21, indicator("Satu", "1", "1")).toArray(Plan.Indicator[]::new);
        assertThat(weighted(proposal(result("A", indicators))))
                .containsExactly("target.result.indicators.many [A, 20]");
    }

    @Test
    void emptyRowsOfAForgedAnswerDoNoHarm() {
        var plan = new Proposal(
                null, "x", Arrays.asList(null, Plans.simple().results().get(0)));
        assertThat(weighted(plan)).isEmpty();
    }

    private static List<String> weighted(Proposal proposal) {
        return keys(PlanRules.problems(true, proposal, Set.of()));
    }

    private static List<String> unweighted(Proposal proposal) {
        return keys(PlanRules.problems(false, proposal, Set.of()));
    }

    private static List<String> keys(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.key() + " " + Arrays.toString(problem.args()))
                .toList();
    }
}
