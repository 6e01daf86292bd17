package id.laras.intake;

import id.laras.people.ActingKind;
import id.laras.people.DaysAway;
import id.laras.people.OwnFavour;
import id.laras.people.ReportingLines;
import id.laras.people.SubstituteFor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Knows whether a change of the people would give whoever makes it somebody to assess, or another assessor of their own: by the
 * lines as they would be, today or on a later day, somebody answers to them who did not before, they come nearer to
 * somebody, or they answer to somebody else. What the lines give to a person for whom they stand in, they give to them too.
 * Nobody makes themselves a superior nor chooses theirs (docs/adr/0073).
 */
@Component
class Favours implements OwnFavour {

    /** Rows that are looked for one by one; whoever is favoured by more has everything wait. */
    private static final int ONE_BY_ONE = 500;

    private final ReportingLines lines;
    private final PeopleTables tables;
    private final SubstituteFor substituteFor;
    private final Clock clock;

    Favours(ReportingLines lines, PeopleTables tables, SubstituteFor substituteFor, Clock clock) {
        this.lines = lines;
        this.tables = tables;
        this.substituteFor = substituteFor;
        this.clock = clock;
    }

    /**
     * Those of the changes without which the rest does not favour that account.
     *
     * @param account null for the application itself, which nobody can favour
     */
    Set<ImportChange> among(List<ImportChange> changes, KnownPeople known, String account) {
        Set<ImportChange> found = Collections.newSetFromMap(new IdentityHashMap<>());
        if (account == null || changes.isEmpty()) {
            return found;
        }
        var one = of(account, known, known.with(changes));
        changes.stream().filter(one::isNamed).forEach(found::add);
        var rest = changes.stream().filter(change -> !found.contains(change)).toList();
        var people = known.with(
                rest.stream().filter(change -> !change.touchesLines()).toList());
        one.putAside(people, rest.stream().filter(ImportChange::touchesLines).toList(), found);
        return found;
    }

    @Override
    public boolean absence(DaysAway days, String account) {
        var known = tables.load();
        var one = of(account, known, known);
        var more = new ArrayList<>(one.absent);
        more.add(days);
        return one.gain(new LinesOfPeople(known, more)).isPresent();
    }

    @Override
    public boolean appointment(
            String officialNip, String actingNip, ActingKind kind, LocalDate first, LocalDate last, String account) {
        Map<String, String> row = new HashMap<>();
        row.put("jenis", kind.name());
        row.put("digantikan_nip", officialNip);
        row.put("pelaksana_nip", actingNip);
        row.put("mulai", first.toString());
        row.put("sampai", last.toString());
        var key = ActingRow.key(ActingRow.place(null, null, officialNip), actingNip, first);
        var change = new ImportChange(ImportTable.ACTING, ImportChange.Kind.ADDED, 0, key, key, List.of(), row);
        return !among(List.of(change), tables.load(), account).isEmpty();
    }

    private Person of(String account, KnownPeople known, KnownPeople after) {
        var accounts = Stream.concat(Stream.of(account), substituteFor.accounts(account).stream())
                .map(Favours::lower)
                .collect(Collectors.toSet());
        var nips = Stream.of(known, after)
                .flatMap(people -> people.of(ImportTable.EMPLOYEES).entrySet().stream())
                .filter(employee -> employee.getValue().get("akun") != null
                        && accounts.contains(lower(employee.getValue().get("akun"))))
                .map(employee -> employee.getKey())
                .collect(Collectors.toSet());
        var own = known.of(ImportTable.EMPLOYEES).entrySet().stream()
                .filter(employee -> account.equalsIgnoreCase(employee.getValue().get("akun")))
                .map(employee -> employee.getKey())
                .collect(Collectors.toSet());
        return new Person(nips, own, known, lines.daysAwayFrom(LocalDate.now(clock)));
    }

    private static String lower(String account) {
        return account.toLowerCase(Locale.ROOT);
    }

