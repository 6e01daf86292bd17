package id.laras.assessment;

import id.laras.cycle.Evaluation;
import id.laras.feedback.FeedbackService;
import id.laras.rules.Refusal.Problem;
import id.laras.succession.Shortenings;
import id.laras.target.TargetService;
import id.laras.words.Sentences;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers the parts of a score, computes it, and asks the table for the predicate. */
@Component
class Scoring {

    private final Answers answers;
    private final TargetService targets;
    private final FeedbackService feedback;
    private final Shortenings shortenings;
    private final ScoreBook book;
    private final ScoringRules rules;
    private final Sentences sentences;

    Scoring(
            Answers answers,
            TargetService targets,
            FeedbackService feedback,
            Shortenings shortenings,
            ScoreBook book,
            ScoringRules rules,
            Sentences sentences) {
        this.answers = answers;
        this.targets = targets;
        this.feedback = feedback;
        this.shortenings = shortenings;
        this.book = book;
        this.rules = rules;
        this.sentences = sentences;
    }

    /** @throws ScoreBlocked when a part is missing or no row of the table matches */
    Score score(Evaluation evaluation, PredicateTable table) {
        var id = evaluation.id();
        var rating = answers.rating(id).orElseThrow(() -> blocked(List.of(new Problem("assessment.blocked.rating"))));
        var plan = targets.approved(id).orElseThrow(() -> blocked(List.of(new Problem("assessment.blocked.plan"))));
        var parts = new ScoringParts(
                plan,
                answers.self(id).orElse(null),
                rating.rating(),
                feedback.summary(id),
                shortenings.part(evaluation, plan.approvedAt()).orElse(null));
        var scheme = SchemeRules.of(evaluation.cycle().scheme(), rules);
        stopIfMissing(scheme.missing(parts));
        var outcome =
                scheme.outcome(parts, table).orElseThrow(() -> blocked(List.of(new Problem("assessment.blocked.row"))));
        return book.calculated(id, rating, outcome.total(), outcome.predicate(), outcome.lines());
    }

    private void stopIfMissing(List<Problem> missing) {
        if (!missing.isEmpty()) {
            throw blocked(missing);
        }
    }

    /** Incidents are read by HR, whatever the language of the thread that failed. */
    private ScoreBlocked blocked(List<Problem> problems) {
        return new ScoreBlocked(problems.stream()
                .map(problem -> sentences.of(problem, Sentences.INDONESIAN))
                .collect(Collectors.joining(" ")));
    }
}
