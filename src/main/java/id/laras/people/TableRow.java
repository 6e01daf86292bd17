package id.laras.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of a file; {@code number} as a spreadsheet counts it. */
record TableRow(String file, int number, Map<String, String> cells) {

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    /** The cell without surrounding blanks, null when it is empty or the column is not there. */
    String cell(String column) {
        var value = cells.get(column);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The day, written 2026-01-31 or 31/01/2026; null when the cell is empty or no day of 1900 to 2199. */
    LocalDate day(String column) {
        var text = cell(column);
        if (text == null) {
            return null;
        }
        for (var format : DAYS) {
            try {
                var day = LocalDate.parse(text, format);
                return day.getYear() >= 1900 && day.getYear() < 2200 ? day : null;
            } catch (DateTimeException other) {
                // the next one
            }
        }
        return null;
    }

    /** What the row says about these columns; those that the file does not have are left out. */
    Map<String, String> values(List<String> columns) {
        Map<String, String> values = new LinkedHashMap<>();
        columns.stream().filter(cells::containsKey).forEach(column -> values.put(column, cell(column)));
        return values;
    }

    ImportError error(String column, String key, Object... args) {
        return ImportError.of(file, number, column, key, args);
    }
}
