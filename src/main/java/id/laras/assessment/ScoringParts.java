package id.laras.assessment;

import id.laras.feedback.CoreValue;
import id.laras.feedback.FeedbackSummary;
import id.laras.feedback.ValueRating;
import id.laras.succession.Part;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything a score is made of, gathered in one place.
 *
 * @param self null when there is no self-assessment
 * @param part null when the employee is evaluated for the whole cycle
 */
record ScoringParts(Plan plan, SelfAssessment self, AssessorRating rating, FeedbackSummary feedback, Part part) {

    /** The realisation that counts: the assessor's, else the employee's. */
    Optional<BigDecimal> realisation(Plan.Indicator indicator) {
        return rating.realisation(indicator.id())
                .map(AssessorRating.Correction::value)
                .or(() -> reported(indicator));
    }

    /** What is expected of the employee: what was agreed, or their part of it. */
    Ratio target(Plan.Indicator indicator) {
        return PartialTargets.target(indicator, part);
    }

    Optional<BigDecimal> reported(Plan.Indicator indicator) {
        return self == null ? Optional.empty() : self.realisation(indicator.id());
    }

    Optional<ValueRating> value(CoreValue value) {
        return rating.values().stream().filter(it -> it.value() == value).findFirst();
    }

    /** @throws java.util.NoSuchElementException when something is missing, see {@link SchemeRules#missing} */
    NumericScore numericScore(ScoringRules rules) {
        var indicators = plan.indicators().stream()
                .map(it -> new IndicatorResult(
                        it.direction(), target(it), realisation(it).orElseThrow(), it.weight()))
                .toList();
        var values = Arrays.stream(CoreValue.values())
                .map(value -> value(value).orElseThrow().score())
                .toList();
        return NumericScore.of(rules, indicators, values, peerMeans());
    }

    /** The colleagues' exact mean of each value; empty when their opinions may not be used. */
    private List<Ratio> peerMeans() {
        if (!feedback.usable()) {
            return List.of();
        }
        var answers = BigDecimal.valueOf(feedback.answered());
        return feedback.values().stream()
                .filter(value -> value.average() != null)
                .map(value -> new Ratio(value.sum(), answers))
                .toList();
    }
}