    /** Somebody with those for whom they stand in, and the people as they were. */
    private final class Person {

        private final Set<String> nips;
        private final Set<String> own;
        private final Collection<DaysAway> absent;
        private final LinesOfPeople before;
        private final Map<LocalDate, Map<String, Integer>> belowBefore = new HashMap<>();
        private final Map<LocalDate, Map<String, List<String>>> aboveBefore = new HashMap<>();
        private final Set<LocalDate> telling = new TreeSet<>();
        private final LocalDate today = LocalDate.now(clock);

        /** @param own those of them who are the person, as far as they were known before */
        Person(Set<String> nips, Set<String> own, KnownPeople known, Collection<DaysAway> absent) {
            this.nips = nips;
            this.own = own;
            this.absent = absent;
            this.before = new LinesOfPeople(known, absent);
        }

        /** Rows that say so outright, also where nobody would be below them yet. */
        private boolean isNamed(ImportChange change) {
            var column = change.table() == ImportTable.EMPLOYEES ? "atasan_nip" : "pelaksana_nip";
            var touches = change.table() == ImportTable.ACTING && change.kind() != ImportChange.Kind.ENDED
                    || change.table() == ImportTable.EMPLOYEES
                            && change.fields().stream()
                                    .anyMatch(field -> field.column().equals(column));
            return touches && nips.contains(change.values().get(column));
        }

        /**
         * Puts aside the changes without which the others favour nobody. They are looked for on the days on which something was
         * found to be gained, mostly one, and what is left is looked at on all days again.
         */
        private void putAside(KnownPeople people, List<ImportChange> changes, Set<ImportChange> aside) {
            var left = changes;
            var day = gain(people.with(left));
            while (day.isPresent()) {
                telling.add(day.get());
                accept(people, left, aside);
                left = left.stream().filter(change -> !aside.contains(change)).toList();
                day = gain(people.with(left));
            }
        }

        /**
         * Takes the changes that favour nobody on the telling days and puts the others aside, by halves, so that a few among
         * thousands are found with a few comparisons.
         *
         * @return the people with what was taken
         */
        private KnownPeople accept(KnownPeople people, List<ImportChange> changes, Set<ImportChange> aside) {
            if (changes.isEmpty()) {
                return people;
            }
            var all = people.with(changes);
            var later = new LinesOfPeople(all, absent);
            if (telling.stream().noneMatch(day -> gains(later, day))) {
                return all;
            }
            if (changes.size() == 1 || aside.size() >= ONE_BY_ONE) {
                aside.addAll(changes);
                return people;
            }
            var half = changes.size() / 2;
            return accept(
                    accept(people, changes.subList(0, half), aside), changes.subList(half, changes.size()), aside);
        }

        private Optional<LocalDate> gain(KnownPeople people) {
            return gain(new LinesOfPeople(people, absent));
        }

        /** The first day on which somebody is below them who was not, or nearer, or on which others are above them. */
        private Optional<LocalDate> gain(LinesOfPeople later) {
            if (nips.isEmpty()) {
                return Optional.empty();
            }
            var days = new TreeSet<>(before.turns(today));
            days.addAll(later.turns(today));
            days.add(today);
            return days.stream().filter(day -> gains(later, day)).findFirst();
        }

        private boolean gains(LinesOfPeople later, LocalDate day) {
            return later.lead(nips) && comesNearer(later, day)
                    || !own.isEmpty()
                            && !aboveBefore
                                    .computeIfAbsent(day, one -> before.above(own, one))
                                    .equals(later.above(own, day));
        }

        private boolean comesNearer(LinesOfPeople later, LocalDate day) {
            var were = belowBefore.computeIfAbsent(day, one -> before.below(nips, one));
            return later.below(nips, day).entrySet().stream()
                    .anyMatch(person -> person.getValue()
                            < Objects.requireNonNullElse(were.get(person.getKey()), Integer.MAX_VALUE));
        }
    }
}
