package id.laras.people;

import java.time.LocalDate;

/** Days on which somebody does not do their office. @param until exclusive, null when they do not come back */
public record DaysAway(String nip, LocalDate from, LocalDate until) {

    public boolean include(LocalDate day) {
        return !from.isAfter(day) && (until == null || until.isAfter(day));
    }
}
