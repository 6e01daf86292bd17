package id.laras.people;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** What a workbook says of itself that the library for its cells does not tell: its first day, and what is hidden. */
final class WorkbookFacts {

    /** A sheet has no more rows. */
    private static final int ROWS = 1 << 20;

    private final Map<String, Hidden> byPart = new HashMap<>();
    private final Map<String, Integer> lastRow = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private boolean startsIn1904;

    /** Rows as the sheet counts them, from 1; columns from 0. */
    record Hidden(BitSet rows, BitSet columns) {

        static Hidden nothing() {
            return new Hidden(new BitSet(), new BitSet());
        }
    }

    /** Whether day 0 is 1 January 1904, as on old Macintosh computers. */
    boolean startsIn1904() {
        return startsIn1904;
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
