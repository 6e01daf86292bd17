package id.laras.retention.process;

import static id.laras.retention.process.ErasureProcess.Variables.ERASURE_DONE;

import id.laras.engine.ModelBean;
import id.laras.retention.Retention;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Erases the next batch in a transaction of its own. */
@Component
@ModelBean(ProcessModel.Keys.ERASURE)
class EraseBatchDelegate implements JavaDelegate {

    private final Retention retention;

    EraseBatchDelegate(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ERASURE_DONE, retention.eraseBatch(execution.getProcessBusinessKey()));
    }
}
