package id.laras.assessment;

import static id.laras.assessment.ExplanationLine.Argument.day;
import static id.laras.assessment.ExplanationLine.Argument.message;
import static id.laras.assessment.ExplanationLine.Argument.number;
import static id.laras.assessment.ExplanationLine.Argument.percent;
import static id.laras.assessment.ExplanationLine.Argument.score;
import static id.laras.assessment.ExplanationLine.Argument.text;
import static id.laras.assessment.ExplanationLine.line;

import id.laras.cycle.Predicate;
import id.laras.feedback.CoreValue;
import id.laras.feedback.FeedbackSummary;
import id.laras.rules.Reasons;
import id.laras.target.Direction;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Writes down how a score came about, in the order in which a person would check it with a pencil. */
final class Explanations {

    private Explanations() {}

    static List<ExplanationLine> quadrant(ScoringParts parts, Predicate predicate) {
        var lines = new ArrayList<ExplanationLine>();
        lines.add(plan(parts.plan()));
        part(parts, lines);
        for (var indicator : parts.plan().indicators()) {
            parts.realisation(indicator).ifPresent(value -> lines.add(considered(indicator, value)));
        }
        lines.add(opinionsConsidered(parts.feedback()));
        lines.add(judgement("workResult", parts.rating().workResult()));
        lines.add(judgement("behaviourRating", parts.rating().behaviourRating()));
        note(parts, lines);
        lines.add(line(
                "quadrantPredicate",
                rating(parts.rating().workResult()),
                rating(parts.rating().behaviourRating()),
                message("assessment.predicate." + predicate)));
        return lines;
    }

    static List<ExplanationLine> numeric(
            ScoringParts parts, NumericScore score, BigDecimal total, ScoringRules rules, Predicate predicate) {
        var lines = new ArrayList<ExplanationLine>();
        lines.add(plan(parts.plan()));
        part(parts, lines);
        indicators(parts, score, rules, lines);
        lines.add(line("skp", score(score.skp())));
        for (var value : CoreValue.values()) {
            var rated = parts.value(value).orElseThrow();
            var given = Reasons.missing(rated.reason()) ? "value" : "valueWithReason";
            lines.add(line(given, message("feedback.value." + value), score(rated.score()), text(rated.reason())));
        }
        behaviour(parts, score, rules, lines);
        var share = score.behaviourShare();
        lines.add(line(
                score.peerMean() == null ? "total" : "totalWithOpinions",
                percent(BigDecimal.ONE.subtract(share)),
                score(score.skp()),
                percent(share),
                score(score.behaviour()),
                score(total)));
        newIdea(parts, lines);
        note(parts, lines);
        lines.add(line(
                parts.rating().approvesNewIdea() ? "bandWithNewIdea" : "band",
                score(total),
                message("assessment.predicate." + predicate)));
        return lines;
    }

    private static ExplanationLine plan(Plan plan) {
        return line("plan", number(plan.version()));
    }

    private static void part(ScoringParts parts, List<ExplanationLine> lines) {
        var part = parts.part();
        if (part != null) {
            lines.add(line(
                    "part",
                    day(part.firstDay()),
                    day(part.lastDay()),
                    day(part.cycleFirstDay()),
                    day(part.cycleLastDay())));
        }
    }

    private static void shared(ScoringParts parts, Plan.Indicator indicator, List<ExplanationLine> lines) {
        var part = parts.part();
        if (part != null && part.isShared() && PartialTargets.isShared(indicator)) {
            lines.add(line(
                    "shared",
                    text(indicator.name()),
                    number(indicator.target()),
                    text(indicator.unit()),
                    number(part.served()),
                    number(part.agreedFor()),
                    message("assessment.measure." + part.measure()),
                    score(parts.target(indicator))));
        }
    }

    /** As it was agreed, or the part of it to two places. */
    private static ExplanationLine.Argument target(ScoringParts parts, Plan.Indicator indicator) {
        var target = parts.target(indicator);
        return target.compareTo(Ratio.of(indicator.target())) == 0 ? number(indicator.target()) : score(target);
    }

    private static ExplanationLine considered(Plan.Indicator indicator, BigDecimal value) {
        return line(
                "indicator",
                text(indicator.name()),
                number(value),
                number(indicator.target()),
                text(indicator.unit()),
                direction(indicator));
    }

