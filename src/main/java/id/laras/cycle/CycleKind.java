package id.laras.cycle;

/** What a cycle evaluates (PermenPANRB 6/2022). */
public enum CycleKind {
    /** A part of the year, a month or a quarter (evaluasi periodik); its predicate is shown in the annual one. */
    PERIODIC,
    /** The year (evaluasi tahunan): rated by the assessor, who sees the periodic predicates, never averaged. */
    ANNUAL
}
