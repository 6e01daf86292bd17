package id.laras.intake;

import id.laras.rules.Nip;
import id.laras.rules.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the rows of one file, in whatever format it was written, and refuses what no file may hold. */
final class Table {

    /** What a spreadsheet would run as a formula when somebody opens the cell again, also in full width. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private static final int LETTERS = 26;

    /** What a spreadsheet shows where a formula failed, a column is too narrow, or a database had nothing. */
    private static final Pattern FAILED = Pattern.compile(
            "#(?:N/A|N/D|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)|#{3,}|Err:\\d{3}|NULL|\\(null\\)|nan|NaN|None|N/A|n/a|undefined");

    /**
     * UTF-8 that was once read as Windows-1252, letters that a program could not read at all, and those that web pages and
     * workbooks write in signs of their own.
     */
    private static final Pattern DAMAGED = Pattern.compile(
            "\\uFFFD|[\\u00C2\\u00C3][\\u0080-\\u00BF\\u0152\\u0153\\u0160\\u0161\\u0178\\u017D\\u017E\\u0192\\u02C6\\u02DC"
                    + "\\u2013-\\u203A\\u20AC\\u2122]|\\u00E2\\u20AC|\\u00EF\\u00BB\\u00BF|&(?:amp|nbsp|quot|apos|lt|gt|#[0-9]{1,6});|_x[0-9A-F]{4}_");

    /** A row under the header that numbers the columns. */
    private static final Pattern NUMBER = Pattern.compile("\\(?[0-9]{1,2}[.)]?\\)?");

    private final SourceFile file;
    private final ImportTable kind;
    private final ImportLimits limits;
    private final ImportErrors errors;
    private final Headings headings;
    private final List<TableRow> rows = new ArrayList<>();
    private final Set<String> besideHeader = new HashSet<>();
    private int headerRow = 1;
    private int headerCells;
    private List<String> columns;

