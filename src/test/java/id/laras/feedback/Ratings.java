package id.laras.feedback;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Ratings for tests. */
public final class Ratings {

    private Ratings() {}

    /** All seven values rated alike. */
    public static List<ValueRating> all(Rating rating) {
        return Arrays.stream(CoreValue.values())
                .map(value -> new ValueRating(value, rating, null, null))
                .toList();
    }

    /** All seven values scored alike. */
    public static List<ValueRating> all(String score) {
        return Arrays.stream(CoreValue.values())
                .map(value -> new ValueRating(value, null, new BigDecimal(score), null))
                .toList();
    }
}
