package id.laras.assessment;

import id.laras.cycle.Scheme;
import id.laras.feedback.CoreValue;
import id.laras.feedback.ValueRating;
import id.laras.feedback.ValueRatings;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** PP 30/2019: weighted achievement and scored behaviour make a total, and a table tells its predicate. */
record NumericScheme(ScoringRules rules) implements SchemeRules {

    @Override
    public BigDecimal reasonBelow() {
        return rules.reasonBelow();
    }

    @Override
    public List<Problem> problems(AssessorRating rating, Plan plan, SelfAssessment self) {
        var problems = new ArrayList<Problem>();
        if (rating.workResult() != null || rating.behaviourRating() != null) {
            problems.add(new Problem("assessment.rating.ratings"));
        }
        problems.addAll(Realisations.problems(
                plan, rating.realisations(), AssessorRating.Correction::indicatorId, AssessorRating.Correction::value));
        plan.indicators().forEach(indicator -> corrected(indicator, rating, self, problems));
        problems.addAll(ValueRatings.problems(Scheme.NUMERIC, rating.values()));
        rating.values().forEach(value -> value(value, problems));
        newIdea(rating, self, problems);
        return problems;
    }

    private static void corrected(
            Plan.Indicator indicator, AssessorRating rating, SelfAssessment self, List<Problem> problems) {
        var given = rating.realisation(indicator.id());
        var reported = reported(indicator, self);
        if (given.isEmpty()) {
            if (reported == null) {
                problems.add(new Problem("assessment.realisation.missing", indicator.name()));
            }
            return;
        }
        var value = given.get().value();
        var differs = value != null && (reported == null || value.compareTo(reported) != 0);
        if (differs && Reasons.missing(given.get().reason())) {
            problems.add(new Problem("assessment.realisation.reason", indicator.name()));
        }
    }

    private void value(ValueRating rating, List<Problem> problems) {
        if (rating == null || rating.value() == null || rating.score() == null) {
            return;
        }
        var label = new DefaultMessageSourceResolvable("feedback.value." + rating.value());
        if (rating.score().compareTo(reasonBelow()) < 0 && Reasons.missing(rating.reason())) {
            problems.add(new Problem("assessment.value.reason", label, reasonBelow()));
        }
    }

    private static void newIdea(AssessorRating rating, SelfAssessment self, List<Problem> problems) {
        if (!rating.approvesNewIdea()) {
            return;
        }
        if (self == null || self.newIdea() == null) {
            problems.add(new Problem("assessment.newIdea.notProposed"));
        } else if (Reasons.missing(rating.newIdeaReason())) {
            problems.add(new Problem("assessment.newIdea.reason"));
        }
    }

    @Override
    public AssessorRating complete(AssessorRating rating, Plan plan, SelfAssessment self) {
        return rating.withRealisations(plan.indicators().stream()
                .map(indicator -> rating.realisation(indicator.id())
                        .orElseGet(
                                () -> new AssessorRating.Correction(indicator.id(), reported(indicator, self), null)))
                .toList());
    }

    private static BigDecimal reported(Plan.Indicator indicator, SelfAssessment self) {
        return self == null ? null : self.realisation(indicator.id()).orElse(null);
    }

    @Override
    public List<Problem> missing(ScoringParts parts) {
        var missing = new ArrayList<Problem>();
        if (parts.plan().indicators().isEmpty()) {
            missing.add(new Problem("assessment.blocked.indicators"));
        }
        for (var indicator : parts.plan().indicators()) {
            if (parts.realisation(indicator).isEmpty()) {
                missing.add(new Problem("assessment.realisation.missing", indicator.name()));
            }
            if (indicator.target() == null || indicator.target().signum() <= 0) {
                missing.add(new Problem("assessment.blocked.target", indicator.name()));
            }
            if (indicator.weight() == null || indicator.weight().signum() <= 0) {
                missing.add(new Problem("assessment.blocked.weight", indicator.name()));
            }
        }
        Arrays.stream(CoreValue.values())
                .filter(value -> parts.value(value).map(ValueRating::score).isEmpty())
                .map(value -> new Problem(
                        "assessment.value.missing", new DefaultMessageSourceResolvable("feedback.value." + value)))
                .forEach(missing::add);
        return missing;
    }

    @Override
    public Optional<Outcome> outcome(ScoringParts parts, PredicateTable table) {
        var score = parts.numericScore(rules);
        var total = score.total();
        return table.numeric(total, parts.rating().approvesNewIdea())
                .map(predicate ->
                        new Outcome(total, predicate, Explanations.numeric(parts, score, total, rules, predicate)));
    }
}
