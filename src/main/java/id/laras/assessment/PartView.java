package id.laras.assessment;

import id.laras.cycle.Measure;
import id.laras.cycle.Part;
import id.laras.cycle.Scheme;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a form tells of an evaluation for a part of the cycle.
 *
 * @param served  as in {@link Part}, as the next two
 * @param targets what is expected of each indicator of quantity for this part, beside what was agreed; empty in QUADRANT,
 *                where a person judges, and where nothing is shared out
 */
public record PartView(
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate cycleFirstDay,
        LocalDate cycleLastDay,
        int served,
        int agreedFor,
        Measure measure,
        List<Target> targets) {

    /** @param target half-up to two places, for reading; the score goes on with the exact share */
    public record Target(String indicatorId, BigDecimal target) {}

    static PartView of(Part part, Plan plan, Scheme scheme) {
        var targets = scheme.isWeighted() && part.isShared() && plan != null
                ? plan.indicators().stream()
                        .filter(PartialTargets::isShared)
                        .map(it -> new Target(
                                it.id(), PartialTargets.target(it, part).rounded()))
                        .toList()
                : List.<Target>of();
        return new PartView(
                part.firstDay(),
                part.lastDay(),
                part.cycleFirstDay(),
                part.cycleLastDay(),
                part.served(),
                part.agreedFor(),
                part.measure(),
                targets);
    }
}
