package id.laras.target.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.AccountVariables;
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
import java.util.Objects;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Either side proposes a new version of the targets, with a reason. */
@Component
class ReviseTargetsStep implements HumanStep<Proposal> {

    private final TargetService targets;

    ReviseTargetsStep(TargetService targets) {
        this.targets = targets;
    }

    @Override
    public Step step() {
        return Step.REVISE_TARGETS;
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
                targets.approved(evaluation).orElse(null),
                open.map(OpenPlan::plan).orElse(null),
                open.map(OpenPlan::remark).orElse(null),
                targets.superiorResults(evaluation));
    }

    @Override
    public Map<String, Object> complete(StepContext context, Proposal answer) {
        targets.revise(EvaluationId.of(context.businessKey()), context.actor(), answer);
        return Map.of();
    }

    @Override
    public Outlook outlook(StepContext context, Proposal answer) {
        var assessorApproves = !Objects.equals(
                context.variable(RevisionProcess.Variables.REVISION_APPROVER),
                context.variable(AccountVariables.EMPLOYEE));
        return Outlook.next(step().task() + (assessorApproves ? ".assessor" : ".employee"));
    }

    /**
     * @param weighted whether indicators have weights, as in NUMERIC
     * @param plan     the proposal as it was returned; null at first
     */
    record View(
            boolean weighted,
            PlanLimits limits,
            Plan current,
            @Nullable Plan plan,
            @Nullable String remark,
            List<SuperiorResult> superiorResults) {}
}
