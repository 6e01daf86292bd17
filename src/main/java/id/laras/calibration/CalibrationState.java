package id.laras.calibration;

/** Where a unit's calibration stands; each constant says what is still allowed in it. */
public enum CalibrationState {
    /** Evaluations gather, and HR may be looking at the table. Whoever joins now is part of the meeting. */
    OPEN,
    /** HR has decided, the evaluations are about to be told. Whoever joins now passes by, as the meeting is over. */
    DECIDED,
    /** Every evaluation of the meeting was told. Read only. */
    CLOSED
}
