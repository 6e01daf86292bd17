package id.laras.intake;

import static id.laras.intake.OfficeFiles.CHIEF;
import static id.laras.intake.OfficeFiles.NEW;
import static id.laras.intake.OfficeFiles.sound;
import static id.laras.intake.Trial.of;

import java.util.stream.Stream;

/** Names of columns, and what stands below them: NIPs and days. */
final class ColumnTrials {

    private ColumnTrials() {}

    private static Trial header(String from, String to, String... shown) {
        return of("header " + to, sound().replaceFirst("(?<=^|;|\n)" + from + "(?=;|\n)", to), shown);
    }

    private static Trial optional(String column) {
        return of(
                "optional " + column,
                sound().replace("atasan_nip\n", "atasan_nip;" + column + "\n").replace(CHIEF + "\n", CHIEF + ";x\n"));
    }

    static Stream<Trial> names() {
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

    private static Trial nip(String nip, String... shown) {
        return of("NIP " + nip, sound().replace(NEW, nip), shown);
    }

    static Stream<Trial> nips() {
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

    private static Trial day(String day, String... shown) {
        return of(
                "day " + day,
                sound().replace("atasan_nip\n", "atasan_nip;berakhir\n")
                        .replace(CHIEF + "\n", CHIEF + ";" + day + "\n"),
                shown);
    }

    static Stream<Trial> days() {
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
}
