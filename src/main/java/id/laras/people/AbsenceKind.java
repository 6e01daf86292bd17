package id.laras.people;

/** Why somebody does not do their office. */
public enum AbsenceKind {
    /** Pensiun. */
    RETIRED,
    /** Meninggal dunia. */
    DIED,
    /** Pindah ke instansi atau unit lain. */
    MOVED,
    /** Cuti panjang atau tugas belajar; the only one that ends. */
    LONG_LEAVE;

    /** Whether the person is no civil servant of this agency any more; who moved may still work in another unit of it. */
    public boolean endsService() {
        return this == RETIRED || this == DIED;
    }
}
