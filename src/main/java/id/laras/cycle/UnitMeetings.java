package id.laras.cycle;

import java.util.Set;

/** What this room asks of the units' calibrations, which live in a room that it may not enter. */
public interface UnitMeetings {

    /** Codes of the units on whose predicates the meeting has decided. */
    Set<String> decided(String cycleId);

    /** The same of one unit, and until the caller's transaction ends: a meeting that would decide meanwhile waits. */
    boolean isDecided(String cycleId, String unitCode);
}
