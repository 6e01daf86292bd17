package id.laras.assessment;

import id.laras.succession.Part;
import id.laras.target.Aspect;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is expected of somebody who served a part of the period that their targets were agreed for. Of a quantity it is the
 * same part, unless the quantity is a percentage, ratio or index. Of quality, time and cost it is the same as of everybody.
 */
final class PartialTargets {

    private PartialTargets() {}

    /** A share of something stays the same in half a period: 95 % of all schools is not 47.5 %. */
    private static final Set<String> SHARES =
            Set.of("%", "persen", "persentase", "percent", "rasio", "ratio", "indeks", "index", "skor");

    static boolean isShared(Plan.Indicator indicator) {
        return indicator.aspect() == Aspect.QUANTITY
                && Stream.of(Objects.toString(indicator.unit(), "")
                                .toLowerCase(Locale.ROOT)
                                .split("[^a-z%]+"))
                        .noneMatch(SHARES::contains);
    }

    /** @param part null for the whole period; exact, target × days served ÷ days agreed for */
    static Ratio target(Plan.Indicator indicator, Part part) {
        return part != null && part.isShared() && isShared(indicator)
                ? Ratio.of(indicator.target().multiply(BigDecimal.valueOf(part.served())))
                        .dividedBy(BigDecimal.valueOf(part.agreedFor()))
                : Ratio.of(indicator.target());
    }
}
