package id.laras.assessment;

import id.laras.cycle.Scheme;
import id.laras.feedback.Rating;
import id.laras.feedback.ValueRating;
import id.laras.feedback.ValueRatings;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What a rating must have: every part of its scheme and none of the other's, and a reason wherever it says that
 * somebody did less than expected or reported something wrong.
 */
final class SupervisorRatingRules {

    private final Scheme scheme;
    private final Plan plan;
    private final SelfAssessment self;
    private final BigDecimal reasonBelow;

    /** @param self null when there is no self-assessment; then the assessor reports every realisation */
    SupervisorRatingRules(Scheme scheme, Plan plan, SelfAssessment self, BigDecimal reasonBelow) {
        this.scheme = scheme;
        this.plan = plan;
        this.self = self;
        this.reasonBelow = reasonBelow;
    }

    /** What is wrong, all at once; empty when nothing is. */
    List<Problem> problems(SupervisorRating rating) {
        return scheme == Scheme.QUADRANT ? quadrant(rating) : numeric(rating);
    }

    private static List<Problem> quadrant(SupervisorRating rating) {
        var problems = new ArrayList<Problem>();
        if (!rating.values().isEmpty() || !rating.realisations().isEmpty() || rating.approvesNewIdea()) {
            problems.add(new Problem("assessment.rating.scores"));
        }
        judgement("workResult", rating.workResult(), problems);
        judgement("behaviour", rating.behaviourRating(), problems);
        return problems;
    }

    private static void judgement(String part, SupervisorRating.Judgement judgement, List<Problem> problems) {
        if (judgement == null || judgement.rating() == null) {
            problems.add(new Problem("assessment.rating.missing." + part));
        } else if (judgement.rating() == Rating.BELOW && Reasons.missing(judgement.reason())) {
            problems.add(new Problem("assessment.rating.reason." + part));
        }
    }

    private List<Problem> numeric(SupervisorRating rating) {
        var problems = new ArrayList<Problem>();
        if (rating.workResult() != null || rating.behaviourRating() != null) {
            problems.add(new Problem("assessment.rating.ratings"));
        }
        problems.addAll(Realisations.problems(
                plan,
                rating.realisations(),
                SupervisorRating.Correction::indicatorId,
                SupervisorRating.Correction::value));
        plan.indicators().forEach(indicator -> corrected(indicator, rating, problems));
        problems.addAll(ValueRatings.problems(scheme, rating.values()));
        rating.values().forEach(value -> value(value, problems));
        newIdea(rating, problems);
        return problems;
    }

    private void corrected(Plan.Indicator indicator, SupervisorRating rating, List<Problem> problems) {
        var given = rating.realisation(indicator.id());
        var reported = reported(indicator);
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
        if (rating.score().compareTo(reasonBelow) < 0 && Reasons.missing(rating.reason())) {
            problems.add(new Problem("assessment.value.reason", label, reasonBelow));
        }
    }

    private void newIdea(SupervisorRating rating, List<Problem> problems) {
        if (!rating.approvesNewIdea()) {
            return;
        }
        if (self == null || self.newIdea() == null) {
            problems.add(new Problem("assessment.newIdea.notProposed"));
        } else if (Reasons.missing(rating.newIdeaReason())) {
            problems.add(new Problem("assessment.newIdea.reason"));
        }
    }

    /** The rating with the realisation of every indicator: what was not corrected stays as reported. */
    SupervisorRating complete(SupervisorRating rating) {
        if (scheme == Scheme.QUADRANT) {
            return rating;
        }
        return rating.withRealisations(plan.indicators().stream()
                .map(indicator -> rating.realisation(indicator.id())
                        .orElseGet(() -> new SupervisorRating.Correction(indicator.id(), reported(indicator), null)))
                .toList());
    }

    private BigDecimal reported(Plan.Indicator indicator) {
        return self == null ? null : self.realisation(indicator.id()).orElse(null);
    }
}
