package id.laras.assessment;

import id.laras.target.Direction;
import java.math.BigDecimal;

/**
 * What was reached of one indicator.
 *
 * @param target      more than 0; exact, as it may be a part of what was agreed
 * @param realisation 0 or more, in the unit of the target
 * @param weight      part of 100
 */
record IndicatorResult(Direction direction, Ratio target, BigDecimal realisation, BigDecimal weight) {

    IndicatorResult(Direction direction, BigDecimal target, BigDecimal realisation, BigDecimal weight) {
        this(direction, Ratio.of(target), realisation, weight);
    }

    /** Achievement (capaian) in percent, 0 to {@code cap}; exact. */
    Ratio achievement(BigDecimal cap) {
        var reached = new Ratio(realisation.multiply(target.under()), target.over());
        var share = direction == Direction.HIGHER
                ? reached
                : Ratio.of(BigDecimal.valueOf(2)).minus(reached);
        return share.times(BigDecimal.valueOf(100)).between(BigDecimal.ZERO, cap);
    }
}
