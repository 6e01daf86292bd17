package id.laras.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.laras.LarasTest;
import id.laras.TestDatabase;
import id.laras.intake.ImportState.Stage;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Broken and hostile files are refused in a sentence, and nothing of them is left anywhere in the database. */
@LarasTest
@Tag("database")
class HostileFileTests {

    private static final String UNITS = "kode,nama,induk\n";
    private static final String PEOPLE = "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip\n";
    private static final String HEAD = "197001011995011999";
    private static final String STAFF = "198001012005011999";
    private static final String[] HEADER = {"kode", "nama", "induk"};

    @Autowired
    PeopleImports imports;

    @Autowired
    PeopleTables tables;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MessageSource messages;

    private final Actor hr = new Actor("sdm-" + UUID.randomUUID(), Set.of(Role.HR));

    static Stream<Arguments> files() {
        return Stream.of(csvFiles(), reportingLines(), workbooks()).flatMap(all -> all);
    }

    private static Stream<Arguments> csvFiles() {
        return Stream.of(
                units("nothing at all", new byte[0], "people.file.empty"),
                units("only a byte order mark", "\uFEFF", "people.file.empty"),
                units("blank lines", "\n\n\n", "people.file.empty"),
                units("Latin-1", (UNITS + "HX,Dinas Kébersihan,\n").getBytes(ISO_8859_1), "people.file.encoding"),
                units(
                        "half of a letter in UTF-16",
                        Arrays.copyOf(("\uFEFF" + UNITS).getBytes(UTF_16LE), 35),
                        "people.file.encoding"),
                units("UTF-16 without a mark", (UNITS + "HX,Dinas,\n").getBytes(UTF_16LE), "people.file.nul"),
                units("overlong UTF-8", new byte[] {'k', (byte) 0xC0, (byte) 0xAF}, "people.file.encoding"),
                units("a NUL in a cell", UNITS + "HX,Di\0nas,\n", "people.file.nul"),
                units("over the limit", new byte[21 << 20], "people.file.tooLarge"),
                units("a hundred megabytes", new byte[100 << 20], "people.file.tooLarge"),
                units("a page instead", "<html><body>masuk</body></html>", "people.file.markup"),
                units("a PDF instead", "%PDF-1.7\n%âãÏÓ", "people.file.pdf"),
                units("a column missing", "kode,nama\nHX,Dinas\n", "people.column.missing"),
                units("a column twice", "kode,nama,induk,Kode\nHX,Dinas,,HY\n", "people.column.twice"),
                units("a formula =", UNITS + "HX,=HYPERLINK(\"http://x\"),\n", "people.cell.formulaSign"),
                units("a formula +", UNITS + "HX,+1+cmd|' /C calc'!A0,\n", "people.cell.formulaSign"),
                units("a formula -", UNITS + "HX,-2+3,\n", "people.cell.formulaSign"),
                units("a formula @", UNITS + "HX,@SUM(A1),\n", "people.cell.formulaSign"),
                units("a tab before a formula", UNITS + "HX,\"\t=1+1\",\n", "people.cell.formulaSign"),
                units("a blank before a formula", UNITS + "HX,\" =1+1\",\n", "people.cell.formulaSign"),
                units("a full-width sign", UNITS + "HX,\uFF1D1+1,\n", "people.cell.formulaSign"),
                units(
                        "a formula in a column that nobody reads",
                        "kode,nama,induk,x\nHX,Dinas,,=1\n",
                        "people.cell.formulaSign"),
                units("a formula as a heading", "kode,nama,induk,=1\nHX,Dinas,,\n", "people.cell.formulaSign"),
                units("a line break in a cell", UNITS + "HX,\"Dinas\nKesehatan\",\n", "people.cell.control"),
                units("writing turned round", UNITS + "HX,Dinas \u202Enasaha,\n", "people.cell.control"),
                units("an escape sequence", UNITS + "HX,Dinas \u001B[31m,\n", "people.cell.control"),
                units("a cell without an end", UNITS + "HX,\"Dinas,\n".repeat(3), "people.row.broken"),
                units("a very long cell", UNITS + "HX," + "x".repeat(100_000) + ",\n", "people.cell.tooLong"),
                units("a thousand columns", "kode,nama,induk" + ",x".repeat(1000) + "\n", "people.file.columns"),
                units("a row longer than the heading", UNITS + "HX,Dinas,,,,,\n", "people.row.tooLong"),
                units("too many rows", UNITS + "HX,Dinas,\n".repeat(50_001), "people.file.rows"),
                units("a code with letters beyond ASCII", UNITS + "HÄ,Dinas,\n", "people.code.invalid"));
    }

