package id.laras.people;

import id.laras.rules.Nip;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what the rules allow but what is often a mistake: HR sees it in the preview, and is asked where it weighs much. */
final class ImportDoubts {

    /** At the beginning of a position, or in brackets at its end. */
    private static final Pattern ACTING = Pattern.compile(
            "^\\W*(plt|plh|pj|pjs|pgs|ymt|pelaksana\\s+(tugas|harian)|penjabat)\\b.*|.*\\((plt|plh|pj|pjs|pgs)\\.?\\)\\W*$",
            Pattern.CASE_INSENSITIVE);

    /** Before a name, also without their dot. */
    private static final Set<String> TITLES = Set.of("drs", "dra", "ir", "h", "hj", "dr", "prof", "kh");

    private final KnownPeople known;
    private final ImportErrors errors;

    ImportDoubts(KnownPeople known, ImportErrors errors) {
        this.known = known;
        this.errors = errors;
    }

    void check(ImportPlanner.Asked asked) {
        pointOutZeros(ImportTable.UNITS, asked.units());
        pointOutZeros(ImportTable.POSITIONS, asked.positions());
        asked.positions().forEach(row -> pointOutActing(row.row(), "nama", row.name()));
        asked.employees().forEach(row -> pointOutActing(row.row(), "jabatan", row.position()));
        asked.employees().forEach(this::askAboutLostSuperior);
        var people = new People(asked.employees());
        asked.employees().forEach(people::ask);
    }

    private void pointOutZeros(ImportTable table, List<? extends ImportRow> rows) {
        Map<String, Set<String>> codes = new HashMap<>();
        Stream.concat(known.of(table).keySet().stream(), rows.stream().map(ImportRow::key))
                .filter(code -> LostZeros.bare(code) != null)
                .forEach(code -> codes.computeIfAbsent(LostZeros.bare(code), bare -> new TreeSet<>())
                        .add(code));
        for (var row : rows) {
            if (!known.of(table).containsKey(row.key())) {
                codes.getOrDefault(Objects.requireNonNullElse(LostZeros.bare(row.key()), ""), Set.of()).stream()
                        .filter(other -> !other.equals(row.key()))
                        .findFirst()
                        .ifPresent(other -> ask(row.row(), "kode", "people.notice.zeros", row.key(), other));
            }
        }
    }

    /** Whoever has no superior is not evaluated. */
    private void askAboutLostSuperior(EmployeeRow employee) {
        var before = known.of(ImportTable.EMPLOYEES).get(employee.nip());
        var superior = before == null ? null : before.get("atasan_nip");
        if (superior != null && employee.supervisorNip() == null) {
            ask(employee.row(), "atasan_nip", "people.notice.noSuperior", superior);
        }
    }

    private void pointOutActing(TableRow row, String column, String position) {
        if (position != null && ACTING.matcher(position).matches()) {
            errors.note(ImportNotice.said(row.error(column, "people.notice.acting", position)));
        }
    }

    private void ask(TableRow row, String column, String key, Object... args) {
        errors.note(ImportNotice.asked(row.error(column, key, args)));
    }

    /** Everybody as they would be after the import, by what tells whether two are one. */
    private final class People {

        private final Map<String, List<Person>> byEmail = new HashMap<>();
        private final Map<String, List<Person>> byBirth = new HashMap<>();

        /** @param row null for whoever is known and not in the file */
        private record Person(String nip, String name, Integer row) {}

        People(List<EmployeeRow> rows) {
            Set<String> inFile = new HashSet<>();
            for (var row : rows) {
                if (row.nip() != null && inFile.add(row.nip())) {
                    add(new Person(row.nip(), row.name(), row.row().number()), row.email());
                }
            }
            known.of(ImportTable.EMPLOYEES).forEach((nip, row) -> {
                if (!inFile.contains(nip)) {
                    add(new Person(nip, row.get("nama"), null), row.get("email"));
                }
            });
        }

        private void add(Person person, String email) {
            if (email != null) {
                byEmail.computeIfAbsent(email.toLowerCase(Locale.ROOT), one -> new ArrayList<>())
                        .add(person);
            }
            byBirth.computeIfAbsent(birthAndName(person.nip(), person.name()), one -> new ArrayList<>())
                    .add(person);
        }

        /** About what the row brings that was not so before. */
        void ask(EmployeeRow row) {
            if (row.nip() == null) {
                return;
            }
            var before = known.of(ImportTable.EMPLOYEES).get(row.nip());
            if (row.email() != null && !(before != null && row.email().equalsIgnoreCase(before.get("email")))) {
                other(byEmail.get(row.email().toLowerCase(Locale.ROOT)), row)
                        .ifPresent(other -> ImportDoubts.this.ask(
                                row.row(),
                                "email",
                                other.row() == null ? "people.notice.email" : "people.notice.emailInFile",
                                row.email(),
                                called(other),
                                other.nip(),
                                other.row()));
            }
            if (before == null) {
                other(byBirth.get(birthAndName(row.nip(), row.name())), row)
                        .ifPresent(other -> ImportDoubts.this.ask(
                                row.row(),
                                "nip",
                                other.row() == null ? "people.notice.person" : "people.notice.personInFile",
                                called(other),
                                other.nip(),
                                other.row()));
            }
        }

        private static String called(Person person) {
            return Objects.requireNonNullElse(person.name(), "");
        }

        private static Optional<Person> other(List<Person> people, EmployeeRow row) {
            return people == null
                    ? Optional.empty()
                    : people.stream()
                            .filter(person -> !person.nip().equals(row.nip()))
                            .findFirst();
        }
    }

    /** Birthday of the NIP and name without titles, capitals, accents and blanks: what two rows of one person share. */
    private static String birthAndName(String nip, String name) {
        var bare = bareName(name);
        return bare.isEmpty() || nip.length() < 8 ? "nip " + nip : Nip.birth(nip) + " " + bare;
    }

    /** "Drs.H.Ahmad" is written without a blank as often as with one. */
    private static String withoutTitles(String word) {
        var dot = word.indexOf('.');
        return dot > 0 && TITLES.contains(word.substring(0, dot).toLowerCase(Locale.ROOT))
                ? withoutTitles(word.substring(dot + 1))
                : word;
    }

    private static String bareName(String name) {
        if (name == null) {
            return "";
        }
        var words = Arrays.stream(name.split(",", 2)[0].split(" "))
                .map(ImportDoubts::withoutTitles)
                .filter(word -> !word.contains(".") && !TITLES.contains(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
