package id.laras.intake;

import id.laras.rules.Refusal;

/**
 * Something that is allowed but that HR should know before they apply.
 *
 * @param row    row as a spreadsheet counts it; 0 when the whole file is meant
 * @param column name of the column, null when the whole row or file is meant
 * @param reason sentence from the message bundle
 * @param asked  whether HR must say that it is meant so before anything is applied
 * @param heading as of an {@link ImportError}
 */
public record ImportNotice(String file, int row, String column, Refusal.Problem reason, boolean asked, String heading) {

    static ImportNotice said(ImportError what) {
        return new ImportNotice(what.file(), what.row(), what.column(), what.reason(), false, null);
    }

    static ImportNotice asked(ImportError what) {
        return new ImportNotice(what.file(), what.row(), what.column(), what.reason(), true, null);
    }

    ImportNotice under(String heading) {
        return new ImportNotice(file, row, column, reason, asked, heading);
    }

    /** As {@link ImportError#place}. */
    public String place() {
        return heading == null ? column : heading;
    }
}
