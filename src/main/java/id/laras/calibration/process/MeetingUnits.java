package id.laras.calibration.process;

import id.laras.calibration.CalibrationService;
import id.laras.calibration.Meeting;
import id.laras.engine.HomeUnits;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    @Override
    public Map<String, String> units(Collection<String> calibrationIds) {
        return calibrations.meetings(calibrationIds).stream().collect(Collectors.toMap(Meeting::id, Meeting::unitCode));
    }
}
