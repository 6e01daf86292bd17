package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
import static id.laras.intake.OfficeFiles.HEADER;
import static id.laras.intake.OfficeFiles.NEW;
import static id.laras.intake.OfficeFiles.sound;
import static id.laras.intake.Trial.of;
import static id.laras.intake.Trial.row;

import java.util.stream.Stream;

/** Whoever may be known already, and who is whose superior. */
final class PeopleTrials {

    private PeopleTrials() {}

    static Stream<Trial> doubts() {
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

    static Stream<Trial> rows() {
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
