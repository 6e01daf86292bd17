package id.laras.gate;

import id.laras.steps.Deed;
import id.laras.steps.Step;
import java.util.Arrays;
import java.util.Set;

/**
 * Something in a run that the law asks about.
 *
 * @param deed  what was done, null unless {@code kind} is DONE
 * @param step  the human step that did it, null for a delegate
 * @param doers the people to whom the model gives it, see {@link Meaning}
 * @param days  for how many days the result lies before the employee; the task's due date when it is shown, else what they really had
 */
record Act(Kind kind, Deed deed, String model, String element, Step step, Set<String> doers, int days) {

    enum Kind {
        DONE,
        /** The result is taken away from the employee without an answer. */
        LAPSED,
        /** The evaluation is over. */
        ENDED,
        /** Java of which nobody said what it does. */
        UNDECLARED
    }

    boolean is(Deed... deeds) {
        return kind == Kind.DONE && Arrays.asList(deeds).contains(deed);
    }

    static Act lapsed(Act shown, int days) {
        return new Act(
                Kind.LAPSED, null, shown.model, shown.element, shown.step, shown.doers, Math.min(days, shown.days));
    }

    static Act ended(String model, String element) {
        return new Act(Kind.ENDED, null, model, element, null, Set.of(), 0);
    }
}
