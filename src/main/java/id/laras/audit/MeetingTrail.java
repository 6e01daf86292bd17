package id.laras.audit;

import org.springframework.data.domain.Page;

/** What happened to a unit's calibration, in the reader's language. The state is that of the meeting. */
public record MeetingTrail(
        String calibrationId, String unitName, String cycleName, String state, Page<Timeline.Entry> entries) {}
