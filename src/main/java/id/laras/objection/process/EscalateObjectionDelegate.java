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

/** The decision on an objection is late: lets HR see it. */
@Component
@ModelBean(ProcessModel.Keys.OBJECTION)
@Does(Deed.INFORMS)
class EscalateObjectionDelegate implements JavaDelegate {

    private final ObjectionService objections;

    EscalateObjectionDelegate(ObjectionService objections) {
        this.objections = objections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        objections.escalate(EvaluationId.of(execution.getProcessBusinessKey()));
    }
}
