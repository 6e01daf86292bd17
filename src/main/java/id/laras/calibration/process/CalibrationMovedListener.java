package id.laras.calibration.process;

import static id.laras.calibration.process.CalibrationProcess.Variables.CALIBRATION_DUE;

import id.laras.calibration.MeetingLookup;
import id.laras.cycle.CalibrationMoved;
import id.laras.engine.WholeDays;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Meetings that were not held yet wait for the day that HR gave the cycle instead, in the transaction that does so. */
@Component
class CalibrationMovedListener {

    private final MeetingLookup calibrations;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final WholeDays days;

    CalibrationMovedListener(
            MeetingLookup calibrations, @Lazy RuntimeService runtime, @Lazy ManagementService jobs, WholeDays days) {
        this.calibrations = calibrations;
        this.runtime = runtime;
        this.jobs = jobs;
        this.days = days;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CalibrationMoved moved) {
        calibrations
                .of(moved.cycleId())
                .forEach(calibration -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(calibration, CalibrationProcess.KEY)
                        .list()
                        .forEach(run -> move(run.getId(), moved)));
    }

    /** The timer is the only one of the model; a meeting that has been called waits for none. */
    private void move(String run, CalibrationMoved moved) {
        var due = days.beginOf(moved.calibrationDue());
        jobs.createJobQuery().processInstanceId(run).timers().list().forEach(timer -> {
            runtime.setVariable(run, CALIBRATION_DUE, due);
            jobs.setJobDuedate(timer.getId(), days.timer(due));
        });
    }
}
