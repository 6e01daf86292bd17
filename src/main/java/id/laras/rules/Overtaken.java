package id.laras.rules;

import java.util.Optional;
import java.util.function.Supplier;

/** Knows how the second of two fails who did the same at the same moment, whatever the database and the engine say. */
public interface Overtaken {

    /** What the second of two reads; empty for every other failure. */
    Optional<Refusal> any(Throwable failure);

    /**
     * Does what is a transaction of its own, again where it only met others at its rows. For what no service stands around,
     * as the threads of an opening.
     */
    <T> T again(Supplier<T> deed);
}
