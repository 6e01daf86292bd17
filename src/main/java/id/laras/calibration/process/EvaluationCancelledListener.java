package id.laras.calibration.process;

import static id.laras.calibration.process.CalibrationProcess.Messages.UNIT_READY;

import id.laras.calibration.CalibrationService;
import id.laras.succession.EvaluationCancelled;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A meeting does not wait for an evaluation that was cancelled: it is called when that was the last one missing. */
@Component
class EvaluationCancelledListener {

    private final CalibrationService calibrations;
    private final RuntimeService runtime;

    EvaluationCancelledListener(CalibrationService calibrations, @Lazy RuntimeService runtime) {
        this.calibrations = calibrations;
        this.runtime = runtime;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(EvaluationCancelled cancelled) {
        calibrations
                .withdraw(cancelled.evaluation(), cancelled.cycleId(), cancelled.unitCode())
                .ifPresent(calibration -> runtime.createMessageCorrelation(UNIT_READY)
                        .processInstanceBusinessKey(calibration)
                        .correlateAll());
    }
}
