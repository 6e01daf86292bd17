package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
import static id.laras.intake.OfficeFiles.HEADER;
import static id.laras.intake.OfficeFiles.NEW;
import static id.laras.intake.OfficeFiles.sound;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.people.Nips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many more files and rows as HR offices have them, each with all that is told about it ({@link OfficeFiles.Read#told}) in
 * {@code imports/answers.txt}; {@code = column text} says what the first row holds.
 */
class MoreFilesOfOfficesTests {

    /** By the trial's name. */
    private static final Map<String, String> TOLD = answers();

    /** @param shown columns of the first row that the answer shows */
    record Trial(String name, ImportTable table, byte[] content, List<String> shown) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("trials")
    void eachFileGetsItsRightAnswer(Trial trial) {
        assertThat(told(trial).toString()).isEqualTo(TOLD.get(trial.name()));
    }

    @Test
    void everyAnswerIsOfATrial() {
        assertThat(trials().map(Trial::name))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(TOLD.keySet());
    }

    @Test
    void theColumnIsNamedAsTheOfficeNamesItAndByItsLetter() {
        var read = new OfficeFiles()
                .read(
                        ImportTable.EMPLOYEES,
                        sound().replace("nip;nama", "No;N I P;nama")
                                .replace(NEW, "1;198501012010013015")
                                .getBytes(UTF_8));
        assertThat(read.errors()).singleElement().satisfies(error -> {
            assertThat(error.column()).isEqualTo("nip");
            assertThat(error.place()).isEqualTo("N I P (B)");
        });
    }

    /** Each of 20,000 rows is wrong: that was a search through all units for each of them. */
    @Test
    void aFileThatIsWrongInEveryRowIsToldQuickly() {
        var files = new OfficeFiles();
        for (var unit = 0; unit < 3_000; unit++) {
            files.known.of(ImportTable.UNITS).put("U." + unit, Map.of("kode", "U." + unit, "nama", "Unit"));
        }
        var rows = new StringBuilder(HEADER);
        for (var person = 0; person < 20_000; person++) {
            rows.append(row(Nips.of(2010, person), "Mimi " + person, "", "Staf", CHIEF)
                    .replace("UJI-A", "1" + person));
        }
        var began = System.nanoTime();

        assertThat(files.read(ImportTable.EMPLOYEES, rows.toString().getBytes(UTF_8))
                        .errors())
                .hasSize(20_000);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    static List<String> told(Trial trial) {
        var files = new OfficeFiles();
        for (var unit : List.of("0101", "1.10", "102000", "0007")) {
            files.known.of(ImportTable.UNITS).put(unit, Map.of("kode", unit, "nama", "Bidang " + unit));
        }
        files.known.of(ImportTable.POSITIONS).put("0012", Map.of("kode", "0012", "nama", "Kepala"));
        files.known
                .of(ImportTable.EMPLOYEES)
                .get(CHIEF)
                .put("berakhir", trial.name().contains("ended") ? "2020-01-31" : null);
        var read = files.read(trial.table(), trial.content());
        List<String> told = new ArrayList<>(read.told());
        trial.shown()
                .forEach(column ->
                        told.add("= " + column + " " + read.rows().get(0).cell(column)));
        if (read.errors().isEmpty()
                && !read.rows().isEmpty()
                && read.rows().get(0).day("berakhir") != null) {
            told.add("= " + read.rows().get(0).day("berakhir"));
        }
        read.errors().forEach(error -> OfficeFiles.said(error.reason()));
        read.notices().forEach(notice -> OfficeFiles.said(notice.reason()));
        return told;
    }

    private static Map<String, String> answers() {
        try (var answers = MoreFilesOfOfficesTests.class.getResourceAsStream("/imports/answers.txt")) {
            Map<String, String> told = new LinkedHashMap<>();
            new String(answers.readAllBytes(), UTF_8).lines().forEach(line -> {
                var at = line.lastIndexOf(" -> ");
                told.put(line.substring(0, at), line.substring(at + 4));
            });
            return told;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Stream<Trial> trials() {
        return Stream.of(texts(), cells(), names(), nips(), doubts(), days(), rows())
                .flatMap(Function.identity());
    }

    private static Trial of(String name, String csv, String... shown) {
        return new Trial(name, ImportTable.EMPLOYEES, csv.getBytes(UTF_8), List.of(shown));
    }

    private static Trial of(String name, ImportTable table, String csv, String... shown) {
        return new Trial(name, table, csv.getBytes(UTF_8), List.of(shown));
    }

    private static Trial of(String name, byte[] content, String... shown) {
        return new Trial(name, ImportTable.EMPLOYEES, content, List.of(shown));
    }

    private static String row(String nip, String name, String email, String position, String superior) {
        return String.join(";", nip, name, email, position, "JA", "", "UJI-A", superior) + "\n";
    }

    private static Stream<Trial> texts() {
        return Stream.of(
                of("comma", sound().replace(";", ","), "nip"),
                of("tab", sound().replace(";", "\t"), "nip"),
                of("Windows-1252", sound().replace("Mimi", "Andr\u00E9").getBytes(Charset.forName("windows-1252"))),
                of("UTF-16 without a mark", sound().getBytes(UTF_16LE)),
                of("line break in a cell", sound().replace("Mimi", "\"Mimi\nSari\"")),
                of("line break at the end of a cell", sound().replace("Mimi", "\"Mimi\n\"")),
                of("quotes in a cell", sound().replace("Mimi", "\"Mimi \"\"Mimi\"\" Sari\""), "nama"),
                of("a quote inside a word", sound().replace("Mimi", "Mimi \"Mi\" Sari"), "nama"),
                of("a quote that is not closed", sound().replace("Mimi", "\"Mimi")),
                of("CR only", sound().replace("\n", "\r"), "nip"),
                of("every field quoted", sound().replaceAll("([^;\n]*)(;|\n)", "\"$1\"$2"), "nip"),
                of("empty file", ""),
                of("only blanks", " \n\n  \n"),
                of("only a mark", "\uFEFF"),
                of("zero rows", HEADER),
                of("header twice", HEADER + sound()),
                of("header repeated below", sound() + HEADER.trim() + "\n"),
                of("html as xls", "<html><body><table><tr><td>nip</td><td>nama</td></tr></table></body></html>"),
                of(
                        "html with bom",
                        "\uFEFF\r\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><title>nip,nama,email,jabatan</title></head><body><table>\n<tr><td>nip</td></tr></table></body></html>"),
                of(
                        "xml spreadsheet 2003",
                        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>"),
                of("json", "[{\"nip\":\"" + NEW + "\",\"nama\":\"Mimi\"}]"),
                of("pdf", "%PDF-1.7\n1 0 obj\n"),
                of("ods", Workbooks.zip(ods())),
                of("docx", Workbooks.zip(docx())),
                of("a zip", Workbooks.zip(Map.of("employees.csv", sound().getBytes(UTF_8)))),
                of("old xls", bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)),
                of("xls of Excel 4", bytes(0x09, 0x08, 0x08, 0x00, 0x00, 0x05)),
                of("pasted table with a trailing total", sound() + ";Jumlah;1;;;;;\n"),
                of("total in the first column", sound() + "Jumlah: 1;;;;;;;\n"),
                of("signature below", sound() + ";;;;;;;\n;;;;;Bandung, 1 Januari 2026;;\n;;;;;Kepala BKPSDM;;\n"),
                of("numbering row 1 2 3", sound().replace("nip;", "nip;").replaceFirst("\n", "\n1;2;3;4;5;6;7;8\n")),
                of("numbering row (1) (2)", sound().replaceFirst("\n", "\n(1);(2);(3);(4);(5);(6);(7);(8)\n")),
                of(
                        "a number column first",
                        sound().replace("nip;nama", "no;nip;nama").replace(NEW, "1;" + NEW),
                        "nip"),
                of(
                        "30 columns",
                        sound().replace("atasan_nip\n", "atasan_nip" + more("kolom", 22) + "\n")
                                .replace(CHIEF + "\n", CHIEF + ";x".repeat(22) + "\n"),
                        "nip"),
                of(
                        "70 columns",
                        sound().replace("atasan_nip\n", "atasan_nip" + more("kolom", 62) + "\n")
                                .replace(CHIEF + "\n", CHIEF + ";x".repeat(62) + "\n")),
                of(
                        "two header rows",
                        "NIP;Nama;Kontak;Jabatan;;;Unit;Atasan\n;;email;jabatan;jenis_jabatan;jenjang;unit;atasan_nip\n"
                                + sound().split("\n")[1]),
                of("title, then header in the second row", "DATA PEGAWAI;;;;;;;\n" + sound(), "nip"),
                of(
                        "several tables one below the other",
                        sound() + ";;;;;;;\nkode;nama;induk;;;;;\nUJI-C;Bidang C;UJI;;;;;\n"),
                of("units in the place of employees", "kode;nama;induk\nUJI-C;Bidang C;UJI\n"),
                of("employees in the place of units", ImportTable.UNITS, sound()));
    }

    private static String more(String name, int count) {
        var text = new StringBuilder();
        for (var i = 1; i <= count; i++) {
            text.append(';').append(name).append(i);
        }
        return text.toString();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[600];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static Map<String, byte[]> ods() {
        return Map.of(
                "mimetype", "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8),
                "content.xml",
                        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"
                                .getBytes(UTF_8));
    }

    private static Map<String, byte[]> docx() {
        return Map.of("[Content_Types].xml", "<Types/>".getBytes(UTF_8), "word/document.xml", "<w/>".getBytes(UTF_8));
    }

    // XLSX

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

    private static Stream<Trial> cells() {
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

    // Names of columns

    private static Trial header(String from, String to, String... shown) {
        return of("header " + to, sound().replaceFirst("(?<=^|;|\n)" + from + "(?=;|\n)", to), shown);
    }

    private static Trial optional(String column) {
        return of(
                "optional " + column,
                sound().replace("atasan_nip\n", "atasan_nip;" + column + "\n").replace(CHIEF + "\n", CHIEF + ";x\n"));
    }

    private static Stream<Trial> names() {
        return Stream.of(
                header("atasan_nip", "NIP Atasn"),
                header("atasan_nip", "Atasan NIP", "atasan_nip"),
                header("atasan_nip", "atasan\u00A0nip", "atasan_nip"),
                header("atasan_nip", "ATASAN-NIP", "atasan_nip"),
                header("atasan_nip", "Nama Atasan"),
                header("atasan_nip", "Atasan"),
                header("atasan_nip", "NIP Pejabat Penilai"),
                header("unit", "Unit Kerja"),
                header("unit", "Unit Organisasi"),
                header("unit", "unti"),
                header("unit", "OPD"),
                header("email", "E-mail", "nip"),
                header("email", "Email Dinas"),
                header("email", "emial"),
                optional("Akhir Kontrak"),
                optional("BUP"),
                optional("Tgl Selesai"),
                optional("Keluar"),
                optional("Termination date"),
                optional("ID Login"),
                optional("Keterangan"),
                header("nip", "NIP.", "nip"),
                header("nip", "NIP/NI PPPK"),
                header("nip", "NIP Baru"),
                header("nip", "N I P", "nip"),
                header("nip", "NPI"),
                header("nama", "Nama Pegawai"),
                header("nama", "NAMA LENGKAP DAN GELAR"),
                header("jabatan", "Nama Jabatan"),
                header("jabatan", "jabtan"),
                header("jenis_jabatan", "JenisJabatan", "jenis_jabatan"),
                header("jenis_jabatan", "jns jabatan"),
                header("jenjang", "Jenjang/Golongan"),
                header("jenjang", "Golongan"));
    }

    // NIPs

    private static Trial nip(String nip, String... shown) {
        return of("NIP " + nip, sound().replace(NEW, nip), shown);
    }

    private static Stream<Trial> nips() {
        return Stream.of(
                nip("19850101 201001 1 0l5"),
                nip("1985O1O12O1OO11O15"),
                nip("198501012010011O15"),
                nip(
                        "\uFF11\uFF19\uFF18\uFF15\uFF10\uFF11\uFF10\uFF11\uFF12\uFF10\uFF11\uFF10\uFF10\uFF11\uFF11\uFF10\uFF11\uFF15"),
                nip(
                        "\u0661\u0669\u0668\u0665\u0660\u0661\u0660\u0661\u0662\u0660\u0661\u0660\u0660\u0661\u0661\u0660\u0661\u0665"),
                nip("1985\u200B01012010011015", "nip"),
                nip("198501012010011015;"),
                nip("19850101 201001 1 015", "nip"),
                nip("NIP. 198501012010011015"),
                nip("NIP 19850101 201001 1 015"),
                nip("-"),
                nip(""),
                nip("0"),
                nip("belum ada"),
                nip("130234567"),
                nip("198513012010011015"),
                nip("198500012010011015"),
                nip("198501322010011015"),
                nip("198502302010011015"),
                nip("198502292010011015"),
                nip("198402292010011015", "nip"),
                nip("198501012010131015"),
                nip("198501012010001015"),
                nip("198501012010011000"),
                nip("198501012010010015"),
                nip("198501012010013015"),
                nip("198501011984011015"),
                nip("198501011995011015"),
                nip("198501012028011015"),
                nip("198501012099011015"),
                nip("198501012010211015", "nip"),
                nip("198501012023212001", "nip"),
                nip("198501012023200001"),
                nip("202001012040011001"),
                nip("998501012010011015"),
                nip("1985010120100110150"),
                nip("'198501012010011015'", "nip"),
                nip("=\"198501012010011015\"", "nip"),
                nip("\"=\"\"198501012010011015\"\"\"", "nip"),
                nip("1,98501E+17"),
                nip("1.98501012010011E+17"),
                nip("1.985E17"),
                nip("1,98501012010011E17"),
                nip("198501012010011000.00"),
                nip("198501012010011015,00"),
                nip("1.9850101201001101e+17"),
                nip("198.501.012.010.011.015", "nip"),
                nip("198,501,012,010,011,015"),
                nip("######"),
                nip("#N/A"));
    }

    // Whoever may be known, and other doubts

    private static Stream<Trial> doubts() {
        return Stream.of(
                of("same NIP twice", sound() + row(NEW, "Nana", "", "Staf", CHIEF)),
                of("same e-mail in other capitals", sound().replace("Mimi;", "Mimi;Ani@KOTA.go.id")),
                of(
                        "two new people with one e-mail",
                        HEADER
                                + row(NEW, "Mimi", "x@kota.go.id", "Staf", CHIEF)
                                + row("198612012010011016", "Nana", "X@kota.go.id", "Staf", CHIEF)),
                of("several e-mails in a cell", sound().replace("Mimi;", "Mimi;\"a@kota.go.id; b@kota.go.id\"")),
                of("mailto", sound().replace("Mimi;", "Mimi;mailto:mimi@kota.go.id")),
                of("e-mail with a dot at its end", sound().replace("Mimi;", "Mimi;ani@kota.go.id.")),
                of("e-mail behind an apostrophe", sound().replace("Mimi;", "Mimi;'ani@kota.go.id")),
                of("two e-mails and a slash", sound().replace("Mimi;", "Mimi;a@kota.go.id/b@kota.go.id")),
                of("e-mail with an apostrophe in it", sound().replace("Mimi;", "Mimi;nur'aini@kota.go.id"), "email"),
                of("e-mail with a letter of another script", sound().replace("Mimi;", "Mimi;\u0430ni@kota.go.id")),
                of("a name with a letter of another script", sound().replace("Mimi", "\u041Cimi")),
                of("a new person without a superior", sound().replace(CHIEF, "")),
                of("a new head of all", sound().replace(CHIEF, "").replace(";JA;", ";JPT;")),
                of("e-mail minus", sound().replace("Mimi;", "Mimi;-")),
                of("same name and birthday, another NIP", sound().replace("Mimi", "Ani")),
                of("the same with titles", sound().replace("Mimi", "ANI, S.Kom., M.M.")),
                of("the same with blanks", sound().replace("Mimi", "A n i")),
                of("the same with a title without its dot", sound().replace("Mimi", "Hj Ani")),
                of("the same with a degree behind a blank", sound().replace("Mimi", "Ani SKM")),
                of("the same with S.Kom behind a blank", sound().replace("Mimi", "Ani S.Kom")),
                of("unit without its zero", sound().replace("UJI-A", "101")),
                of("unit with too many", sound().replace("UJI-A", "00101")),
                of("unit 1.1", sound().replace("UJI-A", "1.1")),
                of("unit 1,10", sound().replace("UJI-A", "1,10")),
                of("unit 11.0", sound().replace("UJI-A", "11.0")),
                of("unit UJIA", sound().replace("UJI-A", "UJIA")),
                of("unit 101.0", sound().replace("UJI-A", "101.0")),
                of("unit 1.02E+05", sound().replace("UJI-A", "1.02E+05")),
                of("unit 1,02E+05", sound().replace("UJI-A", "\"1,02E+05\"")),
                of("unit in other capitals", sound().replace("UJI-A", "uji-a")),
                of("unit with a blank", sound().replace("UJI-A", "UJI - A")),
                of("unit with another dash", sound().replace("UJI-A", "UJI\u2013A")),
                of("unit by its name", sound().replace("UJI-A", "Bidang 0101")),
                of("unit 7.", sound().replace("UJI-A", "7.")),
                of("unit as day", sound().replace("UJI-A", "01-Jan")),
                of("new unit 102000.0", ImportTable.UNITS, "kode;nama;induk\n102000.0;Bidang;UJI\n"),
                of(
                        "a unit twice under one parent",
                        ImportTable.UNITS,
                        "kode;nama;induk\nZ1;Bidang Baru;UJI\nZ2;BIDANG BARU;UJI\nZ3;Bidang Baru;UJI-A\n"),
                of("new unit UJI A", ImportTable.UNITS, "kode;nama;induk\nUJI A;Bidang;UJI\n"),
                of("new unit '0101", ImportTable.UNITS, "kode;nama;induk\n'0101;Bidang;UJI\n"),
                of("new unit 11.02", ImportTable.UNITS, "kode;nama;induk\n11.02;Bidang;UJI\n"),
                of("a total below the units", ImportTable.UNITS, "kode;nama;induk\nUJI-C;Bidang;UJI\nJumlah;1;\n"),
                of("new unit 1.02E+05", ImportTable.UNITS, "kode;nama;induk\n1.02E+05;Bidang;UJI\n"),
                of("new unit 2E3", ImportTable.UNITS, "kode;nama;induk\n2E3;Bidang;UJI\n"),
                of("unit row parent lost zero", ImportTable.UNITS, "kode;nama;induk\nUJI-C;Bidang;101\n"),
                of("same unit in other capitals", ImportTable.UNITS, "kode;nama;induk\nuji-a;Bidang;UJI\n"),
                of("unit loop", ImportTable.UNITS, "kode;nama;induk\nA1;A;B1\nB1;B;A1\n"),
                position("Plt. Kepala Dinas"),
                position("Plh. Kepala Dinas"),
                position("Pj. Kepala Dinas"),
                position("PLT Kepala"),
                position("Plt.Kepala"),
                position("plt kepala"),
                position("Pelaksana Tugas Kepala"),
                position("Pelaksana Harian Kepala"),
                position("Penjabat Sekda"),
                position("Pejabat Sementara Kepala"),
                position("Pjs Kepala"),
                position("PLT. KEPALA"),
                position("P.L.T. Kepala"),
                position("Kepala Dinas (Plt)"),
                position("Kepala Dinas Plt."),
                position("Kepala Dinas, Plt."),
                position("Sekretaris / Plt. Kepala Dinas"),
                position("Sekretaris merangkap Plt Kepala"),
                position("P l t Kepala"),
                position("Pymt. Kepala"),
                position("Plt.\u00A0Kepala"),
                of("one number that is a multiple of 32", sound().replace(NEW, "198601012010011008")),
                of(
                        "two of them",
                        HEADER
                                + row("198601012010011008", "Mimi", "", "Staf", CHIEF)
                                + row("198601012010011040", "Nana", "", "Staf", CHIEF)),
                of(
                        "one of them beside a sound one",
                        HEADER
                                + row("198601012010011008", "Mimi", "", "Staf", CHIEF)
                                + row("198601012010011041", "Nana", "", "Staf", CHIEF)),
                of("one of them among nine", HEADER + row("198601012010011008", "Mimi", "", "Staf", CHIEF) + sounds(8)),
                of(
                        "three of them among nine",
                        HEADER
                                + row("198601012010011008", "Mimi", "", "Staf", CHIEF)
                                + row("198601012010011040", "Nana", "", "Staf", CHIEF)
                                + row("198601012010011072", "Nina", "", "Staf", CHIEF)
                                + sounds(6)),
                of(
                        "somebody's number as a double, with their name",
                        sound().replace(NEW, "198501012010011008").replace("Mimi", "Ani")),
                of("somebody's number as a double, with another name", sound().replace(NEW, "198501012010011008")),
                of("=cmd in a name", sound().replace("Mimi", "=cmd|' /C calc'!A0")),
                of("@SUM in a position", sound().replace("Pengelola", "@SUM(1)")),
                of("+62 in an e-mail", sound().replace("Mimi;", "Mimi;+62811")));
    }

    private static String sounds(int people) {
        var rows = new StringBuilder();
        for (var person = 0; person < people; person++) {
            rows.append(row("19860101201001%d".formatted(1101 + 2 * person), "Sari " + person, "", "Staf", CHIEF));
        }
        return rows.toString();
    }

    private static Trial position(String position) {
        return of("position " + position, sound().replace("Pengelola", position));
    }

    // Days

    private static Trial day(String day, String... shown) {
        return of(
                "day " + day,
                sound().replace("atasan_nip\n", "atasan_nip;berakhir\n")
                        .replace(CHIEF + "\n", CHIEF + ";" + day + "\n"),
                shown);
    }

    private static Stream<Trial> days() {
        return Stream.of(
                day("17 Agustus 2024"),
                day("17 AGUSTUS 2024"),
                day("17-Agt-2024"),
                day("17 Agt 2024"),
                day("17 Agu 2024"),
                day("17 Ags 2024"),
                day("1 Sept 2024"),
                day("17-VIII-2024"),
                day("31 Sept 2024"),
                day("17-Aug-24"),
                day("17-Aug-2024"),
                day("17/08/2024"),
                day("8/17/2024"),
                day("17/08/24"),
                day("2024/08/17"),
                day("2024-8-17"),
                day("20240817"),
                day("Sabtu, 17 Agustus 2024"),
                day("17 Agustus 2024 00:00"),
                day("17/08/2024 00:00:00"),
                day("17/8/2024 0:00"),
                day("17/08/2024 08:30"),
                day("17 Nopember 2024"),
                day("17 Pebruari 2024"),
                day("31 Juni 2024"),
                day("-"),
                day("45521"),
                day("2024-08-17T00:00:00Z"),
                day("2024-08-17T00:00:00.000+07:00"),
                day("17 Agustus 1824"),
                day("9999-12-31"),
                day("00/00/0000"),
                day("2024"),
                day("Agustus 2024"));
    }

    // Rows and lines

    private static Stream<Trial> rows() {
        return Stream.of(
                of("superior is oneself", sound().replace(CHIEF, NEW)),
                of(
                        "a loop of two",
                        HEADER
                                + row(NEW, "Mimi", "", "Staf", "198612012010011016")
                                + row("198612012010011016", "Nana", "", "Staf", NEW)),
                of(
                        "a loop of three with somebody known",
                        HEADER + row(CHIEF, "Kepala Uji", "", "Kepala", NEW) + row(NEW, "Mimi", "", "Staf", CHIEF)),
                of("superior unknown", sound().replace(CHIEF, "197501012000011901")),
                of("superior by name", sound().replace(CHIEF, "Kepala Uji")),
                of("superior -", sound().replace(CHIEF, "-")),
                of("superior ended", sound()),
                of(
                        "superior ends in the file",
                        HEADER.replace("\n", ";berakhir\n")
                                + row(CHIEF, "Kepala Uji", "", "Kepala", "").replace("\n", ";2020-01-31\n")
                                + row(NEW, "Mimi", "", "Staf", CHIEF).replace("\n", ";\n")),
                of(
                        "service ends before it begins",
                        sound().replace("atasan_nip\n", "atasan_nip;berakhir\n")
                                .replace(CHIEF + "\n", CHIEF + ";2009-12-31\n")),
                of(
                        "service ended long ago",
                        sound().replace("atasan_nip\n", "atasan_nip;berakhir\n")
                                .replace(CHIEF + "\n", CHIEF + ";2011-12-31\n")),
                of(
                        "service of a child",
                        sound().replace("atasan_nip\n", "atasan_nip;berakhir\n")
                                .replace(CHIEF + "\n", CHIEF + ";1985-12-31\n")),
                of(
                        "ends after 70",
                        sound().replace("atasan_nip\n", "atasan_nip;berakhir\n")
                                .replace(CHIEF + "\n", CHIEF + ";2085-12-31\n")),
                of("one cell short", sound().replace(";UJI-A", "")),
                of("one cell long", sound().replace("UJI-A", "UJI-A;")),
                of("position kind in small letters", sound().replace(";JA;", ";ja;")),
                of("position kind in words", sound().replace(";JA;", ";Jabatan Administrasi;")),
                of("a level for JA", sound().replace(";JA;;", ";JA;III/a;")),
                of("level minus", sound().replace(";JA;;", ";JA;-;")),
                of("JF without a level", sound().replace(";JA;;", ";JF;;")),
                of("name as a NIP", sound().replace("Mimi", NEW)),
                of("name with a picture", sound().replace("Mimi", "Mimi\uFFFC")),
                of("name with a sign of a private font", sound().replace("Mimi", "Mimi\uF0B7")),
                of("name with a Mongolian selector", sound().replace("Mimi", "Mi\u180Bmi"), "nama"),
                of("name of a web page", sound().replace("Mimi", "\"Mimi&nbsp;Sari\"")),
                of("name nan", sound().replace("Mimi", "nan")),
                of("name Nan", sound().replace("Mimi", "Nan"), "nama"),
                of("name with its NIP", sound().replace("Mimi", "Mimi / " + NEW)),
                of("e-mail as a name", sound().replace("Mimi", "mimi@kota.go.id")),
                of("position as a number", sound().replace("Pengelola", "12")),
                of("position with a level in figures", sound().replace("Pengelola", "Eselon III.a 2"), "jabatan"),
                of(
                        "a dash in a column that nobody reads",
                        sound().replace("atasan_nip\n", "atasan_nip;gelar\n").replace(CHIEF + "\n", CHIEF + ";-\n")),
                of("name and NIP swapped", sound().replace(NEW + ";Mimi", "Mimi;" + NEW)),
                of("name #REF!", sound().replace("Mimi", "#REF!")),
                of("name ######", sound().replace("Mimi", "#####")),
                of("name NULL", sound().replace("Mimi", "NULL")),
                of("name with damaged letters", sound().replace("Mimi", "Andr\u00C3\u00A9")),
                of("name with a replacement character", sound().replace("Mimi", "Andr\uFFFD")),
                of(
                        "acting ends before it begins",
                        ImportTable.ACTING,
                        "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\nPLT;UJI-A;;;" + CHIEF
                                + ";2026-02-01;2026-01-01\n"),
                of(
                        "acting kind Plt.",
                        ImportTable.ACTING,
                        "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\nPlt.;UJI-A;;;" + CHIEF
                                + ";2026-02-01;\n"),
                of(
                        "acting unit lost zero",
                        ImportTable.ACTING,
                        "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\nPLT;101;;;" + CHIEF
                                + ";2026-02-01;\n"),
                of(
                        "acting since 1926",
                        ImportTable.ACTING,
                        "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\nPLT;UJI-A;;;" + CHIEF
                                + ";01/02/1926;\n"),
                of(
                        "acting until 2062",
                        ImportTable.ACTING,
                        "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\nPLT;UJI-A;;;" + CHIEF
                                + ";01/11/2026;31/12/2062\n"),
                of(
                        "acting position lost zero",
                        ImportTable.ACTING,
                        "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\nPLT;;12;;" + CHIEF
                                + ";2026-02-01;\n"),
                of(
                        "acting by somebody ended",
                        ImportTable.ACTING,
                        "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\nPLT;UJI-A;;;" + CHIEF
                                + ";2026-02-01;\n"),
                of(
                        "acting NIP impossible",
                        ImportTable.ACTING,
                        "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\nPLT;UJI-A;;;1.97E+17;2026-02-01;\n"));
    }
}