    private static Stream<Arguments> reportingLines() {
        return Stream.of(
                units("units in a circle", UNITS + "HX,A,HY\nHY,B,HZ\nHZ,C,HX\n", "people.unit.circular"),
                units("a unit above itself", UNITS + "HX,A,HX\n", "people.unit.ownParent"),
                units("an unknown unit above", UNITS + "HX,A,TIADA\n", "people.unit.unknown"),
                units("a unit twice", UNITS + "HX,A,\nhx,B,\n", "people.unit.twice"),
                people("a person twice", person(HEAD, "") + person(HEAD, ""), "people.nip.twice"),
                people("an unknown superior", person(STAFF, "197001012000011999"), "people.superior.unknown"),
                people("their own superior", person(STAFF, STAFF), "people.superior.self"),
                people("superiors in a circle", person(HEAD, STAFF) + person(STAFF, HEAD), "people.superior.circular"),
                people("SQL as a NIP", person("1' or '1'='1", ""), "people.nip.invalid"),
                arguments(
                        "an unknown acting official",
                        ImportTable.ACTING,
                        ("jenis,unit,kode_jabatan,digantikan_nip,pelaksana_nip,mulai,sampai\n" + "PLT,,," + HEAD
                                        + ",197001012000011999,2026-01-01,\n")
                                .getBytes(UTF_8),
                        "people.person.unknown"));
    }

    private static Stream<Arguments> workbooks() {
        var sound = Workbooks.of(List.of(List.of(HEADER), List.of("HX", "Dinas", "")));
        var twice = Workbooks.parts(Workbooks.row(1, HEADER));
        var strange = Workbooks.parts(Workbooks.row(1, HEADER));
        strange.put("xl/vbaProject.bin", new byte[10]);
        var crowded = Workbooks.parts(Workbooks.row(1, HEADER));
        for (var i = 0; i < 300; i++) {
            crowded.put("xl/media/" + i, new byte[0]);
        }
        var bomb = Workbooks.parts(Workbooks.row(1, HEADER));
        bomb.put("xl/media/image1.png", new byte[30 << 20]);
        var text = new HashMap<>(Workbooks.parts(Workbooks.row(1, HEADER)));
        text.remove("xl/workbook.xml");
        return Stream.of(
                units("a ZIP signature only", new byte[] {'P', 'K', 3, 4}, "people.xlsx.broken"),
                units("half a workbook", Arrays.copyOf(sound, sound.length / 2), "people.xlsx.broken"),
                units("a workbook with flipped bytes", flipped(sound), "people.xlsx.broken"),
                units(
                        "a ZIP of something else",
                        Workbooks.zip(Map.of("a.txt", new byte[10])),
                        "people.file.noWorkbook"),
                units("a workbook without its main part", Workbooks.zip(text), "people.xlsx.broken"),
                units(
                        "an old Excel file",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0},
                        "people.file.oldExcel"),
                units("macros", Workbooks.zip(strange), "people.xlsx.macros"),
                units("too many parts", Workbooks.zip(crowded), "people.xlsx.tooBig"),
                units("a bomb beside the sheet", Workbooks.zip(bomb), "people.xlsx.tooBig"),
                units("a bomb as a sheet", Workbooks.zip(Workbooks.parts(" ".repeat(40 << 20))), "people.xlsx.tooBig"),
                units("broken XML", Workbooks.zip(Workbooks.parts("<row><c></row>")), "people.xlsx.broken"),
                units(
                        "an external entity",
                        xxe("<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
                        "people.xlsx.doctype"),
                units("a document type without entities", xxe("<!DOCTYPE worksheet>"), "people.xlsx.doctype"),
                units(
                        "a billion laughs",
                        xxe("<!DOCTYPE worksheet [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
                                + "<!ENTITY x \"&b;&b;&b;&b;\">]>"),
                        "people.xlsx.doctype"),
                units(
                        "a formula",
                        Workbooks.of(sheet -> {
                            header(sheet);
                            sheet.value(1, 0, "HX");
                            sheet.formula(1, 1, "1+1");
                        }),
                        "people.cell.formula"),
                units(
                        "a formula's sign as text",
                        Workbooks.of(List.of(List.of(HEADER), List.of("HX", "=1+1", ""))),
                        "people.cell.formulaSign"),
                units(
                        "a truth value",
                        Workbooks.of(sheet -> {
                            header(sheet);
                            sheet.value(1, 0, "HX");
                            sheet.value(1, 1, Boolean.TRUE);
                        }),
                        "people.cell.noText"),
                units(
                        "a number of 18 digits",
                        Workbooks.of(sheet -> {
                            header(sheet);
                            sheet.value(1, 0, 199001012015001003L);
                            sheet.value(1, 1, "Dinas");
                        }),
                        "people.cell.longNumber"),
                units(
                        "a number without an end",
                        Workbooks.zip(Workbooks.parts(
                                Workbooks.row(1, HEADER) + "<row r=\"2\"><c r=\"A2\"><v>1E999999999</v></c></row>")),
                        "people.cell.longNumber"),
                units(
                        "a cell far to the right",
                        Workbooks.zip(Workbooks.parts(Workbooks.row(1, HEADER)
                                + "<row r=\"2\"><c r=\"XFD2\" t=\"inlineStr\"><is><t>x</t></is></c></row>")),
                        "people.file.columns"),
                units("a workbook without rows", Workbooks.zip(Workbooks.parts("")), "people.file.empty"),
                units(
                        "a column twice in a workbook",
                        Workbooks.of(List.of(List.of("kode", "nama", "induk", "nama"))),
                        "people.column.twice"));
    }

