package id.laras.assessment;

import id.laras.feedback.ScoreRange;
import id.laras.target.Plan;
import java.math.BigDecimal;

/**
 * What a form holds figures to while they are typed, and reckons its preview with: the same as the rules and the score.
 *
 * @param decimals kept of what was reached
 * @param cap      highest achievement of an indicator, in percent; an administrator may change it
 * @param scores   of the values
 */
public record Figures(int decimals, BigDecimal cap, ScoreRange scores) {

    static Figures of(ScoringRules rules) {
        return new Figures(Plan.Indicator.DECIMALS, rules.cap(), ScoreRange.OURS);
    }
}
