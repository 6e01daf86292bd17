package id.laras.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A check-in (pemantauan berkala): what the employee reported, and the assessor's feedback on it.
 *
 * @param number   1 for the first of the cycle
 * @param on       day of the employee's report
 * @param feedback   null until the assessor has given it
 * @param feedbackBy name of who gave it; null as well where that was not kept yet
 */
public record CheckIn(
        int number,
        LocalDate on,
        @Nullable String note,
        @Nullable String feedback,
        @Nullable String feedbackBy,
        List<Progress> progress) {

    public CheckIn {
        progress = progress == null ? List.of() : List.copyOf(progress);
    }

    /**
     * How far one indicator has come.
     *
     * @param value reached so far, in the indicator's unit; null when there is only a note
     */
    public record Progress(
            String indicatorId,
            @Nullable BigDecimal value,
            @Nullable String note) {}
}
