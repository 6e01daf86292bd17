package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
import static id.laras.intake.OfficeFiles.said;
import static id.laras.intake.OfficeFiles.sound;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laras.intake.OfficeFiles.Read;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and dates of spreadsheets. */
class ImportNumbersOfOfficesTests extends OfficeFilesScene {

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

    private static byte[] withEnd(Number number) {
        return Workbooks.of(sheet -> {
            fill(sheet, 0);
            sheet.value(0, 8, "berakhir");
            sheet.value(1, 8, number);
        });
    }
}
