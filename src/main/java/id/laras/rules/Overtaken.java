package id.laras.rules;

import java.util.Optional;

/** Knows how the second of two fails who did the same at the same moment, whatever the database and the engine say. */
public interface Overtaken {

    /** What the second of two reads; empty for every other failure. */
    Optional<Refusal> any(Throwable failure);
}
