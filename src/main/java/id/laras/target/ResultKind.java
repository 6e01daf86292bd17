package id.laras.target;

/** Kind of a work result (jenis hasil kerja). */
public enum ResultKind {
    /** Utama: follows from the position and the superior's results. */
    MAIN,
    /** Tambahan: agreed on beside the main duties. */
    ADDITIONAL
}
