package id.laras.evidence;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When check-ins are held: every so many months after the first day of the cycle, and before the assessment opens
 * (PermenPANRB 6/2022 leaves the rhythm to the agency; HR sets it per cycle).
 *
 * @param months between check-ins; 0 for none
 */
record CheckInRhythm(LocalDate firstDay, int months, LocalDate assessmentOpens) {

    /**
     * The next date. What was missed is not made up for: who starts in August is not asked seven times at once.
     *
     * @param last  date of the check-in before, null for the first
     * @param today no earlier date is planned
     */
    Optional<LocalDate> next(LocalDate last, LocalDate today) {
        if (months <= 0) {
            return Optional.empty();
        }
        for (int turn = 1; ; turn++) {
            var date = firstDay.plusMonths((long) months * turn);
            if (!date.isBefore(assessmentOpens)) {
                return Optional.empty();
            }
            if (!date.isBefore(today) && (last == null || date.isAfter(last))) {
                return Optional.of(date);
            }
        }
    }
}
