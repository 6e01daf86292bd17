package id.laras.succession;

import id.laras.cycle.EvaluationId;
import java.util.Set;

/**
 * Others judge in an evaluation from now on. Published in the transaction of the deed.
 *
 * @param judges accounts of who rates, and of who would decide an objection if there is one
 */
public record EvaluationHandedOver(EvaluationId evaluation, Set<String> judges) {}
