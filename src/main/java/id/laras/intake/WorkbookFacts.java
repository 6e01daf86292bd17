package id.laras.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** What a workbook says of itself that the library for its cells does not tell: its first day, and what is hidden. */
final class WorkbookFacts {

    /** A sheet has no more rows. */
    private static final int ROWS = 1 << 20;

    private static final Pattern MERGED = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6}):([A-Z]{1,3})([1-9]\\d{0,6})");

    /** Each cell is compared with all of them. */
    private static final int MERGED_KEPT = 2_000;

    private final Map<String, Hidden> byPart = new HashMap<>();
    private final Map<String, Integer> lastRow = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private boolean startsIn1904;
    private boolean isStrict;

    /** Rows as the sheet counts them, from 1; columns from 0. */
    record Hidden(BitSet rows, BitSet columns, List<Merged> merged) {

        static Hidden nothing() {
            return new Hidden(new BitSet(), new BitSet(), new ArrayList<>());
        }

        /** Whether the cell shows what stands in another one, because both are merged. */
        boolean isCovered(int row, int column) {
            return merged.stream().anyMatch(one -> one.covers(row, column));
        }
    }

    /** Rows from 1, columns from 0; what it shows stands in the first of them. */
    private record Merged(int fromRow, int toRow, int fromColumn, int toColumn) {

        boolean covers(int row, int column) {
            return row >= fromRow
                    && row <= toRow
                    && column >= fromColumn
                    && column <= toColumn
                    && (row > fromRow || column > fromColumn);
        }
    }

    /** Whether day 0 is 1 January 1904, as on old Macintosh computers. */
    boolean startsIn1904() {
        return startsIn1904;
    }

    /** Whether it is a "Strict Open XML" workbook, whose names the library does not know. */
    boolean isStrict() {
        return isStrict;
    }

    /** @param id the sheet's relationship */
    Hidden hidden(String id) {
        var target = parts.getOrDefault(id, "");
        return byPart.entrySet().stream()
                .filter(part -> !target.isEmpty() && part.getKey().endsWith(target))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(Hidden::nothing);
    }

    /** Notes an element of a part. */
    void element(String part, XMLStreamReader element) {
        var names = element.getNamespaceURI();
        isStrict |= names != null && names.startsWith("http://purl.oclc.org/ooxml/");
        switch (element.getLocalName()) {
            case "workbookPr" -> startsIn1904 |= isTrue(element, "date1904");
            case "Relationship" -> {
                if (part.endsWith("workbook.xml.rels")) {
                    var target = value(element, "Target").toLowerCase(Locale.ROOT);
                    parts.put(value(element, "Id"), target.replaceFirst("^(\\.\\./|\\./|/)+", ""));
                }
            }
            case "row" -> row(part, element);
            case "col" -> column(part, element);
            case "mergeCell" -> merged(part, value(element, "ref"));
            default -> {
                // nothing that is asked for
            }
        }
    }

    private void row(String part, XMLStreamReader row) {
        var number = number(value(row, "r"), lastRow.getOrDefault(part, 0) + 1);
        lastRow.put(part, number);
        if (number <= ROWS && (isTrue(row, "hidden") || isZero(value(row, "ht")))) {
            byPart.computeIfAbsent(part, sheet -> Hidden.nothing()).rows().set(number);
        }
    }

    private void column(String part, XMLStreamReader column) {
        if (isTrue(column, "hidden") || isZero(value(column, "width"))) {
            var from = number(value(column, "min"), 1);
            var to = Math.min(ImportLimits.COLUMNS, number(value(column, "max"), from));
            if (from <= to) {
                byPart.computeIfAbsent(part, sheet -> Hidden.nothing())
                        .columns()
                        .set(from - 1, to);
            }
        }
    }

    private void merged(String part, String range) {
        var cells = MERGED.matcher(range);
        var sheet = byPart.computeIfAbsent(part, one -> Hidden.nothing());
        if (cells.matches() && sheet.merged().size() < MERGED_KEPT) {
            sheet.merged()
                    .add(new Merged(
                            Integer.parseInt(cells.group(2)),
                            Integer.parseInt(cells.group(4)),
                            column(cells.group(1)),
                            column(cells.group(3))));
        }
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (before, letter) -> before * 26 + letter - 'A' + 1) - 1;
    }

    private static boolean isTrue(XMLStreamReader element, String attribute) {
        var value = value(element, attribute);
        return value.equals("1") || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("on");
    }

    private static boolean isZero(String size) {
        return size.matches("0+(\\.0+)?");
    }

    private static int number(String text, int otherwise) {
        return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : otherwise;
    }

    private static String value(XMLStreamReader element, String attribute) {
        for (var i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(attribute)) {
                return element.getAttributeValue(i);
            }
        }
        return "";
    }
}
