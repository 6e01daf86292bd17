package id.laras.assessment;

import id.laras.target.Direction;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Short words for scoring tests. */
final class ScoringSamples {

    static final ScoringRules RULES =
            new ScoringRules(number("120"), number("0.30"), number("0.40"), number("0.40"), number("70"));

    private ScoringSamples() {}

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static List<BigDecimal> numbers(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toList();
    }

    static List<BigDecimal> seven(String text) {
        return Collections.nCopies(7, number(text));
    }

    static List<Ratio> means(String text) {
        return Collections.nCopies(7, Ratio.of(number(text)));
    }

    static IndicatorResult higher(String target, String realisation, String weight) {
        return new IndicatorResult(Direction.HIGHER, number(target), number(realisation), number(weight));
    }

    static IndicatorResult lower(String target, String realisation, String weight) {
        return new IndicatorResult(Direction.LOWER, number(target), number(realisation), number(weight));
    }
}
