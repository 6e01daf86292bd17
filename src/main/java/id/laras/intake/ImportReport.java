package id.laras.intake;

import java.util.List;
import java.util.Map;

/**
 * What an import has done. With errors it has done nothing: all or nothing.
 *
 * @param errors  every error of every file, in the order of the rows
 * @param waiting rows that wait for a second person
 */
public record ImportReport(List<ImportError> errors, Map<ImportTable, Counts> counts, int waiting) {

    public boolean accepted() {
        return errors.isEmpty();
    }

    public Counts units() {
        return counts.getOrDefault(ImportTable.UNITS, Counts.NONE);
    }

    public Counts employees() {
        return counts.getOrDefault(ImportTable.EMPLOYEES, Counts.NONE);
    }

    /** Rows of one file by what became of them. */
    public record Counts(int added, int changed, int ended, int unchanged) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        /** One row more that differs. */
        Counts plus(ImportChange.Kind kind) {
            return new Counts(
                    added + (kind == ImportChange.Kind.ADDED ? 1 : 0),
                    changed + (kind == ImportChange.Kind.CHANGED ? 1 : 0),
                    ended + (kind == ImportChange.Kind.ENDED ? 1 : 0),
                    unchanged);
        }
    }
}
