package id.laras.cycle;

/** Why an evaluation was ended early. */
public enum EndReason {
    /** Pensiun. */
    RETIRED,
    /** Meninggal dunia. */
    DIED,
    /** Pindah. */
    MOVED,
    /** Cuti panjang atau tugas belajar. */
    LONG_LEAVE,
    /** It should never have been opened. */
    MISTAKE
}
