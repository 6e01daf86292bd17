package id.laras.intake;

import id.laras.intake.ImportReport.Counts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out what files would add, change and end, or what is wrong with them. Writes nothing. */
@Component
class ImportPlanner {

    private final PeopleTables tables;
    private final ImportLimits limits;
    private final Favours favours;
    private final NipRules nips;
    private final Clock clock;

    ImportPlanner(PeopleTables tables, ImportLimits limits, Favours favours, NipRules nips, Clock clock) {
        this.tables = tables;
        this.limits = limits;
        this.favours = favours;
        this.nips = nips;
        this.clock = clock;
    }

    /**
     * @param by      account of who imports, null for the application itself
     * @param percent told how far it is, 0 to 100
     */
    ImportPlan plan(ImportFiles files, String by, IntConsumer percent) {
        var errors = new ImportErrors();
        var read = files.byTable().size() * 2 + 2;
        var step = 0;
        Map<ImportTable, List<TableRow>> rows = new EnumMap<>(ImportTable.class);
        for (var table : ImportTable.values()) {
            var file = files.byTable().get(table);
            if (file != null) {
                rows.put(table, Table.read(file, table, limits, errors));
                percent.accept(++step * 100 / read);
            }
        }
        return plan(files.names(), rows, errors, by, done -> percent.accept((read - 2 + done) * 100 / read));
    }

    /** Plans rows that were read before. */
    ImportPlan plan(List<String> fileNames, Map<ImportTable, List<TableRow>> rows, String by) {
        return plan(fileNames, rows, new ImportErrors(), by, done -> {});
    }

    private ImportPlan plan(
            List<String> fileNames,
            Map<ImportTable, List<TableRow>> rows,
            ImportErrors errors,
            String by,
            IntConsumer step) {
        var asked = Asked.of(rows);
        var known = errors.allRowsKnown() ? tables.load() : KnownPeople.none();
        if (errors.allRowsKnown()) {
            rules(known, errors).check(asked);
            new ImportDoubts(known, LocalDate.now(clock), errors).check(asked);
        }
        step.accept(1);
        List<ImportChange> all = new ArrayList<>();
        if (errors.none()) {
            rows.keySet().forEach(table -> all.addAll(compare(table, asked.of(table), known.of(table))));
        }
        var waiting = waiting(known, rows, all, by);
        step.accept(2);
        var changes = all.stream().filter(change -> !waiting.contains(change)).toList();
        Map<ImportTable, Counts> counts = new EnumMap<>(ImportTable.class);
        if (errors.none()) {
            rows.forEach((table, lines) -> counts.put(table, counts(table, lines.size(), changes, waiting)));
        }
        return new ImportPlan(
                fileNames,
                known.fingerprint(),
                errors.inOrder(fileNames),
                errors.count(),
                errors.noticesInOrder(fileNames),
                errors.noticeCount(),
                errors.asked(),
                counts,
                changes,
                all.stream().filter(waiting::contains).toList(),
                rowsOf(waiting, rows, true));
    }

    private ImportRules rules(KnownPeople known, ImportErrors errors) {
        return new ImportRules(known, nips, LocalDate.now(clock), errors);
    }

    /** What favours whoever imports, and what would break a rule without that; in the end all of it. */
    private Set<ImportChange> waiting(
            KnownPeople known, Map<ImportTable, List<TableRow>> rows, List<ImportChange> all, String by) {
        Set<ImportChange> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
        while (true) {
            var rest = all.stream().filter(change -> !waiting.contains(change)).toList();
            var more = favours.among(rest, known, by);
            waiting.addAll(more);
            if (waiting.isEmpty()) {
                return waiting;
            }
            var errors = new ImportErrors();
            rules(known, errors).check(Asked.of(rowsOf(waiting, rows, false)));
            var broken = errors.inOrder(List.of()).stream()
                    .map(error -> error.file() + " " + error.row())
                    .collect(Collectors.toSet());
            var dependent = all.stream()
                    .filter(change -> !waiting.contains(change))
                    .filter(change ->
                            broken.contains(rows.get(change.table()).get(0).file() + " " + change.row()))
                    .toList();
            waiting.addAll(dependent);
            if (errors.none() && more.isEmpty()) {
                return waiting;
            }
            if (!errors.none() && dependent.isEmpty()) {
                waiting.addAll(all);
                return waiting;
            }
        }
    }

