package id.laras.engine;

import java.time.Instant;

/**
 * Somebody took a task that others may do too, or gave it back. Published in the transaction of the deed; nothing of steps
 * that are confidential.
 *
 * @param businessKey evaluation id, or calibration id
 * @param process     key of the process definition
 * @param task        id of the user task in the model
 * @param actor       null when the application gave it back, because whoever had taken it has no right to it any more
 * @param released    false when it was taken
 */
public record TaskClaimed(
        String businessKey, String process, String task, String taskId, String actor, boolean released, Instant at) {}
