package id.laras.cycle;

/** Where an evaluation stands; each constant says what is still allowed in it. */
public enum Stage {
    /** Perencanaan: targets are drafted, returned, approved. */
    TARGET_SETTING,
    /** Pelaksanaan: check-ins; targets may be revised. */
    MONITORING,
    /** Penilaian: self-assessment, feedback, rating. The employee sees no result yet. */
    ASSESSMENT,
    /** The result is shown; the employee accepts or objects. */
    OBJECTION,
    /** The unit's calibration is awaited; nothing else may change the rating. */
    CALIBRATION,
    /** The supervisor fixes the predicate. */
    CONFIRMATION,
    /** Tindak lanjut: the result is final. */
    FOLLOW_UP,
    /** Everything is done; read only. */
    CLOSED
}
