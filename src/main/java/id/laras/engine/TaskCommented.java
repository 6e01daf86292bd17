package id.laras.engine;

import java.time.Instant;

/**
 * Published in the transaction in which somebody commented on a task that they hold.
 *
 * @param businessKey evaluation id, or calibration id
 * @param process     key of the process definition
 * @param task        id of the user task in the model
 * @param actor       account of the person
 * @param onBehalfOf  account of whom they stood in for, null when they acted for themselves
 */
public record TaskCommented(
        String businessKey,
        String process,
        String task,
        String taskId,
        String actor,
        String onBehalfOf,
        Instant at,
        String comment) {}
