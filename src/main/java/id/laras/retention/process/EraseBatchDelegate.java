package id.laras.retention.process;

import static id.laras.retention.process.ErasureProcess.Variables.ERASURE_DONE;

import id.laras.engine.ModelBean;
import id.laras.retention.ErasureBatches;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Erases the next batch in a transaction of its own. */
@Component
@ModelBean(ProcessModel.Keys.ERASURE)
@Does(Deed.ADMINISTERS)
class EraseBatchDelegate implements JavaDelegate {

    private final ErasureBatches batches;

    EraseBatchDelegate(ErasureBatches batches) {
        this.batches = batches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(ERASURE_DONE, batches.eraseBatch(execution.getProcessBusinessKey()));
    }
}
