package id.laras.feedback.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.feedback.FeedbackService;
import id.laras.feedback.Opinion;
import id.laras.feedback.Relation;
import id.laras.feedback.Scale;
import id.laras.feedback.ScoreRange;
import id.laras.steps.Step;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A colleague rates the seven values. Who answered is told to nobody, and what to the auditor only. */
@Component
class GiveFeedbackStep implements HumanStep<Opinion> {

    private final FeedbackService feedback;

    GiveFeedbackStep(FeedbackService feedback) {
        this.feedback = feedback;
    }

    @Override
    public Step step() {
        return Step.GIVE_FEEDBACK;
    }

    @Override
    public Class<Opinion> answerType() {
        return Opinion.class;
    }

    @Override
    public View view(StepContext context) {
        var evaluation = EvaluationId.of(context.businessKey());
        return new View(
                feedback.scale(evaluation),
                ScoreRange.OURS,
                feedback.relation(evaluation, context.actor()),
                feedback.minimumRespondents());
    }

    @Override
    public Map<String, Object> complete(StepContext context, Opinion answer) {
        feedback.give(EvaluationId.of(context.businessKey()), context.actor(), answer);
        return Map.of();
    }

    record View(Scale scale, ScoreRange scores, Relation relation, int minimumRespondents) {}
}
