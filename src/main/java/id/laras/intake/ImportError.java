package id.laras.intake;

import id.laras.rules.Refusal;
import java.util.Arrays;

/**
 * One thing that is wrong with a file.
 *
 * @param file   name of the file
 * @param row    row as a spreadsheet counts it, the header is 1; 0 when the whole file is meant
 * @param column name of the column, null when the whole row or file is meant
 * @param reason sentence from the message bundle
 * @param heading the column as the file has it, its name and its letter; null when the file has no such column
 */
public record ImportError(String file, int row, String column, Refusal.Problem reason, String heading) {

    private static final int LONGEST_QUOTE = 80;

    static ImportError of(String file, int row, String column, String key, Object... args) {
        var quoted = Arrays.stream(args).map(ImportError::quoted).toArray();
        return new ImportError(file, row, (String) quoted(column), new Refusal.Problem(key, quoted), null);
    }

    ImportError under(String heading) {
        return new ImportError(file, row, column, reason, (String) quoted(heading));
    }

    /** What whoever mends the file looks for; null when the whole row or file is meant. */
    public String place() {
        return heading == null ? column : heading;
    }

    private static Object quoted(Object arg) {
        return arg instanceof String text && text.length() > LONGEST_QUOTE
                ? text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(LONGEST_QUOTE, text.codePointCount(0, text.length()))))
                        + "…"
                : arg;
    }
}
