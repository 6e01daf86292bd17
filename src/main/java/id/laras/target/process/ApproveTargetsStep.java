package id.laras.target.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.StepContext;
import id.laras.steps.Step;
import id.laras.target.Approval;
import id.laras.target.OpenPlan;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The assessor approves the targets or returns them with remarks. */
@Component
class ApproveTargetsStep implements HumanStep<Approval> {

    private final TargetService targets;

    ApproveTargetsStep(TargetService targets) {
        this.targets = targets;
    }

    @Override
    public Step step() {
        return Step.APPROVE_TARGETS;
    }

    @Override
    public Class<Approval> answerType() {
        return Approval.class;
    }

    @Override
    public View view(StepContext context) {
        var evaluation = EvaluationId.of(context.businessKey());
        return new View(
                targets.weighted(evaluation),
                targets.open(evaluation).map(OpenPlan::plan).orElse(null));
    }

    @Override
    public Map<String, Object> complete(StepContext context, Approval answer) {
        var approved = targets.decide(EvaluationId.of(context.businessKey()), context.actor(), answer);
        return Map.of(TargetSettingProcess.Variables.TARGETS_APPROVED, approved);
    }

    @Override
    public Outlook outlook(StepContext context, Approval answer) {
        return Outlook.next(step().task() + (answer.approved() ? ".approved" : ".returned"));
    }

    /** @param weighted whether indicators have weights, as in NUMERIC */
    record View(boolean weighted, Plan plan) {}
}
