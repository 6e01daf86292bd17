package id.laras.cycle;

/** How a cycle scores (docs/law.md#quadrant, docs/law.md#numeric). */
public enum Scheme {
    /** PermenPANRB 6/2022: two ratings and a table, no formula and no weights. */
    QUADRANT,
    /** PP 30/2019: weighted achievement and behaviour, 0 to 120. */
    NUMERIC
}
