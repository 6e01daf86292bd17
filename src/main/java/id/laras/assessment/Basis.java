package id.laras.assessment;

/** What a version of the score rests on. */
public enum Basis {
    /** The assessor's rating (penilaian). */
    ASSESSMENT,
    /** The superior's decision on an objection (keberatan); final, PP 30/2019 art. 59. */
    OBJECTION,
    /** A move in the unit's calibration (kalibrasi). */
    CALIBRATION
}
