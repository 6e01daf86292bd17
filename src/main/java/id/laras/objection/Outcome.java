package id.laras.objection;

/** How the superior decides (PP 30/2019 art. 59). */
public enum Outcome {
    /** Dikuatkan: the result stays. */
    UPHELD,
    /** Diubah: the superior's rating takes the place of the assessor's. */
    CHANGED
}
