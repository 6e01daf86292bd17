package id.laras.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that HR may change, cell by cell as the regulations have them. */
class DecisionTests {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "PermenPANRB 6/2022: work result {0}, behaviour {1} is {2}")
    @CsvSource({
        "ABOVE, ABOVE, VERY_GOOD",
        "ABOVE, MEETS, GOOD",
        "ABOVE, BELOW, POOR",
        "MEETS, ABOVE, GOOD",
        "MEETS, MEETS, GOOD",
        "MEETS, BELOW, POOR",
        "BELOW, ABOVE, NEEDS_IMPROVEMENT",
        "BELOW, MEETS, NEEDS_IMPROVEMENT",
        "BELOW, BELOW, VERY_POOR"
    })
    void theQuadrantGivesThePredicate(String workResult, String behaviour, String predicate) {
        assertThat(evaluate("quadrant-predicate", Map.of("workResult", workResult, "behaviour", behaviour)))
                .containsExactly(Map.of("predicate", predicate));
    }

    @ParameterizedTest(name = "PP 30/2019: {0} with a new idea {1} is {2}")
    @CsvSource({
        "120.00, true,  VERY_GOOD",
        "110.00, true,  VERY_GOOD",
        "109.99, true,  GOOD",
        "120.00, false, GOOD",
        "115.00, false, GOOD",
        "110.00, false, GOOD",
        "90.00,  false, GOOD",
        "90.00,  true,  GOOD",
        "89.99,  true,  FAIR",
        "70.00,  false, FAIR",
        "69.99,  false, POOR",
        "50.00,  true,  POOR",
        "49.99,  false, VERY_POOR",
        "0.00,   true,  VERY_POOR"
    })
    void theBandGivesThePredicate(BigDecimal total, boolean newIdeaApproved, String predicate) {
        assertThat(evaluate("numeric-predicate", Map.of("total", total, "newIdeaApproved", newIdeaApproved)))
                .containsExactly(Map.of("predicate", predicate));
    }

    @Test
    void aMissingTotalGetsNoPredicateAtAll() {
        var missing = new HashMap<String, Object>();
        missing.put("total", null);
        missing.put("newIdeaApproved", false);
        assertThat(evaluate("numeric-predicate", missing)).isEmpty();
    }

    @ParameterizedTest(name = "SE MenPANRB 3/2023: {0} {1}, from {2} to {3} per cent")
    @CsvSource({
        "EXCELLENT,         'VERY_GOOD',                   50.01, 70",
        "GOOD,              'GOOD',                        50.01, 70",
        "GOOD,              'NEEDS_IMPROVEMENT,FAIR,POOR', 0.01,",
        "NEEDS_IMPROVEMENT, 'NEEDS_IMPROVEMENT,FAIR',       60,",
        "NEEDS_IMPROVEMENT, 'VERY_GOOD',                      , 10",
        "POOR,              'POOR',                         60,",
        "POOR,              'NEEDS_IMPROVEMENT,FAIR',       10,",
        "POOR,              'VERY_GOOD',                      , 10",
        "VERY_POOR,         'VERY_POOR',                    60,",
        "VERY_POOR,         'POOR,NEEDS_IMPROVEMENT,FAIR',  10,",
        "VERY_POOR,         'VERY_GOOD',                      , 0"
    })
    void theOrganisationsPredicateGuidesTheDistribution(
            String organisation, String predicates, Double minShare, Integer maxShare) {
        assertThat(guide(organisation)).anySatisfy(row -> {
            assertThat(row.get("predicates")).isEqualTo(predicates);
            assertThat(row.get("minShare")).isEqualTo(minShare);
            assertThat(row.get("maxShare")).isEqualTo(maxShare);
            assertThat((String) row.get("text")).endsWith(".");
        });
    }

    @ParameterizedTest(name = "SE MenPANRB 3/2023: {0} has {1} rows")
    @CsvSource({"EXCELLENT, 1", "GOOD, 2", "NEEDS_IMPROVEMENT, 2", "POOR, 3", "VERY_POOR, 3"})
    void theGuideHasNoOtherRows(String organisation, int rows) {
        assertThat(guide(organisation)).hasSize(rows);
    }

    @ParameterizedTest(name = "{0} in {1} proposes {2}")
    @CsvSource({
        "VERY_GOOD,         QUADRANT, REWARD",
        "VERY_GOOD,         NUMERIC,  REWARD",
        "GOOD,              QUADRANT, TRAINING SELF_DEVELOPMENT",
        "GOOD,              NUMERIC,  TRAINING SELF_DEVELOPMENT",
        "FAIR,              NUMERIC,  TRAINING TIME_MANAGEMENT; COACHING GUIDANCE",
        "NEEDS_IMPROVEMENT, QUADRANT, TRAINING TIME_MANAGEMENT; COACHING GUIDANCE",
        "POOR,              QUADRANT, TRAINING EFFECTIVE_COMMUNICATION; TRAINING SERVICE_COMMUNICATION; COACHING COUNSELLING",
        "POOR,              NUMERIC,  TRAINING TIME_MANAGEMENT; COACHING COUNSELLING",
        "VERY_POOR,         QUADRANT, TRAINING TIME_MANAGEMENT; TRAINING SERVICE_COMMUNICATION; COACHING COUNSELLING",
        "VERY_POOR,         NUMERIC,  TRAINING TIME_MANAGEMENT; TRAINING SERVICE_COMMUNICATION; COACHING COUNSELLING"
    })
    void everyPredicateHasItsProposals(String predicate, String scheme, String proposals) {
        var rows = evaluate("follow-up", Map.of("predicate", predicate, "scheme", scheme));
        assertThat(rows)
                .extracting(row -> (row.get("kind") + " " + row.get("code")).strip())
                .containsExactlyInAnyOrder(
                        Arrays.stream(proposals.split(";")).map(String::strip).toArray(String[]::new));
        assertThat(rows)
                .allSatisfy(row -> assertThat((String) row.get("reason")).endsWith("."));
    }

    private static List<Map<String, Object>> guide(String organisation) {
        return evaluate("distribution-guide", Map.of("organisationPredicate", organisation));
    }

    private static List<Map<String, Object>> evaluate(String table, Map<String, Object> input) {
        try (var model = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
            return ENGINE.evaluateDecisionTable(ENGINE.parseDecisions(model).get(0), input)
                    .getResultList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
