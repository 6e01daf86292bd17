package id.laras.assessment;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Predicate;
import id.laras.cycle.Stage;
import id.laras.evidence.CheckInService;
import id.laras.evidence.EvidenceService;
import id.laras.feedback.FeedbackService;
import id.laras.feedback.Scale;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.StoodIn;
import id.laras.steps.Step;
import id.laras.steps.TrailEvent;
import id.laras.succession.Shortenings;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes self-assessments and ratings, scores them, and tells results to those who may know them. */
@Service
@Transactional
public class AssessmentService {

    private final EvaluationLookup evaluations;
    private final EvaluationReaders readers;
    private final EvaluationRecorder recorder;
    private final TargetService targets;
    private final CheckInService checkIns;
    private final EvidenceService evidence;
    private final FeedbackService feedback;
    private final Answers answers;
    private final Scoring scoring;
    private final ScoreBook book;
    private final Results results;
    private final ScoringRules rules;
    private final StoodIn stoodIn;
    private final Shortenings shortenings;
    private final Clock clock;

    AssessmentService(
            EvaluationLookup evaluations,
            EvaluationReaders readers,
            EvaluationRecorder recorder,
            TargetService targets,
            CheckInService checkIns,
            EvidenceService evidence,
            FeedbackService feedback,
            Answers answers,
            Scoring scoring,
            ScoreBook book,
            Results results,
            ScoringRules rules,
            StoodIn stoodIn,
            Shortenings shortenings,
            Clock clock) {
        this.evaluations = evaluations;
        this.readers = readers;
        this.recorder = recorder;
        this.targets = targets;
        this.checkIns = checkIns;
        this.evidence = evidence;
        this.feedback = feedback;
        this.answers = answers;
        this.scoring = scoring;
        this.book = book;
        this.results = results;
        this.rules = rules;
        this.stoodIn = stoodIn;
        this.shortenings = shortenings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public SelfView selfView(EvaluationId id) {
        var evaluation = evaluations.get(id);
        var plan = targets.approved(id).orElse(null);
        return new SelfView(
                Scale.of(evaluation.cycle().scheme()),
                Figures.of(rules),
                plan,
                checkIns.checkIns(id),
                partView(evaluation, plan));
    }

    /**
     * Takes the employee's own view of the period.
     *
     * @throws Refusal when somebody else answers, a realisation or value is missing, or evidence cannot be looked at
     */
    public void selfAssess(EvaluationId id, String employee, SelfAssessment answer) {
        var evaluation = evaluations.get(id);
        if (!employee.equals(evaluation.employee())) {
            throw new Refusal("assessment.self.others");
        }
        var problems = SelfAssessmentRules.problems(evaluation.cycle().scheme(), plan(id), answer);
        var proofs = answer.realisations().stream()
                .flatMap(it -> it.evidence().stream())
                .toList();
        problems.addAll(evidence.problems(id, proofs));
        Refusal.ifAny(problems);
        answers.add(id, answer);
    }

    /** The day passed without one; the trail tells of it, and the assessor rates without it. */
    public void missSelfAssessment(EvaluationId id) {
        recorder.record(id, TrailEvent.SELF_ASSESSMENT_MISSED, null, null);
    }

    /** Whether the day for it passed and there is none. */
    @Transactional(readOnly = true)
    public boolean selfAssessmentMissed(EvaluationId id) {
        var evaluation = evaluations.get(id);
        return evaluation.reached().compareTo(Stage.ASSESSMENT) >= 0
                && LocalDate.now(clock).isAfter(evaluation.schedule().assessmentDue())
                && answers.self(id).isEmpty();
    }

    /** Targets, check-ins, self-assessment, colleagues' feedback in sum, and the rating given before, if any. */
    @Transactional(readOnly = true)
    public RatingView ratingView(EvaluationId id) {
        var evaluation = evaluations.get(id);
        var scheme = evaluation.cycle().scheme();
        var plan = targets.approved(id).orElse(null);
        return new RatingView(
                Scale.of(scheme),
                Figures.of(rules),
                plan,
                checkIns.checkIns(id),
                answers.self(id).orElse(null),
                feedback.summary(id),
                SchemeRules.of(scheme, rules).reasonBelow(),
                answers.rating(id).map(GivenRating::rating).orElse(null),
                evaluations.periodic(evaluation),
                evaluations.ledUnit(evaluation).orElse(null),
                partView(evaluation, plan));
    }

    private PartView partView(Evaluation evaluation, Plan plan) {
        return shortenings
                .part(evaluation, plan == null ? null : plan.approvedAt())
                .map(part -> PartView.of(part, plan, evaluation.cycle().scheme()))
                .orElse(null);
    }

    /**
     * Takes the assessor's rating (pejabat penilai).
     *
     * @throws Refusal when the assessor is the employee, a part is missing, or a reason is
     */
    public void rate(EvaluationId id, String ratedBy, AssessorRating rating) {
        take(id, Basis.ASSESSMENT, ratedBy, rating, null);
    }

    /**
     * Takes the rating by which the assessor's superior changes the result on an objection (PP 30/2019 art. 59). It is
     * held to the same rules as the first.
     *
     * @throws Refusal as {@link #rate}, when the one who decides is one who rated, or when it changes nothing: then the
     *     result is upheld. Only a predicate that calibration moved meanwhile may be led back to the rating before.
     */
    public void overrule(EvaluationId id, String superior, String reason, AssessorRating rating) {
        if (whoRated(id).contains(superior)) {
            throw new Refusal("assessment.rating.again");
        }
        take(id, Basis.OBJECTION, superior, rating, reason);
    }

    private void take(EvaluationId id, Basis basis, String ratedBy, AssessorRating rating, String reason) {
        var evaluation = evaluations.get(id);
        if (ratedBy.equals(evaluation.employee())) {
            throw new Refusal("assessment.rating.oneself");
        }
        var scheme = SchemeRules.of(evaluation.cycle().scheme(), rules);
        var plan = plan(id);
        var self = answers.self(id).orElse(null);
        Refusal.ifAny(scheme.problems(rating, plan, self));
        var complete = scheme.complete(rating, plan, self);
        if (basis == Basis.OBJECTION && changesNothing(id, complete)) {
            throw new Refusal("assessment.rating.unchanged");
        }
        answers.add(id, basis, ratedBy, complete, reason);
    }

    private boolean changesNothing(EvaluationId id, AssessorRating rating) {
        return book.current(id)
                        .filter(score -> score.basis() != Basis.CALIBRATION)
                        .isPresent()
                && answers.rating(id)
                        .map(GivenRating::rating)
                        .filter(rating::ratesAs)
                        .isPresent();
    }

    /**
     * Accounts of all who ever rated the employee in this evaluation, and of those in whose stead they did: none of them
     * may decide an objection.
     */
    @Transactional(readOnly = true)
    public Set<String> whoRated(EvaluationId id) {
        var accounts = new HashSet<>(answers.whoRated(id));
        accounts.addAll(stoodIn.parties(id.value(), Step.RATE_EMPLOYEE));
        return accounts;
    }

    /** Whether somebody rated anybody of the unit in this cycle, at first or on an objection. */
    @Transactional(readOnly = true)
    public boolean ratedIn(String cycleId, String unitCode, String account) {
        return answers.ratedIn(cycleId, unitCode, account);
    }

    /**
     * Scores the latest rating and appends the score with its explanation.
     *
     * @throws ScoreBlocked when a part is missing or no row of the table matches; nothing is stored then
     */
    public Score score(EvaluationId id, PredicateTable table) {
        return scoring.score(evaluations.get(id), table);
    }

    /** The version that counts, empty before the first. */
    @Transactional(readOnly = true)
    public Optional<Score> current(EvaluationId id) {
        return book.current(id);
    }

    /** Every version there ever was, oldest first. */
    @Transactional(readOnly = true)
    public List<Score> versions(EvaluationId id) {
        return book.versions(id);
    }

    /**
     * Moves the predicate in the calibration of the unit; the one before stays as an earlier version.
     *
     * @throws Refusal without a reason, to the same predicate or one that the scheme does not know, or when the
     *     superior has decided on an objection: that is final (PP 30/2019 art. 59)
     */
    public void move(EvaluationId id, Predicate to, String reason, String by) {
        var scheme = evaluations.get(id).cycle().scheme();
        var current = book.current(id).orElseThrow(() -> new Refusal("assessment.move.noScore"));
        if (Reasons.missing(reason)) {
            throw new Refusal("assessment.move.reason");
        }
        if (current.basis() == Basis.OBJECTION) {
            throw new Refusal("assessment.move.final");
        }
        if (to == current.predicate() || !scheme.predicates().contains(to)) {
            throw new Refusal("assessment.move.predicate");
        }
        book.moved(current, to, reason.strip(), by);
    }

    /** The result for those who are known to be allowed to see it, empty while there is no score. */
    @Transactional(readOnly = true)
    public Optional<ResultView> result(EvaluationId id, Locale locale) {
        return view(evaluations.get(id), locale);
    }

    /**
     * The result as the actor may see it: the employee from the objection on, even one who works for HR; everybody else
     * who may read the evaluation as soon as there is a score. Empty for all others.
     */
    @Transactional(readOnly = true)
    public Optional<ResultView> resultFor(Actor actor, Evaluation evaluation, Locale locale) {
        var now = evaluations.get(evaluation.id());
        var shown = actor.account().equals(now.employee())
                ? now.reached().compareTo(Stage.OBJECTION) >= 0
                : readers.mayRead(actor, now);
        return shown ? view(now, locale) : Optional.empty();
    }

    private Optional<ResultView> view(Evaluation evaluation, Locale locale) {
        var versions = book.versions(evaluation.id());
        return versions.isEmpty() ? Optional.empty() : Optional.of(results.view(evaluation, versions, locale));
    }

    private Plan plan(EvaluationId id) {
        return targets.approved(id).orElseThrow(() -> new Refusal("assessment.noPlan"));
    }
}
