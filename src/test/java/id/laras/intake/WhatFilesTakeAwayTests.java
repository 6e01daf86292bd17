package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
import static id.laras.intake.OfficeFiles.HEADER;
import static id.laras.intake.OfficeFiles.KNOWN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.people.BareName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An empty cell, or somebody else's name beside a number, changes a person who is known: HR is asked before. */
class WhatFilesTakeAwayTests {

    private static final String LEFT = "197001011995011001";
    private static final String ENDS = HEADER.trim() + ";berakhir\n";

    private final OfficeFiles files = new OfficeFiles();

    @BeforeEach
    void somebodyHasLeftAndSomebodyActs() {
        files.known.of(ImportTable.UNITS).get("UJI-A").put("induk", "UJI");
        files.known
                .of(ImportTable.EMPLOYEES)
                .put(
                        LEFT,
                        new HashMap<>(Map.of(
                                "nama", "Moh.Ali", "akun", "ali", "atasan_nip", CHIEF, "berakhir", "2026-06-30")));
        files.known
                .of(ImportTable.ACTING)
                .put(
                        "UNIT UJI-A " + KNOWN + " 2026-01-01",
                        new HashMap<>(Map.of(
                                "unit",
                                "UJI-A",
                                "pelaksana_nip",
                                KNOWN,
                                "mulai",
                                "2026-01-01",
                                "sampai",
                                "2026-12-31")));
    }

    @Test
    void aSuperiorOrAnAddressThatGoes() {
        assertThat(people(HEADER + row(KNOWN, "Ani", "", CHIEF))).containsExactly("? 2 email people.notice.noEmail");
        assertThat(people(HEADER + row(KNOWN, "Ani", "ani@kota.go.id", "")))
                .containsExactly("? 2 atasan_nip people.notice.noSuperior");
    }

    @Test
    void whoHasLeftIsBackWithoutTheirLastDay() {
        assertThat(people(ENDS + row(LEFT, "Moh. Ali", "", CHIEF).replace("\n", ";\n")))
                .containsExactly("? 2 berakhir people.notice.noEnd");
        assertThat(people(HEADER + row(LEFT, "Moh. Ali", "", CHIEF))).isEmpty();
    }

    @Test
    void anActingOfficialStaysUntilFurtherNotice() {
        var acting = "jenis;unit;kode_jabatan;digantikan_nip;pelaksana_nip;mulai;sampai\nPLT;UJI-A;;;" + KNOWN
                + ";01/01/2026;";
        assertThat(told(ImportTable.ACTING, acting + "\n")).containsExactly("? 2 sampai people.notice.noEnd");
        assertThat(told(ImportTable.ACTING, acting + "30/11/2026\n")).isEmpty();
    }

    @Test
    void aUnitIsTornFromItsParent() {
        assertThat(told(ImportTable.UNITS, "kode;nama;induk\nUJI-A;UJI-A;\n"))
                .containsExactly("? 2 induk people.notice.noParent");
        // the name left out, and a cell too many at the end
        assertThat(told(ImportTable.UNITS, "kode;nama;induk\nUJI-A;UJI;\n"))
                .containsExactly("? 2 induk people.notice.noParent");
    }

    @Test
    void aNumberThatIsKnownBesideTheNameOfAnother() {
        assertThat(people(HEADER + row(KNOWN, "Bambang Wijaya", "ani@kota.go.id", CHIEF)))
                .containsExactly("? 2 nama people.notice.otherName");
        for (var same : List.of("ANI, S.Kom.", "Ani Lestari", "Ani")) {
            assertThat(people(HEADER + row(KNOWN, same, "ani@kota.go.id", CHIEF)))
                    .isEmpty();
        }
    }

    /** One column was sorted without the others. */
    @Test
    void namesOfTwoThatChangedTheirPlaces() {
        files.known.of(ImportTable.EMPLOYEES).get(KNOWN).put("nama", "Siti Aminah");
        files.known.of(ImportTable.EMPLOYEES).get(LEFT).put("nama", "Siti Rahma");

        assertThat(people(HEADER
                        + row(KNOWN, "Siti Rahma", "ani@kota.go.id", CHIEF)
                        + row(LEFT, "Siti Aminah", "", CHIEF)))
                .containsExactly("? 2 nama people.notice.otherName", "? 3 nama people.notice.otherName");
        assertThat(people(HEADER + row(KNOWN, "Siti Aminah Putri", "ani@kota.go.id", CHIEF)))
                .isEmpty();
    }

    /** Without a blank the short form was the whole name, and nothing was left to compare. */
    @Test
    void aNameThatIsWrittenInOneWord() {
        for (var name : List.of("Moh.Ali", "Moh. Ali", "H.Moh.Ali, S.E.", "ALI")) {
            assertThat(people(HEADER + row("197001011996011001", name, "", CHIEF)))
                    .as(name)
                    .containsExactly("? 2 nip people.notice.person");
        }
        assertThat(BareName.kept("Drs. H.")).isNotNull();
        assertThat(BareName.kept(" - ")).isNull();
    }

    private List<String> people(String csv) {
        return told(ImportTable.EMPLOYEES, csv);
    }

    private List<String> told(ImportTable table, String csv) {
        var read = files.read(table, csv.getBytes(UTF_8));
        read.notices().forEach(notice -> OfficeFiles.said(notice.reason()));
        return read.told();
    }

    private static String row(String nip, String name, String email, String superior) {
        return String.join(";", nip, name, email, "Staf", "JA", "", "UJI-A", superior) + "\n";
    }
}
