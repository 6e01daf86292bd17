package id.laras.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.cycle.Scheme;
import id.laras.rules.Refusal.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Behaviour is rated by the seven values of BerAKHLAK; PP 30/2019 scores them from 0 to 120. */
class ValueRatingsTests {

    @Test
    void allSevenValuesOnTheScaleOfTheSchemeAreAccepted() {
        assertThat(keys(Scheme.QUADRANT, Ratings.all(Rating.BELOW))).isEmpty();
        assertThat(keys(Scheme.NUMERIC, Ratings.all("87.50"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "120", "120.00"})
    void theEndsOfTheScaleAreOnTheScale(String score) {
        assertThat(keys(Scheme.NUMERIC, Ratings.all(score))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01,   feedback.value.range",
        "120.01,  feedback.value.range",
        "1e99999, feedback.value.range",
        "80.001,  feedback.value.decimals"
    })
    void aScoreOutsideTheScaleIsRefused(String score, String key) {
        var ratings = new ArrayList<>(Ratings.all("100"));
        ratings.set(3, new ValueRating(CoreValue.HARMONIOUS, null, new BigDecimal(score), null));
        assertThat(keys(Scheme.NUMERIC, ratings)).containsExactly(key);
    }

    @Test
    void everyMissingValueIsNamed() {
        assertThat(keys(Scheme.QUADRANT, null)).hasSize(7).containsOnly("feedback.value.missing");
        assertThat(keys(Scheme.QUADRANT, Ratings.all(Rating.MEETS).subList(0, 5)))
                .containsExactly("feedback.value.missing", "feedback.value.missing");
    }

    @Test
    void aValueRatedOnTheOtherScaleIsMissing() {
        assertThat(keys(Scheme.NUMERIC, Ratings.all(Rating.MEETS))).hasSize(7).containsOnly("feedback.value.missing");
        assertThat(keys(Scheme.QUADRANT, Ratings.all("100"))).hasSize(7).containsOnly("feedback.value.missing");
    }

    @Test
    void aValueRatedOnBothScalesIsRefusedBecauseTheTrailWouldKeepBoth() {
        var both = new ArrayList<>(Ratings.all(Rating.MEETS));
        both.set(0, new ValueRating(CoreValue.SERVICE_ORIENTED, Rating.MEETS, new BigDecimal("100"), null));
        assertThat(keys(Scheme.QUADRANT, both)).containsExactly("feedback.value.otherScale");
        var scored = new ArrayList<>(Ratings.all("100"));
        scored.set(0, new ValueRating(CoreValue.SERVICE_ORIENTED, Rating.MEETS, new BigDecimal("100"), null));
        assertThat(keys(Scheme.NUMERIC, scored)).containsExactly("feedback.value.otherScale");
    }

    @Test
    void aValueRatedTwiceIsRefused() {
        var ratings = new ArrayList<>(Ratings.all(Rating.MEETS));
        ratings.add(ratings.get(0));
        assertThat(keys(Scheme.QUADRANT, ratings)).containsExactly("feedback.value.twice");
    }

    @Test
    void aRatingWithoutItsValueIsRefused() {
        var ratings = new ArrayList<>(Ratings.all(Rating.MEETS));
        ratings.add(new ValueRating(null, Rating.MEETS, null, null));
        ratings.add(null);
        assertThat(keys(Scheme.QUADRANT, ratings)).containsExactly("feedback.value.unknown", "feedback.value.unknown");
    }

    @Test
    void aReasonOfMoreThan4000CharactersIsRefused() {
        var ratings = new ArrayList<>(Ratings.all(Rating.MEETS));
        ratings.set(0, new ValueRating(CoreValue.SERVICE_ORIENTED, Rating.MEETS, null, "x".repeat(4001)));
        assertThat(keys(Scheme.QUADRANT, ratings)).containsExactly("feedback.reason.long");
    }

    private static List<String> keys(Scheme scheme, List<ValueRating> ratings) {
        return ValueRatings.problems(scheme, ratings).stream().map(Problem::key).toList();
    }
}
