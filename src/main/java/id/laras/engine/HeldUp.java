package id.laras.engine;

import id.laras.security.Personnel.Absent;
import java.time.Instant;

/**
 * An open task that nobody can do as it stands.
 *
 * @param businessKey evaluation id or calibration id
 * @param holder      name of who has it, null when it waits for a group
 * @param ofGroup     whether the model offers it to a group; any other is its holder's by the reporting lines, or by oneself
 * @param others     whether others of the group can do it: then it goes back to them, and HR names nobody
 * @param party       whether the reader has a conflict of interest themselves, and so does not say who does it
 */
public record HeldUp(
        String taskId,
        String name,
        String businessKey,
        String holder,
        Why why,
        boolean ofGroup,
        boolean others,
        boolean party,
        Instant dueAt) {

    /** Why nobody can do it. */
    public enum Why {
        /** The service of whoever holds it has ended. */
        LEFT,
        /** Whoever holds it by their office has given that up, and nobody chose that they go on. */
        MOVED,
        /** Whoever holds it is on long leave, and nobody stands in. */
        ON_LEAVE,
        /** The account of whoever holds it is closed. */
        CLOSED,
        /** Whoever took it belongs to the group no longer. */
        ROLE,
        /** Whoever holds it has a conflict of interest. */
        CONFLICT,
        /** Everybody in the group has a conflict of interest or is away, or nobody is in it. */
        NOBODY,
        /** As NOBODY, and whom HR named has given it back. */
        RETURNED;

        static Why of(Absent absent) {
            return absent.isOnLeave() ? ON_LEAVE : MOVED;
        }
    }
}
