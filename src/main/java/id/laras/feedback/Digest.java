package id.laras.feedback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes a summary of opinions that nobody can trace to one of them. */
final class Digest {

    private static final int DECIMALS = 2;

    private Digest() {}

    /**
     * One opinion as it is stored.
     *
     * @param key leads to nobody; only its hash decides the order of comments
     */
    record Anonymous(String key, List<ValueRating> ratings, String comment) {}

    /** @param minimum answers below which nothing is told, {@code required} see {@link FeedbackSummary} */
    static FeedbackSummary of(int invited, int minimum, int required, Scale scale, List<Anonymous> opinions) {
        if (opinions.size() < minimum) {
            return new FeedbackSummary(invited, opinions.size(), false, required, List.of(), List.of());
        }
        var values = Stream.of(CoreValue.values())
                .map(value -> summary(scale, value, opinions))
                .toList();
        var comments = opinions.stream()
                .filter(opinion -> opinion.comment() != null)
                .sorted(Comparator.comparing(opinion -> hash(opinion.key())))
                .map(Anonymous::comment)
                .toList();
        return new FeedbackSummary(invited, opinions.size(), true, required, values, comments);
    }

    private static FeedbackSummary.ValueSummary summary(Scale scale, CoreValue value, List<Anonymous> opinions) {
        var ratings = opinions.stream()
                .flatMap(opinion -> opinion.ratings().stream())
                .filter(rating -> rating.value() == value)
                .toList();
        if (scale == Scale.SCORE) {
            var scores = ratings.stream()
                    .map(ValueRating::score)
                    .filter(Objects::nonNull)
                    .toList();
            var sum = scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return new FeedbackSummary.ValueSummary(value, average(sum, scores.size()), sum, null, null, null);
        }
        return new FeedbackSummary.ValueSummary(
                value,
                null,
                null,
                count(ratings, Rating.ABOVE),
                count(ratings, Rating.MEETS),
                count(ratings, Rating.BELOW));
    }

    private static BigDecimal average(BigDecimal sum, int count) {
        return count == 0 ? null : sum.divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_UP);
    }

    private static int count(List<ValueRating> ratings, Rating asked) {
        return (int) ratings.stream().filter(rating -> rating.rating() == asked).count();
    }

    /** Stable, so that looking twice tells nothing; unlike time or author, so that looking once tells nothing. */
    private static String hash(String key) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
