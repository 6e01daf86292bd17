package id.laras.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What can be imported, in the order in which it is read and written: later tables name rows of earlier ones. */
public enum ImportTable {
    /** Unit kerja. */
    UNITS(List.of("kode", "nama", "induk"), List.of(), null),
    /** Jabatan with the competencies that it asks for ({@code kode:tingkat|kode:tingkat}, levels 1 to 9). */
    POSITIONS(List.of("kode", "nama", "jenis_jabatan", "jenjang", "kompetensi"), List.of(), null),
    /** Pegawai; {@code berakhir} is the last day of service. */
    EMPLOYEES(
            List.of("nip", "nama", "email", "jabatan", "jenis_jabatan", "jenjang", "unit", "atasan_nip"),
            List.of("akun", "berakhir"),
            "berakhir"),
    /** Pelaksana tugas and pelaksana harian (PLT, PLH) of exactly one unit, position or person. */
    ACTING(
            List.of("jenis", "unit", "kode_jabatan", "digantikan_nip", "pelaksana_nip", "mulai", "sampai"),
            List.of(),
            "sampai");

    private static final Set<String> DAYS = Set.of("berakhir", "mulai", "sampai");

    private final List<String> required;
    private final List<String> optional;
    private final String end;

    ImportTable(List<String> required, List<String> optional, String end) {
        this.required = required;
        this.optional = optional;
        this.end = end;
    }

    /** As the files, the form's fields and the messages call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Columns that a file must have. */
    public List<String> required() {
        return required;
    }

    /** Columns that a file may lack; then what they say stays as it is. */
    public List<String> optional() {
        return optional;
    }

    /** All of them, the required ones first. */
    List<String> columns() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    /** Whether a cell of this column is a day. */
    static boolean isDay(String column) {
        return DAYS.contains(column);
    }

    /** The column whose first value ends a row; null where nothing ends. */
    String end() {
        return end;
    }
}
