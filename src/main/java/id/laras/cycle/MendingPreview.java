package id.laras.cycle;

import java.util.List;

/**
 * What a change of a cycle would do.
 *
 * @param warnings  what must be confirmed
 * @param touched   stages in which tasks and timers still go by one of the days
 * @param followers running evaluations in these stages; {@link MendingPreviews#followers} names them
 * @param ownDays   running evaluations with days of their own, which stay
 * @param units     units whose meeting is held on another day, unless it was held
 */
public record MendingPreview(
        List<MendedField> fields,
        List<CycleWarning> warnings,
        boolean opened,
        List<Stage> touched,
        long followers,
        long ownDays,
        long units) {

    /** The same for the same changes, so that HR makes those that they were shown. */
    public String seal() {
        return Integer.toHexString(fields.stream()
                .map(one -> List.of(one.field(), one.from(), one.to()))
                .toList()
                .hashCode());
    }
}
