package id.laras.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.lang.Nullable;

/**
 * One version of an employee's targets (SKP, Sasaran Kinerja Pegawai): work results with their indicators, and the
 * expected behaviour (PermenPANRB 6/2022, perencanaan).
 *
 * @param version             1 for the first, one more for each revision
 * @param reason              why it was revised; null in version 1
 * @param behaviourExpectation expected behaviour (ekspektasi perilaku)
 * @param leaderExpectation   the leader's special expectation (ekspektasi khusus pimpinan), or null
 * @param proposedBy          account
 * @param approvedBy          account, null until it is approved
 */
public record Plan(
        int version,
        PlanStatus status,
        @Nullable String reason,
        @Nullable String behaviourExpectation,
        @Nullable String leaderExpectation,
        String proposedBy,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        List<WorkResult> results) {

    public Plan {
        results = results == null
                ? List.of()
                : results.stream().filter(Objects::nonNull).toList();
    }

    /** All indicators of all results, in order. */
    public List<Indicator> indicators() {
        return results.stream().flatMap(result -> result.indicators().stream()).toList();
    }

    /**
     * A work result (rencana hasil kerja).
     *
     * @param id            stays the same from version to version
     * @param supports      id of the superior's result that this one supports, or null
     * @param supportsTitle its title when the plan was proposed, or null
     * @param perspective   may be null
     * @param remark        what the other side remarked on it, or null
     */
    public record WorkResult(
            String id,
            ResultKind kind,
            String title,
            @Nullable String supports,
            @Nullable String supportsTitle,
            @Nullable Perspective perspective,
            @Nullable String remark,
            List<Indicator> indicators) {

        public WorkResult {
            indicators = indicators == null
                    ? List.of()
                    : indicators.stream().filter(Objects::nonNull).toList();
        }
    }

    /**
     * An individual performance indicator (indikator kinerja individu).
     *
     * @param id     stays the same from version to version
     * @param target greater than 0, in {@code unit}
     * @param weight percent of the plan, two decimals at most; null in QUADRANT, which knows no weights
     */
    public record Indicator(
            String id,
            Aspect aspect,
            String name,
            BigDecimal target,
            String unit,
            Direction direction,
            @Nullable BigDecimal weight) {

        /** What is kept of a target, and of what is reached of it. */
        public static final int DECIMALS = 4;
    }
}
