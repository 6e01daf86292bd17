package id.laras.assessment;

import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.rules.Refusal.Problem;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a scheme asks of a rating, what it makes of it, and how it explains that. */
sealed interface SchemeRules permits QuadrantScheme, NumericScheme {

    /** @param rules the figures that an administrator may change */
    static SchemeRules of(Scheme scheme, ScoringRules rules) {
        return switch (scheme) {
            case QUADRANT -> new QuadrantScheme();
            case NUMERIC -> new NumericScheme(rules);
        };
    }

    /** Under which a scored value asks for a reason; null where values are not scored. */
    BigDecimal reasonBelow();

    /**
     * What a rating must have: every part of its scheme and none of another's, and a reason wherever it says that somebody did
     * less than expected or reported something wrong.
     *
     * @param self null when the employee has not assessed themselves; then the assessor reports every realisation
     * @return what is wrong, all at once; empty when nothing is
     */
    List<Problem> problems(AssessorRating rating, Plan plan, SelfAssessment self);

    /** The rating with all that the score rests on: what was not corrected stays as reported. */
    AssessorRating complete(AssessorRating rating, Plan plan, SelfAssessment self);

    /** What is missing; empty when it can be scored. */
    List<Problem> missing(ScoringParts parts);

    /**
     * Scores what misses nothing.
     *
     * @return empty when no row of the table matches
     */
    Optional<Outcome> outcome(ScoringParts parts, PredicateTable table);

    /** @param total 0 to 120, rounded once; null in a scheme without one */
    record Outcome(BigDecimal total, Predicate predicate, List<ExplanationLine> lines) {}
}
