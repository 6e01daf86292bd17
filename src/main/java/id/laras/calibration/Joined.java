package id.laras.calibration;

/**
 * What came of an evaluation's joining its unit's calibration.
 *
 * @param calibrationId the meeting
 * @param awaited       whether the evaluation waits for it; false when the meeting is over
 * @param unitComplete  whether it was the last one that the meeting waited for; true once in a calibration's life
 */
public record Joined(String calibrationId, boolean awaited, boolean unitComplete) {}
