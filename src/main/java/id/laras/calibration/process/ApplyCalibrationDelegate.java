package id.laras.calibration.process;

import static id.laras.calibration.process.CalibratedEvaluationProcess.Variables.PREDICATE_CHANGED;

import id.laras.calibration.CalibrationService;
import id.laras.cycle.EvaluationId;
import id.laras.engine.ModelBean;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives a moved evaluation its new predicate; a changed predicate that was accepted opens the objection again. */
@Component
@ModelBean(ProcessModel.Keys.EVALUATION)
@Does(flag = PREDICATE_CHANGED, yes = Deed.CHANGES_ACCEPTED, no = Deed.CHANGES_UNACCEPTED)
class ApplyCalibrationDelegate implements JavaDelegate {

    private final CalibrationService calibrations;

    ApplyCalibrationDelegate(CalibrationService calibrations) {
        this.calibrations = calibrations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var acceptedIsGone = calibrations.apply(EvaluationId.of(execution.getProcessBusinessKey()));
        execution.setVariable(PREDICATE_CHANGED, acceptedIsGone);
    }
}
