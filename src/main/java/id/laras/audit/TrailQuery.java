package id.laras.audit;

import java.time.LocalDate;

/**
 * What of a trail somebody wants to read; null leaves a criterion out.
 *
 * @param text   part of what happened, of who did it or of what was answered
 * @param from   the first day, in the agency's zone
 * @param until  the last day
 * @param newest first, instead of the oldest
 */
public record TrailQuery(String text, TrailKind kind, LocalDate from, LocalDate until, boolean newest) {

    /** All of it, the oldest first. */
    public static final TrailQuery ALL = new TrailQuery(null, null, null, null, false);
}
