package id.laras.cycle;

import java.time.LocalDate;

/** Evaluations without a database. */
public final class EvaluationSamples {

    private EvaluationSamples() {}

    /** Staf's in a cycle of 2026, assessed by kabid, above whom kadis stands. */
    public static Evaluation in(Scheme scheme) {
        var cycle = new Cycle(new NewCycle(
                "Siklus 2026",
                scheme,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                LocalDate.of(2026, 1, 31),
                3,
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 10),
                LocalDate.of(2026, 12, 15),
                LocalDate.of(2027, 1, 15)));
        return new Evaluation(
                EvaluationId.of("e1"),
                cycle,
                "199001012015011001",
                "staf",
                "Budi Santoso",
                "Perawat",
                "B1",
                "Bidang Pencegahan",
                "kabid",
                "Bu Kabid",
                "kadis");
    }
}
