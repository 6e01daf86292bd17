package id.laras.people;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Reads a CSV file: UTF-8 with or without a mark, comma or semicolon. */
final class CsvReader {

    private final Table table;

    CsvReader(Table table) {
        this.table = table;
    }

    void read(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            table.refuse("people.file.encoding");
            return;
        }
        if (text.indexOf('\0') >= 0) {
            table.refuse("people.file.nul");
            return;
        }
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var header = text.lines().findFirst().orElse("");
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(header.indexOf(';') >= 0 ? ';' : ',')
                .setIgnoreEmptyLines(false)
                .get();
        var row = 1;
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            for (var line : parser) {
                if (!table.take(row, line.toList())) {
                    return;
                }
                row++;
            }
        } catch (IOException | UncheckedIOException broken) {
            table.refuseFrom(row, "people.row.broken");
        }
    }
}
