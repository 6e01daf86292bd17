package id.laras.followup;

import java.time.LocalDate;

/**
 * What was said in a coaching.
 *
 * @param agreements may be empty
 */
public record CoachingRecord(LocalDate heldOn, String notes, String agreements) {}
