package id.laras.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When days begin and on which of them a moment falls, in the agency's zone, which is the clock's: the one place that knows
 * (docs/adr/0107). A whole day is what lies between the beginnings of two.
 */
public final class AgencyDays {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private AgencyDays() {}

    /** Whether anybody means this day: who types two digits of a year sends the year 26, and no database keeps 20266. */
    public static boolean isLikely(LocalDate day) {
        return day != null && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    public static Instant begin(LocalDate day, Clock clock) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** The first moment that is not of the day any more. */
    public static Instant over(LocalDate day, Clock clock) {
        return begin(day.plusDays(1), clock);
    }

    public static Instant at(LocalDate day, LocalTime time, Clock clock) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }

    public static LocalDate of(Instant moment, Clock clock) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
