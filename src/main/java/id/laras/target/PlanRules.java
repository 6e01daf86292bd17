package id.laras.target;

import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a proposed plan must have (PermenPANRB 6/2022, perencanaan; the weights: PP 30/2019). All problems are told at
 * once, each with the name of the row as the person wrote it, or its number while it has no name.
 */
final class PlanRules {

    private static final PlanLimits LIMITS = PlanLimits.OURS;
    static final BigDecimal HIGHEST_TARGET = new BigDecimal("999999999999.9999");
    static final int MOST_RESULTS = 50;
    static final int MOST_INDICATORS = 20;

    private final boolean weighted;
    private final Set<String> supportable;
    private final List<Problem> problems = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean everyWeightFits = true;

    private PlanRules(boolean weighted, Set<String> supportable) {
        this.weighted = weighted;
        this.supportable = supportable;
    }

    /**
     * @param weighted    whether the scheme knows weights (NUMERIC)
     * @param supportable ids of the superior's results; may be empty, a superior without targets blocks nobody
     */
    static List<Problem> problems(boolean weighted, Proposal proposal, Set<String> supportable) {
        var rules = new PlanRules(weighted, supportable);
        rules.check(proposal);
        return rules.problems;
    }

    private void check(Proposal proposal) {
        Texts.require(proposal.behaviourExpectation(), "target.behaviour", problems);
        var results = proposal.results();
        if (results.isEmpty()) {
            refuse("target.results.none");
        }
        if (results.size() > MOST_RESULTS) {
            refuse("target.results.many", MOST_RESULTS);
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            check(results.get(i), i + 1);
        }
        var counted = results.stream().anyMatch(result -> !result.indicators().isEmpty());
        if (weighted && counted && everyWeightFits && sum.compareTo(LIMITS.whole()) != 0) {
            refuse("target.weights", sum);
        }
    }

    private void check(Plan.WorkResult result, int number) {
        var name = Reasons.missing(result.title()) ? String.valueOf(number) : Texts.brief(result.title());
        if (Reasons.missing(result.title())) {
            refuse("target.result.title.missing", number);
        } else if (result.title().strip().length() > LIMITS.longestTitle()) {
            refuse("target.result.title.long", name, LIMITS.longestTitle());
        }
        if (result.kind() == null) {
            refuse("target.result.kind.missing", name);
        }
        if (!Reasons.missing(result.supports()) && !supportable.contains(result.supports())) {
            refuse("target.result.supports.unknown", name);
        }
        if (result.indicators().isEmpty()) {
            refuse("target.result.indicators.none", name);
        }
        if (result.indicators().size() > MOST_INDICATORS) {
            refuse("target.result.indicators.many", name, MOST_INDICATORS);
            everyWeightFits = false;
            return;
        }
        for (int i = 0; i < result.indicators().size(); i++) {
            check(result.indicators().get(i), number + "." + (i + 1), name);
        }
    }

    private void check(Plan.Indicator indicator, String number, String result) {
        var name = Reasons.missing(indicator.name()) ? number : Texts.brief(indicator.name());
        if (Reasons.missing(indicator.name())) {
            refuse("target.indicator.name.missing", number, result);
        } else if (indicator.name().strip().length() > LIMITS.longestTitle()) {
            refuse("target.indicator.name.long", name, LIMITS.longestTitle());
        }
        if (indicator.aspect() == null) {
            refuse("target.indicator.aspect.missing", name);
        }
        if (Reasons.missing(indicator.unit())) {
            refuse("target.indicator.unit.missing", name);
        } else if (indicator.unit().strip().length() > LIMITS.longestUnit()) {
            refuse("target.indicator.unit.long", name, LIMITS.longestUnit());
        }
        if (indicator.direction() == null) {
            refuse("target.indicator.direction.missing", name);
        }
        checkTarget(indicator.target(), name);
        if (weighted) {
            checkWeight(indicator.weight(), name);
        } else if (indicator.weight() != null) {
            refuse("target.indicator.weight.unknown", name);
        }
    }

    /** A target of 0 is refused when it is set: the achievement is realisation / target (PP 30/2019). */
    private void checkTarget(BigDecimal target, String name) {
        if (target == null) {
            refuse("target.indicator.target.missing", name);
        } else if (target.signum() == 0) {
            refuse("target.indicator.target.zero", name);
        } else if (target.signum() < 0) {
            refuse("target.indicator.target.negative", name);
        } else if (target.compareTo(HIGHEST_TARGET) > 0) {
            refuse("target.indicator.target.large", name);
        } else if (target.stripTrailingZeros().scale() > LIMITS.targetDecimals()) {
            refuse("target.indicator.target.decimals", name, LIMITS.targetDecimals());
        }
    }

    /** Fractions are welcome and never cut off; the sum is exact. */
    private void checkWeight(BigDecimal weight, String name) {
        var before = problems.size();
        if (weight == null) {
            refuse("target.indicator.weight.missing", name);
        } else if (weight.signum() <= 0 || weight.compareTo(LIMITS.whole()) > 0) {
            refuse("target.indicator.weight.range", name);
        } else if (weight.stripTrailingZeros().scale() > LIMITS.weightDecimals()) {
            refuse("target.indicator.weight.decimals", name, LIMITS.weightDecimals());
        } else {
            sum = sum.add(weight);
        }
        everyWeightFits &= problems.size() == before;
    }

    private void refuse(String key, Object... args) {
        problems.add(new Problem(key, args));
    }
}
