package id.laras.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * Rows as a file that a spreadsheet in Indonesia opens rightly: semicolons, a byte order mark, no cell that runs as a formula,
 * and no digits that it would round.
 */
public final class Csv<T> {

    /**
     * A spreadsheet keeps fifteen digits of a number, no zeros around it, and reads codes of units such as 1.10, 4-02 or 2E3 as
     * numbers and days. A day that is meant has four digits first.
     */
    private static final Pattern ROUNDED =
            Pattern.compile("0[0-9]+|[0-9]{12,}|[0-9]+[.][0-9.]+|[0-9]{1,3}(?:[-/][0-9]+)+|[0-9]+[eE][0-9]+");

    /** What begins a formula, behind whatever a spreadsheet strips; the wide signs of East Asian keyboards begin one too. */
    private static final Pattern FORMULA =
            Pattern.compile("^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{C}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])");

    private record Column<T>(String head, Function<T, ?> value) {}

    private final List<Column<T>> columns = new ArrayList<>();

    /** @param value null is an empty cell */
    public Csv<T> column(String head, Function<T, ?> value) {
        columns.add(new Column<>(head, value));
        return this;
    }

    public byte[] of(Iterable<T> rows) {
        try (var file = stream(rows)) {
            return file.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Row by row as it is read, so that a long file is never in memory as a whole. Whatever fails on the way comes out as a failure that
     * breaks the connection: Spring swallows a {@link NullPointerException} of a stream, and the half file would look whole.
     */
    public InputStream stream(Iterable<T> rows) {
        var lines = rows.iterator();
        return new SequenceInputStream(new Enumeration<>() {

            private boolean begun;

            @Override
            public boolean hasMoreElements() {
                return !begun || read(lines::hasNext);
            }

            @Override
            public InputStream nextElement() {
                if (!begun) {
                    begun = true;
                    return line("\uFEFF", columns.stream().map(Column::head));
                }
                return read(() -> {
                    var row = lines.next();
                    return line(
                            "", columns.stream().map(column -> cell(Objects.toString(column.value.apply(row), ""))));
                });
            }
        });
    }

    private static <R> R read(Supplier<R> part) {
        try {
            return part.get();
        } catch (RuntimeException failure) {
            throw new IllegalStateException("A file of a list ends before its last row", failure);
        }
    }

    private static InputStream line(String before, Stream<String> cells) {
        var text = new StringBuilder(before);
        try (var csv = CSVFormat.DEFAULT.builder().setDelimiter(';').get().print(text)) {
            csv.printRecord(cells);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(String text) {
        return ROUNDED.matcher(text).matches() ? "=\"" + text + "\"" : harmless(text);
    }

    /** What somebody wrote, as text and never as a formula. */
    public static String harmless(String text) {
        return text != null && FORMULA.matcher(text).find() ? "'" + text : text;
    }
}
