package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
import static id.laras.intake.OfficeFiles.HEADER;
import static id.laras.intake.OfficeFiles.KNOWN;
import static id.laras.intake.OfficeFiles.NEW;
import static id.laras.intake.OfficeFiles.said;
import static id.laras.intake.OfficeFiles.sound;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.laras.intake.OfficeFiles.Read;
import id.laras.rules.Nip;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, NIPs and whoever may be known already, as offices write them. */
class ImportPeopleOfOfficesTests extends OfficeFilesScene {

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
                .containsExactly(tuple("atasan_nip", "people.superior.unknown"));
    }

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
}
