package id.laras.evidence;

import id.laras.rules.Reasons;
import id.laras.rules.Refusal.Problem;
import id.laras.target.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** What a report may say: progress on indicators of the plan, each once, never below zero. */
final class ReportRules {

    static final BigDecimal HIGHEST_VALUE = new BigDecimal("999999999999.9999");

    private ReportRules() {}

    static List<Problem> problems(Report report, List<Plan.Indicator> indicators) {
        var problems = new ArrayList<Problem>();
        if (Reasons.missing(report.note()) && report.progress().stream().allMatch(ReportRules::saysNothing)) {
            problems.add(new Problem("evidence.checkIn.empty"));
        }
        limit(report.note(), "evidence.checkIn.note.long", problems);
        var names = new HashMap<String, String>();
        indicators.forEach(indicator -> names.put(indicator.id(), indicator.name()));
        var seen = new HashSet<String>();
        for (var progress : report.progress()) {
            var name = names.get(progress.indicatorId());
            if (name == null) {
                problems.add(new Problem("evidence.checkIn.indicator.unknown"));
            } else if (!seen.add(progress.indicatorId())) {
                problems.add(new Problem("evidence.checkIn.indicator.twice", name));
            } else {
                check(progress, name, problems);
            }
        }
        return problems;
    }

    private static boolean saysNothing(CheckIn.Progress progress) {
        return progress.value() == null && Reasons.missing(progress.note());
    }

    private static void check(CheckIn.Progress progress, String name, List<Problem> problems) {
        var value = progress.value();
        if (value != null && value.signum() < 0) {
            problems.add(new Problem("evidence.checkIn.value.negative", name));
        } else if (value != null && value.compareTo(HIGHEST_VALUE) > 0) {
            problems.add(new Problem("evidence.checkIn.value.large", name));
        } else if (value != null && value.stripTrailingZeros().scale() > Plan.Indicator.DECIMALS) {
            problems.add(new Problem("evidence.checkIn.value.decimals", name, Plan.Indicator.DECIMALS));
        }
        if (progress.note() != null && progress.note().length() > Reasons.LONGEST_NOTE) {
            problems.add(new Problem("evidence.checkIn.progressNote.long", name, Reasons.LONGEST_NOTE));
        }
    }

    static void limit(String text, String key, List<Problem> problems) {
        if (text != null && text.length() > Reasons.LONGEST_NOTE) {
            problems.add(new Problem(key, Reasons.LONGEST_NOTE));
        }
    }
}
