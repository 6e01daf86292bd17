package id.laras.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.feedback.Digest.Anonymous;
import id.laras.feedback.FeedbackSummary.ValueSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTests {

    @Test
    void belowTheMinimumNothingOfTheAnswersIsTold() {
        var summary = Digest.of(4, 3, 3, Scale.SCORE, List.of(score("1", "100", "Baik"), score("2", "90", "Cukup")));
        assertThat(summary).isEqualTo(new FeedbackSummary(4, 2, false, 3, List.of(), List.of()));
    }

    @Test
    void fromTheMinimumOnTheAnswersAreUsable() {
        var summary = Digest.of(
                4, 3, 3, Scale.SCORE, List.of(score("1", "100", "a"), score("2", "90", null), score("3", "90", "c")));
        assertThat(summary.usable()).isTrue();
        assertThat(summary.answered()).isEqualTo(3);
        assertThat(summary.comments()).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void averagesAreRoundedHalfUpToTwoPlaces() {
        var opinions = IntStream.range(0, 8)
                .mapToObj(i -> score("k" + i, i == 0 ? "80.04" : "80", null))
                .toList();
        assertThat(Digest.of(8, 3, 3, Scale.SCORE, opinions).values())
                .containsExactly(Arrays.stream(CoreValue.values())
                        .map(value -> new ValueSummary(
                                value, new BigDecimal("80.01"), new BigDecimal("640.04"), null, null, null))
                        .toArray(ValueSummary[]::new));
    }

    @Test
    void ratingsAreCountedAndNotAveraged() {
        var opinions = List.of(rated("1", Rating.ABOVE), rated("2", Rating.BELOW), rated("3", Rating.ABOVE));
        assertThat(Digest.of(3, 3, 3, Scale.RATING, opinions).values().get(6))
                .isEqualTo(new ValueSummary(CoreValue.COLLABORATIVE, null, null, 2, 0, 1));
    }

    @Test
    void theOrderOfCommentsFollowsNeitherTimeNorPersonAndStaysTheSame() {
        var opinions = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(i -> score("key" + i, "100", "comment" + (char) ('a' + i)))
                .toList());
        var inOrder = Digest.of(20, 3, 3, Scale.SCORE, opinions).comments();
        Collections.reverse(opinions);
        var reversed = Digest.of(20, 3, 3, Scale.SCORE, opinions).comments();
        assertThat(inOrder)
                .isEqualTo(reversed)
                .isNotEqualTo(inOrder.stream().sorted().toList());
    }

    private static Anonymous score(String key, String score, String comment) {
        return new Anonymous(key, Ratings.all(score), comment);
    }

    private static Anonymous rated(String key, Rating rating) {
        return new Anonymous(key, Ratings.all(rating), null);
    }
}
