package id.laras.people;

import java.time.LocalDate;

/**
 * Whether what HR writes down would give themselves somebody to assess, or another assessor (docs/adr/0073). Answered by the room
 * that knows the people as they would be, which this one may not enter.
 */
public interface OwnFavour {

    /** Whether this absence, written down by that account, favours it. */
    boolean absence(DaysAway days, String account);

    /** Whether that somebody acts for a person, written down by that account, favours it. @param last the last day of it */
    boolean appointment(
            String officialNip, String actingNip, ActingKind kind, LocalDate first, LocalDate last, String account);
}
