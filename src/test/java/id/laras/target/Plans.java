package id.laras.target;

import java.math.BigDecimal;
import java.util.List;

/** Plans for tests: what is not said is fine. */
public final class Plans {

    private Plans() {}

    public static Proposal proposal(Plan.WorkResult... results) {
        return new Proposal(null, "Melayani dengan ramah", List.of(results));
    }

    public static Proposal because(String reason, Proposal proposal) {
        return new Proposal(reason, proposal.behaviourExpectation(), proposal.results());
    }

    public static Plan.WorkResult result(String title, Plan.Indicator... indicators) {
        return new Plan.WorkResult(null, ResultKind.MAIN, title, null, null, null, null, List.of(indicators));
    }

    public static Plan.WorkResult supporting(String supports, Plan.WorkResult result) {
        return new Plan.WorkResult(
                result.id(), result.kind(), result.title(), supports, null, null, null, result.indicators());
    }

    public static Plan.Indicator indicator(String name, String target, String weight) {
        return new Plan.Indicator(
                null,
                Aspect.QUANTITY,
                name,
                target == null ? null : new BigDecimal(target),
                "berkas",
                Direction.HIGHER,
                weight == null ? null : new BigDecimal(weight));
    }

    /** One result with one indicator of weight 100. */
    public static Proposal simple() {
        return proposal(result("Pelayanan cepat", indicator("Berkas selesai", "120", "100")));
    }
}
