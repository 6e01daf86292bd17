package id.laras.people;

import java.util.List;

/**
 * What an import has done. With errors it has done nothing: all or nothing.
 *
 * @param errors every error of every file, in the order of the rows
 */
public record ImportReport(List<ImportError> errors, Counts units, Counts employees) {

    static ImportReport refused(List<ImportError> errors) {
        return new ImportReport(List.copyOf(errors), Counts.NONE, Counts.NONE);
    }

    public boolean accepted() {
        return errors.isEmpty();
    }

    /** Rows of one file by what became of them. */
    public record Counts(int added, int changed, int unchanged) {

        static final Counts NONE = new Counts(0, 0, 0);
    }
}
