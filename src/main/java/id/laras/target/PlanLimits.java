package id.laras.target;

import java.math.BigDecimal;

/**
 * What a plan is held to, for the rules and for the form that checks it while it is written.
 *
 * @param whole what the weights sum to (PP 30/2019)
 */
public record PlanLimits(BigDecimal whole, int targetDecimals, int weightDecimals, int longestTitle, int longestUnit) {

    public static final PlanLimits OURS = new PlanLimits(BigDecimal.valueOf(100), Plan.Indicator.DECIMALS, 2, 500, 100);
}
