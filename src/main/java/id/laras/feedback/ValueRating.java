package id.laras.feedback;

import java.math.BigDecimal;
import org.springframework.lang.Nullable;

/**
 * How one core value was rated.
 *
 * @param rating on {@link Scale#RATING}, else null
 * @param score  0 to 120 on {@link Scale#SCORE}, else null
 * @param reason may be null
 */
public record ValueRating(
        CoreValue value,
        @Nullable Rating rating,
        @Nullable BigDecimal score,
        @Nullable String reason) {}
