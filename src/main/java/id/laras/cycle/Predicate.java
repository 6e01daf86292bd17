package id.laras.cycle;

/** An employee's predicate (predikat kinerja), best first. Which ones a cycle uses follows from its scheme. */
public enum Predicate {
    /** Sangat Baik. */
    VERY_GOOD,
    /** Baik. */
    GOOD,
    /** Cukup, NUMERIC only. */
    FAIR,
    /** Butuh Perbaikan, QUADRANT only. */
    NEEDS_IMPROVEMENT,
    /** Kurang. */
    POOR,
    /** Sangat Kurang. */
    VERY_POOR
}
