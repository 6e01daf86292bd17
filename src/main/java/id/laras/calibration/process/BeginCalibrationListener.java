package id.laras.calibration.process;

import id.laras.calibration.CalibrationService;
import id.laras.engine.ModelBean;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The meeting begins by its date: from here on the last evaluation that joins calls nobody, see {@link CalibrationService#begin}. */
@Component
@ModelBean(ProcessModel.Keys.CALIBRATION)
@Does(Deed.INFORMS)
class BeginCalibrationListener implements ExecutionListener {

    private final CalibrationService calibrations;

    BeginCalibrationListener(CalibrationService calibrations) {
        this.calibrations = calibrations;
    }

    @Override
    public void notify(DelegateExecution execution) {
        calibrations.begin(execution.getProcessBusinessKey());
    }
}
