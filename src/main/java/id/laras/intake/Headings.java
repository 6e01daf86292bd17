package id.laras.intake;

import id.laras.rules.PlainText;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows the names of the columns of a table, and which name somebody meant who wrote another one. */
final class Headings {

    /** Rows that are searched for the names of the columns: titles may stand above them. */
    static final int SEARCHED = 20;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What other systems call the columns, in Indonesian and English; only told, never taken for the column itself. */
    private static final Map<String, List<Name>> ALSO_CALLED = Map.ofEntries(
            Map.entry(
                    "nip",
                    names("nip_baru", "nomor_induk_pegawai", "employee_number", "employee_id", "ni_pppk", "npi")),
            Map.entry("nama", names("name", "full_name", "nama_lengkap", "nama_pegawai", "nama_unit", "nama_jabatan")),
            Map.entry("email", names("surel", "mail", "email_address", "alamat_email", "pos_el")),
            Map.entry("jabatan", names("position", "job_title", "nama_jabatan")),
            Map.entry("jenis_jabatan", names("position_kind", "position_type", "job_type", "tipe_jabatan")),
            Map.entry("jenjang", names("level", "position_level", "tingkat", "jenjang_jabatan")),
            Map.entry("unit", names("unit_kerja", "unit_code", "kode_unit", "satuan_kerja", "opd", "skpd", "satker")),
            Map.entry(
                    "atasan_nip",
                    names(
                            "nip_atasan",
                            "atasan",
                            "nama_atasan",
                            "pejabat_penilai",
                            "nip_penilai",
                            "supervisor",
                            "supervisor_nip",
                            "superior",
                            "superior_nip",
                            "atasan_langsung")),
            Map.entry(
                    "akun",
                    names(
                            "account",
                            "user",
                            "username",
                            "user_name",
                            "user_id",
                            "login",
                            "nama_pengguna",
                            "id_pengguna",
                            "id_login",
                            "uid",
                            "sso")),
            Map.entry(
                    "berakhir",
                    names(
                            "end",
                            "ended",
                            "ended_on",
                            "end_date",
                            "contract_end",
                            "termination_date",
                            "exit_date",
                            "last_day",
                            "akhir",
                            "akhir_kontrak",
                            "akhir_tugas",
                            "sampai",
                            "selesai",
                            "tanggal_selesai",
                            "tgl_selesai",
                            "keluar",
                            "berhenti",
                            "bup",
                            "tanggal_bup",
                            "tmt_bup",
                            "pensiun",
                            "tanggal_pensiun",
                            "tgl_pensiun",
                            "tmt_pensiun",
                            "tanggal_akhir",
                            "tgl_akhir",
                            "tmt_akhir",
                            "tanggal_berhenti",
                            "tgl_berhenti",
                            "tmt_berhenti",
                            "tanggal_keluar",
                            "tgl_keluar",
                            "retirement_date")),
            Map.entry("kode", names("code", "unit_code", "position_code", "kode_unit", "kode_jabatan")),
            Map.entry("induk", names("parent", "parent_code", "parent_unit", "kode_induk", "unit_induk", "atasan")),
            Map.entry("kompetensi", names("competency", "competencies", "competences")),
            Map.entry("jenis", names("kind", "type", "tipe")),
            Map.entry("kode_jabatan", names("position_code", "jabatan", "kode_posisi")),
            Map.entry("digantikan_nip", names("nip_digantikan", "replaced_nip", "nip_pejabat")),
            Map.entry("pelaksana_nip", names("nip_pelaksana", "acting_nip", "nip_plt", "nip_plh")),
            Map.entry("mulai", names("start", "first_day", "start_date", "from", "tmt", "awal")),
            Map.entry("sampai", names("end", "until", "to", "last_day", "end_date", "selesai", "berakhir", "hingga")));

    private final ImportTable table;
    private final Map<String, String> bySkeleton = new HashMap<>();

    Headings(ImportTable table) {
        this.table = table;
        table.columns().forEach(column -> bySkeleton.put(skeleton(column), column));
    }

    /**
     * The names of these cells: those of known columns as the table writes them, whatever their case and the marks between
     * their words, the others in lower case.
     */
    List<String> of(List<String> cells) {
        return cells.stream()
                .map(cell -> Objects.requireNonNullElse(PlainText.of(cell), "").toLowerCase(Locale.ROOT))
                .map(name -> bySkeleton.getOrDefault(skeleton(name), name))
                .toList();
    }

    /** How much a row looks like the names of the columns; 0 when it does not at all. */
    int likeness(List<String> cells) {
        var names = new TreeSet<>(of(cells));
        var absent = absent(names);
        var known = table.columns().size() - absent.size();
        var near = names.stream()
                .filter(name -> !table.columns().contains(name))
                .filter(name -> near(name, absent).isPresent())
                .count();
        return known + near < 2 ? 0 : known * 2 + (int) near;
    }

    boolean isComplete(List<String> cells) {
        return Set.copyOf(of(cells)).containsAll(table.required());
    }

    /** The columns that are not among these. */
    Collection<String> absent(Collection<String> names) {
        var absent = new TreeSet<>(table.columns());
        absent.removeAll(names);
        return absent;
    }

    /** Which of the absent columns this name was meant to be: misspelt, said in other words, or with a word more. */
    Optional<String> near(String name, Collection<String> absent) {
        var skeleton = skeleton(name);
        if (skeleton.length() < 2) {
            return Optional.empty();
        }
        var words = words(name);
        return absent.stream()
                .filter(column -> ALSO_CALLED.get(column).stream()
                                .anyMatch(other ->
                                        other.isNearly(skeleton, other.text().length() < 6 ? 0 : 1)
                                                || other.words().size() > 1 && words.containsAll(other.words()))
                        || words.containsAll(words(column))
                        || distance(skeleton(column), skeleton) <= mistakes(column))
                .min(Comparator.comparingInt(column -> distance(skeleton(column), skeleton)));
    }

    /** A name with what it is compared by. */
    private record Name(String text, String skeleton, Set<String> words) {

        boolean isNearly(String other, int mistakes) {
            return mistakes == 0 ? skeleton.equals(other) : distance(skeleton, other) <= mistakes;
        }
    }

    private static List<Name> names(String... names) {
        return Arrays.stream(names)
                .map(name -> new Name(name, skeleton(name), words(name)))
                .toList();
    }

    private static Set<String> words(String name) {
        return BETWEEN_WORDS.splitAsStream(name).collect(Collectors.toSet());
    }

    private static int mistakes(String column) {
        return column.length() < 4 ? 0 : column.length() < 6 ? 1 : 2;
    }

    private static String skeleton(String name) {
        return BETWEEN_WORDS.matcher(name).replaceAll("");
    }

    /** Letters to add, leave out, change or swap with their neighbour. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        var steps = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}
