package id.laras.target;

import static id.laras.target.PlanStatus.APPROVED;
import static id.laras.target.PlanStatus.DRAFT;
import static id.laras.target.PlanStatus.SUBMITTED;

import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Stage;
import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.security.Actor;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the plans of targets in versions. A proposal goes back and forth until the other side approves it; an approved
 * version is never changed again, a revision is a new version beside it.
 */
@Service
@Transactional
public class TargetService {

    private final TargetPlans plans;
    private final EvaluationLookup evaluations;
    private final EvaluationRecorder recorder;
    private final Clock clock;

    TargetService(TargetPlans plans, EvaluationLookup evaluations, EvaluationRecorder recorder, Clock clock) {
        this.plans = plans;
        this.evaluations = evaluations;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** The version that counts: the latest approved one, empty before the first approval. */
    public Optional<Plan> approved(EvaluationId evaluation) {
        return history(evaluation).approved().map(TargetPlan::plan);
    }

    /** Every version that was ever proposed, oldest first. */
    public List<Plan> versions(EvaluationId evaluation) {
        return history(evaluation).versions().stream()
                .filter(version -> !version.is(DRAFT))
                .map(TargetPlan::plan)
                .toList();
    }

    /** The version that is being worked on, empty when there is none. */
    public Optional<OpenPlan> open(EvaluationId evaluation) {
        return history(evaluation)
                .open()
                .map(version -> new OpenPlan(version.is(DRAFT) ? null : version.plan(), version.remark()));
    }

    /** Whether the cycle's scheme knows weights. */
    public boolean weighted(EvaluationId evaluation) {
        return weighted(evaluations.get(evaluation));
    }

    /** The approved results of the assessor's own evaluation in the same cycle; empty when the assessor has none (yet). */
    public List<SuperiorResult> superiorResults(EvaluationId id) {
        return superiorResults(evaluations.get(id));
    }

    /**
     * Proposes the first version, or proposes it again after it was returned.
     *
     * @throws Refusal when the plan breaks a rule
     */
    public void propose(EvaluationId id, String by, Proposal proposal) {
        submit(id, by, proposal, new ArrayList<>(), null);
    }

    /**
     * Proposes a new version beside the approved one.
     *
     * @throws Refusal when the plan breaks a rule, or no reason is given
     */
    public void revise(EvaluationId id, String by, Proposal proposal) {
        var problems = new ArrayList<Problem>();
        Texts.require(proposal.reason(), "target.revision.reason", problems);
        submit(id, by, proposal, problems, Reasons.clean(proposal.reason()));
    }

    private void submit(EvaluationId id, String by, Proposal proposal, List<Problem> problems, String reason) {
        var evaluation = evaluations.get(id);
        var history = history(id);
        var composer = new PlanComposer(
                superiorResults(evaluation),
                history.versions().stream().map(TargetPlan::plan).toList());
        problems.addAll(PlanRules.problems(weighted(evaluation), proposal, composer.supportable()));
        Refusal.ifAny(problems);
        var version = history.open().orElse(null);
        var expectation = version == null ? null : version.document().leaderExpectation();
        var document = composer.compose(proposal, weighted(evaluation), expectation);
        if (version == null) {
            version = new TargetPlan(id.value(), history.next(), by, document);
            version.submit(by, reason, document);
            plans.save(version);
        } else {
            version.submit(by, reason, document);
        }
    }

    /** Whether the account speaks as the leader in this evaluation; employees never lead in their own. */
    public boolean leads(EvaluationId id, String account) {
        return !account.equals(evaluations.get(id).employee());
    }

    /**
     * The other side approves the proposal or returns it.
     *
     * @return whether it is approved
     * @throws Refusal when it is returned without any remark, or who proposed it decides
     */
    public boolean decide(EvaluationId id, String by, Approval approval) {
        var version = history(id)
                .open()
                .filter(open -> open.is(SUBMITTED))
                .orElseThrow(() -> new Refusal("target.approval.nothing"));
        var byLeader = leads(id, by);
        Refusal.ifAny(ApprovalRules.problems(approval, version.plan(), by, byLeader));
        var document = PlanComposer.remarked(version.document(), approval, byLeader);
        if (approval.approved()) {
            version.approve(by, clock.instant(), Reasons.clean(approval.remark()), document);
        } else {
            version.giveBack(Reasons.clean(approval.remark()), document);
        }
        return approval.approved();
    }

    /**
     * Opens a revision: who asks writes it, the other side approves it (PermenPANRB 6/2022: targets may be revised
     * while they are carried out).
     *
     * @throws Refusal outside of the execution, while another revision is open, or for anybody but the two sides
     */
    public RevisionSides openRevision(EvaluationId id, Actor actor) {
        var evaluation = evaluations.get(id);
        var sides = sides(evaluation, actor.account());
        if (evaluation.stage() != Stage.MONITORING) {
            throw new Refusal("target.revision.notActive");
        }
        var history = history(id);
        var current = history.approved().orElseThrow(() -> new Refusal("target.revision.notActive"));
        if (history.open().isPresent()) {
            throw new Refusal("target.revision.open");
        }
        try {
            plans.saveAndFlush(new TargetPlan(id.value(), history.next(), actor.account(), current.document()));
        } catch (DataIntegrityViolationException asked) {
            throw new Refusal("target.revision.open");
        }
        recorder.record(id, TrailEvent.REVISION_ASKED, actor.account(), null);
        return sides;
    }

    private static RevisionSides sides(Evaluation evaluation, String account) {
        if (account.equals(evaluation.employee())) {
            return new RevisionSides(account, evaluation.assessor());
        }
        if (account.equals(evaluation.assessor())) {
            return new RevisionSides(account, evaluation.employee());
        }
        throw new Refusal("target.revision.notYours");
    }

    private List<SuperiorResult> superiorResults(Evaluation evaluation) {
        return plans.findApprovedOf(evaluation.cycle().id(), evaluation.assessor()).stream()
                .findFirst()
                .map(plan -> plan.document().results().stream()
                        .map(result -> new SuperiorResult(result.id(), result.title(), evaluation.assessorName()))
                        .toList())
                .orElse(List.of());
    }

    private static boolean weighted(Evaluation evaluation) {
        return evaluation.cycle().scheme().isWeighted();
    }

    private History history(EvaluationId id) {
        return new History(plans.findByEvaluationIdOrderByPlanVersion(id.value()));
    }

    /** All versions of one evaluation, oldest first, read in one statement. */
    private record History(List<TargetPlan> versions) {

        Optional<TargetPlan> approved() {
            return versions.stream().filter(version -> version.is(APPROVED)).reduce((older, newer) -> newer);
        }

        Optional<TargetPlan> open() {
            return versions.stream().filter(version -> !version.is(APPROVED)).findFirst();
        }

        int next() {
            return versions.size() + 1;
        }
    }
}
