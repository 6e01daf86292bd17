package id.laras.engine;

import java.util.function.Function;

/**
 * Where a human step stands.
 *
 * @param taskId      the task
 * @param businessKey evaluation id, or calibration id in the calibration of a unit
 * @param actor       account of the person who looks at or completes the task
 * @param onBehalfOf  account of whom the actor stands in for, null when the task is the actor's own
 * @param variables   reads a process variable visible to the task, null when it is not set
 */
public record StepContext(
        String taskId, String businessKey, String actor, String onBehalfOf, Function<String, Object> variables) {

    public Object variable(String name) {
        return variables.apply(name);
    }
}
