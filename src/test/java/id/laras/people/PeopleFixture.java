package id.laras.people;

import id.laras.intake.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A small unit of its own for a test: a head without a superior, an officer under the head, two staff under the officer. */
public final class PeopleFixture {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final int number = NEXT.incrementAndGet();

    public String unit() {
        return "UNIT" + number;
    }

    public String nip(int person) {
        return Nips.of(2015, number * 10L + person);
    }

    /** "u1head", "u1officer", "u1staff", "u1peer", … */
    public String account(String role) {
        return "u" + number + role;
    }

    public SourceFile units() {
        return file("units.csv", "kode,nama,induk\n" + unit() + ",Unit " + number + ",\n");
    }

    public SourceFile employees() {
        return file(
                "employees.csv",
                "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n"
                        + row(0, "Sri Wahyuni", "Kepala Dinas", "JPT", "", "", "head")
                        + row(1, "Hendra Wijaya", "Kepala Bidang", "JA", "", nip(0), "officer")
                        + row(2, "Budi Santoso", "Perawat", "JF", "Ahli Pertama", nip(1), "staff")
                        + row(3, "Siti Aminah", "Perawat", "JF", "Terampil", nip(1), "peer"));
    }

    private String row(
            int person, String name, String position, String kind, String level, String superior, String role) {
        return String.join(",", nip(person), name, "", position, kind, level, unit(), superior, account(role)) + "\n";
    }

    public static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
