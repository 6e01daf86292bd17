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

/** The side that did not propose the revision approves it or returns it with remarks. */
@Component
class ApproveRevisionStep implements HumanStep<Approval> {

    private final TargetService targets;

    ApproveRevisionStep(TargetService targets) {
        this.targets = targets;
    }

    @Override
    public Step step() {
        return Step.APPROVE_REVISION;
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
                targets.leads(evaluation, context.actor()),
                targets.approved(evaluation).orElse(null),
                targets.open(evaluation).map(OpenPlan::plan).orElse(null));
    }

    @Override
    public Map<String, Object> complete(StepContext context, Approval answer) {
        var approved = targets.decide(EvaluationId.of(context.businessKey()), context.actor(), answer);
        return Map.of(RevisionProcess.Variables.REVISION_APPROVED, approved);
    }

    @Override
    public Outlook outlook(StepContext context, Approval answer) {
        return Outlook.next(step().task() + (answer.approved() ? ".approved" : ".returned"));
    }

    /**
     * @param weighted whether indicators have weights, as in NUMERIC
     * @param leads    whether the reader is the leader, who alone says what they expect in particular
     */
    record View(boolean weighted, boolean leads, Plan current, Plan plan) {}
}
