package id.laras.cycle;

import java.time.LocalDate;

/** A cycle with something else in it. */
final class Wish {

    private final NewCycle cycle;
    private String name;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private LocalDate targetsDue;
    private LocalDate assessmentOpens;
    private LocalDate feedbackCloses;
    private LocalDate assessmentDue;
    private LocalDate calibrationDue;

    Wish(NewCycle cycle) {
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

    Wish name(String other) {
        name = other;
        return this;
    }

    Wish firstDay(LocalDate day) {
        firstDay = day;
        return this;
    }

    Wish lastDay(LocalDate day) {
        lastDay = day;
        return this;
    }

    Wish targetsDue(LocalDate day) {
        targetsDue = day;
        return this;
    }

    Wish assessmentOpens(LocalDate day) {
        assessmentOpens = day;
        return this;
    }

    Wish feedbackCloses(LocalDate day) {
        feedbackCloses = day;
        return this;
    }

    Wish assessmentDue(LocalDate day) {
        assessmentDue = day;
        return this;
    }

    Wish calibrationDue(LocalDate day) {
        calibrationDue = day;
        return this;
    }

    NewCycle of() {
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
