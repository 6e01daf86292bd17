package id.laras.cycle;

import java.time.LocalDate;

/**
 * HR gave a cycle another day of calibration. Published in the transaction that does so.
 *
 * @param calibrationDue day with whose beginning units are calibrated although some evaluations are not ready
 */
public record CalibrationMoved(String cycleId, LocalDate calibrationDue) {}
