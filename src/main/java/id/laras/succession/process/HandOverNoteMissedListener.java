package id.laras.succession.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.ModelBean;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import id.laras.succession.HandOverNotes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The day passed without a hand-over note: the trail says so. */
@Component
@ModelBean(ProcessModel.Keys.HAND_OVER)
@Does(Deed.INFORMS)
class HandOverNoteMissedListener implements ExecutionListener {

    private final HandOverNotes notes;

    HandOverNoteMissedListener(HandOverNotes notes) {
        this.notes = notes;
    }

    @Override
    public void notify(DelegateExecution execution) {
        notes.miss(EvaluationId.of(execution.getProcessBusinessKey()));
    }
}