    private Table(SourceFile file, ImportTable kind, ImportLimits limits, ImportErrors errors) {
        this.file = file;
        this.kind = kind;
        this.limits = limits;
        this.errors = errors;
        this.headings = new Headings(kind);
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
            refuse(isEncrypted(content) ? "people.file.locked" : "people.file.oldExcel");
        } else if (startsWith(content, 0x09, 0x08) || startsWith(content, 0x09, 0x04)) {
            refuse("people.file.oldExcel");
        } else if (startsWith(content, '%', 'P', 'D', 'F')) {
            refuse("people.file.pdf");
        } else {
            new CsvReader(this).read(content);
        }
        if (columns == null && errors.count() == before) {
            refuse("people.file.empty");
        }
    }

    /** A workbook with a password is kept in the container of old Excel files, under this name. */
    private static boolean isEncrypted(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
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

    /** One of the first rows of a file. */
    record Row(int number, List<String> cells) {}

    /** The row that names the columns: of those that look like it the first that looks most like it; else null. */
    Row header(List<Row> first) {
        Row best = null;
        for (var row : first) {
            if (likeness(row) > (best == null ? 0 : likeness(best))) {
                best = row;
            }
        }
        return best;
    }

    int likeness(Row row) {
        var cells = row.cells();
        return headings.likeness(cells.subList(0, Math.min(ImportLimits.COLUMNS, cells.size())));
    }

    boolean isComplete(Row row) {
        return headings.isComplete(row.cells());
    }

    /** Says which row is the header; what stands above it is not read. */
    void startAt(Row header, List<Row> first) {
        headerRow = header.number();
        first.stream()
                .filter(row -> Math.abs(row.number() - headerRow) == 1)
                .forEach(row -> besideHeader.addAll(headings.of(row.cells())));
        if (first.stream().anyMatch(row -> row.number() < headerRow && !isBlank(row.cells()))) {
            said(1, null, "people.notice.titles", headerRow - 1, headerRow);
        }
    }

    /** Refuses a file in which no row names the columns, with what stands where they were looked for. */
    void refuseWithoutHeader(List<Row> first) {
        for (var other : ImportTable.values()) {
            var found = first.stream()
                    .filter(row -> new Headings(other).isComplete(row.cells()))
                    .findFirst();
            if (found.isPresent()) {
                end(found.get().number(), "people.header." + other.id());
                return;
            }
        }
        var row = first.stream().filter(one -> !isBlank(one.cells())).findFirst();
        if (row.isEmpty()) {
            refuse("people.file.empty");
            return;
        }
        var text = row.get().cells().stream().map(PlainText::of).filter(cell -> !cell.isEmpty());
        end(
                row.get().number(),
                "people.header.none",
                text.collect(Collectors.joining(" | ")),
                String.join(", ", kind.required()),
                Headings.SEARCHED);
    }

    /** How many cells a row must have; 0 before the header. */
    int width() {
        return columns == null ? 0 : headerCells;
    }

    /** Whether this row stands above the names of the columns. */
    boolean isAbove(int number) {
        return number < headerRow;
    }

    /** The column as the table calls it; null when nobody reads it. */
    String readColumn(int index) {
        return columns != null && index < columns.size() && kind.columns().contains(columns.get(index))
                ? columns.get(index)
                : null;
    }

    /** Takes the next row; whether more are wanted. */
    boolean take(int number, List<String> cells) {
        if (isAbove(number)) {
            return true;
        }
        if (cells.size() > ImportLimits.COLUMNS) {
            return end(number, "people.file.columns", ImportLimits.COLUMNS);
        }
        if (columns == null) {
            return header(number, cells);
        }
        if (isBlank(cells)) {
            return true;
        }
        if (repeatsHeader(cells)) {
            refuse(number, null, "people.row.header");
            return true;
        }
        if (rows.isEmpty() && numbersColumns(cells)) {
            said(number, null, "people.notice.numbers", number);
            return true;
        }
        if (rows.size() == limits.rows()) {
            return end(number, "people.file.rows", limits.rows());
        }
        if (cells.size() > headerCells || !isBlank(beyond(cells))) {
            refuse(number, null, "people.row.tooLong", columns.size(), cells.size());
        } else if (cells.size() < width()) {
            refuse(number, null, "people.row.tooShort", width(), cells.size());
        }
        Map<String, String> named = new HashMap<>();
        for (var i = 0; i < columns.size(); i++) {
            if (readColumn(i) != null) {
                named.put(columns.get(i), i < cells.size() ? cell(number, i, cells.get(i)) : "");
            } else if (i < cells.size()) {
                unread(number, i, cells.get(i));
            }
        }
        rows.add(new TableRow(file.name(), number, named));
        return true;
    }

    /** What stands to the right of the last named column. */
    private List<String> beyond(List<String> cells) {
        return cells.subList(Math.min(columns.size(), cells.size()), cells.size());
    }

    /** As files do that were put together from several, or printed. */
    private boolean repeatsHeader(List<String> cells) {
        return cells.size() >= columns.size()
                && withoutEmptyEnd(headings.of(cells)).equals(columns);
    }

    /** 1, 2, 3 under the names, as forms print it: nobody's data. */
    private static boolean numbersColumns(List<String> cells) {
        var filled = cells.stream()
                .map(PlainText::of)
                .filter(cell -> !cell.isEmpty())
                .toList();
        for (var i = 0; i < filled.size(); i++) {
            if (!NUMBER.matcher(filled.get(i)).matches()
                    || Integer.parseInt(filled.get(i).replaceAll("[^0-9]", "")) != i + 1) {
                return false;
            }
        }
        return filled.size() > 2;
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().map(PlainText::of).allMatch(String::isEmpty);
    }

    private boolean header(int number, List<String> cells) {
        headerCells = cells.size();
        columns = withoutEmptyEnd(headings.of(cells));
        var before = errors.count();
        var seen = new HashSet<String>();
        for (var i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty() && !columns.subList(0, i).contains(columns.get(i))) {
                errors.heading(
                        file.name(), columns.get(i), "%s (%s)".formatted(PlainText.of(cells.get(i)), letters(i)));
            }
        }
        for (var i = 0; i < columns.size(); i++) {
            cell(number, i, cells.get(i));
            if (!columns.get(i).isEmpty() && !seen.add(columns.get(i))) {
                refuse(number, columns.get(i), "people.column.twice", columns.get(i));
            }
        }
        var absent = headings.absent(seen);
        var unread = new ArrayList<String>();
        var meant = new HashSet<String>();
        for (var name : seen.stream().sorted().toList()) {
            if (!kind.columns().contains(name)) {
                headings.near(name, absent)
                        .ifPresentOrElse(
                                near -> {
                                    refuse(number, name, "people.column.near", name, near);
                                    meant.add(near);
                                },
                                () -> unread.add(name));
            }
        }
        kind.required().stream()
                .filter(name -> !seen.contains(name) && !meant.contains(name))
                .forEach(name -> refuse(
                        number,
                        name,
                        besideHeader.contains(name) ? "people.column.twoRows" : "people.column.missing",
                        name,
                        number));
        if (!unread.isEmpty()) {
            said(number, null, "people.notice.unread", String.join(", ", unread));
        }
        if (errors.count() != before) {
            errors.rowsAreMissing();
        }
        return errors.count() == before;
    }

    /** A spreadsheet writes empty cells behind the last name where a title was longer. */
    private static List<String> withoutEmptyEnd(List<String> names) {
        var end = names.size();
        while (end > 0 && names.get(end - 1).isEmpty()) {
            end--;
        }
        return names.subList(0, end);
    }

    private boolean end(int row, String key, Object... args) {
        refuse(row, null, key, args);
        errors.rowsAreMissing();
        return false;
    }

    private String cell(int row, int column, String raw) {
        if (raw.length() > 2 * ImportLimits.CELL) {
            refuse(row, columnName(column), "people.cell.tooLong", columnName(column), ImportLimits.CELL);
            return "";
        }
        var text = PlainText.of(raw);
        if (text.length() > ImportLimits.CELL) {
            refuse(row, columnName(column), "people.cell.tooLong", columnName(column), ImportLimits.CELL);
            return "";
        }
        var name = readColumn(column);
        if (name != null && Nip.isColumn(name)) {
            text = Nip.of(text);
        }
        var forbidden = PlainText.forbidden(text);
        if (FAILED.matcher(text).matches()) {
            refuse(row, columnName(column), "people.cell.failed", text);
        } else if (DAMAGED.matcher(raw).find()) {
            refuse(row, columnName(column), "people.cell.damaged", text);
        } else if (startsLikeAFormula(raw) || startsLikeAFormula(text)) {
            refuse(row, columnName(column), "people.cell.formulaSign", text);
        } else if (forbidden.isPresent()) {
            refuse(row, columnName(column), "people.cell.control", "U+%04X".formatted(forbidden.getAsInt()));
        }
        return text;
    }

    /** Nobody reads the cell, and nothing of it is kept; a lone hyphen in it says that there is nothing. */
    private void unread(int row, int column, String raw) {
        var text = PlainText.of(raw);
        if (!text.equals("-") && (startsLikeAFormula(raw) || startsLikeAFormula(text))) {
            refuse(row, columnName(column), "people.cell.formulaSign", text);
        }
    }

    private static boolean startsLikeAFormula(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
    }

    private String columnName(int index) {
        return columns != null && index < columns.size() && !columns.get(index).isEmpty()
                ? columns.get(index)
                : letters(index);
    }

    /** As spreadsheets name a column: A to Z, AA, AB. */
    private static String letters(int index) {
        var last = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }

    /** Refuses a cell for what it is, not for what it says. */
    void refuseCell(int row, int column, String key, Object... args) {
        refuse(row, columnName(column), key, args);
    }

    /** Says something that is not wrong. @param column null for the whole row, or the whole file where the row is 0 */
    void said(int row, String column, String key, Object... args) {
        errors.note(ImportNotice.said(ImportError.of(file.name(), row, column, key, args)));
    }

    /** Refuses the whole file. */
    void refuse(String key, Object... args) {
        end(0, key, args);
    }

    /** Refuses everything from this row on. */
    void refuseFrom(int row, String key, Object... args) {
        end(row, key, args);
    }

    private void refuse(int row, String column, String key, Object... args) {
        errors.addUnreadable(ImportError.of(file.name(), row, column, key, args));
    }
}
