package id.laras.cycle;

/** A unit's own predicate for the period (predikat kinerja organisasi), best first. */
public enum OrganisationPredicate {
    /** Istimewa. */
    EXCELLENT,
    /** Baik. */
    GOOD,
    /** Butuh Perbaikan. */
    NEEDS_IMPROVEMENT,
    /** Kurang. */
    POOR,
    /** Sangat Kurang. */
    VERY_POOR
}