    private static void indicators(
            ScoringParts parts, NumericScore score, ScoringRules rules, List<ExplanationLine> lines) {
        var indicators = parts.plan().indicators();
        for (int i = 0; i < indicators.size(); i++) {
            var indicator = indicators.get(i);
            var value = parts.realisation(indicator).orElseThrow();
            shared(parts, indicator, lines);
            lines.add(line(
                    indicator.direction() == Direction.HIGHER ? "achievementHigher" : "achievementLower",
                    text(indicator.name()),
                    number(value),
                    target(parts, indicator),
                    text(indicator.unit()),
                    number(indicator.weight()),
                    score(score.achievements().get(i)),
                    number(rules.cap())));
            corrected(parts, indicator, value, lines);
        }
    }

    private static void corrected(
            ScoringParts parts, Plan.Indicator indicator, BigDecimal value, List<ExplanationLine> lines) {
        var reported = parts.reported(indicator);
        if (reported.isEmpty() || reported.get().compareTo(value) == 0) {
            return;
        }
        var reason = parts.rating()
                .realisation(indicator.id())
                .map(AssessorRating.Correction::reason)
                .orElse(null);
        lines.add(line(
                "corrected",
                text(indicator.name()),
                number(reported.get()),
                number(value),
                text(indicator.unit()),
                text(reason)));
    }

    private static void behaviour(
            ScoringParts parts, NumericScore score, ScoringRules rules, List<ExplanationLine> lines) {
        lines.add(line("assessorMean", score(score.assessorMean())));
        var feedback = parts.feedback();
        if (score.peerMean() == null) {
            lines.add(opinionsLeftOut(feedback));
            return;
        }
        lines.add(line("opinions", number(feedback.answered()), number(feedback.invited()), score(score.peerMean())));
        lines.add(line(
                "behaviour",
                percent(BigDecimal.ONE.subtract(rules.peerShare())),
                score(score.assessorMean()),
                percent(rules.peerShare()),
                score(score.peerMean()),
                score(score.behaviour())));
    }

    private static ExplanationLine opinionsLeftOut(FeedbackSummary feedback) {
        return feedback.invited() == 0
                ? line(feedback.required() == 0 ? "opinionsNone" : "opinionsLacking", number(feedback.required()))
                : line("opinionsLeftOut", number(feedback.answered()), number(feedback.invited()));
    }

    /** QUADRANT knows no weights, so there is none to leave out. */
    private static ExplanationLine opinionsConsidered(FeedbackSummary feedback) {
        if (feedback.invited() == 0 && feedback.required() > 0) {
            return line("opinionsNobodyThere", number(feedback.required()));
        }
        return feedback.usable()
                ? line("opinionsConsidered", number(feedback.answered()), number(feedback.invited()))
                : line(
                        feedback.invited() == 0 ? "opinionsNobodyAsked" : "opinionsTooFew",
                        number(feedback.answered()),
                        number(feedback.invited()));
    }

    private static void newIdea(ScoringParts parts, List<ExplanationLine> lines) {
        if (parts.self() == null || parts.self().newIdea() == null) {
            return;
        }
        var decided = parts.rating().approvesNewIdea() ? "newIdeaApproved" : "newIdeaNotApproved";
        var reason = parts.rating().newIdeaReason();
        lines.add(line(
                Reasons.missing(reason) ? decided : decided + "WithReason",
                text(parts.self().newIdea().title()),
                text(reason)));
    }

    private static void note(ScoringParts parts, List<ExplanationLine> lines) {
        if (!Reasons.missing(parts.rating().note())) {
            lines.add(line("note", text(parts.rating().note())));
        }
    }

    private static ExplanationLine judgement(String name, AssessorRating.Judgement judgement) {
        var given = Reasons.missing(judgement.reason()) ? name : name + "WithReason";
        return line(given, rating(judgement), text(judgement.reason()));
    }

    private static ExplanationLine.Argument rating(AssessorRating.Judgement judgement) {
        return message("assessment.rating." + judgement.rating());
    }

    private static ExplanationLine.Argument direction(Plan.Indicator indicator) {
        return message("assessment.direction." + indicator.direction());
    }
}
