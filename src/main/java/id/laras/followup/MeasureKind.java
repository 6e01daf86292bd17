package id.laras.followup;

/** Kind of a measure that may follow a result (tindak lanjut). */
public enum MeasureKind {
    /** Pelatihan. */
    TRAINING,
    /** Bimbingan atau konseling kinerja. */
    COACHING,
    /** Penghargaan. */
    REWARD
}
