package id.laras.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is pointed out about a cycle, and may be meant all the same.
 *
 * @param key       {@code OVERLAP}, or the field whose day has passed, with a word before it in a cycle that was opened; the page reads {@code cycle.warning.<key>}
 * @param day       the day that has passed, null for an overlap
 * @param cycleName the other cycle, null for a day
 * @param people    evaluations that stand in the other cycle
 */
public record CycleWarning(String key, LocalDate day, String cycleName, long people) {

    static final String OVERLAP = "OVERLAP";

    /** Before the field that becomes the day of the change, or a day before the one that people were told. */
    static final String TODAY = "TODAY.";

    static final String SOONER = "SOONER.";

    /** Days that have passed: whoever is opened is late at once. The first day is no deadline. */
    static List<CycleWarning> past(NewCycle wish, Clock clock) {
        List<CycleWarning> found = new ArrayList<>();
        var today = LocalDate.now(clock);
        wish.deadlines().forEach((field, day) -> {
            if (day.isBefore(today)) {
                found.add(new CycleWarning(field, day, null, 0));
            }
        });
        return found;
    }

    /** The same for the same warnings, so that HR confirms those that they have seen; how many people it is may change. */
    public static String seal(List<CycleWarning> warnings) {
        return Integer.toHexString(warnings.stream()
                .map(one -> List.of(one.key, String.valueOf(one.day), String.valueOf(one.cycleName)))
                .toList()
                .hashCode());
    }
}
