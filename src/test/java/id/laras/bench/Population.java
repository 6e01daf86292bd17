package id.laras.bench;

import id.laras.intake.SourceFile;
import id.laras.people.Nips;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An agency of so many people in so many units: one head, a head of each unit under them, everybody else under their unit's. */
record Population(int people, int units) {

    static final Population LARGE = new Population(20_000, 500);
    static final Population SMALLEST = new Population(60, 6);

    private static final List<String> HEADER =
            List.of("nip", "nama", "email", "jabatan", "jenis_jabatan", "jenjang", "unit", "atasan_nip");

    static Population of(String[] arguments) {
        return Ground.smallest(arguments) ? SMALLEST : LARGE;
    }

    static String nip(int person) {
        return Nips.of(2005, person);
    }

    /** Index of the unit's head, who is a person of the unit {@code unit + 1}. */
    static int head(int unit) {
        return 1 + unit;
    }

    SourceFile unitFile() {
        var rows = new StringBuilder("kode,nama,induk\nPEMDA,Pemerintah Daerah,\n");
        for (var unit = 0; unit < units; unit++) {
            rows.append("U%d,Bidang %d,PEMDA%n".formatted(unit, unit));
        }
        return new SourceFile("units.csv", bytes(rows));
    }

    /** The rows of employees, the header first, all in this position. */
    List<List<String>> rows(String position) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (var i = 0; i < people; i++) {
            var above = i == 0 ? "" : i <= units ? nip(0) : nip(head(i % units));
            rows.add(List.of(
                    nip(i), "Pegawai " + i, "p" + i + "@contoh.go.id", position, "JA", "", "U" + i % units, above));
        }
        return rows;
    }

    SourceFile peopleFile(String position) {
        var text = new StringBuilder();
        rows(position).forEach(row -> text.append(String.join(",", row)).append('\n'));
        return new SourceFile("employees.csv", bytes(text));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
