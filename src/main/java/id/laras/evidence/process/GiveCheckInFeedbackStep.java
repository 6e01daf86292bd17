package id.laras.evidence.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.StepContext;
import id.laras.evidence.CheckIn;
import id.laras.evidence.CheckInService;
import id.laras.steps.Step;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The assessor answers the employee's report. */
@Component
class GiveCheckInFeedbackStep implements HumanStep<GiveCheckInFeedbackStep.Answer> {

    private final CheckInService checkIns;
    private final TargetService targets;

    GiveCheckInFeedbackStep(CheckInService checkIns, TargetService targets) {
        this.checkIns = checkIns;
        this.targets = targets;
    }

    @Override
    public Step step() {
        return Step.GIVE_CHECK_IN_FEEDBACK;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public View view(StepContext context) {
        var evaluation = EvaluationId.of(context.businessKey());
        var current = checkIns.current(evaluation).orElseThrow();
        return new View(
                current.checkIn().number(),
                targets.approved(evaluation).orElse(null),
                current.checkIn().note(),
                current.checkIn().progress(),
                current.previous());
    }

    @Override
    public Map<String, Object> complete(StepContext context, Answer answer) {
        checkIns.giveFeedback(EvaluationId.of(context.businessKey()), answer.feedback(), context.actor());
        return Map.of();
    }

    /** There is more to say with the next report. */
    @Override
    public Outlook outlook(StepContext context, Answer answer) {
        return Outlook.next(step().task());
    }

    record Answer(String feedback) {}

    record View(
            int number, Plan plan, @Nullable String note, List<CheckIn.Progress> progress, List<CheckIn> previous) {}
}
