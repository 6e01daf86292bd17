package id.laras.calibration;

/** A unit's meeting, as others may know of it. */
public record Meeting(String id, String cycleId, String unitCode, String unitName, CalibrationState state) {

    static Meeting of(Calibration calibration) {
        return new Meeting(
                calibration.id(),
                calibration.cycleId(),
                calibration.unitCode(),
                calibration.unitName(),
                calibration.state());
    }
}
