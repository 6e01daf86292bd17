package id.laras.dashboard;

import id.laras.cycle.Stage;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluations by unit and stage, with sums; a unit or stage without any counts 0.
 *
 * @param rows   one per unit, in the order in which the counts came
 * @param totals over all units
 */
public record StageMatrix(List<Row> rows, Row totals) {

    /** @param unitCode null in the row of totals */
    public record Row(String unitCode, String unitName, Map<Stage, Long> counts, long sum) {

        public long at(Stage stage) {
            return counts.getOrDefault(stage, 0L);
        }
    }

    public static StageMatrix of(List<StageCount> counts) {
        var names = new LinkedHashMap<String, String>();
        var byUnit = new LinkedHashMap<String, Map<Stage, Long>>();
        var totals = new EnumMap<Stage, Long>(Stage.class);
        for (var count : counts) {
            names.putIfAbsent(count.unitCode(), count.unitName());
            byUnit.computeIfAbsent(count.unitCode(), code -> new EnumMap<>(Stage.class))
                    .merge(count.stage(), count.count(), Long::sum);
            totals.merge(count.stage(), count.count(), Long::sum);
        }
        var rows = byUnit.entrySet().stream()
                .map(unit -> row(unit.getKey(), names.get(unit.getKey()), unit.getValue()))
                .toList();
        return new StageMatrix(rows, row(null, null, totals));
    }

    private static Row row(String code, String name, Map<Stage, Long> counts) {
        return new Row(
                code,
                name,
                counts,
                counts.values().stream().mapToLong(Long::longValue).sum());
    }
}
