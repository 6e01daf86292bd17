package id.laras.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A result as a person reads it, with ready sentences in their language.
 *
 * @param total   0–120, two places; null in QUADRANT, which knows no total
 * @param ratedBy name of the person whose rating counts
 * @param fixed   whether a person has confirmed it; {@code final} in JSON
 * @param lines   how it came about, line by line
 */
public record ResultView(
        Scheme scheme,
        Predicate predicate,
        String predicateLabel,
        @Nullable BigDecimal total,
        Basis basis,
        Instant calculatedAt,
        @Nullable String ratedBy,
        @JsonProperty("final") boolean fixed,
        List<Line> lines) {

    /** @param value the figure or word that the line adds, may be empty */
    public record Line(
            String label, @Nullable String detail, @Nullable String value) {}
}
