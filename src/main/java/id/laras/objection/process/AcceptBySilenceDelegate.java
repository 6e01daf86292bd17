package id.laras.objection.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.ModelBean;
import id.laras.objection.ObjectionService;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The period passed without an answer: records that the result counts as accepted. */
@Component
@ModelBean(ProcessModel.Keys.OBJECTION)
@Does(Deed.ACCEPTS_BY_SILENCE)
class AcceptBySilenceDelegate implements JavaDelegate {

    private final ObjectionService objections;

    AcceptBySilenceDelegate(ObjectionService objections) {
        this.objections = objections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        objections.acceptBySilence(EvaluationId.of(execution.getProcessBusinessKey()));
    }
}
