package id.laras.target;

/** What an indicator measures (aspek indikator kinerja individu, PermenPANRB 6/2022). */
public enum Aspect {
    /** Kuantitas. */
    QUANTITY,
    /** Kualitas. */
    QUALITY,
    /** Waktu. */
    TIME,
    /** Biaya. */
    COST
}
