package id.laras.calibration;

import java.time.Instant;

/**
 * The meeting that calibrated a unit.
 *
 * @param decidedBy account of who decided for HR
 * @param note      who took part and what was said about the unit; may be null
 */
public record MeetingView(String decidedBy, Instant decidedAt, String note) {

    static MeetingView of(Calibration calibration) {
        return new MeetingView(calibration.decidedBy(), calibration.decidedAt(), calibration.note());
    }
}
