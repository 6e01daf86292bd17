package id.laras.cycle;

/** What this room asks of the openings of cycles, which live in a room that it may not enter. */
public interface CycleOpenings {

    /** Whether the cycle is being opened right now. */
    boolean isRunning(String cycleId);

    /** How many units take part in the cycle. */
    long units(String cycleId);

    /** Forgets the openings of a cycle that has opened nobody, in the transaction that withdraws it. */
    void forget(String cycleId);
}
