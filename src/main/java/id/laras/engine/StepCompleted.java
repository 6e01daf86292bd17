package id.laras.engine;

import java.time.Instant;

/**
 * Published inside the completing transaction after a human step was accepted.
 *
 * @param businessKey  evaluation id, or calibration id
 * @param process      key of the process definition
 * @param task         id of the user task in the model
 * @param actor        account of the person
 * @param onBehalfOf   account of whom the actor stood in for, null when they acted for themselves
 * @param answer       the answer as JSON, exactly as the domain accepted it
 * @param confidential see {@link id.laras.steps.StepFacts#confidential()}
 */
public record StepCompleted(
        String businessKey,
        String process,
        String task,
        String taskId,
        String actor,
        String onBehalfOf,
        Instant at,
        String answer,
        boolean confidential) {}
