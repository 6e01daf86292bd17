package id.laras.assessment;

import id.laras.cycle.Scheme;
import id.laras.succession.Measure;
import id.laras.succession.Part;
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

    /**
     * @param target half-up to two places, for reading; the score goes on with the exact share
     * @param fine   to ten places, for the form's preview of the achievement
     */
    public record Target(String indicatorId, BigDecimal target, BigDecimal fine) {

        static Target of(Plan.Indicator indicator, Part part) {
            var share = PartialTargets.target(indicator, part);
            return new Target(indicator.id(), share.rounded(), share.rounded(10));
        }
    }

    static PartView of(Part part, Plan plan, Scheme scheme) {
        var targets = scheme.isWeighted() && part.isShared() && plan != null
                ? plan.indicators().stream()
                        .filter(PartialTargets::isShared)
                        .map(it -> Target.of(it, part))
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
