package id.laras.cycle;

import java.time.LocalDate;

/** What an employee was found to be in a part of the year, fixed by a person. */
public record PeriodicPredicate(
        String evaluationId, String cycleName, LocalDate firstDay, LocalDate lastDay, Predicate predicate) {}
