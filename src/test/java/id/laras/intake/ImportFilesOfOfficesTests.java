package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
import static id.laras.intake.OfficeFiles.HEADER;
import static id.laras.intake.OfficeFiles.KNOWN;
import static id.laras.intake.OfficeFiles.NEW;
import static id.laras.intake.OfficeFiles.TODAY;
import static id.laras.intake.OfficeFiles.said;
import static id.laras.intake.OfficeFiles.sound;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laras.intake.OfficeFiles.Read;
import id.laras.rules.Nip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as HR offices have them: read rightly, pointed out, or refused with row, column and cause. */
class ImportFilesOfOfficesTests {

    private static final String ACTING = "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\n";

    private final OfficeFiles files = new OfficeFiles();
    private final KnownPeople known = files.known;

    // Where the table is

    @Test
    void aLineThatNamesTheSeparatorIsNoRow() {
        var read = employees("05-sep-line.csv");

        assertThat(read.row(0).cell("nip")).isEqualTo("198501012010011005");
        assertThat(read.row(0).number())
                .as("as a spreadsheet counts, which does not show that line")
                .isEqualTo(2);
        for (var line : List.of("sep=,", "SEP=\t", "\"sep=|\"")) {
            var separator = line.replaceAll("\"|(?i)sep=", "");
            assertThat(employees(UTF_8, line + "\r\n" + sound().replace(";", separator))
                            .row(0)
                            .cell("nip"))
                    .isEqualTo(NEW);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theSeparatorIsTheOneThatMakesTheHeaderOne(String separator) {
        var text = sound().replace("Mimi", "\"Mimi; S.E., M.M.|\tx\"").replace(";", separator);
        var named = "\"Mimi" + separator;
        assertThat(employees(UTF_8, text.replace(named, "\"Mimi;")).row(0).cell("nama"))
                .startsWith("Mimi; S.E.");
        var title = "\"Daftar; pegawai, semua\"\n" + sound().replace(";", separator);
        assertThat(employees(UTF_8, title).row(0).cell("nip")).isEqualTo(NEW);
    }

    @Test
    void whatAProgramWritesInUtf16IsReadByItsMark() {
        assertThat(employees(UTF_16LE, "\uFEFF" + sound().replace(";", "\t"))
                        .row(0)
                        .cell("nip"))
                .isEqualTo(NEW);
        assertThat(employees(UTF_16BE, "\uFEFF" + sound()).row(0).cell("nip")).isEqualTo(NEW);
        assertThat(employees(UTF_8, "\uFEFF" + sound()).row(0).cell("nip")).isEqualTo(NEW);
    }

    @Test
    void lettersThatAreNotUtf8AreToldWithTheirRow() {
        var read = employees(
                Charset.forName("windows-1252"),
                sound() + sound().split("\n")[1].replace("Mimi", "André"));

        assertThat(read.errors())
                .extracting(ImportError::row, Read::key)
                .containsExactly(tuple(3, "people.file.encoding"));
    }

    @Test
    void titlesAboveTheHeaderAreLeftOutAndSaid() {
        var read = employees("10-title-rows.csv");

        assertThat(read.row(0).cell("nip")).isEqualTo("198501012010011010");
        assertThat(read.row(0).number()).isEqualTo(4);
        assertThat(read.said()).containsExactly("Baris 1 sampai 2 di atas nama kolom (baris 3) tidak dibaca.");
        var book = Workbooks.of(sheet -> {
            sheet.value(0, 0, "Daftar pegawai");
            sheet.value(1, 0, TODAY);
            fill(sheet, 3);
        });
        assertThat(employees(book).row(0).number()).isEqualTo(5);
    }

    @Test
    void aFileWithoutAHeaderIsOneErrorThatQuotesWhatStandsThere() {
        var read = employees(UTF_8, "\nDAFTAR PEGAWAI;;\n198501012010011010;Hana;\n");

        assertThat(read.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isEqualTo(2);
            assertThat(Read.key(error)).isEqualTo("people.header.none");
            assertThat(said(error.reason())).contains("\"DAFTAR PEGAWAI\"", "nip, nama, email");
        });
    }

    @Test
    void theTableMayStandOnAnotherSheetThatOneSees() {
        var read = employees("58-second-sheet.xlsx");

        assertThat(read.row(0).cell("nip")).isEqualTo("198501012010011069");
        assertThat(read.said()).containsExactly("Dari 2 lembar, yang dibaca hanya lembar \"Data\".");
    }

    @Test
    void twoSheetsWithTheTableOrOnlyAHiddenOneAreRefusedByName() {
        var both = Workbooks.twoSheets(sheet -> fill(sheet, 0), sheet -> fill(sheet, 0), VisibilityState.VISIBLE);
        assertThat(employees(both).errors()).singleElement().satisfies(error -> {
            assertThat(Read.key(error)).isEqualTo("people.xlsx.sheets");
            assertThat(said(error.reason())).contains("Satu, Dua");
        });
        var hidden = Workbooks.twoSheets(
                sheet -> sheet.value(0, 0, "Baca dulu"), sheet -> fill(sheet, 0), VisibilityState.HIDDEN);
        assertThat(employees(hidden).errors())
                .singleElement()
                .satisfies(error -> assertThat(said(error.reason())).contains("tersembunyi: Dua"));
    }

    // Names of columns

    @ParameterizedTest
    @CsvSource({
        "tanggal_berakhir, berakhir",
        "berkahir, berakhir",
        "end_date, berakhir",
        "Tgl. Berakhir, berakhir",
        "username, akun",
        "acount, akun",
        "akunn, akun",
        "nama akun, akun",
        "Tanggal Pensiun, berakhir",
        "TMT Akhir, berakhir",
        "tgl berhenti, berakhir",
        "ID Pengguna, akun"
    })
    void aColumnThatIsNearlyAnOptionalOneIsRefusedWithItsName(String written, String meant) {
        var read = employees(
                UTF_8,
                sound().replace("atasan_nip\n", "atasan_nip;" + written + "\n").replace("901\n", "901;x\n"));

        assertThat(read.errors()).singleElement().satisfies(error -> {
            assertThat(error.row()).isOne();
            assertThat(Read.key(error)).isEqualTo("people.column.near");
            assertThat(said(error.reason())).contains("\"" + meant + "\"");
        });
    }

    @Test
    void theMisspeltColumnOfTheCaseIsRefused() {
        assertThat(employees("70-typo-optional.csv").errors())
                .extracting(ImportError::row, ImportError::column, Read::key)
                .containsExactly(tuple(1, "tanggal_berakhir", "people.column.near"));
    }

    @Test
    void aRequiredColumnInOtherWordsIsNamedOnce() {
        var read = employees(UTF_8, sound().replace("nama;", "full_name;").replace("atasan_nip", "nip_atasan"));

        assertThat(read.errors())
                .extracting(error -> error.reason().args()[1])
                .containsExactlyInAnyOrder("nama", "atasan_nip");
    }

    @Test
    void columnsIgnoreCaseBlanksAndMarksAndUnknownOnesAreTold() {
        var read = employees(
                UTF_8,
                sound().replace("jenis_jabatan", "\u200B Jenis\u00A0Jabatan")
                        .replace("email", "E-Mail")
                        .replace("atasan_nip\n", "ATASAN NIP;golongan\n")
                        .replace("901\n", "901;III/a\n"));

        assertThat(read.row(0).cell("jenis_jabatan")).isEqualTo("JA");
        assertThat(read.said()).containsExactly("Kolom yang tidak dibaca: golongan.");
        assertThat(employees(UTF_8, sound().replace("email", "Jenis Jabatan")).errors())
                .extracting(Read::key)
                .contains("people.column.twice");
    }

    // Rows

    @Test
    void aRowOneCellShortOrLongIsRefusedAsARow() {
        assertThat(employees("74-short-existing.csv").errors())
                .extracting(ImportError::row, ImportError::column, Read::key)
                .containsExactly(tuple(2, null, "people.row.tooShort"));
        assertThat(employees(UTF_8, sound().replace("901\n", "901;x\n")).errors())
                .extracting(ImportError::row, Read::key)
                .containsExactly(tuple(2, "people.row.tooLong"));
        assertThat(employees(
                                UTF_8,
                                sound().replace("atasan_nip\n", "atasan_nip;\n").replace(CHIEF + "\n", "\n"))
                        .errors())
                .as("the separator at the end of every row is no superior")
                .extracting(ImportError::row, ImportError::column, Read::key)
                .containsExactly(tuple(2, null, "people.row.tooShort"));
        assertThat(employees(UTF_8, sound() + "\n;;\n").errors())
                .as("empty rows are none")
                .isEmpty();
        assertThat(employees(UTF_8, sound().replace("\n", ";;\n")).errors())
                .as("empty cells of a title")
                .isEmpty();
    }

    @Test
    void hiddenRowsAndColumnsAreSaid() {
        assertThat(employees("60-hidden-row.xlsx").said())
                .containsExactly(
                        "1 baris tersembunyi (misalnya oleh filter) ikut dibaca: baris 3. Bila tidak dimaksud, hapus baris itu"
                                + " dan unggah kembali.");
        var book = Workbooks.of(sheet -> {
            fill(sheet, 0);
            sheet.hideColumn(7);
        });
        assertThat(employees(book).said()).singleElement().asString().contains("Kolom tersembunyi", "atasan_nip");
    }

    // Text

    @Test
    void blanksOfEveryKindAreOneBlankAndWhatNobodySeesIsGone() {
        var read = employees("15-nbsp.csv");

        assertThat(read.errors()).isEmpty();
        assertThat(read.row(0).cell("nip")).isEqualTo("198501012010011015");
        assertThat(read.row(1).cell("unit")).isEqualTo("UJI-A");
        assertThat(read.row(2).cell("nama")).isEqualTo("Olla Putri");
        assertThat(employees("71-nbsp-name.csv").row(0).cell("nama")).isEqualTo("Olla Putri");
    }

    @ParameterizedTest
    @CsvSource({
        "Andr\u0065\u0301  Putra, Andr\u00E9 Putra",
        "Mi\u200Bmi, Mimi",
        "Mi\u00ADmi, Mimi",
        "\u200EMimi\u200F, Mimi",
        "\uFEFFMimi, Mimi",
        "Mi\u2060mi, Mimi",
        "Mimi\u2003\u3000Sari, Mimi Sari",
        "Mimi\u202FSari, Mimi Sari",
        "\u3164Mimi, Mimi",
        "Mimi\uFE0F, Mimi"
    })
    void textIsKeptAsItIsSeen(String written, String kept) {
        assertThat(employees(UTF_8, sound().replace("Mimi", written)).row(0).cell("nama"))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202E", "\u202A", "\u2066", "\u0007"})
    void whatTurnsTheWritingRoundIsRefusedAndNamed(String sign) {
        assertThat(employees(UTF_8, sound().replace("Mimi", "Mi" + sign + "mi")).errors())
                .singleElement()
                .satisfies(
                        error -> assertThat(said(error.reason())).contains("U+%04X".formatted((int) sign.charAt(0))));
    }

    @Test
    void aSignThatNobodySeesHidesNoFormula() {
        assertThat(employees(UTF_8, sound().replace("Mimi", "\u200B=1+1")).errors())
                .extracting(Read::key)
                .containsExactly("people.cell.formulaSign");
    }

    // NIPs

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19850101 201001 1 015",
                "'198501012010011015",
                "\u2019198501012010011015",
                "19850101.201001.1.015",
                "19850101-201001-1-015",
                "\u00A0198501012010011015\u200B"
            })
    void aNipIsTheSameHoweverItsGroupsAreWritten(String written) {
        assertThat(employees(UTF_8, sound().replace(NEW, written)).row(0).cell("nip"))
                .isEqualTo(NEW);
        assertThat(Nip.of(written)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "198513452010011046, people.nip.birth", "198502302010011001, people.nip.birth",
                "198501012010131001, people.nip.month",
        "198501012010001001, people.nip.month", "198501012010201001, people.nip.month",
                "198501012010013001, people.nip.sex",
        "198501012010010001, people.nip.sex", "198501012010011000, people.nip.rounded",
                "1.98E+17, people.nip.abbreviated",
        "'\"1,98501E+17\"', people.nip.abbreviated", "198501011995011001, people.nip.age",
                "203501012010011001, people.nip.age",
        "190001012010011001, people.nip.age", "198501012029011001, people.nip.future",
                "19850101201001101, people.nip.length",
        "198501012010011015.0, people.nip.decimals", "\u0661\u0669\u0668, people.nip.invalid"
    })
    void aNipThatIsNobodysIsRefusedForItsReason(String nip, String key) {
        assertThat(employees(UTF_8, sound().replace(NEW, nip)).errors())
                .extracting(ImportError::row, ImportError::column, Read::key)
                .containsExactly(tuple(2, "nip", key));
        assertThat(employees(UTF_8, sound().replace(CHIEF, nip)).errors())
                .extracting(ImportError::row, ImportError::column, Read::key)
                .as("as a superior too")
                .containsExactly(tuple(2, "atasan_nip", key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"199009132025242014", "198501012020211001", "200804012026011999"})
    void codesOfContractsAndYoungPeopleAreNoMistake(String nip) {
        assertThat(employees(UTF_8, sound().replace(NEW, nip)).errors()).isEmpty();
    }

    @Test
    void roundedNumbersOfAWholeOrganisationAreRefusedRowByRow() {
        var read = employees("73-rounded-org.csv");

        assertThat(read.errors().stream().filter(error -> "nip".equals(error.column())))
                .hasSize(read.rows().size())
                .extracting(Read::key)
                .containsOnly("people.nip.rounded");
        assertThat(employees("26-impossible-birth.csv").errors())
                .extracting(ImportError::row, ImportError::column, Read::key)
                .containsExactly(tuple(2, "nip", "people.nip.birth"));
    }

    @Test
    void numbersRoundedByDoublesAreToldByTheirCommonStep() {
        var rows = new StringBuilder(HEADER);
        for (var person = 1; person <= 4; person++) {
            var rounded = (long) (double) Long.parseLong("19850101201001100" + 2 * person);
            rows.append(sound().split("\n")[1]
                            .replace(NEW, "" + (rounded + 64 * person))
                            .replace("Mimi", "Mimi " + person))
                    .append('\n');
        }
        assertThat(employees(UTF_8, rows.toString()).errors())
                .extracting(Read::key)
                .containsOnly("people.nip.double");
    }

    @Test
    void whoIsKnownKeepsTheirNumberWhateverItIs() {
        known.of(ImportTable.EMPLOYEES)
                .put("190001010000001000", new HashMap<>(Map.of("nama", "Mimi", "akun", "mimi")));

        assertThat(employees(UTF_8, sound().replace(NEW, "190001010000001000")).errors())
                .isEmpty();
    }

    @Test
    void anOutsidersCodeNeverBecomesACivilServants() {
        known.of(ImportTable.EMPLOYEES)
                .put("WALIKOTA", new HashMap<>(Map.of("nama", "Ratih", "akun", "w", "jenis_jabatan", "LUAR_ASN")));

        assertThat(employees(UTF_8, sound().replace(NEW, "WALIKOTA")).errors())
                .extracting(ImportError::row, ImportError::column, Read::key)
                .containsExactly(tuple(2, "jenis_jabatan", "people.outside.stays"));
        assertThat(employees(UTF_8, sound().replace(CHIEF, "BUPATI")).errors())
                .as("a superior who is not there yet")
                .extracting(ImportError::column, Read::key)
                .containsExactly(tuple("atasan_nip", "people.supervisor.unknown"));
    }

    // Whoever may be known already

    @Test
    void theEmailOfSomebodyElseIsAskedAboutUnlessItWasSoBefore() {
        var taken = sound().replace("Mimi;", "Mimi;ANI@kota.go.id");
        assertThat(employees(UTF_8, taken).asked())
                .containsExactly("Surel ANI@kota.go.id sudah dipakai dr. Hj. Ani Sp.A(K) (NIP " + KNOWN
                        + "). Apakah memang dua orang?");

        known.of(ImportTable.EMPLOYEES)
                .put(NEW, new HashMap<>(Map.of("nama", "Mimi", "email", "ani@kota.go.id", "akun", "m")));
        assertThat(employees(UTF_8, taken).asked()).isEmpty();
    }

    @Test
    void twoNewPeopleWithOneEmailAreAskedAbout() {
        var one = sound().replace("Mimi;", "Mimi;puskesmas@kota.go.id");
        var other = one.split("\n")[1].replace(NEW, "198612012010011016").replace("Mimi", "Nana");
        assertThat(employees(UTF_8, one + other + "\n").asked())
                .hasSize(2)
                .allMatch(said -> said.contains("juga ada di baris"));
    }

    @Test
    void theSameNameAndBirthdayAreAskedAboutWhateverTheTitles() {
        var namesake = sound().replace("Mimi", "ANI, S.Kep.");
        assertThat(employees(UTF_8, namesake).asked())
                .singleElement()
                .asString()
                .contains("Ani Sp.A(K)", KNOWN, "orang lain?");
        assertThat(employees(UTF_8, namesake.replace("ANI", "Dr.Hj.Ani")).asked())
                .as("no blank behind the titles")
                .hasSize(1);
        assertThat(employees(UTF_8, namesake.replace("19850101", "19850102")).asked())
                .isEmpty();
    }

    @Test
    void aSuperiorWhoDisappearsIsAskedAbout() {
        var row = sound().replace(NEW, KNOWN).replace("Mimi;", "Ani;ani@kota.go.id");
        assertThat(employees(UTF_8, row.replace(CHIEF, "")).asked())
                .singleElement()
                .asString()
                .contains(CHIEF);
        assertThat(employees(UTF_8, row).asked()).isEmpty();
        assertThat(employees(UTF_8, sound().replace(CHIEF, "").replace(";JA;", ";JPT;"))
                        .asked())
                .as("new at the top")
                .isEmpty();
    }

    @Test
    void anActingAppointmentInThePlaceOfAPositionIsPointedOut() {
        assertThat(employees("19-plt-prefix.csv").said())
                .singleElement()
                .asString()
                .contains("\"Plt. Kepala Bidang C\"", "baris tersendiri");
        for (var position :
                List.of("PLH Sekretaris", "Pj. Kepala Dinas", "Pelaksana Tugas Camat", "Camat (Plt.)", "plt.kepala")) {
            assertThat(employees(UTF_8, sound().replace("Pengelola", position)).said())
                    .as(position)
                    .hasSize(1);
        }
        for (var position : List.of("Operator PLTU", "Pjok Guru", "Pelaksana", "Kepala Plt\u00FC")) {
            assertThat(employees(UTF_8, sound().replace("Pengelola", position)).said())
                    .as(position)
                    .isEmpty();
        }
    }

    // Numbers and dates of spreadsheets

    @Test
    void aDayIsReadByTheDateSystemOfItsWorkbook() {
        assertThat(employees("54-date1904.xlsx").row(0).day("berakhir")).isEqualTo("2026-12-31");
        assertThat(new NumberCell(BigDecimal.valueOf(46387), "yyyy-mm-dd", false).day())
                .isEqualTo("2026-12-31");
        assertThat(new NumberCell(new BigDecimal("44925.75"), "dd/mm/yyyy hh:mm", true).day())
                .isEqualTo("2026-12-31");
        assertThat(new NumberCell(BigDecimal.ONE, "d/m/yy", false).day()).isEqualTo("1900-01-01");
        assertThat(new NumberCell(BigDecimal.valueOf(61), "d/m/yy", false).day())
                .isEqualTo("1900-03-01");
    }

    @Test
    void aNumberInADateColumnIsReadWhereItIsALikelyDayAndSaid() {
        var read = employees("55-date-general.xlsx");

        assertThat(read.errors()).isEmpty();
        assertThat(read.row(0).day("berakhir")).isEqualTo("2026-12-31");
        assertThat(read.said()).singleElement().asString().contains("46387", "2026-12-31");
        for (var number : List.of(20261231, 2026, 311226)) {
            assertThat(employees(withEnd(number)).errors())
                    .extracting(ImportError::row, ImportError::column, Read::key)
                    .containsExactly(tuple(2, "berakhir", "people.cell.dayNumber"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-31",
                "31/12/2026",
                "31-12-2026",
                "31.12.2026",
                "31 Desember 2026",
                "31 des 2026",
                "31 December 2026",
                "2026-12-31 00:00:00",
                "2026-12-31T00:00"
            })
    void aDayMayBeTextInTheWaysPeopleWriteIt(String written) {
        assertThat(acting(CHIEF, written).row(0).day("mulai")).isEqualTo("2026-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "12/31/2026, people.day.monthFirst",
        "31/02/2026, people.day.none",
        "31/12/26, people.day.shortYear",
        "besok, people.day.invalid"
    })
    void whatIsNoDayForCertainIsRefusedForItsReason(String written, String key) {
        assertThat(acting(CHIEF, written).errors())
                .extracting(ImportError::column, Read::key)
                .containsExactly(tuple("mulai", key));
    }

    @Test
    void aDayThatATextFileHoldsAsANumberIsToldAsSuch() {
        assertThat(acting(CHIEF, "46387").errors())
                .extracting(ImportError::row, ImportError::column, Read::key)
                .containsExactly(tuple(2, "mulai", "people.cell.dayNumber"));
    }

    @Test
    void aCodeIsReadAsTheCellShowsItOrRefused() {
        assertThat(read(ImportTable.UNITS, "80-unit-fmt0000.xlsx").row(0).cell("kode"))
                .isEqualTo("0101");
        assertThat(read(ImportTable.UNITS, "81-unit-float.xlsx").errors())
                .extracting(ImportError::row, ImportError::column, Read::key)
                .containsExactly(tuple(2, "kode", "people.cell.number"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "101, 0000, 0101",
                "1.1, 0.00, 1.10",
                "1.125, 0.00, null",
                "101, General, 101",
                "101, @, 101",
                "1000, '#,##0', null",
                "101, 00-00, null",
                "-1, 0, null",
                "7, null, 7",
                "7.5, null, null"
            })
    void aNumberIsShownByItsFormat(BigDecimal number, String format, String shown) {
        assertThat(new NumberCell(number, format, false).shown()).isEqualTo(shown);
    }

    @Test
    void aCodeThatTheSheetMadeADayIsRefused() {
        var book = Workbooks.of(sheet -> {
            for (var column = 0; column < 3; column++) {
                sheet.value(0, column, ImportTable.UNITS.required().get(column));
            }
            sheet.value(1, 0, LocalDate.of(2026, 2, 1));
            sheet.style(1, 0).format("d-mmm").set();
            sheet.value(1, 1, "Bidang 1-2");
        });
        assertThat(read(ImportTable.UNITS, book).errors())
                .extracting(ImportError::row, ImportError::column, Read::key)
                .containsExactly(tuple(2, "kode", "people.cell.day"));
    }

    @Test
    void aUnitThatDiffersByZerosOnlyIsToldOrAskedAbout() {
        known.of(ImportTable.UNITS).put("0101", Map.of("kode", "0101", "nama", "Bidang"));

        assertThat(employees(UTF_8, sound().replace("UJI-A", "101")).errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(Read.key(error)).isEqualTo("people.unit.zeros");
                    assertThat(said(error.reason())).contains("yang ada 0101");
                });
        assertThat(read(ImportTable.UNITS, "kode;nama;induk\n101;Bidang;UJI\n".getBytes(UTF_8))
                        .asked())
                .singleElement()
                .asString()
                .contains("101", "0101");
    }

    // How they are read

    private static void fill(Worksheet sheet, int firstRow) {
        var lines = sound().split("\n");
        for (var row = 0; row < lines.length; row++) {
            var cells = lines[row].split(";");
            for (var column = 0; column < cells.length; column++) {
                sheet.value(firstRow + row, column, cells[column]);
            }
        }
    }

    private static byte[] withEnd(Number number) {
        return Workbooks.of(sheet -> {
            fill(sheet, 0);
            sheet.value(0, 8, "berakhir");
            sheet.value(1, 8, number);
        });
    }

    private Read employees(String file) {
        return read(ImportTable.EMPLOYEES, file);
    }

    private Read employees(Charset charset, String text) {
        return employees(text.getBytes(charset));
    }

    private Read employees(byte[] content) {
        return read(ImportTable.EMPLOYEES, content);
    }

    private Read acting(String who, String first) {
        return read(ImportTable.ACTING, (ACTING + "PLT;UJI-A;;;" + who + ";" + first + ";\n").getBytes(UTF_8));
    }

    private Read read(ImportTable table, String file) {
        try (var content = getClass().getResourceAsStream("/imports/" + file)) {
            return read(table, content.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Read read(ImportTable table, byte[] content) {
        return files.read(table, content);
    }
}
