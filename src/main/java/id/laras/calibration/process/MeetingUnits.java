package id.laras.calibration.process;

import id.laras.calibration.Meeting;
import id.laras.calibration.MeetingLookup;
import id.laras.cycle.CycleService;
import id.laras.engine.HomeUnits;
import id.laras.engine.TaskSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells whose unit a meeting is about, and in which cycle. */
@Component
class MeetingUnits implements HomeUnits, TaskSubjects {

    private final MeetingLookup calibrations;
    private final CycleService cycles;

    MeetingUnits(MeetingLookup calibrations, CycleService cycles) {
        this.calibrations = calibrations;
        this.cycles = cycles;
    }

    @Override
    public Optional<String> about(String calibrationId) {
        return calibrations
                .meeting(calibrationId)
                .map(meeting -> meeting.unitName() + " · "
                        + cycles.get(meeting.cycleId()).name());
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
