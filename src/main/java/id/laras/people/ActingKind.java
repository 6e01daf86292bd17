package id.laras.people;

/** In which form somebody does another one's office. */
public enum ActingKind {
    /** Pelaksana tugas: the office is vacant. */
    PLT,
    /** Pelaksana harian: its holder is away. */
    PLH
}
