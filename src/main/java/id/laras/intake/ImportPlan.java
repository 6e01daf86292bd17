package id.laras.intake;

import id.laras.intake.ImportReport.Counts;
import java.util.List;
import java.util.Map;

/**
 * What an import will do to the people as they are known: exactly this is applied, or nothing.
 *
 * @param fileNames   the files, in the order of their tables
 * @param fingerprint of the people for whom it was made ({@link KnownPeople#fingerprint})
 * @param errors      with one of them nothing can be applied
 * @param errorCount  all errors; those of files that are wrong everywhere are not all kept
 * @param notices     what HR should know, what they are asked first; not all are kept, {@code noticeCount} counts all
 * @param asked       notices that HR must answer before anything is applied
 * @param counts      of every table with a file
 * @param changes     in the order in which they are written: whoever is named by others comes first
 * @param waiting     what a second person must agree to: it favours whoever imports, or cannot be without what does
 * @param waitingRows the rows that say it
 */
record ImportPlan(
        List<String> fileNames,
        String fingerprint,
        List<ImportError> errors,
        int errorCount,
        List<ImportNotice> notices,
        int noticeCount,
        int asked,
        Map<ImportTable, Counts> counts,
        List<ImportChange> changes,
        List<ImportChange> waiting,
        Map<ImportTable, List<TableRow>> waitingRows) {

    boolean accepted() {
        return errorCount == 0;
    }
}
