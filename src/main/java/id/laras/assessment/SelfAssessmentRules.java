package id.laras.assessment;

import id.laras.cycle.Scheme;
import id.laras.feedback.ValueRatings;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import id.laras.target.Plan;
import java.util.ArrayList;

/** What a self-assessment must have: a realisation of every indicator, all seven values, a name for a new idea. */
final class SelfAssessmentRules {

    private SelfAssessmentRules() {}

    /** What is wrong, all at once; evidence is checked by its own room. */
    static ArrayList<Problem> problems(Scheme scheme, Plan plan, SelfAssessment answer) {
        var problems = new ArrayList<>(Realisations.problems(
                plan,
                answer.realisations(),
                SelfAssessment.Realisation::indicatorId,
                SelfAssessment.Realisation::value));
        for (var indicator : plan.indicators()) {
            if (answer.realisations().stream().noneMatch(it -> indicator.id().equals(it.indicatorId()))) {
                problems.add(new Problem("assessment.realisation.missing", indicator.name()));
            }
        }
        problems.addAll(ValueRatings.problems(scheme, answer.behaviour()));
        var idea = answer.newIdea();
        if (idea != null && (Reasons.missing(idea.title()) || Reasons.missing(idea.description()))) {
            problems.add(new Problem("assessment.newIdea.incomplete"));
        }
        return problems;
    }
}
