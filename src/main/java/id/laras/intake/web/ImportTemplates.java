package id.laras.intake.web;

import id.laras.intake.ImportTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;

/** What HR fills in: the columns with one or two rows as an example, for each table as CSV and as XLSX. */
final class ImportTemplates {

    private static final Map<ImportTable, List<List<String>>> EXAMPLES = new EnumMap<>(Map.of(
            ImportTable.UNITS,
                    List.of(
                            List.of("DINKES", "Dinas Kesehatan", ""),
                            List.of("DINKES-YAN", "Bidang Pelayanan Kesehatan", "DINKES")),
            ImportTable.POSITIONS,
                    List.of(
                            List.of("KADINKES", "Kepala Dinas Kesehatan", "JPT", "", "INTEGRITAS:4|KERJASAMA:4"),
                            List.of("PERAWAT-T", "Perawat Terampil", "JF", "Terampil", "INTEGRITAS:2|KERJASAMA:2")),
            ImportTable.EMPLOYEES,
                    List.of(
                            List.of(
                                    "196805121994031005",
                                    "dr. Hendra Wijaya",
                                    "hendra@contoh.go.id",
                                    "Kepala Dinas Kesehatan",
                                    "JPT",
                                    "",
                                    "DINKES",
                                    "",
                                    "",
                                    ""),
                            List.of(
                                    "199104172015032004",
                                    "Siti Rahmawati, A.Md.Kep.",
                                    "siti@contoh.go.id",
                                    "Perawat",
                                    "JF",
                                    "Terampil",
                                    "DINKES-YAN",
                                    "196805121994031005",
                                    "",
                                    "")),
            ImportTable.ACTING,
                    List.of(List.of("PLT", "DINKES-YAN", "", "", "196805121994031005", "2026-01-01", "2026-06-30"))));

    private ImportTemplates() {}

    private static List<List<String>> rows(ImportTable table) {
        var header = Stream.concat(table.required().stream(), table.optional().stream())
                .toList();
        return Stream.concat(Stream.of(header), EXAMPLES.get(table).stream()).toList();
    }

    /** Semicolons and a byte order mark, because that is what Excel opens rightly in Indonesia. */
    static byte[] csv(ImportTable table) {
        return rows(table).stream()
                .map(row -> String.join(";", row) + "\n")
                .collect(Collectors.joining("", "\uFEFF", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** All cells are text, far beyond the examples, so that a NIP stays as it is typed. */
    static byte[] xlsx(ImportTable table) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Laras", "1.0")) {
            var sheet = book.newWorksheet(table.id());
            var rows = rows(table);
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
            for (var column = 0; column < rows.get(0).size(); column++) {
                sheet.width(column, 24);
                sheet.style(column).format("@").set();
            }
            book.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static ImportTable table(String id) {
        return Arrays.stream(ImportTable.values())
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
