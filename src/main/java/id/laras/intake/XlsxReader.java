package id.laras.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.io.input.BoundedInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Reads the one sheet of an XLSX file that holds the table. Before a cell is read the whole file is unpacked once to nowhere: whatever is
 * too big, no sound XML, or declares a document type (XXE) is refused before the library sees it.
 */
final class XlsxReader {

    private static final int ENTRIES = 200;

    /** How many times bigger an entry may become; sheets of equal rows reach 50. */
    private static final int RATIO = 200;

    /** Bytes from which on the ratio counts: a few empty cells pack well too. */
    private static final int RATIO_FROM = 1 << 20;

    /** Numbers of hidden rows that a sentence names. */
    private static final int HIDDEN_SHOWN = 20;

    private static final Set<CellType> TEXTS_AND_NUMBERS = EnumSet.of(CellType.STRING, CellType.NUMBER);

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final Table table;
    private final ImportLimits limits;
    private final List<Integer> hiddenRows = new ArrayList<>();
    private WorkbookFacts facts;
    private WorkbookFacts.Hidden hidden;

    XlsxReader(Table table, ImportLimits limits) {
        this.table = table;
        this.limits = limits;
    }

    void read(byte[] content) {
        try {
            facts = new WorkbookFacts();
            var parts = check(content);
            if (!parts.contains("xl/workbook.xml") && !parts.contains("[content_types].xml")) {
                table.refuse(parts.contains("content.xml") ? "people.file.openDocument" : "people.file.noWorkbook");
                return;
            }
            if (parts.stream().anyMatch(name -> name.equals("xl/workbook.bin"))) {
                table.refuse("people.file.binaryWorkbook");
                return;
            }
            if (parts.contains("word/document.xml") || parts.contains("ppt/presentation.xml")) {
                table.refuse("people.file.noWorkbook");
                return;
            }
            if (facts.isStrict()) {
                table.refuse("people.xlsx.strict");
                return;
            }
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
    private long checkEntry(ZipFile zip, ZipArchiveEntry entry, String name, long left)
            throws IOException, XMLStreamException {
        var most = Math.min(left, Math.max(RATIO_FROM, RATIO * entry.getCompressedSize()));
        // the parser closes what it has read to the end, and how much came is still to be asked
        try (var packed = zip.getInputStream(entry);
                var bytes = BoundedInputStream.builder()
                        .setInputStream(packed)
                        .setPropagateClose(false)
                        .setMaxCount(most + 1)
                        .setOnMaxCount((max, count) -> {
                            throw new TooBig();
                        })
                        .get()) {
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                checkXml(bytes, name);
            }
            bytes.transferTo(OutputStream.nullOutputStream());
            return bytes.getCount();
        }
    }

    private void checkXml(InputStream bytes, String part) throws IOException, XMLStreamException {
        try {
            var reader = XML.createXMLStreamReader(bytes);
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new Forbidden("people.xlsx.doctype");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    facts.element(part, reader);
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
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(styled, true))) {
            var sheet = sheet(book.getSheets().toList());
            if (sheet == null) {
                return;
            }
            hidden = facts.hidden(sheet.getId());
            try (var rows = sheet.openStream()) {
                for (var all = rows.iterator(); all.hasNext(); ) {
                    if (!take(all.next())) {
                        return;
                    }
                }
            }
        }
        sayWhatIsHidden();
    }

    /**
     * The sheet whose first rows name the columns; null when it is refused because none does, or which one is not certain. A
     * sheet that one does not see is never read.
     */
    private Sheet sheet(List<Sheet> sheets) throws IOException {
        List<Candidate> found = new ArrayList<>();
        List<Table.Row> first = List.of();
        for (var sheet : sheets) {
            var rows = firstRows(sheet);
            var header = table.header(rows);
            if (header != null) {
                found.add(new Candidate(sheet, header, rows));
            }
            first = first.isEmpty() ? rows : first;
        }
        var seen = found.stream().filter(Candidate::isVisible).toList();
        var complete =
                seen.stream().filter(one -> table.isComplete(one.header())).toList();
        var candidates = complete.isEmpty() ? seen : complete;
        if (candidates.isEmpty() && !found.isEmpty()) {
            table.refuse("people.xlsx.hiddenSheet", names(found));
            return null;
        }
        if (candidates.isEmpty()) {
            table.refuseWithoutHeader(first);
            return null;
        }
        if (candidates.size() > 1) {
            table.refuse("people.xlsx.sheets", names(candidates));
            return null;
        }
        var chosen = candidates.get(0);
        table.startAt(chosen.header(), chosen.first());
        if (sheets.size() > 1) {
            table.said(0, null, "people.notice.sheet", chosen.sheet().getName(), sheets.size());
        }
        return chosen.sheet();
    }

