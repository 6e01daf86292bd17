package id.laras.people;

import id.laras.rules.Nip;
import java.time.LocalDate;
import java.util.ArrayList;
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
import java.util.stream.Stream;

/** Finds what the rules allow but what is often a mistake: HR sees it in the preview, and is asked where it weighs much. */
final class ImportDoubts {

    /** Anywhere in a position, as a word of its own: "Sekretaris / Plt. Kepala Dinas" too. */
    private static final Pattern ACTING = Pattern.compile(
            "(?<!\\p{L})(?:p\\W{0,2}l\\W{0,2}[th]|pj|pjs|pgs|p?ymt|pelaksana\\s+(?:tugas|harian)|penjabat"
                    + "|pejabat\\s+(?:sementara|pelaksana))(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A code as a spreadsheet leaves it that took it for a number or a day. */
    private static final Pattern CHANGED_CODE =
            Pattern.compile("[0-9]+[.,]0+|[0-9]+[eE][0-9]+|[0-9]{1,2}[-/]\\p{L}{3}|\\p{L}{3}[-/][0-9]{2}");

    /** Fewer of them could be rounded by a double by chance; then that is asked, not said. */
    static final int ENOUGH_TO_TELL_ROUNDING = 4;

    /** Between two doubles of the size of a NIP. */
    static final int STEP_OF_A_DOUBLE = 32;

    private static final int OLDEST = 75;

    private final KnownPeople known;
    private final LocalDate today;
    private final ImportErrors errors;

    ImportDoubts(KnownPeople known, LocalDate today, ImportErrors errors) {
        this.known = known;
        this.today = today;
        this.errors = errors;
    }

    void check(ImportPlanner.Asked asked) {
        pointOutZeros(ImportTable.UNITS, asked.units());
        pointOutZeros(ImportTable.POSITIONS, asked.positions());
        asked.positions().forEach(row -> pointOutActing(row.row(), "nama", row.name()));
        asked.employees().forEach(row -> pointOutActing(row.row(), "jabatan", row.position()));
        asked.employees().forEach(this::askAboutLostSuperior);
        asked.employees().forEach(this::askAboutAge);
        askAboutSuperiorsWhoLeft(asked.employees());
        askAboutRounding(asked.employees());
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
            if (row.key() != null
                    && !known.of(table).containsKey(row.key())
                    && CHANGED_CODE.matcher(row.key()).matches()) {
                ask(row.row(), "kode", "people.notice.changedCode", row.key());
            } else if (!known.of(table).containsKey(row.key())) {
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

    /** A year that was mistyped: nobody serves that long. */
    private void askAboutAge(EmployeeRow employee) {
        if (employee.endedOn() == null
                || employee.nip() == null
                || !Nip.isNip(employee.nip())
                || isAsBefore(employee, "berakhir")) {
            return;
        }
        var age = employee.endedOn().getYear() - Integer.parseInt(employee.nip().substring(0, 4));
        if (age > OLDEST) {
            ask(
                    employee.row(),
                    "berakhir",
                    "people.notice.oldest",
                    employee.endedOn().toString(),
                    age);
        }
    }

    private boolean isAsBefore(EmployeeRow employee, String column) {
        var before = known.of(ImportTable.EMPLOYEES).get(employee.nip());
        return before != null
                && Objects.equals(before.get(column), employee.values().get(column));
    }

    /** Whoever answers to somebody who is gone has nobody who judges them. Asked of what is new: the line, or the last day. */
    private void askAboutSuperiorsWhoLeft(List<EmployeeRow> rows) {
        Map<String, LocalDate> lastDays = new HashMap<>();
        known.column(ImportTable.EMPLOYEES, "berakhir")
                .forEach((nip, day) -> lastDays.put(nip, day == null ? null : LocalDate.parse(day)));
        var before = Map.copyOf(withoutNulls(lastDays));
        rows.stream()
                .filter(row -> row.nip() != null && row.row().cells().containsKey("berakhir"))
                .forEach(row -> lastDays.put(row.nip(), row.endedOn()));
        for (var row : rows) {
            var last = row.supervisorNip() == null ? null : lastDays.get(row.supervisorNip());
            var own = row.nip() == null ? null : lastDays.get(row.nip());
            if (last != null
                    && last.isBefore(today)
                    && (own == null || !own.isBefore(today))
                    && !(isAsBefore(row, "atasan_nip") && before.containsKey(row.supervisorNip()))) {
                ask(row.row(), "atasan_nip", "people.notice.superiorLeft", row.supervisorNip(), last.toString());
            }
        }
    }

    private static Map<String, LocalDate> withoutNulls(Map<String, LocalDate> days) {
        Map<String, LocalDate> some = new HashMap<>(days);
        some.values().removeIf(Objects::isNull);
        return some;
    }

    /**
     * What doubles leave of eighteen digits are multiples of 32. One sound number in 32 is such, so that few of them are asked
     * about; many together are refused by {@link ImportRules}.
     */
    private void askAboutRounding(List<EmployeeRow> rows) {
        var added = rows.stream()
                .filter(row -> row.nip() != null && Nip.isNip(row.nip()))
                .filter(row -> !known.of(ImportTable.EMPLOYEES).containsKey(row.nip()))
                .toList();
        if (added.size() < ENOUGH_TO_TELL_ROUNDING
                && added.stream().allMatch(row -> Long.parseLong(row.nip()) % STEP_OF_A_DOUBLE == 0)) {
            added.forEach(row -> ask(row.row(), "nip", "people.notice.rounded", row.nip()));
        }
    }

    private void pointOutActing(TableRow row, String column, String position) {
        if (position != null && ACTING.matcher(position).find()) {
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
        private final Map<Long, List<Person>> byDouble = new HashMap<>();

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
            if (Nip.isNip(person.nip())) {
                byDouble.computeIfAbsent((long) (double) Long.parseLong(person.nip()), one -> new ArrayList<>())
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
            if (before == null && Nip.isNip(row.nip()) && askAboutDouble(row)) {
                return;
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

        /** Whether the number is what a double leaves of somebody else's; with the same name it is nobody's else. */
        private boolean askAboutDouble(EmployeeRow row) {
            var number = Long.parseLong(row.nip());
            var other = number % STEP_OF_A_DOUBLE == 0 ? other(byDouble.get(number), row) : Optional.<Person>empty();
            other.ifPresent(person -> {
                if (BareName.of(person.name()).equals(BareName.of(row.name()))) {
                    errors.add(row.row().error("nip", "people.nip.roundedOf", row.nip(), person.nip(), called(person)));
                } else {
                    ImportDoubts.this.ask(
                            row.row(), "nip", "people.notice.roundedOf", row.nip(), person.nip(), called(person));
                }
            });
            return other.isPresent();
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
        var bare = BareName.of(name);
        return bare.isEmpty() || nip.length() < 8 ? "nip " + nip : Nip.birth(nip) + " " + bare;
    }
}
