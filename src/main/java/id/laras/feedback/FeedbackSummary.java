package id.laras.feedback;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What colleagues said, without saying who: nothing in here can be traced to one of them.
 *
 * @param invited  how many were asked
 * @param answered how many answered
 * @param usable   whether enough answered; when not, {@code values} and {@code comments} are empty
 * @param required how many had to be there for anybody to be asked, else {@code invited} is 0; 0 where the agency asks nobody
 * @param comments in an order that follows neither time nor person
 */
public record FeedbackSummary(
        int invited, int answered, boolean usable, int required, List<ValueSummary> values, List<String> comments) {

    public FeedbackSummary {
        values = List.copyOf(values);
        comments = List.copyOf(comments);
    }

    /**
     * One core value.
     *
     * @param average 0 to 120, two decimals, half-up, for showing; null on {@link Scale#RATING}
     * @param sum     of all scores, for calculating: a score is rounded once, at the end; null on {@link Scale#RATING}
     * @param above   how many said so; null on {@link Scale#SCORE}, as the next two
     */
    public record ValueSummary(
            CoreValue value,
            @Nullable BigDecimal average,
            @JsonIgnore BigDecimal sum,
            @Nullable Integer above,
            @Nullable Integer meets,
            @Nullable Integer below) {}
}