    private static void header(org.dhatim.fastexcel.Worksheet sheet) {
        for (var column = 0; column < HEADER.length; column++) {
            sheet.value(0, column, HEADER[column]);
        }
    }

    private static byte[] flipped(byte[] sound) {
        var broken = sound.clone();
        for (var i = 40; i < broken.length; i += 97) {
            broken[i] ^= 0x55;
        }
        return broken;
    }

    private static byte[] xxe(String doctype) {
        var entity = doctype.contains("ENTITY x") ? "&x;" : "Dinas";
        return Workbooks.zip(Workbooks.parts(doctype, Workbooks.row(1, HEADER) + Workbooks.row(2, "HX", entity, "")));
    }

    private static Arguments units(String name, String text, String key) {
        return units(name, text.getBytes(UTF_8), key);
    }

    private static Arguments units(String name, byte[] content, String key) {
        return arguments(name, ImportTable.UNITS, content, key);
    }

    private static Arguments people(String name, String rows, String key) {
        return arguments(name, ImportTable.EMPLOYEES, (PEOPLE + rows).getBytes(UTF_8), key);
    }

    private static String person(String nip, String superior) {
        return nip + ",Sri,,Kepala,JPT,,HX," + superior + "\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aBadFileIsRefusedInASentenceAndLeavesNoTrace(String name, ImportTable table, byte[] content, String key)
            throws Exception {
        var before = everything();

        // A sound file beside it is not taken either.
        var id = imports.preview(
                new ImportFiles(
                        table == ImportTable.UNITS
                                ? Map.of(table, new SourceFile("buruk.csv", content))
                                : Map.of(
                                        table,
                                        new SourceFile("buruk.csv", content),
                                        ImportTable.UNITS,
                                        new SourceFile("unit.csv", (UNITS + "HX,Dinas,\n").getBytes(UTF_8)))),
                hr);
        imports.running(id, hr).orElseThrow().get(1, TimeUnit.MINUTES);
        var state = imports.state(id, hr).orElseThrow();

        assertThat(state.stage()).isEqualTo(Stage.REFUSED);
        assertThat(state.errors()).extracting(error -> error.reason().key()).contains(key);
        assertThat(state.errors())
                .allSatisfy(error -> assertThat(messages.getMessage(
                                error.reason().key(), error.reason().args(), Locale.forLanguageTag("id")))
                        .hasSizeLessThan(400));
        assertThat(state.changes()).isEmpty();
        assertThatThrownBy(() -> imports.apply(id, false, hr)).isInstanceOf(Refusal.class);
        assertThat(everything()).isEqualTo(before);
    }

    /** Else the unsound ones might be refused for another reason than theirs. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSoundWorkbookIsTakenWhoeverMadeIt(boolean byHand) throws Exception {
        var code = "S" + UUID.randomUUID().toString().substring(0, 8);
        var sound = byHand
                ? Workbooks.zip(Workbooks.parts(Workbooks.row(1, HEADER) + Workbooks.row(2, code, "Dinas", "")))
                : Workbooks.of(List.of(List.of(HEADER), List.of(code, "Dinas Kesehatan", "")));
        var id = imports.preview(new ImportFiles(Map.of(ImportTable.UNITS, new SourceFile("unit.xlsx", sound))), hr);
        imports.running(id, hr).orElseThrow().get(1, TimeUnit.MINUTES);
        imports.apply(id, false, hr);
        imports.running(id, hr).orElseThrow().get(1, TimeUnit.MINUTES);

        assertThat(imports.state(id, hr).orElseThrow().stage()).isEqualTo(Stage.APPLIED);
        assertThat(tables.load().of(ImportTable.UNITS)).containsKey(code);
    }

    /** How many rows every table of the database has, and what the people's say. */
    private Map<String, Object> everything() {
        Map<String, Object> rows = new TreeMap<>();
        rows.put("people", tables.load().fingerprint());
        jdbc.queryForList(
                        "select table_name from information_schema.tables where table_type like 'BASE TABLE'"
                                + " and upper(table_schema) = upper(coalesce((select schema()), 'PUBLIC'))",
                        String.class)
                .forEach(table ->
                        rows.put(table, jdbc.queryForObject("select count(*) from " + quoted(table), Long.class)));
        assertThat(rows).hasSizeGreaterThan(50);
        return rows;
    }

    private static String quoted(String table) {
        return TestDatabase.isMariaDb() ? "`" + table + "`" : "\"" + table + "\"";
    }
}
