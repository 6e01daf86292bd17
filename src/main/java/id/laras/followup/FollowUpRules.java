package id.laras.followup;

import id.laras.evidence.Evidence;
import id.laras.followup.DevelopmentPlan.CoachingOrder;
import id.laras.followup.DevelopmentPlan.TrainingOrder;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a plan and the reports on it must hold; every method returns all that is wrong at once. */
final class FollowUpRules {

    private FollowUpRules() {}

    /** @param today in the agency's zone */
    static List<Problem> plan(DevelopmentPlan plan, FollowUpSettings settings, LocalDate today) {
        var problems = new ArrayList<Problem>();
        var seen = new HashSet<String>();
        for (var order : plan.trainings()) {
            training(order, settings, today, seen, problems);
        }
        if (plan.coaching() != null) {
            coaching(plan.coaching(), today, problems);
        }
        return problems;
    }

    private static void training(
            TrainingOrder order,
            FollowUpSettings settings,
            LocalDate today,
            HashSet<String> seen,
            List<Problem> problems) {
        var offer = settings.training(order.code()).orElse(null);
        if (offer == null) {
            problems.add(new Problem("followup.training.unknown"));
            return;
        }
        if (!seen.add(order.code())) {
            problems.add(new Problem("followup.training.twice", offer.title()));
        }
        if (Reasons.missing(order.goal())) {
            problems.add(new Problem("followup.training.goal", offer.title()));
        }
        if (order.until() == null) {
            problems.add(new Problem("followup.training.until", offer.title()));
        } else if (order.until().isBefore(today)) {
            problems.add(new Problem("followup.training.untilPast", offer.title()));
        }
    }

    private static void coaching(CoachingOrder order, LocalDate today, List<Problem> problems) {
        if (Reasons.missing(order.topic())) {
            problems.add(new Problem("followup.coaching.topic"));
        }
        if (order.until() == null) {
            problems.add(new Problem("followup.coaching.until"));
        } else if (order.until().isBefore(today)) {
            problems.add(new Problem("followup.coaching.untilPast"));
        }
    }

    /**
     * Whether every planned training is reported, with proof, on a day that can be.
     *
     * @param planned the trainings of this evaluation
     * @param today   in the agency's zone
     */
    static List<Problem> reports(List<PlannedTraining> planned, List<TrainingReport> reports, LocalDate today) {
        var problems = new ArrayList<Problem>();
        Map<String, PlannedTraining> open =
                new HashMap<>(planned.stream().collect(Collectors.toMap(PlannedTraining::id, Function.identity())));
        for (var report : reports) {
            var training = open.remove(report.id());
            if (training == null) {
                problems.add(new Problem("followup.report.unknown"));
            } else {
                report(training, report, today, problems);
            }
        }
        for (var training : planned) {
            if (open.containsKey(training.id())) {
                problems.add(new Problem("followup.report.missing", training.title()));
            }
        }
        return problems;
    }

    private static void report(
            PlannedTraining training, TrainingReport report, LocalDate today, List<Problem> problems) {
        if (report.completedOn() == null) {
            problems.add(new Problem("followup.report.date", training.title()));
        } else if (report.completedOn().isAfter(today)) {
            problems.add(new Problem("followup.report.future", training.title()));
        } else if (report.completedOn().isBefore(training.plannedOn())) {
            problems.add(new Problem("followup.report.early", training.title()));
        }
        if (report.proof().stream().noneMatch(FollowUpRules::isProof)) {
            problems.add(new Problem("followup.report.proof", training.title()));
        }
    }

    private static boolean isProof(Evidence evidence) {
        return !Reasons.missing(evidence.link()) || !Reasons.missing(evidence.fileId());
    }

    /** @param today in the agency's zone */
    static List<Problem> held(CoachingRecord held, LocalDate today) {
        var problems = new ArrayList<Problem>();
        if (held.heldOn() == null) {
            problems.add(new Problem("followup.coaching.date"));
        } else if (held.heldOn().isAfter(today)) {
            problems.add(new Problem("followup.coaching.future"));
        }
        if (Reasons.missing(held.notes())) {
            problems.add(new Problem("followup.coaching.notes"));
        }
        return problems;
    }

    static List<Problem> nomination(String kind, String citation, FollowUpSettings settings) {
        var problems = new ArrayList<Problem>();
        if (settings.reward(kind).isEmpty()) {
            problems.add(new Problem("followup.reward.kind"));
        }
        if (Reasons.missing(citation)) {
            problems.add(new Problem("followup.reward.citation"));
        }
        return problems;
    }

    /** Nobody decides on a reward of their own, nor on their own nomination. */
    static List<Problem> decision(String employee, Set<String> nominators, String by, boolean granted, String reason) {
        var problems = new ArrayList<Problem>();
        if (by.equals(employee)) {
            problems.add(new Problem("followup.reward.own"));
        }
        if (nominators.contains(by)) {
            problems.add(new Problem("followup.reward.ownNomination"));
        }
        if (!granted && Reasons.missing(reason)) {
            problems.add(new Problem("followup.reward.reason"));
        }
        return problems;
    }
}
