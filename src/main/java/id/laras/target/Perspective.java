package id.laras.target;

/** From which side a result is looked at (perspektif); optional. */
public enum Perspective {
    /** Penerima layanan. */
    STAKEHOLDER,
    /** Proses bisnis. */
    PROCESS,
    /** Penguatan internal. */
    LEARNING,
    /** Anggaran. */
    FINANCE
}
