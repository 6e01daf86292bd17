package id.laras.objection;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.Score;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationRecorder;
import id.laras.evidence.Evidence;
import id.laras.evidence.EvidenceService;
import id.laras.rules.AgencyDays;
import id.laras.rules.Refusal;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The employee's right to their result: they see it and accept or object, and the assessor's superior decides. */
@Service
@Transactional
public class ObjectionService {

    private final EvaluationLookup evaluations;
    private final EvaluationRecorder recorder;
    private final AssessmentService assessments;
    private final EvidenceService evidence;
    private final Reviews reviews;
    private final Decisions decisions;
    private final Clock clock;

    ObjectionService(
            EvaluationLookup evaluations,
            EvaluationRecorder recorder,
            AssessmentService assessments,
            EvidenceService evidence,
            Reviews reviews,
            Decisions decisions,
            Clock clock) {
        this.evaluations = evaluations;
        this.recorder = recorder;
        this.assessments = assessments;
        this.evidence = evidence;
        this.reviews = reviews;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** @param until when silence will count as acceptance */
    @Transactional(readOnly = true)
    public ReviewView reviewView(EvaluationId id, Instant until, Locale locale) {
        var before = latest(id);
        return new ReviewView(
                assessments.result(id, locale).orElse(null),
                until,
                before.isPresent(),
                before.map(Review::predicate).orElse(null));
    }

    /**
     * Takes the employee's answer to their result.
     *
     * @param until within the last day of the period in which they may object, null when there is none
     * @return whether the employee objects
     * @throws Refusal when somebody else answers, or an objection has no reasons or comes too late
     */
    public boolean review(EvaluationId id, String employee, ReviewAnswer answer, Instant until) {
        if (!employee.equals(evaluations.get(id).employee())) {
            throw new Refusal("objection.review.others");
        }
        var lastDay = until == null ? null : AgencyDays.of(until, clock);
        var problems = ObjectionRules.problems(answer, LocalDate.now(clock), lastDay);
        problems.addAll(evidence.problems(id, answer.evidence()));
        Refusal.ifAny(problems);
        var reaction = answer.objects() ? Reaction.OBJECTED : Reaction.ACCEPTED;
        append(id, reaction, answer.objects() ? answer.reasons().strip() : null, answer.evidence());
        return answer.objects();
    }

    /** The period passed without an answer: the result counts as accepted. */
    public void acceptBySilence(EvaluationId id) {
        append(id, Reaction.SILENT, null, List.of());
        recorder.record(id, TrailEvent.ACCEPTED_BY_SILENCE, null, null);
    }

    /** An outage took the employee's last day to object, so they have another one: tells the trail. */
    public void prolonged(EvaluationId id) {
        recorder.record(id, TrailEvent.OBJECTION_PROLONGED, null, null);
    }

    /**
     * What the one who decides must know; it holds opinions about the employee, so nobody else may look at it.
     *
     * @param onBehalfOf as in {@link #decide}
     * @throws Refusal when this person may not decide
     * @throws IllegalStateException when there is no objection to decide on
     */
    @Transactional(readOnly = true)
    public DecisionView decisionView(EvaluationId id, String decider, String onBehalfOf, Locale locale) {
        var objection = undecided(id);
        refuseParties(evaluations.get(id), decider, onBehalfOf);
        return new DecisionView(
                assessments.result(id, locale).orElse(null),
                objection.reasons(),
                objection.evidence(),
                objection.reviewedAt(),
                assessments.ratingView(id));
    }

    /**
     * Takes the superior's decision; it is final (PP 30/2019 art. 59). Whoever holds the task: neither the employee nor
     * anybody who had a hand in the rating may decide, nor may anybody decide in such a person's stead.
     *
     * @param onBehalfOf account of whom the decider stands in for, null when the task is the decider's own
     * @return whether the result changes; then it must be scored again
     * @throws Refusal when the wrong person decides, a hearing note, the outcome or the reason is missing, or the new
     *     rating breaks a rule of the first
     */
    public boolean decide(EvaluationId id, String decider, String onBehalfOf, DecisionAnswer answer) {
        var objection = undecided(id);
        refuseParties(evaluations.get(id), decider, onBehalfOf);
        Refusal.ifAny(ObjectionRules.problems(answer));
        var changed = answer.outcome() == Outcome.CHANGED;
        if (changed) {
            assessments.overrule(id, decider, answer.reason().strip(), answer.rating());
        }
        decisions.save(new Decision(objection, id.value(), answer, decider, clock.instant()));
        return changed;
    }

    /** The decision is late: tells the trail, and so HR. The superior's task stays open. */
    public void escalate(EvaluationId id) {
        recorder.record(id, TrailEvent.OBJECTION_ESCALATED, null, null);
    }

    /** How the latest round went, empty before the first. */
    @Transactional(readOnly = true)
    public Optional<ObjectionView> find(EvaluationId id) {
        return latest(id).map(review -> {
            var decision = decisions.findById(review.id());
            var raised = review.reaction() == Reaction.OBJECTED;
            return new ObjectionView(
                    raised,
                    !raised,
                    review.reaction() == Reaction.SILENT,
                    review.reasons(),
                    review.evidence(),
                    decision.map(Decision::outcome).orElse(null),
                    decision.map(Decision::reason).orElse(null),
                    decision.map(Decision::decidedBy).orElse(null),
                    decision.map(Decision::decidedAt).orElse(null));
        });
    }

    /** Whether a superior has decided in any round: the result is final then, calibration may not move it. */
    @Transactional(readOnly = true)
    public boolean decided(EvaluationId id) {
        return decisions.existsByEvaluationId(id.value());
    }

    /** Whether the latest round ended in acceptance, by word or by silence. */
    @Transactional(readOnly = true)
    public boolean acceptedPredicate(EvaluationId id) {
        return latest(id).map(review -> review.reaction() != Reaction.OBJECTED).orElse(false);
    }

    private void refuseParties(Evaluation evaluation, String decider, String onBehalfOf) {
        var deciders = onBehalfOf == null ? Set.of(decider) : Set.of(decider, onBehalfOf);
        if (deciders.contains(evaluation.employee())) {
            throw new Refusal("objection.decision.employee");
        }
        var rated = deciders.contains(evaluation.assessor())
                || !Collections.disjoint(deciders, assessments.whoRated(evaluation.id()))
                || assessments.versions(evaluation.id()).stream()
                        .map(Score::decidedBy)
                        .anyMatch(deciders::contains);
        if (rated) {
            throw new Refusal("objection.decision.hasRated");
        }
        if (evaluation.superior() != null && !deciders.contains(evaluation.superior())) {
            throw new Refusal("objection.decision.notSuperior");
        }
    }

    private Review undecided(EvaluationId id) {
        return latest(id)
                .filter(review -> review.reaction() == Reaction.OBJECTED
                        && decisions.findById(review.id()).isEmpty())
                .orElseThrow(() -> new IllegalStateException("No objection to decide on in " + id));
    }

    private Optional<Review> latest(EvaluationId id) {
        return reviews.findFirstByEvaluationIdOrderByRoundDesc(id.value());
    }

    private void append(EvaluationId id, Reaction reaction, String reasons, List<Evidence> proofs) {
        var round = latest(id).map(review -> review.round() + 1).orElse(1);
        var shown =
                assessments.current(id).orElseThrow(() -> new IllegalStateException("No result to react to in " + id));
        reviews.save(new Review(
                id.value(), round, shown.number(), shown.predicate(), reaction, reasons, proofs, clock.instant()));
    }
}
