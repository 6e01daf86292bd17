package id.laras.feedback;

/** The seven core values of civil servants (BerAKHLAK), rated as behaviour. */
public enum CoreValue {
    /** Berorientasi Pelayanan. */
    SERVICE_ORIENTED,
    /** Akuntabel. */
    ACCOUNTABLE,
    /** Kompeten. */
    COMPETENT,
    /** Harmonis. */
    HARMONIOUS,
    /** Loyal. */
    LOYAL,
    /** Adaptif. */
    ADAPTIVE,
    /** Kolaboratif. */
    COLLABORATIVE
}