    private record Candidate(Sheet sheet, Table.Row header, List<Table.Row> first) {

        boolean isVisible() {
            return sheet.getVisibility() == SheetVisibility.VISIBLE;
        }
    }

    private static String names(List<Candidate> sheets) {
        return sheets.stream().map(one -> one.sheet().getName()).collect(Collectors.joining(", "));
    }

    private static List<Table.Row> firstRows(Sheet sheet) throws IOException {
        List<Table.Row> rows = new ArrayList<>();
        try (var all = sheet.openStream()) {
            for (var one = all.iterator(); one.hasNext() && rows.size() < Headings.SEARCHED; ) {
                var row = one.next();
                List<String> cells = new ArrayList<>();
                for (var i = 0; i < Math.min(row.getCellCount(), ImportLimits.COLUMNS); i++) {
                    var cell = row.getCell(i);
                    cells.add(cell != null && cell.getType() == CellType.STRING ? cell.asString() : "");
                }
                rows.add(new Table.Row(row.getRowNum(), cells));
            }
        }
        return rows;
    }

    private boolean take(Row row) {
        if (table.isAbove(row.getRowNum())) {
            return true;
        }
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
        if (!cells.isEmpty() && hidden.rows().get(row.getRowNum())) {
            hiddenRows.add(row.getRowNum());
        }
        // A sheet does not keep the empty cells at the end of a row.
        cells.addAll(Collections.nCopies(Math.max(0, table.width() - cells.size()), ""));
        for (var column = 0; column < table.width(); column++) {
            if (cells.get(column).isBlank()
                    && table.readColumn(column) != null
                    && hidden.isCovered(row.getRowNum(), column)) {
                table.refuseCell(row.getRowNum(), column, "people.cell.merged");
            }
        }
        return table.take(row.getRowNum(), cells);
    }

    private void sayWhatIsHidden() {
        if (!hiddenRows.isEmpty()) {
            var shown = hiddenRows.stream().limit(HIDDEN_SHOWN).map(String::valueOf);
            table.said(
                    hiddenRows.get(0),
                    null,
                    "people.notice.hiddenRows",
                    hiddenRows.size(),
                    shown.collect(Collectors.joining(", ")) + (hiddenRows.size() > HIDDEN_SHOWN ? ", …" : ""));
        }
        var columns = IntStream.range(0, table.width())
                .filter(hidden.columns()::get)
                .mapToObj(table::readColumn)
                .filter(Objects::nonNull)
                .toList();
        if (!columns.isEmpty()) {
            table.said(0, null, "people.notice.hiddenColumns", String.join(", ", columns));
        }
    }

    /** A running number or an age, often calculated. */
    private boolean isUnread(int column) {
        return column < table.width() && table.readColumn(column) == null;
    }

    private String text(int row, int column, Cell cell) {
        if (isUnread(column) && (cell.getFormula() != null || !TEXTS_AND_NUMBERS.contains(cell.getType()))) {
            return "";
        }
        if (cell.getFormula() != null) {
            return refused(row, column, "people.cell.formula");
        }
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case NUMBER -> number(row, column, cell);
            case ERROR -> refused(row, column, "people.cell.failed", cell.getRawValue());
            case FORMULA -> refused(row, column, "people.cell.formula");
            default -> refused(row, column, "people.cell.noText");
        };
    }

    /** What the sheet shows, where that is certain: a number with more digits than it keeps is another than was typed. */
    private String number(int row, int column, Cell cell) {
        var number = new NumberCell(cell.asNumber(), cell.getDataFormatString(), facts.startsIn1904());
        var name = table.readColumn(column);
        if (name == null) {
            return number.plain();
        }
        if (ImportTable.isDay(name)) {
            if (number.isDay()) {
                return number.showsWholeDay()
                        ? number.day()
                        : refused(row, column, "people.cell.partOfDay", number.day());
            }
            if (number.couldBeDay()) {
                table.said(row, name, "people.notice.dayNumber", number.plain(), number.day());
                return number.day();
            }
            return refused(row, column, "people.cell.dayNumber", number.plain());
        }
        if (number.isDay()) {
            return refused(row, column, "people.cell.day", name);
        }
        if (number.isTooLong()) {
            return refused(row, column, "people.cell.longNumber");
        }
        var shown = number.shown();
        return shown == null ? refused(row, column, "people.cell.number", number.plain()) : shown;
    }

    private String refused(int row, int column, String key, Object... args) {
        table.refuseCell(row, column, key, args);
        return "";
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
