package id.laras.gate;

import java.util.List;

/**
 * How an activity can be left, whatever happens inside.
 *
 * @param normal it can come to its end
 * @param anything Java or a person inside may throw errors and escalations that no model names
 * @param thrown errors and escalations that its own model throws and does not catch
 */
record Exits(boolean normal, boolean anything, List<Exit> thrown) {

    /**
     * @param element id of the event that throws
     * @param path from the start of the activity
     */
    record Exit(Trigger thrown, String element, List<String> path) {}

    /** Of a task, and of what has faults of its own: those are told once, not again by its callers. */
    static Exits plain(boolean anything) {
        return new Exits(true, anything, List.of());
    }
}
