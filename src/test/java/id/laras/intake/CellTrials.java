package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
import static id.laras.intake.OfficeFiles.HEADER;
import static id.laras.intake.OfficeFiles.NEW;
import static id.laras.intake.OfficeFiles.sound;
import static id.laras.intake.Trial.of;
import static id.laras.intake.Trial.row;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;

/** Cells of spreadsheets. */
final class CellTrials {

    private CellTrials() {}

    /** The sound file; then what changes it. */
    private static byte[] sheet(Consumer<Worksheet> change) {
        return Workbooks.of(sheet -> {
            var lines = sound().split("\n");
            for (var row = 0; row < lines.length; row++) {
                var cells = lines[row].split(";");
                for (var column = 0; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
            change.accept(sheet);
        });
    }

    private static byte[] raw(String... cellsOfRow2) {
        var row = new StringBuilder("<row r=\"2\">");
        for (var column = 0; column < cellsOfRow2.length; column++) {
            row.append(cellsOfRow2[column].replace("<c", "<c r=\"" + (char) ('A' + column) + "2\""));
        }
        return Workbooks.zip(Workbooks.parts(Workbooks.row(1, HEADER.trim().split(";")) + row + "</row>"));
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static byte[] withFirst(String cell) {
        return raw(cell, text("Mimi"), text(""), text("Pengelola"), text("JA"), text(""), text("UJI-A"), text(CHIEF));
    }

    private static byte[] withUnit(String cell) {
        return raw(text(NEW), text("Mimi"), text(""), text("Pengelola"), text("JA"), text(""), cell, text(CHIEF));
    }

    static Stream<Trial> cells() {
        return Stream.of(
                of("NIP as a double that looks sound", withFirst("<c><v>198501012010011008</v></c>")),
                of("NIP as 1.97E+17", withFirst("<c><v>1.98501012010011E+17</v></c>")),
                of("NIP as a short number", withFirst("<c><v>19850101</v></c>")),
                of("superior as a double", sheet(sheet -> sheet.value(1, 7, 197401012000011901d))),
                of("NIP of a known person as a double", withFirst("<c><v>198501012010011000</v></c>")),
                of("NIP behind an apostrophe", withFirst(text("&apos;" + NEW)), "nip"),
                of("string formula", withFirst("<c t=\"str\"><f>\"1985\"&amp;\"01\"</f><v>" + NEW + "</v></c>")),
                of("formula with an error", withFirst("<c t=\"e\"><f>VLOOKUP(A1,B:B,1)</f><v>#N/A</v></c>")),
                of("an error without a formula", withFirst("<c t=\"e\"><v>#REF!</v></c>")),
                of("a boolean", withFirst("<c t=\"b\"><v>1</v></c>")),
                of("#N/A as text", withUnit(text("#N/A"))),
                of("unit as a number", withUnit("<c><v>101</v></c>")),
                of("unit as 1.02E+05", withUnit("<c><v>1.02E+05</v></c>"), "unit"),
                of("unit as a fraction", withUnit("<c><v>1.1</v></c>")),
                of("unit as percent", sheet(sheet -> {
                    sheet.value(1, 6, 0.1);
                    sheet.style(1, 6).format("0%").set();
                })),
                of("unit as a formula", withUnit("<c t=\"str\"><f>G1</f><v>UJI-A</v></c>")),
                of("rich text", withUnit("<c t=\"inlineStr\"><is><r><t>UJI</t></r><r><t>-A</t></r></is></c>"), "unit"),
                of("merged unit of two people", merged()),
                of(
                        "merged title above",
                        Workbooks.of(sheet -> {
                            sheet.value(0, 0, "DAFTAR PEGAWAI");
                            sheet.range(0, 0, 0, 7).merge();
                            fill(sheet, 2, 0);
                        }),
                        "nip"),
                of("blank first rows", Workbooks.of(sheet -> fill(sheet, 4, 0)), "nip"),
                of("blank first columns", Workbooks.of(sheet -> fill(sheet, 1, 2)), "nip"),
                of("two tables side by side", Workbooks.of(sheet -> {
                    fill(sheet, 0, 0);
                    fill(sheet, 0, 10);
                })),
                of("a note beside the table", sheet(sheet -> sheet.value(1, 9, "periksa lagi"))),
                of("a note in the title row's end", sheet(sheet -> sheet.value(0, 9, "catatan"))),
                of("hidden column", sheet(sheet -> sheet.hideColumn(7))),
                of("hidden row", sheet(sheet -> sheet.hideRow(1))),
                of("total row", sheet(sheet -> {
                    sheet.value(2, 0, "TOTAL");
                    sheet.value(2, 1, 1);
                })),
                of("total formula", sheet(sheet -> sheet.formula(2, 1, "COUNTA(B2:B2)"))),
                of("row 3 only blanks", sheet(sheet -> sheet.value(2, 1, "  \u00A0")), "nip"),
                of(
                        "a day as text",
                        sheet(sheet -> {
                            sheet.value(0, 8, "berakhir");
                            sheet.value(1, 8, "17 Agustus 2024");
                        }),
                        "berakhir"),
                of("a day as 20240817", sheet(sheet -> {
                    sheet.value(0, 8, "berakhir");
                    sheet.value(1, 8, 20240817);
                })),
                of("a day as percent", sheet(sheet -> {
                    sheet.value(0, 8, "berakhir");
                    sheet.value(1, 8, 45521);
                    sheet.style(1, 8).format("0%").set();
                })),
                of("a day that shows its month only", dayAs("mmm-yy")),
                of("a day that shows its year only", dayAs("yyyy")),
                of("a day that hides its year", dayAs("d-mmm")),
                of("a day in the format of Indonesia", dayAs("[$-421]dd mmmm yyyy;@")),
                of("a day with a time", dayAs("dd/mm/yyyy hh:mm")),
                of("running numbers by a formula, also below", sheet(sheet -> {
                    sheet.value(0, 8, "no");
                    for (var row = 1; row < 4; row++) {
                        sheet.formula(row, 8, "ROW()-1");
                    }
                })),
                of("a carriage return as workbooks write it", sheet(sheet -> sheet.value(1, 1, "Mimi_x000D_"))),
                of("formulas filled down", filledDown()),
                of("a formula filled down that nobody reads", filledDownUnread()),
                of("strict workbook", strict()),
                of("a time as a day", sheet(sheet -> {
                    sheet.value(0, 8, "berakhir");
                    sheet.value(1, 8, 0.5);
                    sheet.style(1, 8).format("h:mm").set();
                })),
                of("a day of 1900", sheet(sheet -> {
                    sheet.value(0, 8, "berakhir");
                    sheet.value(1, 8, 0);
                    sheet.style(1, 8).format("d/m/yyyy").set();
                })),
                of("a negative day", sheet(sheet -> {
                    sheet.value(0, 8, "berakhir");
                    sheet.value(1, 8, -5);
                    sheet.style(1, 8).format("d/m/yyyy").set();
                })),
                of("a day as a formula", sheet(sheet -> {
                    sheet.value(0, 8, "berakhir");
                    sheet.formula(1, 8, "TODAY()");
                })),
                of("a name as a number", sheet(sheet -> sheet.value(1, 1, 12345))),
                of("a name as a day", sheet(sheet -> {
                    sheet.value(1, 1, 45521);
                    sheet.style(1, 1).format("d-mmm").set();
                })),
                of("header as a formula", sheet(sheet -> sheet.formula(0, 1, "\"nama\""))),
                of("duplicate header", sheet(sheet -> sheet.value(0, 8, "NIP"))),
                of("xlsx with no rows", Workbooks.of(sheet -> sheet.value(0, 0, " "))),
                of(
                        "xlsx with the header only",
                        Workbooks.of(List.of(List.of(HEADER.trim().split(";"))))));
    }

    private static String filled(int row, String unit, String last) {
        var cells = row("19860101201001%d".formatted(1101 + 2 * row), "Sari " + row, "", "Staf", CHIEF)
                .trim()
                .split(";");
        cells[6] = unit == null ? "UJI-A" : "@";
        return Workbooks.row(row, cells)
                .replace(inline("@"), unit == null ? "" : unit)
                .replace("</row>", last + "</row>");
    }

    private static String inline(String text) {
        return " t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static byte[] filledDown() {
        return Workbooks.zip(Workbooks.parts(Workbooks.row(1, HEADER.trim().split(";"))
                + filled(2, " t=\"str\"><f t=\"shared\" ref=\"G2:G3\" si=\"0\">B2</f><v>UJI-A</v></c>", "")
                + filled(3, " t=\"str\"><f t=\"shared\" si=\"0\"/><v>UJI-A</v></c>", "")));
    }

    private static byte[] filledDownUnread() {
        return Workbooks.zip(Workbooks.parts(Workbooks.row(1, (HEADER.trim() + ";umur").split(";"))
                + filled(2, null, "<c r=\"I2\"><f t=\"shared\" ref=\"I2:I3\" si=\"0\">1+1</f><v>2</v></c>")
                + filled(3, null, "<c r=\"I3\"><f t=\"shared\" si=\"0\"/><v>2</v></c>")));
    }

    private static byte[] strict() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Workbooks.parts(Workbooks.row(1, HEADER.trim().split(";")))
                .forEach((name, part) -> Workbooks.add(
                        parts,
                        name,
                        new String(part, UTF_8)
                                .replace(
                                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                        "http://purl.oclc.org/ooxml/spreadsheetml/main")));
        return Workbooks.zip(parts);
    }

    private static byte[] dayAs(String format) {
        return sheet(sheet -> {
            sheet.value(0, 8, "berakhir");
            sheet.value(1, 8, 45521);
            sheet.style(1, 8).format(format).set();
        });
    }

    private static void fill(Worksheet sheet, int firstRow, int firstColumn) {
        var lines = sound().split("\n");
        for (var row = 0; row < lines.length; row++) {
            var cells = lines[row].split(";");
            for (var column = 0; column < cells.length; column++) {
                if (!cells[column].isEmpty()) {
                    sheet.value(firstRow + row, firstColumn + column, cells[column]);
                }
            }
        }
    }

    private static byte[] merged() {
        return sheet(sheet -> {
            var second = row("198612012010011016", "Nana", "", "Pengelola", CHIEF)
                    .trim()
                    .split(";");
            for (var column = 0; column < second.length; column++) {
                if (column != 6) {
                    sheet.value(2, column, second[column]);
                }
            }
            sheet.range(1, 6, 2, 6).merge();
        });
    }
}
