package id.laras.assessment;

import java.math.BigDecimal;
import java.util.List;

/**
 * The numeric scheme (PP 30/2019): SKP = Σ weight × achievement / Σ weight; behaviour = mean of the seven values; both
 * together by the shares of art. 41. Every part is exact; only {@link #total()} is rounded.
 *
 * @param achievements    per indicator, in the order given
 * @param skp             score of the work results
 * @param assessorMean    mean of the assessor's seven values
 * @param peerMean        mean of the values of peers and subordinates, null when their opinions are not used
 * @param behaviour       both together
 * @param behaviourShare  the share of behaviour that was applied, 0–1
 */
record NumericScore(
        List<Ratio> achievements,
        Ratio skp,
        Ratio assessorMean,
        Ratio peerMean,
        Ratio behaviour,
        BigDecimal behaviourShare) {

    /**
     * @param values     the assessor's scores of the seven values, 0–120
     * @param peerMeans  the mean of each value from peers and subordinates; empty when they may not be used, and then their weight
     *                   is left out with them
     * @throws ArithmeticException when a part is missing altogether: a missing part is never zero
     */
    static NumericScore of(
            ScoringRules rules, List<IndicatorResult> indicators, List<BigDecimal> values, List<Ratio> peerMeans) {
        var achievements = indicators.stream()
                .map(indicator -> indicator.achievement(rules.cap()))
                .toList();
        var skp = weightedMean(indicators, achievements);
        var assessorMean = Ratio.mean(values);
        if (peerMeans.isEmpty()) {
            return new NumericScore(achievements, skp, assessorMean, null, assessorMean, rules.behaviourShare());
        }
        var peerMean = Ratio.meanOf(peerMeans);
        var behaviour = mix(assessorMean, peerMean, rules.peerShare());
        return new NumericScore(achievements, skp, assessorMean, peerMean, behaviour, rules.behaviourShareWithPeers());
    }

    /** The final score (nilai kinerja), half-up to two places. */
    BigDecimal total() {
        return mix(skp, behaviour, behaviourShare).rounded();
    }

    private static Ratio weightedMean(List<IndicatorResult> indicators, List<Ratio> achievements) {
        var sum = Ratio.ZERO;
        var weights = BigDecimal.ZERO;
        for (int i = 0; i < indicators.size(); i++) {
            var weight = indicators.get(i).weight();
            sum = sum.plus(achievements.get(i).times(weight));
            weights = weights.add(weight);
        }
        return sum.dividedBy(weights);
    }

    private static Ratio mix(Ratio main, Ratio other, BigDecimal shareOfOther) {
        return main.times(BigDecimal.ONE.subtract(shareOfOther)).plus(other.times(shareOfOther));
    }
}
