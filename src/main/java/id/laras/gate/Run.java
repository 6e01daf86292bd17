package id.laras.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How far a {@link Part} has come.
 *
 * @param tokens of the level; of a task, whether it has still to begin
 * @param inside what runs in it, by the element; two where there are many instances
 * @param flags  of a process instance, what is known of those that last
 * @param late   time has passed since it began; noted only where a timer hangs on it
 */
record Run(BitSet tokens, Map<String, List<Run>> inside, Map<String, Boolean> flags, boolean late) {

    static Run task(boolean fresh) {
        var tokens = new BitSet();
        tokens.set(0, fresh);
        return new Run(tokens, Map.of(), Map.of(), false);
    }

    /** A bit set's own hash is the same for too many states that are alike. */
    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(tokens.toLongArray()) + Objects.hash(inside, flags, late);
    }

    boolean fresh() {
        return tokens.get(0);
    }

    /** The same with one run in it put in the place of another, or taken out. */
    Run with(String element, int index, Run other) {
        var runs = new ArrayList<>(inside.get(element));
        if (other == null) {
            runs.remove(index);
        } else {
            runs.set(index, other);
        }
        var all = new HashMap<>(inside);
        all.put(element, List.copyOf(runs));
        return new Run(tokens, all, flags, late);
    }
}
