package id.laras.calibration.process;

import id.laras.calibration.CalibrationService;
import id.laras.calibration.Meeting;
import id.laras.engine.HomeUnits;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whose unit a meeting is about. */
@Component
class MeetingUnits implements HomeUnits {

    private final CalibrationService calibrations;

    MeetingUnits(CalibrationService calibrations) {
        this.calibrations = calibrations;
    }

    @Override
    public Optional<String> unit(String calibrationId) {
        return calibrations.meeting(calibrationId).map(Meeting::unitCode);
    }
}
