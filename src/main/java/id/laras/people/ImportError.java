package id.laras.people;

import id.laras.rules.Refusal;

/**
 * One thing that is wrong with a file.
 *
 * @param file   name of the file
 * @param row    row as a spreadsheet counts it, the header is 1; 0 when the whole file is meant
 * @param column name of the column, null when the whole row or file is meant
 * @param reason sentence from the message bundle
 */
public record ImportError(String file, int row, String column, Refusal.Problem reason) {

    static ImportError of(String file, int row, String column, String key, Object... args) {
        return new ImportError(file, row, column, new Refusal.Problem(key, args));
    }
}