    /** The rows of these changes, or all others. */
    private static Map<ImportTable, List<TableRow>> rowsOf(
            Set<ImportChange> changes, Map<ImportTable, List<TableRow>> rows, boolean these) {
        Map<ImportTable, List<TableRow>> found = new EnumMap<>(ImportTable.class);
        for (var table : ImportTable.values()) {
            var numbers = changes.stream()
                    .filter(change -> change.table() == table)
                    .map(ImportChange::row)
                    .collect(Collectors.toSet());
            found.put(
                    table,
                    rows.getOrDefault(table, List.of()).stream()
                            .filter(row -> numbers.contains(row.number()) == these)
                            .toList());
        }
        return found;
    }

    private static Counts counts(
            ImportTable table, int rows, List<ImportChange> changes, Collection<ImportChange> waiting) {
        var counts = Counts.NONE;
        for (var change : changes) {
            counts = change.table() == table ? counts.plus(change.kind()) : counts;
        }
        var wait =
                (int) waiting.stream().filter(change -> change.table() == table).count();
        return new Counts(
                counts.added(),
                counts.changed(),
                counts.ended(),
                rows - wait - counts.added() - counts.changed() - counts.ended());
    }

    private static List<ImportChange> compare(
            ImportTable table, List<? extends ImportRow> rows, Map<String, Map<String, String>> known) {
        Map<String, ImportRow> asked = rows.stream()
                .collect(Collectors.toMap(ImportRow::key, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        List<ImportChange> added = new ArrayList<>();
        List<ImportChange> changed = new ArrayList<>();
        for (var key : whoeverIsNamedFirst(table, asked)) {
            var row = asked.get(key);
            if (row == null) {
                continue;
            }
            var before = known.get(key);
            var change = change(table, row, before);
            if (change != null) {
                (before == null ? added : changed).add(change);
            }
        }
        added.addAll(changed);
        return added;
    }

    private static List<String> whoeverIsNamedFirst(ImportTable table, Map<String, ImportRow> asked) {
        var column =
                switch (table) {
                    case UNITS -> "induk";
                    case EMPLOYEES -> "atasan_nip";
                    default -> null;
                };
        if (column == null) {
            return List.copyOf(asked.keySet());
        }
        Map<String, String> above = new LinkedHashMap<>();
        asked.forEach((key, row) -> above.put(key, row.row().cell(column)));
        return new Lines(above).topDown();
    }

    /** Null when nothing differs. */
    private static ImportChange change(ImportTable table, ImportRow row, Map<String, String> before) {
        Map<String, String> after = before == null ? new HashMap<>() : new HashMap<>(before);
        after.putAll(row.values());
        if (table == ImportTable.EMPLOYEES) {
            after.putIfAbsent("akun", row.key());
        }
        var fields = table.columns().stream()
                .map(column ->
                        new ImportChange.Field(column, before == null ? null : before.get(column), after.get(column)))
                .filter(field -> !Objects.equals(field.before(), field.after()))
                .toList();
        if (before != null && fields.isEmpty()) {
            return null;
        }
        var kind = before == null
                ? ImportChange.Kind.ADDED
                : fields.stream().anyMatch(field -> field.column().equals(table.end()) && field.before() == null)
                        ? ImportChange.Kind.ENDED
                        : ImportChange.Kind.CHANGED;
        return new ImportChange(table, kind, row.row().number(), row.key(), row.title(), fields, after);
    }

    /** The rows of all files. */
    record Asked(
            List<UnitRow> units, List<PositionRow> positions, List<EmployeeRow> employees, List<ActingRow> acting) {

        static Asked of(Map<ImportTable, List<TableRow>> rows) {
            return new Asked(
                    rows(rows, ImportTable.UNITS).map(UnitRow::of).toList(),
                    rows(rows, ImportTable.POSITIONS).map(PositionRow::of).toList(),
                    rows(rows, ImportTable.EMPLOYEES).map(EmployeeRow::of).toList(),
                    rows(rows, ImportTable.ACTING).map(ActingRow::of).toList());
        }

        private static Stream<TableRow> rows(Map<ImportTable, List<TableRow>> rows, ImportTable table) {
            return rows.getOrDefault(table, List.of()).stream();
        }

        List<? extends ImportRow> of(ImportTable table) {
            return switch (table) {
                case UNITS -> units;
                case POSITIONS -> positions;
                case EMPLOYEES -> employees;
                case ACTING -> acting;
            };
        }
    }
}
