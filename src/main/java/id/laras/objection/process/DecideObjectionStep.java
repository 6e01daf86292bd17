package id.laras.objection.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.objection.DecisionAnswer;
import id.laras.objection.DecisionView;
import id.laras.objection.ObjectionService;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The assessor's superior hears both sides and decides, finally (PP 30/2019 art. 59). */
@Component
class DecideObjectionStep implements HumanStep<DecisionAnswer> {

    private final ObjectionService objections;

    DecideObjectionStep(ObjectionService objections) {
        this.objections = objections;
    }

    @Override
    public String process() {
        return ObjectionProcess.KEY;
    }

    @Override
    public String task() {
        return ObjectionProcess.Elements.DECIDE_OBJECTION;
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
}
