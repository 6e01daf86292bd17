package id.laras.engine;

import java.time.Instant;

/**
 * Published in the transaction that ends a task while somebody who does not answer it had typed into its form: the draft is
 * gone with the task, but not silently. Neither its author nor its words are told.
 *
 * @param businessKey evaluation id, or calibration id
 * @param process     key of the process definition
 * @param task        id of the user task in the model
 */
public record DraftLost(String businessKey, String process, String task, String taskId, Instant at) {}
