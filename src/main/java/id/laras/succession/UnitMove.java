package id.laras.succession;

/**
 * Somebody works in another unit than when their evaluation was opened. That changes nothing in it: the meeting of the
 * unit in which it was opened calibrates it, as they count in that unit's share of predicates.
 *
 * @param calibratedIn name of the unit in which it was opened
 * @param worksIn      name of the unit of today
 */
public record UnitMove(
        String evaluationId,
        String employeeName,
        String employeeNip,
        String cycleName,
        String calibratedInCode,
        String calibratedIn,
        String worksInCode,
        String worksIn) {}
