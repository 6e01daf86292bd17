package id.laras.intake;

import id.laras.people.BareName;
import id.laras.rules.Nip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Everybody as they would be after the import, by what tells whether two are one: HR is asked about those who may be. */
final class AlikePeople {

    private final KnownPeople known;
    private final ImportErrors errors;
    private final Map<String, List<Person>> byEmail = new HashMap<>();
    private final Map<String, List<Person>> byBirth = new HashMap<>();
    private final Map<Long, List<Person>> byDouble = new HashMap<>();

    /** Those of everybody who is known. */
    private final Set<String> names = new HashSet<>();

    /** @param row null for whoever is known and not in the file */
    private record Person(String nip, String name, Integer row) {}

    AlikePeople(KnownPeople known, List<EmployeeRow> rows, ImportErrors errors) {
        this.known = known;
        this.errors = errors;
        Set<String> inFile = new HashSet<>();
        for (var row : rows) {
            if (row.nip() != null && inFile.add(row.nip())) {
                add(new Person(row.nip(), row.name(), row.row().number()), row.email());
            }
        }
        known.of(ImportTable.EMPLOYEES).forEach((nip, row) -> {
            names.add(BareName.of(row.get("nama")));
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
        if (before != null && isSomebodyElse(row.name(), before.get("nama"))) {
            ask(row.row(), "nama", "people.notice.otherName", row.nip(), before.get("nama"));
        }
        if (row.email() != null && !(before != null && row.email().equalsIgnoreCase(before.get("email")))) {
            other(byEmail.get(row.email().toLowerCase(Locale.ROOT)), row)
                    .ifPresent(other -> ask(
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
                    .ifPresent(other -> ask(
                            row.row(),
                            "nip",
                            other.row() == null ? "people.notice.person" : "people.notice.personInFile",
                            called(other),
                            other.nip(),
                            other.row()));
        }
    }

    /** Whether a known number now stands beside the name of another person: a column was sorted without the others. */
    private boolean isSomebodyElse(String name, String before) {
        var bare = BareName.of(name);
        return !bare.equals(BareName.of(before)) && (BareName.areOfTwo(name, before) || names.contains(bare));
    }

    /** Whether the number is what a double leaves of somebody else's; with the same name it can be no other person's. */
    private boolean askAboutDouble(EmployeeRow row) {
        var number = Long.parseLong(row.nip());
        var other = number % ImportDoubts.STEP_OF_A_DOUBLE == 0
                ? other(byDouble.get(number), row)
                : Optional.<Person>empty();
        other.ifPresent(person -> {
            if (BareName.of(person.name()).equals(BareName.of(row.name()))) {
                errors.add(row.row().error("nip", "people.nip.roundedOf", row.nip(), person.nip(), called(person)));
            } else {
                ask(row.row(), "nip", "people.notice.roundedOf", row.nip(), person.nip(), called(person));
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

    private void ask(TableRow row, String column, String key, Object... args) {
        errors.note(ImportNotice.asked(row.error(column, key, args)));
    }

    /** Birthday of the NIP and name without titles, capitals, accents and blanks: what two rows of one person share. */
    private static String birthAndName(String nip, String name) {
        var bare = BareName.of(name);
        return bare.isEmpty() || nip.length() < 8 ? "nip " + nip : Nip.birth(nip) + " " + bare;
    }
}
