package id.laras.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be true of acting officials: one place each, known people, and nobody beside another in the same place. */
final class ActingRules {

    private static final Set<String> KINDS = Set.of("PLT", "PLH");

    private final KnownPeople known;
    private final UnitCodes units;
    private final NipRules nips;
    private final LocalDate today;
    private final ImportErrors errors;

    ActingRules(KnownPeople known, UnitCodes units, NipRules nips, LocalDate today, ImportErrors errors) {
        this.known = known;
        this.units = units;
        this.nips = nips;
        this.today = today;
        this.errors = errors;
    }

    void check(ImportPlanner.Asked asked) {
        var positions = keys(ImportTable.POSITIONS, asked.positions());
        var people = keys(ImportTable.EMPLOYEES, asked.employees());
        Map<String, String> byZeros = new HashMap<>();
        positions.stream()
                .filter(code -> LostZeros.bare(code) != null)
                .forEach(code -> byZeros.merge(LostZeros.bare(code), code, (a, b) -> a.compareTo(b) < 0 ? a : b));
        for (var acting : asked.acting()) {
            var row = acting.row();
            if (acting.kind() == null || !KINDS.contains(acting.kind())) {
                error(acting, "jenis", "people.acting.kind", acting.kind() == null ? "" : acting.kind());
            }
            if (!acting.hasOnePlace()) {
                error(acting, null, "people.acting.place");
            }
            if (acting.unitCode() != null && !units.contains(acting.unitCode())) {
                errors.add(units.unknown(row, "unit", acting.unitCode()));
            }
            if (acting.positionCode() != null && !positions.contains(acting.positionCode())) {
                positionIsUnknown(acting, byZeros);
            }
            mustBeSomebody(acting, "digantikan_nip", acting.replacedNip(), people);
            mustBeSomebody(acting, "pelaksana_nip", acting.actingNip(), people);
            if (acting.actingNip() == null) {
                error(acting, "pelaksana_nip", "people.cell.missing", "pelaksana_nip");
            } else if (acting.actingNip().equals(acting.replacedNip())) {
                error(acting, "pelaksana_nip", "people.acting.self");
            }
            if (acting.firstDay() == null) {
                errors.add(row.noDay("mulai"));
            }
            if (row.cell("sampai") != null && acting.lastDay() == null) {
                errors.add(row.noDay("sampai"));
            } else if (acting.firstDay() != null
                    && acting.lastDay() != null
                    && acting.lastDay().isBefore(acting.firstDay())) {
                error(acting, "sampai", "people.acting.endsBefore");
            }
        }
        checkPeriods(asked.acting());
    }

    private Set<String> keys(ImportTable table, List<? extends ImportRow> rows) {
        Set<String> keys = new HashSet<>(known.of(table).keySet());
        rows.forEach(row -> keys.add(row.key()));
        return keys;
    }

    private void positionIsUnknown(ActingRow acting, Map<String, String> byZeros) {
        var code = acting.positionCode();
        var bare = LostZeros.bare(code);
        if (bare != null && byZeros.containsKey(bare)) {
            error(acting, "kode_jabatan", "people.position.zeros", code, byZeros.get(bare));
        } else {
            error(acting, "kode_jabatan", "people.position.unknown", code);
        }
    }

    /** A number that can be nobody's is told for its own reason. */
    private void mustBeSomebody(ActingRow acting, String column, String nip, Set<String> people) {
        if (nip == null || people.contains(nip)) {
            return;
        }
        nips.fault(nip, today)
                .filter(fault -> !OutsideRules.isCode(nip))
                .ifPresentOrElse(
                        fault -> error(acting, column, fault.key(), fault.args()),
                        () -> error(acting, column, "people.person.unknown", nip));
    }

    /** In one place one person acts at a time; what is known counts as long as the file does not say it anew. */
    private void checkPeriods(List<ActingRow> rows) {
        Map<String, ActingRow> asked = new HashMap<>();
        Map<String, List<Period>> byPlace = new HashMap<>();
        for (var acting : rows) {
            if (!acting.hasOnePlace() || acting.firstDay() == null || acting.actingNip() == null) {
                continue;
            }
            if (asked.putIfAbsent(acting.key(), acting) != null) {
                error(
                        acting,
                        "mulai",
                        "people.acting.twice",
                        asked.get(acting.key()).row().number());
                continue;
            }
            byPlace.computeIfAbsent(acting.place(), place -> new ArrayList<>())
                    .add(new Period(acting.firstDay(), acting.lastDay(), acting.actingNip(), acting));
        }
        known.of(ImportTable.ACTING).forEach((key, row) -> {
            var place = ActingRow.place(row.get("unit"), row.get("kode_jabatan"), row.get("digantikan_nip"));
            if (!asked.containsKey(key) && byPlace.containsKey(place)) {
                var last = row.get("sampai");
                byPlace.get(place)
                        .add(new Period(
                                LocalDate.parse(row.get("mulai")),
                                last == null ? null : LocalDate.parse(last),
                                row.get("pelaksana_nip"),
                                null));
            }
        });
        byPlace.values().forEach(this::checkOverlaps);
    }

    /** By first day, each against the one before it that lasts longest. */
    private void checkOverlaps(List<Period> periods) {
        periods.sort(Comparator.comparing(Period::first));
        Period longest = null;
        for (var period : periods) {
            if (longest != null && (longest.last() == null || !longest.last().isBefore(period.first()))) {
                var told = period.row() != null ? period : longest;
                var other = told == period ? longest : period;
                if (told.row() != null) {
                    error(
                            told.row(),
                            "mulai",
                            "people.acting.overlap",
                            other.nip(),
                            other.first().toString());
                }
            }
            if (longest == null
                    || longest.last() != null
                            && (period.last() == null || period.last().isAfter(longest.last()))) {
                longest = period;
            }
        }
    }

    private void error(ActingRow acting, String column, String key, Object... args) {
        errors.add(acting.row().error(column, key, args));
    }

    /**
     * @param last null until further notice
     * @param row  null when it is known already
     */
    private record Period(LocalDate first, LocalDate last, String nip, ActingRow row) {}
}
