package id.laras.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sequence flow, or the jump between two link events.
 *
 * @param condition null when there is none
 * @param plain nothing listens to it that could set a flag
 */
record Flow(String id, String from, String to, Condition condition, boolean isDefault, boolean plain) {

    /**
     * @param flag null when the condition is no single flag: then it may turn out either way each time
     */
    record Condition(String flag, boolean value) {

        private static final Pattern FLAG = Pattern.compile(
                "\\s*[$#]\\{\\s*(!|not\\s)?\\s*(\\w+)\\s*(?:(==|!=|\\beq\\b|\\bne\\b)\\s*(true|false)\\s*)?}\\s*");

        static Condition of(String expression) {
            var flag = FLAG.matcher(expression);
            return flag.matches() ? new Condition(flag.group(2), value(flag)) : new Condition(null, true);
        }

        private static boolean value(Matcher flag) {
            var asIs = flag.group(1) == null;
            if (flag.group(3) == null) {
                return asIs;
            }
            var same = flag.group(3).equals("==") || flag.group(3).equals("eq");
            return asIs == (same == flag.group(4).equals("true"));
        }
    }
}
