package id.laras.engine;

import id.laras.steps.TrailEvent;
import java.time.Instant;

/**
 * Somebody was shown something of a process, by the form of a task or by Camunda's own API. Published in a transaction.
 *
 * @param businessKey evaluation id or calibration id
 * @param actor       account
 * @param how         by a form, or by the answer of Camunda's own API
 */
public record ProcessRead(String businessKey, String actor, TrailEvent how, Instant at) {}
