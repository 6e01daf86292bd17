package id.laras.intake;

import id.laras.intake.ImportReport.Counts;
import id.laras.rules.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far an import has come, and what it would do.
 *
 * @param percent   of what runs now, 0 to 100
 * @param expiresAt until then it can be applied, when nobody changes the people before
 * @param errors    those that are kept, in the order of the rows; {@code errorCount} counts all
 * @param notices   those that are kept, what is asked first; {@code noticeCount} counts all
 * @param asked     notices that HR must answer before anything is applied
 * @param changes   everything that differs, in the order in which it is written
 * @param waiting   what differs too, but waits for a second person because it favours whoever imports
 * @param problem   why it could not be applied, else null
 */
public record ImportState(
        String id,
        Stage stage,
        int percent,
        List<String> fileNames,
        Instant expiresAt,
        int errorCount,
        List<ImportError> errors,
        List<ImportNotice> notices,
        int noticeCount,
        int asked,
        Map<ImportTable, Counts> counts,
        List<ImportChange> changes,
        List<ImportChange> waiting,
        Refusal.Problem problem) {

    /** Lines of one kind that a page or an answer shows. */
    public static final int SHOWN = 200;

    /** What is said and what can be done. */
    public enum Stage {
        /** The files are being read and compared. */
        READING,
        /** The files have errors; nothing can be applied. */
        REFUSED,
        /** The preview is there and can be applied. */
        READY,
        APPLYING,
        APPLIED,
        /** It was not applied, and nothing was changed: {@code problem} says why. */
        FAILED
    }

    public boolean running() {
        return stage == Stage.READING || stage == Stage.APPLYING;
    }

    /** Whether there is anything to apply. */
    public boolean applicable() {
        return stage == Stage.READY && !(changes.isEmpty() && waiting.isEmpty());
    }

    public List<ImportError> shownErrors() {
        return errors.subList(0, Math.min(SHOWN, errors.size()));
    }

    public List<ImportNotice> shownNotices() {
        return notices.subList(0, Math.min(SHOWN, notices.size()));
    }

    /** The first lines of one kind. */
    public List<ImportChange> shown(ImportTable table, ImportChange.Kind kind) {
        return changes.stream()
                .filter(change -> change.table() == table && change.kind() == kind)
                .limit(SHOWN)
                .toList();
    }
}
