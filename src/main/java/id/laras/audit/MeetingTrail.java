package id.laras.audit;

import java.util.List;

/** What happened to a unit's calibration, oldest first, in the reader's language. The state is that of the meeting. */
public record MeetingTrail(
        String calibrationId, String unitName, String cycleName, String state, List<Timeline.Entry> entries) {}
