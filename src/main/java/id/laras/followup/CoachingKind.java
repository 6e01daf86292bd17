package id.laras.followup;

/** How an assessor helps somebody on (PermenPANRB 6/2022, pembinaan kinerja). */
public enum CoachingKind {
    /** Bimbingan kinerja: how the work is done better. */
    GUIDANCE,
    /** Konseling kinerja: what keeps the person from doing it. */
    COUNSELLING
}
