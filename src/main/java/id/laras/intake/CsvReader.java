package id.laras.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file: UTF-8 with or without a mark, or UTF-16 with one; separated by what makes its header one, or by what its
 * first line {@code sep=;} says. Such a line is no row: spreadsheets do not show it.
 */
final class CsvReader {

    private static final char[] SEPARATORS = {';', ',', '\t', '|'};
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=([^\"\r\n ])\"?[;,\t]*(\r\n|\r|\n|$)", Pattern.CASE_INSENSITIVE);
    /** Pages and XML that programs save as .xls. */
    private static final Pattern MARKUP =
            Pattern.compile("\\s*<(?:!doctype|!--|html|head|body|table|meta|style|\\?xml)", Pattern.CASE_INSENSITIVE);

    /** How programs, and our own lists, keep a spreadsheet from making a number of a code. */
    private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Table table;

    CsvReader(Table table) {
        this.table = table;
    }

    void read(byte[] content) {
        var text = decoded(content, charset(content));
        if (text == null) {
            return;
        }
        if (text.indexOf('\0') >= 0) {
            table.refuse("people.file.nul");
            return;
        }
        text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (MARKUP.matcher(text).lookingAt()) {
            table.refuse("people.file.markup");
            return;
        }
        var told = SEPARATOR_LINE.matcher(text);
        if (told.lookingAt()) {
            read(text.substring(told.end()), new char[] {told.group(1).charAt(0)});
        } else {
            read(text, SEPARATORS);
        }
    }

    private static Charset charset(byte[] content) {
        if (content.length < 2) {
            return StandardCharsets.UTF_8;
        }
        var mark = Byte.toUnsignedInt(content[0]) << 8 | Byte.toUnsignedInt(content[1]);
        return mark == 0xFFFE
                ? StandardCharsets.UTF_16LE
                : mark == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /** Null when it is refused: bytes that are no letter, with the line where the first of them stands. */
    private String decoded(byte[] content, Charset charset) {
        var text = CharBuffer.allocate(content.length + 1);
        if (!charset.newDecoder().decode(ByteBuffer.wrap(content), text, true).isError()) {
            return text.flip().toString();
        }
        var line = (int) text.flip().chars().filter(letter -> letter == '\n').count() + 1;
        table.refuseFrom(line, "people.file.encoding", line);
        return null;
    }

    private void read(String text, char[] separators) {
        var best = separators[0];
        Table.Row header = null;
        List<Table.Row> first = List.of();
        for (var separator : separators) {
            var rows = first(text, separator);
            var found = table.header(rows);
            if (first.isEmpty()
                    || found != null && (header == null || table.likeness(found) > table.likeness(header))) {
                best = separator;
                header = found;
                first = rows;
            }
        }
        if (first.isEmpty() && !text.isBlank()) {
            table.refuseFrom(1, "people.row.broken");
            return;
        }
        if (header == null) {
            table.refuseWithoutHeader(first);
            return;
        }
        table.startAt(header, first);
        var row = 1;
        try (var parser = parser(text, best)) {
            for (var line : parser) {
                if (!table.take(row, cells(line))) {
                    return;
                }
                row++;
            }
        } catch (IOException | UncheckedIOException broken) {
            table.refuseFrom(row, "people.row.broken");
        }
    }

    /** As many of the first rows as can be read. */
    private static List<Table.Row> first(String text, char separator) {
        List<Table.Row> rows = new ArrayList<>();
        try (var parser = parser(text, separator)) {
            for (var line : parser) {
                rows.add(new Table.Row(rows.size() + 1, cells(line)));
                if (rows.size() == Headings.SEARCHED) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException broken) {
            // told when the whole file is read, with the separator that is the right one
        }
        return rows;
    }

    private static List<String> cells(CSVRecord line) {
        return line.stream()
                .map(cell -> {
                    var formula = TEXT_FORMULA.matcher(cell);
                    return formula.matches() ? formula.group(1) : cell;
                })
                .toList();
    }

    private static CSVParser parser(String text, char separator) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        return CSVParser.parse(new StringReader(text), format);
    }
}
