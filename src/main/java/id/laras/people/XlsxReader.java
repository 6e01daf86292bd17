package id.laras.people;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of an XLSX file. Before a cell is read the whole file is unpacked once to nowhere: whatever is
 * too big, no sound XML, or declares a document type (XXE) is refused before the library sees it.
 */
final class XlsxReader {

    private static final int ENTRIES = 200;

    /** How many times bigger an entry may become; sheets of equal rows reach 50. */
    private static final int RATIO = 200;

    /** Bytes from which on the ratio counts: a few empty cells pack well too. */
    private static final int RATIO_FROM = 1 << 20;

    /** A spreadsheet keeps no more digits of a number. */
    private static final int DIGITS = 15;

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final Table table;
    private final ImportLimits limits;

    XlsxReader(Table table, ImportLimits limits) {
        this.table = table;
        this.limits = limits;
    }

    void read(byte[] content) {
        try {
            var parts = check(content);
            readRows(content, parts.stream().anyMatch(name -> name.endsWith("styles.xml")));
        } catch (TooBig bomb) {
            table.refuse("people.xlsx.tooBig", limits.unpackedSize().toMegabytes());
        } catch (Forbidden part) {
            table.refuse(part.getMessage());
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            // Whatever a reader of somebody else's bytes may throw: the file is no workbook.
            table.refuse("people.xlsx.broken");
        }
    }

    /** The names of its parts, in lower case. */
    private Set<String> check(byte[] content) throws IOException, XMLStreamException {
        try (var channel = new SeekableInMemoryByteChannel(content);
                var zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > ENTRIES) {
                throw new TooBig();
            }
            var names = new HashSet<String>();
            var total = 0L;
            for (var entry : entries) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (!names.add(name) || !zip.canReadEntryData(entry)) {
                    throw new IOException("Not a part of a workbook: " + name);
                }
                if (name.endsWith("vbaproject.bin")) {
                    throw new Forbidden("people.xlsx.macros");
                }
                total += checkEntry(zip, entry, name, limits.unpackedSize().toBytes() - total);
            }
            return names;
        }
    }

    /** Its bytes when unpacked. */
    private static long checkEntry(ZipFile zip, ZipArchiveEntry entry, String name, long left)
            throws IOException, XMLStreamException {
        try (var packed = zip.getInputStream(entry);
                var bytes = new Counted(packed, left, entry.getCompressedSize())) {
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                checkXml(bytes);
            }
            bytes.transferTo(OutputStream.nullOutputStream());
            return bytes.count;
        }
    }

    private static void checkXml(InputStream bytes) throws IOException, XMLStreamException {
        try {
            var reader = XML.createXMLStreamReader(bytes);
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new Forbidden("people.xlsx.doctype");
                }
            }
            reader.close();
        } catch (XMLStreamException wrapping) {
            if (wrapping.getNestedException() instanceof TooBig bomb) {
                throw bomb;
            }
            throw wrapping;
        }
    }

    /** @param styled without styles there are no days, and the library would miss them */
    private void readRows(byte[] content, boolean styled) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(styled, true));
                var rows = book.getFirstSheet().openStream()) {
            for (var all = rows.iterator(); all.hasNext(); ) {
                if (!take(all.next())) {
                    return;
                }
            }
        }
    }

    private boolean take(Row row) {
        List<String> cells = new ArrayList<>();
        for (var i = 0; i < row.getCellCount(); i++) {
            var cell = row.getCell(i);
            if (cell == null || cell.getType() == CellType.EMPTY) {
                continue;
            }
            cells.addAll(Collections.nCopies(Math.min(i, ImportLimits.COLUMNS) - cells.size(), ""));
            cells.add(text(row.getRowNum(), i, cell));
            if (i >= ImportLimits.COLUMNS) {
                return table.take(row.getRowNum(), cells);
            }
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        return table.take(row.getRowNum(), cells);
    }

    private String text(int row, int column, Cell cell) {
        if (cell.getFormula() != null) {
            return refused(row, column, "people.cell.formula");
        }
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case NUMBER -> number(row, column, cell);
            case FORMULA -> refused(row, column, "people.cell.formula");
            default -> refused(row, column, "people.cell.noText");
        };
    }

    /** A day as 2026-01-31; a number with more digits than a spreadsheet keeps is another number than was typed. */
    private String number(int row, int column, Cell cell) {
        if (isDate(cell.getDataFormatString())) {
            var moment = cell.asDate();
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        BigDecimal number = cell.asNumber();
        if (number.precision() - number.scale() > DIGITS || number.scale() > DIGITS) {
            return refused(row, column, "people.cell.longNumber");
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(String format) {
        return format != null
                && format.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "")
                        .matches(".*[dy].*");
    }

    private String refused(int row, int column, String key) {
        table.refuseCell(row, column, key);
        return "";
    }

    /** Counts what comes out and stops at the limit. */
    private static final class Counted extends InputStream {

        private final InputStream bytes;
        private final long limit;
        private final long packed;
        private long count;

        Counted(InputStream bytes, long limit, long packed) {
            this.bytes = bytes;
            this.limit = limit;
            this.packed = Math.max(1, packed);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = bytes.read(into, from, length);
            count += Math.max(0, read);
            if (count > limit || count > RATIO_FROM && count / packed > RATIO) {
                throw new TooBig();
            }
            return read;
        }
    }

    /** More than a workbook of that many rows can be. */
    private static final class TooBig extends IOException {}

    /** A part that is refused for what it is; the message is the key of the sentence. */
    private static final class Forbidden extends IOException {

        Forbidden(String key) {
            super(key);
        }
    }
}
