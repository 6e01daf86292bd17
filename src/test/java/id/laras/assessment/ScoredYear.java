package id.laras.assessment;

import static id.laras.assessment.ScoringSamples.RULES;
import static org.mockito.Mockito.mock;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.EvaluationSamples;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.feedback.FeedbackService;
import id.laras.feedback.FeedbackSummary;
import id.laras.feedback.Rating;
import id.laras.security.StoodIn;
import id.laras.succession.Part;
import id.laras.succession.Shortenings;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mockito.stubbing.Answer;

/** What one employee's score is made of, as a test says it; computed and told by the real rules, kept in memory. */
final class ScoredYear {

    static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T17:30:00Z"), ZoneId.of("Asia/Jakarta"));

    final Bands bands = new Bands();
    final Kept kept = new Kept();

    private final Evaluation evaluation;
    private Plan plan = AssessmentSamples.plan();
    private SelfAssessment self = AssessmentSamples.self();
    private AssessorRating rating = AssessmentSamples.numeric();
    private FeedbackSummary feedback = AssessmentSamples.noFeedback();
    private Part part;

    private final ScoreBook book = new ScoreBook(kept, mock(EvaluationRecorder.class), Bundles.json(), CLOCK);
    private final Results results =
            new Results(Bundles.messages(), neighbour(StoodIn.class, shown -> shown.getArgument(2)), CLOCK);
    private final Scoring scoring = new Scoring(
            new Answers(
                    neighbour(
                            GivenSelfAssessments.class,
                            asked -> Optional.ofNullable(self)
                                    .map(it -> new GivenSelfAssessment("e1", 1, it, CLOCK.instant()))),
                    neighbour(
                            GivenRatings.class,
                            asked -> Optional.ofNullable(rating)
                                    .map(it -> new GivenRating(
                                            "e1", 1, Basis.ASSESSMENT, "kabid", it, null, CLOCK.instant()))),
                    CLOCK),
            neighbour(TargetService.class, asked -> Optional.ofNullable(plan)),
            neighbour(FeedbackService.class, asked -> feedback),
            neighbour(Shortenings.class, asked -> Optional.ofNullable(part)),
            book,
            RULES,
            Bundles.sentences());

    /** With two indicators, a self-assessment, a rating of NUMERIC and no opinions, until a test says something else. */
    ScoredYear(Scheme scheme) {
        this.evaluation = EvaluationSamples.in(scheme);
    }

    /** Answers whatever it is asked with what the test said last. */
    private static <T> T neighbour(Class<T> type, Answer<?> answer) {
        return mock(type, answer);
    }

    ScoredYear with(Plan plan) {
        this.plan = plan;
        return this;
    }

    ScoredYear with(SelfAssessment self) {
        this.self = self;
        return this;
    }

    ScoredYear with(AssessorRating rating) {
        this.rating = rating;
        return this;
    }

    ScoredYear with(FeedbackSummary feedback) {
        this.feedback = feedback;
        return this;
    }

    ScoredYear with(Part part) {
        this.part = part;
        return this;
    }

    ScoredYear withoutPlan() {
        this.plan = null;
        return this;
    }

    ScoredYear withoutRating() {
        this.rating = null;
        return this;
    }

    Score scored() {
        return scoring.score(evaluation, bands);
    }

    Score moved(Score before, Predicate to, String reason, String by) {
        return book.moved(before, to, reason, by);
    }

    ResultView view(Locale locale, Score... versions) {
        return results.view(evaluation, List.of(versions), locale);
    }

    /** Label, detail and value of each line. */
    List<String> told(Locale locale, Score... versions) {
        return view(locale, versions).lines().stream()
                .map(line -> line.label() + " | " + line.detail() + " | " + line.value())
                .toList();
    }

    List<String> told(Score... versions) {
        return told(INDONESIAN, versions);
    }

    /** The scores that were kept, oldest first. */
    static final class Kept implements Scores {

        final List<Score> all = new ArrayList<>();

        @Override
        public Score save(Score score) {
            all.add(score);
            return score;
        }

        @Override
        public List<Score> findByEvaluationIdOrderByNumber(String evaluationId) {
            return List.copyOf(all);
        }

        @Override
        public Optional<Score> findFirstByEvaluationIdOrderByNumberDesc(String evaluationId) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
        }
    }

    /** The tables of docs/law.md#quadrant and docs/law.md#numeric as far as these tests need them. */
    static final class Bands implements PredicateTable {

        boolean empty;
        boolean newIdeaApproved;

        @Override
        public Optional<Predicate> quadrant(Rating workResult, Rating behaviour) {
            return behaviour == Rating.BELOW ? Optional.of(Predicate.POOR) : Optional.empty();
        }

        @Override
        public Optional<Predicate> numeric(BigDecimal total, boolean newIdeaApproved) {
            this.newIdeaApproved = newIdeaApproved;
            if (empty) {
                return Optional.empty();
            }
            return Optional.of(total.compareTo(BigDecimal.valueOf(90)) >= 0 ? Predicate.GOOD : Predicate.FAIR);
        }
    }
}
