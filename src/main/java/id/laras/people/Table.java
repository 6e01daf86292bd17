package id.laras.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes the rows of one file, in whatever format it was written, and refuses what no file may hold. */
final class Table {

    /** What a spreadsheet would run as a formula when somebody opens the cell again, also in full width. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private final SourceFile file;
    private final ImportTable kind;
    private final ImportLimits limits;
    private final ImportErrors errors;
    private final List<TableRow> rows = new ArrayList<>();
    private List<String> columns;

    private Table(SourceFile file, ImportTable kind, ImportLimits limits, ImportErrors errors) {
        this.file = file;
        this.kind = kind;
        this.limits = limits;
        this.errors = errors;
    }

    /** The rows; with an error added when the file, or a row of it, cannot be read. */
    static List<TableRow> read(SourceFile file, ImportTable kind, ImportLimits limits, ImportErrors errors) {
        var table = new Table(file, kind, limits, errors);
        table.read();
        return table.rows;
    }

    private void read() {
        var content = file.content();
        var before = errors.count();
        if (content.length > limits.fileSize().toBytes()) {
            refuse("people.file.tooLarge", limits.fileSize().toMegabytes());
        } else if (startsWith(content, 'P', 'K')) {
            new XlsxReader(this, limits).read(content);
        } else if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            refuse("people.file.oldExcel");
        } else {
            new CsvReader(this).read(content);
        }
        if (columns == null && errors.count() == before) {
            refuse("people.file.empty");
        }
    }

    private static boolean startsWith(byte[] content, int... signature) {
        if (content.length < signature.length) {
            return false;
        }
        for (var i = 0; i < signature.length; i++) {
            if (Byte.toUnsignedInt(content[i]) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Takes the next row, the header first; whether more are wanted. */
    boolean take(int number, List<String> cells) {
        if (cells.size() > ImportLimits.COLUMNS) {
            return end(number, "people.file.columns", ImportLimits.COLUMNS);
        }
        if (columns == null) {
            return header(number, cells);
        }
        if (cells.stream().allMatch(String::isBlank)) {
            return true;
        }
        if (rows.size() == limits.rows()) {
            return end(number, "people.file.rows", limits.rows());
        }
        if (cells.size() > columns.size()) {
            refuse(number, null, "people.row.tooLong", columns.size(), cells.size());
        }
        Map<String, String> named = new HashMap<>();
        for (var i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), i < cells.size() ? cell(number, i, cells.get(i)) : "");
        }
        rows.add(new TableRow(file.name(), number, named));
        return true;
    }

    private boolean header(int number, List<String> cells) {
        columns = cells.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        var before = errors.count();
        var seen = new HashSet<String>();
        for (var i = 0; i < cells.size(); i++) {
            cell(number, i, cells.get(i));
            if (!columns.get(i).isEmpty() && !seen.add(columns.get(i))) {
                refuse(number, columns.get(i), "people.column.twice", columns.get(i));
            }
        }
        kind.required().stream()
                .filter(name -> !seen.contains(name))
                .forEach(name -> refuse(1, name, "people.column.missing", name));
        if (errors.count() != before) {
            errors.rowsAreMissing();
        }
        return errors.count() == before;
    }

    private boolean end(int row, String key, Object... args) {
        refuse(row, null, key, args);
        errors.rowsAreMissing();
        return false;
    }

    private String cell(int row, int column, String raw) {
        var text = raw.strip();
        if (text.length() > ImportLimits.CELL) {
            refuse(row, columnName(column), "people.cell.tooLong", columnName(column), ImportLimits.CELL);
            return "";
        }
        if (startsLikeAFormula(raw) || startsLikeAFormula(text)) {
            refuse(row, columnName(column), "people.cell.formulaSign", text);
        } else if (text.codePoints().anyMatch(Table::invisible)) {
            refuse(row, columnName(column), "people.cell.control");
        }
        return text;
    }

    private static boolean startsLikeAFormula(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
    }

    /** Control characters, half of a character, and what turns the direction of writing. */
    private static boolean invisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private String columnName(int index) {
        return columns != null && index < columns.size() && !columns.get(index).isEmpty()
                ? columns.get(index)
                : String.valueOf(index + 1);
    }

    /** Refuses a cell for what it is, not for what it says. */
    void refuseCell(int row, int column, String key) {
        refuse(row, columnName(column), key);
    }

    /** Refuses the whole file. */
    void refuse(String key, Object... args) {
        end(0, key, args);
    }

    /** Refuses everything from this row on. */
    void refuseFrom(int row, String key) {
        end(row, key);
    }

    private void refuse(int row, String column, String key, Object... args) {
        errors.addUnreadable(ImportError.of(file.name(), row, column, key, args));
    }
}
