package id.laras.calibration;

import id.laras.cycle.Predicate;

/** The meeting's wish to move one employee's predicate, not yet checked. */
public record MoveOrder(String evaluationId, Predicate to, String reason) {}
