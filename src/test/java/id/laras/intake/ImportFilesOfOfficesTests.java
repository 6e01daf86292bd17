package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
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
import java.nio.charset.Charset;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of offices: read rightly, pointed out, or refused with row, column and cause. */
class ImportFilesOfOfficesTests extends OfficeFilesScene {

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
}
