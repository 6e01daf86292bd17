package id.laras.security;

import java.time.Instant;

/**
 * Somebody used their role outside of any single evaluation, e.g. imported people. Published in the transaction of the deed.
 *
 * @param actor   account, or null when the application did it by itself
 * @param what    key of the deed, also the message key {@code audit.event.<what>}
 * @param about   id of the one evaluation or calibration that it touched, or null
 * @param details JSON, or null
 */
public record DeedDone(String actor, String what, String about, Instant at, String details) {}
