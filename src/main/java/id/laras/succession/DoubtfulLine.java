package id.laras.succession;

/**
 * A running evaluation that somebody has to look at: its assessor may not be the superior of the day.
 *
 * @param assessor account of the assessor
 */
record DoubtfulLine(String evaluationId, String employeeNip, String assessor) {}
