package id.laras.assessment.process;

import id.laras.assessment.PredicateTable;
import id.laras.assessment.process.AssessmentProcess.Decisions;
import id.laras.cycle.Predicate;
import id.laras.feedback.Rating;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The predicate tables of the deployment that the running process belongs to. */
class RuleBookPredicates implements PredicateTable {

    private final BiFunction<String, Map<String, Object>, List<Map<String, Object>>> tables;

    /** @param tables the rows of a table, by its key, that match an input */
    RuleBookPredicates(BiFunction<String, Map<String, Object>, List<Map<String, Object>>> tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Predicate> quadrant(Rating workResult, Rating behaviour) {
        return lookUp(
                Decisions.QUADRANT_PREDICATE, Map.of("workResult", workResult.name(), "behaviour", behaviour.name()));
    }

    @Override
    public Optional<Predicate> numeric(BigDecimal total, boolean newIdeaApproved) {
        return lookUp(Decisions.NUMERIC_PREDICATE, Map.of("total", total, "newIdeaApproved", newIdeaApproved));
    }

    /** @throws IllegalArgumentException when the table names a predicate that does not exist */
    private Optional<Predicate> lookUp(String decision, Map<String, Object> input) {
        return tables.apply(decision, input).stream()
                .map(row -> Predicate.valueOf(String.valueOf(row.get("predicate"))))
                .findFirst();
    }
}
