package id.laras.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.rules.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.unit.DataSize;

/** Reads a file as the import does, without a database: an organisation that is known, the rules and the doubts. */
final class OfficeFiles {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    static final ImportLimits LIMITS =
            new ImportLimits(DataSize.ofMegabytes(20), DataSize.ofMegabytes(100), 50_000, Duration.ofMinutes(30));
    static final String HEADER = "nip;nama;email;jabatan;jenis_jabatan;jenjang;unit;atasan_nip\n";
    static final String CHIEF = "197401012000011901";
    static final String KNOWN = "198501012010011002";
    static final String NEW = "198501012010011015";

    final KnownPeople known = organisation();

    /** One new person in one row. */
    static String sound() {
        return HEADER + NEW + ";Mimi;;Pengelola;JA;;UJI-A;" + CHIEF + "\n";
    }

    Read read(ImportTable table, byte[] content) {
        var errors = new ImportErrors();
        Map<ImportTable, List<TableRow>> rows = new EnumMap<>(ImportTable.class);
        rows.put(table, Table.read(new SourceFile("berkas", content), table, LIMITS, errors));
        var asked = ImportPlanner.Asked.of(rows);
        if (errors.allRowsKnown()) {
            new ImportRules(known, ImportRulesTests.NIPS, TODAY, errors).check(asked);
            new ImportDoubts(known, TODAY, errors).check(asked);
        }
        return new Read(rows.get(table), errors.inOrder(List.of("berkas")), errors.noticesInOrder(List.of("berkas")));
    }

    record Read(List<TableRow> rows, List<ImportError> errors, List<ImportNotice> notices) {

        TableRow row(int index) {
            assertThat(errors)
                    .extracting(error -> OfficeFiles.said(error.reason()))
                    .isEmpty();
            return rows.get(index);
        }

        static String key(ImportError error) {
            return error.reason().key();
        }

        List<String> said() {
            return notices(false);
        }

        List<String> asked() {
            return notices(true);
        }

        private List<String> notices(boolean asked) {
            return notices.stream()
                    .filter(notice -> notice.asked() == asked)
                    .map(notice -> OfficeFiles.said(notice.reason()))
                    .toList();
        }

        /** Errors as {@code row column key}, what is asked after {@code ?}, what is only said after {@code !}. */
        List<String> told() {
            List<String> told = new ArrayList<>();
            errors.forEach(error -> told.add(
                    place(error.row(), error.column()) + " " + error.reason().key()));
            notices.forEach(notice -> told.add((notice.asked() ? "? " : "! ") + place(notice.row(), notice.column())
                    + " " + notice.reason().key()));
            return told;
        }

        private static String place(int row, String column) {
            return row + " " + (column == null ? "-" : column);
        }
    }

    /** In Indonesian; that it is complete in English is asked along the way. */
    static String said(Refusal.Problem problem) {
        assertThat(said(problem, Locale.ENGLISH)).doesNotContainPattern("\\{\\d");
        return said(problem, Locale.forLanguageTag("id"));
    }

    static String said(Refusal.Problem problem, Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/people");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages.getMessage(problem.key(), problem.args(), locale);
    }

    private static KnownPeople organisation() {
        var known = KnownPeople.none();
        for (var unit : List.of("UJI", "UJI-A", "UJI-B", "DISHUB", "DISHUB-SEK", "DISHUB-LALIN")) {
            known.of(ImportTable.UNITS).put(unit, new HashMap<>(Map.of("kode", unit, "nama", unit)));
        }
        var people = known.of(ImportTable.EMPLOYEES);
        people.put(CHIEF, new HashMap<>(Map.of("nip", CHIEF, "nama", "Kepala Uji", "akun", "kepala")));
        people.put("196801011995011900", new HashMap<>(Map.of("nama", "Kepala Dinas", "akun", "dinas")));
        people.put(
                KNOWN,
                new HashMap<>(Map.of(
                        "nama", "dr. Hj. Ani Sp.A(K)", "email", "ani@kota.go.id", "akun", "ani", "atasan_nip", CHIEF)));
        return known;
    }
}
