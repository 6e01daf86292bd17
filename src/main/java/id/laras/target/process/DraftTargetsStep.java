package id.laras.target.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.StepContext;
import id.laras.steps.Step;
import id.laras.target.OpenPlan;
import id.laras.target.Plan;
import id.laras.target.PlanLimits;
import id.laras.target.Proposal;
import id.laras.target.SuperiorResult;
import id.laras.target.TargetService;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The employee proposes targets (menyusun SKP). */
@Component
class DraftTargetsStep implements HumanStep<Proposal> {

    private final TargetService targets;

    DraftTargetsStep(TargetService targets) {
        this.targets = targets;
    }

    @Override
    public Step step() {
        return Step.DRAFT_TARGETS;
    }

    @Override
    public Class<Proposal> answerType() {
        return Proposal.class;
    }

    @Override
    public View view(StepContext context) {
        var evaluation = EvaluationId.of(context.businessKey());
        var open = targets.open(evaluation);
        return new View(
                targets.weighted(evaluation),
                PlanLimits.OURS,
                open.map(OpenPlan::plan).orElse(null),
                open.map(OpenPlan::remark).orElse(null),
                targets.superiorResults(evaluation));
    }

    @Override
    public Map<String, Object> complete(StepContext context, Proposal answer) {
        targets.propose(EvaluationId.of(context.businessKey()), context.actor(), answer);
        return Map.of();
    }

    /** The assessor may return them. */
    @Override
    public Outlook outlook(StepContext context, Proposal answer) {
        return Outlook.next(step().task());
    }

    /**
     * @param weighted whether indicators have weights, as in NUMERIC
     * @param plan     as returned with remarks; null at first
     */
    record View(
            boolean weighted,
            PlanLimits limits,
            @Nullable Plan plan,
            @Nullable String remark,
            List<SuperiorResult> superiorResults) {}
}
