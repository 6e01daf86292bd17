package id.laras.opening;

import java.time.Instant;
import java.util.Set;

/**
 * How far the latest opening of a cycle has come.
 *
 * @param total      employees of the chosen units
 * @param already    of these: opened before
 * @param finishedAt  null while it runs, or when it was interrupted
 * @param interrupted it was cut off, e.g. by a stop of the application: opening again goes on where it stopped
 * @param unitCodes   the chosen units
 * @param skipped     for how many of them no evaluation was opened; {@link OpeningService#skipped} names them
 */
public record OpeningProgress(
        String openingId,
        String startedBy,
        Instant startedAt,
        Instant finishedAt,
        boolean interrupted,
        Set<String> unitCodes,
        int total,
        int already,
        int opened,
        int skipped) {

    public boolean finished() {
        return finishedAt != null;
    }

    public boolean running() {
        return !finished() && !interrupted;
    }

    public int done() {
        return already + opened + skipped;
    }

    /** Somebody for whom no evaluation was opened. @param otherCycle where they are evaluated, null unless that is the reason */
    public record Skipped(String nip, String name, String unitName, OpeningSkip.Reason reason, String otherCycle) {}
}
