package id.laras.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is pointed out about a cycle, and may be meant all the same.
 *
 * @param key       {@code OVERLAP}, {@code HURRIED}, or the field whose day has passed, with a word before it in a cycle that was opened; the page reads {@code cycle.warning.<key>}
 * @param day       the day that has passed; of a hurried calibration the first that would not be; null for an overlap
 * @param cycleName the other cycle, null for a day
 * @param people    evaluations that stand in the other cycle
 */
public record CycleWarning(String key, LocalDate day, String cycleName, long people) {

    static final String OVERLAP = "OVERLAP";

    /** Units are calibrated while people may still object. */
    static final String HURRIED = "HURRIED";

    /** The days between which the time to object must fit. */
    static final Set<String> HURRIED_BY = Set.of("assessmentDue", "calibrationDue");

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

    /** Whoever sees their result on the last day of the assessment may object after the calibration began, and so misses it. */
    static Optional<CycleWarning> hurried(NewCycle wish, int objectionDays) {
        var free = wish.assessmentDue().plusDays(objectionDays + 1L);
        return wish.calibrationDue().isBefore(free)
                ? Optional.of(new CycleWarning(HURRIED, free, null, 0))
                : Optional.empty();
    }

    /** The same for the same warnings, so that HR confirms those that they have seen; how many people it is may change. */
    public static String seal(List<CycleWarning> warnings) {
        return Integer.toHexString(warnings.stream()
                .map(one -> List.of(one.key, String.valueOf(one.day), String.valueOf(one.cycleName)))
                .toList()
                .hashCode());
    }
}
