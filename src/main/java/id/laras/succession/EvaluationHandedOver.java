package id.laras.succession;

import id.laras.cycle.EvaluationId;
import java.util.Set;

/**
 * An evaluation has another assessor, or somebody else above the assessor, from now on. Published in the transaction of the deed.
 *
 * @param above accounts of who rates, and of who would decide an objection if there is one
 */
public record EvaluationHandedOver(EvaluationId evaluation, Set<String> above) {}
