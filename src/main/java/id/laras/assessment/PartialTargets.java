package id.laras.assessment;

import id.laras.cycle.Part;
import id.laras.target.Aspect;
import id.laras.target.Plan;
import java.math.BigDecimal;

/**
 * What is expected of somebody who served a part of the period that his targets were agreed for: of a quantity the part
 * of it, of quality, time and cost the same as of everybody.
 */
final class PartialTargets {

    private PartialTargets() {}

    static boolean isShared(Plan.Indicator indicator) {
        return indicator.aspect() == Aspect.QUANTITY;
    }

    /** @param part null for the whole period; exact, target × days served ÷ days agreed for */
    static Ratio target(Plan.Indicator indicator, Part part) {
        return part != null && part.isShared() && isShared(indicator)
                ? Ratio.of(indicator.target().multiply(BigDecimal.valueOf(part.served())))
                        .dividedBy(BigDecimal.valueOf(part.agreedFor()))
                : Ratio.of(indicator.target());
    }
}
