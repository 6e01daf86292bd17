package id.laras.cycle;

import static java.time.temporal.ChronoUnit.DAYS;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * The days of one evaluation, in the agency's zone, all inclusive: those of its cycle, or its own where the person served
 * only a part of it.
 */
@Embeddable
public record Schedule(
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate targetsDue,
        LocalDate assessmentOpens,
        LocalDate feedbackCloses,
        LocalDate assessmentDue) {

    public static Schedule of(Cycle cycle) {
        return new Schedule(
                cycle.firstDay(),
                cycle.lastDay(),
                cycle.targetsDue(),
                cycle.assessmentOpens(),
                cycle.feedbackCloses(),
                cycle.assessmentDue());
    }

    /**
     * A part of the cycle. Targets are due as long after the first day, the assessment opens as long before the last, as in
     * the whole cycle, but not before today; it lasts as long, and nothing is later than in the whole cycle but the targets.
     *
     * @param firstDay not before the cycle's
     * @param lastDay  not before {@code firstDay}, not after the cycle's
     */
    public static Schedule of(Cycle cycle, LocalDate firstDay, LocalDate lastDay, LocalDate today) {
        var wished = cycle.assessmentOpens().minusDays(DAYS.between(lastDay, cycle.lastDay()));
        var opens = earlier(cycle.assessmentOpens(), later(wished, later(today, firstDay)));
        var sooner = DAYS.between(opens, cycle.assessmentOpens());
        var targets = cycle.targetsDue().plusDays(DAYS.between(cycle.firstDay(), firstDay));
        return new Schedule(
                firstDay,
                lastDay,
                earlier(targets, earlier(lastDay, opens)),
                opens,
                cycle.feedbackCloses().minusDays(sooner),
                cycle.assessmentDue().minusDays(sooner));
    }

    public boolean covers(LocalDate first, LocalDate last) {
        return firstDay.equals(first) && lastDay.equals(last);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
