package id.laras.retention;

import java.util.Collection;

/** What the engine keeps of evaluations, and the run of an erasure in it. */
public interface EngineTraces {

    /** Begins an erasure: it goes on in the background, batch by batch, and leaves an incident when one fails. */
    void begin(String erasureId);

    /** Whether a process of any of them still runs. */
    boolean anyRuns(Collection<String> businessKeys);

    /** Deletes history, variables, comments and attachments of every process with one of these keys. */
    void forget(Collection<String> businessKeys);

    /** Deletes what an account may do in single tasks, and what was logged of it. */
    void forgetPerson(String account);
}
