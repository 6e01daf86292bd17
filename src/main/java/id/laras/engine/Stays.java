package id.laras.engine;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/**
 * Tells which tasks stay with somebody who does not do their office: what is about themselves, and what HR has left with them
 * since. The room that knows evaluations answers.
 */
public interface Stays {

    /** Those of them that stay. */
    Set<Held> of(Collection<Held> tasks);

    /** @param since the first day on which the holder did not do their office */
    record Held(String businessKey, String holder, LocalDate since) {}
}
