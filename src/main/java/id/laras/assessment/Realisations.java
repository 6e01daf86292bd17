package id.laras.assessment;

import id.laras.rules.Refusal.Problem;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules for reported figures, whoever reports them: known indicators, each once, with a sane number. */
final class Realisations {

    /** More digits than any public service counts; keeps absurd numbers out of the arithmetic. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1000000000000");

    private Realisations() {}

    static <T> List<Problem> problems(
            Plan plan, List<T> figures, Function<T, String> indicatorId, Function<T, BigDecimal> value) {
        var problems = new ArrayList<Problem>();
        var names = plan.indicators().stream().collect(Collectors.toMap(Plan.Indicator::id, Plan.Indicator::name));
        var seen = new HashSet<String>();
        for (var figure : figures) {
            var name = names.get(indicatorId.apply(figure));
            if (name == null) {
                problems.add(new Problem("assessment.realisation.unknown"));
            } else if (!seen.add(indicatorId.apply(figure))) {
                problems.add(new Problem("assessment.realisation.twice", name));
            } else {
                check(name, value.apply(figure), problems);
            }
        }
        return problems;
    }

    private static void check(String name, BigDecimal value, List<Problem> problems) {
        if (value == null) {
            problems.add(new Problem("assessment.realisation.missing", name));
        } else if (value.signum() < 0 || value.compareTo(TOO_LARGE) >= 0) {
            problems.add(new Problem("assessment.realisation.range", name));
        } else if (value.stripTrailingZeros().scale() > Plan.Indicator.DECIMALS) {
            problems.add(new Problem("assessment.realisation.decimals", name, Plan.Indicator.DECIMALS));
        }
    }
}
