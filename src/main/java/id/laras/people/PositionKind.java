package id.laras.people;

/** Kind of position (jenis jabatan). */
public enum PositionKind {
    /** Jabatan Pimpinan Tinggi. */
    JPT,
    /** Jabatan Administrasi. */
    JA,
    /** Jabatan Fungsional, has a level. */
    JF,
    /**
     * An office outside of the civil service (pejabat di luar ASN), e.g. a mayor: assesses, and is never evaluated here. Has a code
     * instead of a NIP and belongs to no unit (docs/adr/0094).
     */
    LUAR_ASN
}
