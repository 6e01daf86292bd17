package id.laras.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Asks about new codes that may be known ones, spelt otherwise or changed by a spreadsheet. */
final class AlikeCodes {

    /** A code as a spreadsheet leaves it that took it for a number or a day. */
    private static final Pattern CHANGED_CODE =
            Pattern.compile("[0-9]+[.,]0+|[0-9]+[eE][0-9]+|[0-9]{1,2}[-/]\\p{L}{3}|\\p{L}{3}[-/][0-9]{2}");

    private final KnownPeople known;
    private final ImportErrors errors;

    AlikeCodes(KnownPeople known, ImportErrors errors) {
        this.known = known;
        this.errors = errors;
    }

    void ask(ImportPlanner.Asked asked) {
        askAboutCodes(ImportTable.UNITS, asked.units());
        askAboutCodes(ImportTable.POSITIONS, asked.positions());
        askAboutTwins(asked.units());
    }

    private void askAboutCodes(ImportTable table, List<? extends ImportRow> rows) {
        Map<String, Set<String>> codes = new HashMap<>();
        Stream.concat(known.of(table).keySet().stream(), rows.stream().map(ImportRow::key))
                .filter(code -> LostZeros.bare(code) != null)
                .forEach(code -> codes.computeIfAbsent(LostZeros.bare(code), bare -> new TreeSet<>())
                        .add(code));
        Map<String, String> spelling = new HashMap<>();
        known.of(table).keySet().forEach(code -> spelling.put(UnitCodes.groups(code), code));
        for (var row : rows) {
            var alike = row.key() == null ? null : spelling.get(UnitCodes.groups(row.key()));
            if (alike != null
                    && !alike.equalsIgnoreCase(row.key())
                    && !known.of(table).containsKey(row.key())) {
                ask(row.row(), "kode", "people.notice.alikeCode", row.key(), alike);
            } else if (row.key() != null
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

    /** Two codes for one unit: of the same name under the same parent. */
    private void askAboutTwins(List<UnitRow> rows) {
        Map<String, String> codes = new HashMap<>();
        known.of(ImportTable.UNITS).forEach((code, unit) -> codes.put(twin(unit.get("nama"), unit.get("induk")), code));
        for (var unit : rows) {
            var other = codes.putIfAbsent(twin(unit.name(), unit.parentCode()), unit.code());
            if (other != null
                    && unit.name() != null
                    && !other.equals(unit.code())
                    && !known.of(ImportTable.UNITS).containsKey(unit.code())) {
                ask(unit.row(), "kode", "people.notice.sameUnit", other, unit.name());
            }
        }
    }

    private static String twin(String name, String parent) {
        return (name == null ? "" : name.toLowerCase(Locale.ROOT)) + "\n" + parent;
    }

    private void ask(TableRow row, String column, String key, Object... args) {
        errors.note(ImportNotice.asked(row.error(column, key, args)));
    }
}
