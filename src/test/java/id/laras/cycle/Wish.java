package id.laras.cycle;

import java.time.LocalDate;

/** The wish for a cycle, with something else in it. */
public final class Wish {

    private final NewCycle cycle;
    private String name;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private LocalDate targetsDue;
    private LocalDate assessmentOpens;
    private LocalDate feedbackCloses;
    private LocalDate assessmentDue;
    private LocalDate calibrationDue;

    /** A calendar year: targets by the end of January, assessment in December, calibration until 15 January. */
    public static Wish ofYear(String name, int year) {
        return new Wish(new NewCycle(
                name,
                Scheme.QUADRANT,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                LocalDate.of(year, 1, 31),
                3,
                LocalDate.of(year, 12, 1),
                LocalDate.of(year, 12, 14),
                LocalDate.of(year, 12, 31),
                LocalDate.of(year + 1, 1, 15)));
    }

    /** A year that began a month ago, and whose assessment has not begun. */
    public static Wish running(String name, Scheme scheme, LocalDate today) {
        return new Wish(new NewCycle(
                name,
                scheme,
                today.minusMonths(1),
                today.plusMonths(11),
                today.plusMonths(1),
                3,
                today.plusMonths(10),
                today.plusMonths(10).plusDays(14),
                today.plusMonths(10).plusDays(30),
                today.plusMonths(12)));
    }

    public Wish(NewCycle cycle) {
        this.cycle = cycle;
        this.name = cycle.name();
        this.firstDay = cycle.firstDay();
        this.lastDay = cycle.lastDay();
        this.targetsDue = cycle.targetsDue();
        this.assessmentOpens = cycle.assessmentOpens();
        this.feedbackCloses = cycle.feedbackCloses();
        this.assessmentDue = cycle.assessmentDue();
        this.calibrationDue = cycle.calibrationDue();
    }

    public Wish name(String other) {
        name = other;
        return this;
    }

    public Wish firstDay(LocalDate day) {
        firstDay = day;
        return this;
    }

    public Wish lastDay(LocalDate day) {
        lastDay = day;
        return this;
    }

    public Wish targetsDue(LocalDate day) {
        targetsDue = day;
        return this;
    }

    public Wish assessmentOpens(LocalDate day) {
        assessmentOpens = day;
        return this;
    }

    public Wish feedbackCloses(LocalDate day) {
        feedbackCloses = day;
        return this;
    }

    public Wish assessmentDue(LocalDate day) {
        assessmentDue = day;
        return this;
    }

    public Wish calibrationDue(LocalDate day) {
        calibrationDue = day;
        return this;
    }

    public NewCycle of() {
        return new NewCycle(
                name,
                cycle.kind(),
                cycle.scheme(),
                firstDay,
                lastDay,
                targetsDue,
                cycle.checkInMonths(),
                assessmentOpens,
                feedbackCloses,
                assessmentDue,
                calibrationDue);
    }
}
