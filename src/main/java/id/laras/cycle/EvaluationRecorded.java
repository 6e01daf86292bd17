package id.laras.cycle;

import java.time.Instant;

/**
 * Something happened to an evaluation that is no completed form, e.g. a score was calculated or silence counted as
 * acceptance. Published in the transaction of the deed.
 *
 * @param what    key of the event, also the message key {@code audit.event.<what>}
 * @param actor   account, or null when the process did it by itself
 * @param details JSON, or null
 */
public record EvaluationRecorded(EvaluationId evaluation, String what, String actor, Instant at, String details) {}
