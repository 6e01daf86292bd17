package id.laras.succession;

import id.laras.cycle.EvaluationId;

/** An evaluation was cancelled and will have no result. Published in the transaction of the deed. */
public record EvaluationCancelled(EvaluationId evaluation, String cycleId, String unitCode) {}
