package id.laras.calibration.process;

import static id.laras.calibration.process.CalibrationProcess.Variables.CALIBRATION_DUE;
import static id.laras.calibration.process.CalibrationProcess.Variables.UNIT_NAME;

import id.laras.calibration.CalibrationService;
import id.laras.engine.WholeDays;
import id.laras.opening.UnitOpened;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts a unit's calibration in the transaction that opens the unit, so that no evaluation can come before it. */
@Component
class UnitOpenedListener {

    private final CalibrationService calibrations;
    private final RuntimeService runtime;
    private final WholeDays days;

    UnitOpenedListener(CalibrationService calibrations, @Lazy RuntimeService runtime, WholeDays days) {
        this.calibrations = calibrations;
        this.runtime = runtime;
        this.days = days;
    }

    @EventListener
    void on(UnitOpened unit) {
        calibrations
                .open(unit.cycleId(), unit.unitCode(), unit.unitName())
                .ifPresent(id -> runtime.startProcessInstanceByKey(
                        CalibrationProcess.KEY,
                        id,
                        Map.of(
                                UNIT_NAME, unit.unitName(),
                                CALIBRATION_DUE, days.beginOf(unit.calibrationDue()))));
    }
}
