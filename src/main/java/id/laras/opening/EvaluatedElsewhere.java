package id.laras.opening;

import java.time.LocalDate;

/** Somebody's evaluation in another cycle, with the days that it is about. */
record EvaluatedElsewhere(String nip, String cycleName, LocalDate firstDay, LocalDate lastDay) {

    boolean overlaps(LocalDate first, LocalDate last) {
        return !firstDay.isAfter(last) && !lastDay.isBefore(first);
    }
}
