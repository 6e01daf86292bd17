package id.laras.gate;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * What the variables of one process instance stand for: those that the evaluation began with, followed through the calls. A name that the model
 * itself overwrites stands for nothing that could be known.
 */
final class Variables {

    /** Marks what is known to be a text and no variable. */
    static final String LITERAL = "=";

    /** Marks what is not known. */
    static final String UNKNOWN = "?";

    /** An expression that is one name: a variable, or a bean. */
    static final Pattern NAME = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    private static final Pattern TEXT = Pattern.compile("[$#]\\{\\s*['\"]([^'\"]*)['\"]\\s*}");
    private static final int DAYS_OF_A_SHORT_MONTH = 28;
    private static final int DAYS_OF_A_YEAR = 365;

    private final Map<String, String> sources;
    private final boolean all;
    private final Set<String> overwritten;

    private Variables(Map<String, String> sources, boolean all, Set<String> overwritten) {
        this.sources = sources;
        this.all = all;
        this.overwritten = overwritten;
    }

    static Variables ofTheStart(Set<String> overwritten) {
        return new Variables(Map.of(), true, overwritten);
    }

    /** Of what is called, by the mappings of the call. */
    Variables within(DomElement call) {
        var inner = new HashMap<String, String>();
        var all = false;
        for (var in : Meaning.extensions(call, "in")) {
            all |= "all".equals(in.getAttribute("variables"));
            var source = in.getAttribute("source");
            var expression = in.getAttribute("sourceExpression");
            if (in.getAttribute("target") != null) {
                inner.put(
                        in.getAttribute("target"),
                        source != null ? named(source) : expression != null ? of(expression) : UNKNOWN);
            }
        }
        if (all) {
            sources.forEach(inner::putIfAbsent);
        }
        return new Variables(inner, all && this.all, overwritten);
    }

    private String named(String variable) {
        if (overwritten.contains(variable)) {
            return UNKNOWN + variable;
        }
        return sources.getOrDefault(variable, all ? variable : UNKNOWN + variable);
    }

    /** The variable that it stands for, a text behind {@link #LITERAL}, or {@link #UNKNOWN} and what stands there. */
    String of(String expression) {
        var text = expression.strip();
        var variable = NAME.matcher(text);
        if (variable.matches()) {
            return named(variable.group(1));
        }
        var quoted = TEXT.matcher(text);
        if (quoted.matches()) {
            return LITERAL + quoted.group(1);
        }
        return (text.contains("{") ? UNKNOWN : LITERAL) + text;
    }

    /** Whole days of a period; 0 when they are not known. */
    int days(String expression, Map<String, Integer> periods) {
        var meant = of(expression);
        return meant.startsWith(LITERAL) ? days(meant.substring(LITERAL.length())) : periods.getOrDefault(meant, 0);
    }

    private static int days(String period) {
        try {
            var time = period.indexOf('T');
            var days = time == 0 || period.startsWith("PT") ? Period.ZERO : Period.parse(before(period, time));
            var hours =
                    time < 0 ? 0 : Duration.parse("P" + period.substring(time)).toDays();
            return Math.toIntExact(days.getYears() * (long) DAYS_OF_A_YEAR
                    + days.getMonths() * (long) DAYS_OF_A_SHORT_MONTH
                    + days.getDays()
                    + hours);
        } catch (DateTimeException | ArithmeticException none) {
            return 0;
        }
    }

    private static String before(String period, int time) {
        return time < 0 ? period : period.substring(0, time);
    }
}
