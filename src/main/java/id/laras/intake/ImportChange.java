package id.laras.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One line of what an import would do, or has done.
 *
 * @param row    row of the file as a spreadsheet counts it
 * @param key    what tells it from all others: the code, the NIP, …
 * @param title  what a person calls it
 * @param fields what differs; all that is filled in when it is added
 * @param values everything that is true of it afterwards, by column
 */
public record ImportChange(
        ImportTable table,
        Kind kind,
        int row,
        String key,
        String title,
        List<Field> fields,
        Map<String, String> values) {

    /** What becomes of a row; what the file does not name stays as it is. */
    public enum Kind {
        ADDED,
        CHANGED,
        /** It gets a last day that it did not have. */
        ENDED
    }

    /** What of an employee the reporting lines follow from, or whose account they are. */
    private static final Set<String> OF_LINES = Set.of("atasan_nip", "unit", "jabatan", "akun", "berakhir");

    /** Whether it could change who answers to whom on any day. */
    boolean touchesLines() {
        return switch (table) {
            case UNITS -> false;
            case EMPLOYEES ->
                kind != Kind.CHANGED || fields.stream().anyMatch(field -> OF_LINES.contains(field.column()));
            case POSITIONS, ACTING -> true;
        };
    }

    /** @param before null when nothing stood there; @param after null when nothing will */
    public record Field(String column, String before, String after) {}
}
