package id.laras.people;

import java.util.List;
import java.util.Map;

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

    /** @param before null when nothing stood there; @param after null when nothing will */
    public record Field(String column, String before, String after) {}
}
