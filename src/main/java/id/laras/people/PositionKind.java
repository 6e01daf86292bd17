package id.laras.people;

/** Kind of position (jenis jabatan). */
public enum PositionKind {
    /** Jabatan Pimpinan Tinggi. */
    JPT,
    /** Jabatan Administrasi. */
    JA,
    /** Jabatan Fungsional, has a level. */
    JF
}
