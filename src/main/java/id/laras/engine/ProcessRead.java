package id.laras.engine;

import java.time.Instant;

/**
 * Somebody was shown something of a process, by the form of a task or by Camunda's own API. Published in a transaction.
 *
 * @param businessKey evaluation id or calibration id
 * @param actor       account
 * @param how         key of the event, e.g. {@code task.read}
 */
public record ProcessRead(String businessKey, String actor, String how, Instant at) {

    /** The form of a task was opened. */
    public static final String FORM = "task.read";

    /** The form of a confidential task was opened: the reading tells that the reader was asked. */
    public static final String CONFIDENTIAL_FORM = "feedback.read";

    /** Camunda's own API answered. */
    public static final String ENGINE = "engine.read";
}
