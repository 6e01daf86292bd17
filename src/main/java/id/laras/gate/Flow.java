package id.laras.gate;

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

        private static final Pattern FLAG = Pattern.compile("\\s*[$#]\\{\\s*(!|not\\s)?\\s*(\\w+)\\s*}\\s*");

        static Condition of(String expression) {
            var flag = FLAG.matcher(expression);
            return flag.matches() ? new Condition(flag.group(2), flag.group(1) == null) : new Condition(null, true);
        }
    }
}
