package id.laras.calibration.process;

import static id.laras.calibration.process.CalibratedEvaluationProcess.Variables.CALIBRATION_AWAITED;
import static id.laras.calibration.process.CalibrationProcess.Messages.UNIT_READY;

import id.laras.calibration.CalibrationService;
import id.laras.cycle.EvaluationId;
import id.laras.engine.ModelBean;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Brings the evaluation to its unit's calibration, and calls the meeting when it was the last one. It must share its
 * transaction with the message catch behind it: the lock taken here keeps the announcement away until the
 * subscription is committed.
 */
@Component
@ModelBean(ProcessModel.Keys.EVALUATION)
@Does(Deed.JOINS_CALIBRATION)
class JoinCalibrationDelegate implements JavaDelegate {

    private final CalibrationService calibrations;

    JoinCalibrationDelegate(CalibrationService calibrations) {
        this.calibrations = calibrations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var joined = calibrations.join(EvaluationId.of(execution.getProcessBusinessKey()));
        execution.setVariable(CALIBRATION_AWAITED, joined.awaited());
        if (joined.unitComplete()) {
            // To all or none: meetings of an earlier rule book begin by their date without telling us.
            execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation(UNIT_READY)
                    .processInstanceBusinessKey(joined.calibrationId())
                    .correlateAll();
        }
    }
}
