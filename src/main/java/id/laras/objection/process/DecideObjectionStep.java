package id.laras.objection.process;

import id.laras.assessment.AssessmentService;
import id.laras.assessment.ForeseenScores;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.Outlook;
import id.laras.engine.StepContext;
import id.laras.objection.DecisionAnswer;
import id.laras.objection.DecisionView;
import id.laras.objection.ObjectionService;
import id.laras.objection.Outcome;
import id.laras.steps.Step;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The assessor's superior hears both sides and decides, finally (PP 30/2019 art. 59). */
@Component
class DecideObjectionStep implements HumanStep<DecisionAnswer> {

    private final ObjectionService objections;
    private final AssessmentService assessments;
    private final ForeseenScores scores;

    DecideObjectionStep(ObjectionService objections, AssessmentService assessments, ForeseenScores scores) {
        this.objections = objections;
        this.assessments = assessments;
        this.scores = scores;
    }

    @Override
    public Step step() {
        return Step.DECIDE_OBJECTION;
    }

    @Override
    public Class<DecisionAnswer> answerType() {
        return DecisionAnswer.class;
    }

    @Override
    public DecisionView view(StepContext context) {
        return objections.decisionView(
                EvaluationId.of(context.businessKey()),
                context.actor(),
                context.onBehalfOf(),
                LocaleContextHolder.getLocale());
    }

    @Override
    public Map<String, Object> complete(StepContext context, DecisionAnswer answer) {
        var changed = objections.decide(
                EvaluationId.of(context.businessKey()), context.actor(), context.onBehalfOf(), answer);
        return Map.of(ObjectionProcess.Variables.RESULT_CHANGED, changed);
    }

    @Override
    public Outlook outlook(StepContext context, DecisionAnswer answer) {
        var id = EvaluationId.of(context.businessKey());
        var before =
                ForeseenScores.predicate(assessments.current(id).orElseThrow().predicate());
        var last = Outlook.sentence("objection.outlook.final");
        return answer.outcome() == Outcome.CHANGED
                ? new Outlook(
                        step().task() + ".changed",
                        List.of(
                                ForeseenScores.sentence(scores.foresee(id, context.taskId())),
                                Outlook.sentence("objection.outlook.changed", before),
                                last))
                : new Outlook(
                        step().task() + ".upheld", List.of(Outlook.sentence("objection.outlook.upheld", before), last));
    }
}
