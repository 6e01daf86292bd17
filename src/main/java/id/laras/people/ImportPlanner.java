package id.laras.people;

import id.laras.people.ImportReport.Counts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    ImportPlanner(PeopleTables tables, ImportLimits limits) {
        this.tables = tables;
        this.limits = limits;
    }

    /** @param percent told how far it is, 0 to 100 */
    ImportPlan plan(ImportFiles files, IntConsumer percent) {
        var errors = new ImportErrors();
        var read = files.byTable().size() * 2 + 2;
        var step = 0;
        Map<ImportTable, List<TableRow>> rows = new EnumMap<>(ImportTable.class);
        for (var table : ImportTable.values()) {
            var file = files.byTable().get(table);
            rows.put(table, file == null ? List.of() : Table.read(file, table, limits, errors));
            if (file != null) {
                percent.accept(++step * 100 / read);
            }
        }
        var asked = Asked.of(rows);
        var known = errors.allRowsKnown() ? tables.load() : KnownPeople.none();
        percent.accept(++step * 100 / read);
        if (errors.allRowsKnown()) {
            new ImportRules(known, errors).check(asked);
        }
        percent.accept(++step * 100 / read);
        Map<ImportTable, Counts> counts = new EnumMap<>(ImportTable.class);
        List<ImportChange> changes = new ArrayList<>();
        if (errors.none()) {
            for (var table : files.byTable().keySet()) {
                counts.put(table, compare(table, asked.of(table), known.of(table), changes));
                percent.accept(++step * 100 / read);
            }
        }
        return new ImportPlan(
                files.names(), known.fingerprint(), errors.inOrder(files.names()), errors.count(), counts, changes);
    }

    private static Counts compare(
            ImportTable table,
            List<? extends ImportRow> rows,
            Map<String, Map<String, String>> known,
            List<ImportChange> changes) {
        Map<String, ImportRow> asked = rows.stream()
                .collect(Collectors.toMap(ImportRow::key, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        var counts = Counts.NONE;
        List<ImportChange> added = new ArrayList<>();
        List<ImportChange> changed = new ArrayList<>();
        for (var key : whoeverIsNamedFirst(table, asked)) {
            var row = asked.get(key);
            if (row == null) {
                continue;
            }
            var before = known.get(key);
            var change = change(table, row, before);
            counts = counts.plus(change == null ? null : change.kind());
            if (change != null) {
                (before == null ? added : changed).add(change);
            }
        }
        changes.addAll(added);
        changes.addAll(changed);
        return counts;
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
        var fields = Stream.concat(table.required().stream(), table.optional().stream())
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
                    rows.get(ImportTable.UNITS).stream().map(UnitRow::of).toList(),
                    rows.get(ImportTable.POSITIONS).stream()
                            .map(PositionRow::of)
                            .toList(),
                    rows.get(ImportTable.EMPLOYEES).stream()
                            .map(EmployeeRow::of)
                            .toList(),
                    rows.get(ImportTable.ACTING).stream().map(ActingRow::of).toList());
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
