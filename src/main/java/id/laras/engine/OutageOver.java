package id.laras.engine;

import java.time.Instant;

/**
 * No server of the agency has worked for a while, and one does again. Published once, in a transaction, before any timer
 * fires that has fallen due meanwhile.
 *
 * @param from  when one worked last; the beginning of time where nobody wrote that down
 * @param until now
 */
public record OutageOver(Instant from, Instant until) {}
