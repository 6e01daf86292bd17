package id.laras.feedback;

/** A rating against expectation (PermenPANRB 6/2022). */
public enum Rating {
    /** Di atas ekspektasi. */
    ABOVE,
    /** Sesuai ekspektasi. */
    MEETS,
    /** Di bawah ekspektasi. */
    BELOW
}
