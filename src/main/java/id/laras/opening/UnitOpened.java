package id.laras.opening;

import java.time.LocalDate;

/**
 * A unit takes part in a cycle. Published once per unit and cycle, inside the transaction that writes it down: whoever
 * listens in the same transaction (the calibration) acts exactly once.
 *
 * @param calibrationDue day with whose beginning the unit is calibrated although some evaluations are not ready
 */
public record UnitOpened(String cycleId, String unitCode, String unitName, LocalDate calibrationDue) {}
