package id.laras.objection;

import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an objection and the decision on it must have (PP 30/2019 art. 59). */
final class ObjectionRules {

    private ObjectionRules() {}

    /** @param lastDay of the period, all of which counts; null when there is none */
    static ArrayList<Problem> problems(ReviewAnswer answer, LocalDate today, LocalDate lastDay) {
        var problems = new ArrayList<Problem>();
        if (answer.objects() == null) {
            problems.add(new Problem("objection.review.unanswered"));
        } else if (answer.objects()) {
            if (blank(answer.reasons())) {
                problems.add(new Problem("objection.review.reasons"));
            }
            if (lastDay != null && today.isAfter(lastDay)) {
                problems.add(new Problem("objection.review.late", lastDay));
            }
        }
        return problems;
    }

    static List<Problem> problems(DecisionAnswer answer) {
        var problems = new ArrayList<Problem>();
        if (answer.outcome() == null) {
            problems.add(new Problem("objection.decision.outcome"));
        }
        if (blank(answer.hearingAssessor())) {
            problems.add(new Problem("objection.decision.hearingAssessor"));
        }
        if (blank(answer.hearingEmployee())) {
            problems.add(new Problem("objection.decision.hearingEmployee"));
        }
        if (blank(answer.reason())) {
            problems.add(new Problem("objection.decision.reason"));
        }
        if (answer.outcome() == Outcome.CHANGED && answer.rating() == null) {
            problems.add(new Problem("objection.decision.rating"));
        }
        return problems;
    }

    private static boolean blank(String text) {
        return Reasons.missing(text);
    }
}
