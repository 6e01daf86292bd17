package id.laras.calibration.process;

import static id.laras.calibration.process.CalibratedEvaluationProcess.Messages.DECIDED;

import id.laras.calibration.CalibrationService;
import id.laras.engine.ModelBean;
import id.laras.steps.Deed;
import id.laras.steps.Does;
import id.laras.steps.ProcessModel;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the meeting and tells every evaluation that waits for it; all of them, or none and an incident. */
@Component
@ModelBean(ProcessModel.Keys.CALIBRATION)
@Does(Deed.ANNOUNCES_CALIBRATION)
class AnnounceCalibrationDelegate implements JavaDelegate {

    private final CalibrationService calibrations;

    AnnounceCalibrationDelegate(CalibrationService calibrations) {
        this.calibrations = calibrations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var runtime = execution.getProcessEngineServices().getRuntimeService();
        for (var evaluation : calibrations.close(execution.getProcessBusinessKey())) {
            tell(runtime, evaluation.value());
        }
    }

    private static void tell(RuntimeService runtime, String evaluationId) {
        var told = runtime.createMessageCorrelation(DECIDED)
                .processInstanceBusinessKey(evaluationId)
                .correlateAllWithResult();
        if (told.isEmpty() && isRunning(runtime, evaluationId)) {
            throw new IllegalStateException("Evaluation " + evaluationId + " waits for no calibration");
        }
    }

    /** An evaluation that was cancelled meanwhile must not keep the others from hearing. */
    private static boolean isRunning(RuntimeService runtime, String evaluationId) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(CalibratedEvaluationProcess.KEY)
                        .processInstanceBusinessKey(evaluationId)
                        .count()
                > 0;
    }
}
