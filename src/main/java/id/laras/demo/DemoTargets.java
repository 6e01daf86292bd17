package id.laras.demo;

import id.laras.cycle.Evaluation;
import id.laras.target.Aspect;
import id.laras.target.Direction;
import id.laras.target.Perspective;
import id.laras.target.Plan;
import id.laras.target.Proposal;
import id.laras.target.ResultKind;
import id.laras.target.SuperiorResult;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Proposes what people really work on: the unit's own targets for its head, those of the position for everybody else. */
@Component
@Profile("demo")
class DemoTargets {

    /** By how many results there are. */
    private static final Map<Integer, List<String>> WEIGHTS =
            Map.of(2, List.of("60", "40"), 3, List.of("40", "35", "25"));

    private final List<CSVRecord> rows;

    DemoTargets() {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = new InputStreamReader(
                new ClassPathResource("demo/targets.csv").getInputStream(), StandardCharsets.UTF_8)) {
            rows = format.parse(reader).getRecords();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** @param superior what the results may support, one after the other; may be empty */
    Proposal proposal(Evaluation evaluation, boolean weighted, List<SuperiorResult> superior) {
        var targets = targets(evaluation);
        List<Plan.WorkResult> results = new ArrayList<>();
        for (var row : targets) {
            var supported = superior.isEmpty()
                    ? null
                    : superior.get(results.size() % superior.size()).id();
            var weight = weighted ? WEIGHTS.get(targets.size()).get(results.size()) : null;
            results.add(result(row, supported, weight));
        }
        return new Proposal(
                null, "Melayani dengan ramah, menepati janji, dan berbagi pengetahuan dengan rekan kerja.", results);
    }

    private List<CSVRecord> targets(Evaluation evaluation) {
        var unit = rows.stream()
                .filter(row -> row.get("unit").equals(evaluation.unitCode()))
                .toList();
        var position = unit.stream()
                .filter(row -> row.get("jabatan").equals(evaluation.position()))
                .toList();
        return position.isEmpty()
                ? unit.stream().filter(row -> row.get("jabatan").isEmpty()).toList()
                : position;
    }

    private static Plan.WorkResult result(CSVRecord row, String supports, String weight) {
        var indicator = new Plan.Indicator(
                null,
                Aspect.valueOf(row.get("aspek")),
                row.get("indikator"),
                new BigDecimal(row.get("target")),
                row.get("satuan"),
                Direction.valueOf(row.get("arah")),
                weight == null ? null : new BigDecimal(weight));
        return new Plan.WorkResult(
                null,
                ResultKind.MAIN,
                row.get("hasil"),
                supports,
                null,
                Perspective.valueOf(row.get("perspektif")),
                null,
                List.of(indicator));
    }
}
