package id.laras.assessment;

import id.laras.feedback.Rating;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PermenPANRB 6/2022: the assessor rates work results and behaviour, and a table tells the predicate. */
record QuadrantScheme() implements SchemeRules {

    @Override
    public BigDecimal reasonBelow() {
        return null;
    }

    @Override
    public List<Problem> problems(AssessorRating rating, Plan plan, SelfAssessment self) {
        var problems = new ArrayList<Problem>();
        if (!rating.values().isEmpty() || !rating.realisations().isEmpty() || rating.approvesNewIdea()) {
            problems.add(new Problem("assessment.rating.scores"));
        }
        judgement("workResult", rating.workResult(), problems);
        judgement("behaviour", rating.behaviourRating(), problems);
        return problems;
    }

    private static void judgement(String part, AssessorRating.Judgement judgement, List<Problem> problems) {
        if (judgement == null || judgement.rating() == null) {
            problems.add(new Problem("assessment.rating.missing." + part));
        } else if (judgement.rating() == Rating.BELOW && Reasons.missing(judgement.reason())) {
            problems.add(new Problem("assessment.rating.reason." + part));
        }
    }

    @Override
    public AssessorRating complete(AssessorRating rating, Plan plan, SelfAssessment self) {
        return rating;
    }

    @Override
    public List<Problem> missing(ScoringParts parts) {
        var rating = parts.rating();
        var missing = new ArrayList<Problem>();
        if (rating.workResult() == null || rating.workResult().rating() == null) {
            missing.add(new Problem("assessment.rating.missing.workResult"));
        }
        if (rating.behaviourRating() == null || rating.behaviourRating().rating() == null) {
            missing.add(new Problem("assessment.rating.missing.behaviour"));
        }
        return missing;
    }

    @Override
    public Optional<Outcome> outcome(ScoringParts parts, PredicateTable table) {
        var rating = parts.rating();
        return table.quadrant(
                        rating.workResult().rating(), rating.behaviourRating().rating())
                .map(predicate -> new Outcome(null, predicate, Explanations.quadrant(parts, predicate)));
    }
}
