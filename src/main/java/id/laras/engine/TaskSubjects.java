package id.laras.engine;

import java.util.Optional;

/** Tells in the name of a task what it is about, so that nobody does one for another; each room knows its own business keys. */
public interface TaskSubjects {

    /**
     * Whom or which unit, and in which cycle; nobody's NIP where it is not needed to tell two apart, because colleagues read
     * it too. Empty when the key is none of this room's.
     */
    Optional<String> about(String businessKey);
}
