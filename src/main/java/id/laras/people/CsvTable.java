package id.laras.people;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file as rows of named cells: UTF-8 with or without a mark, a header row, comma or semicolon. */
final class CsvTable {

    /** Bytes; an agency of 20,000 people stays well below. */
    static final int SIZE_LIMIT = 5 * 1024 * 1024;

    private final SourceFile file;
    private final List<ImportError> errors;
    private final List<Row> rows = new ArrayList<>();

    private CsvTable(SourceFile file, List<ImportError> errors) {
        this.file = file;
        this.errors = errors;
    }

    /** The rows; empty and with an error added when the file cannot be read at all. */
    static List<Row> read(SourceFile file, List<String> requiredColumns, List<ImportError> errors) {
        var table = new CsvTable(file, errors);
        table.parse(requiredColumns);
        return table.rows;
    }

    private void parse(List<String> requiredColumns) {
        if (file.content().length > SIZE_LIMIT) {
            refuse(0, null, "people.file.tooLarge");
            return;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.content()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            refuse(0, null, "people.file.encoding");
            return;
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var header = text.lines().findFirst().orElse("");
        var delimiter = header.indexOf(';') >= 0 ? ';' : ',';
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        var row = 1;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            List<String> columns = null;
            for (var line : parser) {
                if (columns == null) {
                    columns = columns(line);
                    if (!allPresent(columns, requiredColumns)) {
                        return;
                    }
                } else if (!blank(line)) {
                    add(row, columns, line);
                }
                row++;
            }
            if (columns == null) {
                refuse(0, null, "people.file.empty");
            }
        } catch (IOException | UncheckedIOException broken) {
            refuse(row, null, "people.row.broken");
        }
    }

    private static List<String> columns(CSVRecord header) {
        return header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private boolean allPresent(List<String> columns, List<String> required) {
        var missing = required.stream().filter(name -> !columns.contains(name)).toList();
        missing.forEach(name -> refuse(1, name, "people.column.missing", name));
        return missing.isEmpty();
    }

    private static boolean blank(CSVRecord line) {
        return line.stream().allMatch(String::isBlank);
    }

    private void add(int row, List<String> columns, CSVRecord line) {
        if (line.size() > columns.size()) {
            refuse(row, null, "people.row.tooLong", columns.size(), line.size());
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (var i = 0; i < line.size(); i++) {
            cells.putIfAbsent(columns.get(i), line.get(i).strip());
        }
        rows.add(new Row(file.name(), row, cells));
    }

    private void refuse(int row, String column, String key, Object... args) {
        errors.add(ImportError.of(file.name(), row, column, key, args));
    }

    /** One row; {@code number} as a spreadsheet counts it. */
    record Row(String file, int number, Map<String, String> cells) {

        /** The cell without surrounding blanks, null when it is empty or the column is not there. */
        String cell(String column) {
            var value = cells.get(column);
            return value == null || value.isEmpty() ? null : value;
        }

        ImportError error(String column, String key, Object... args) {
            return ImportError.of(file, number, column, key, args);
        }
    }
}
