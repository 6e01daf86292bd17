package id.laras.calibration.process;

import id.laras.cycle.Predicate;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * What is expected of a unit's distribution (SE MenPANRB 3/2023), one row of the table {@code DistributionGuide}.
 *
 * @param predicates what the shares are counted of; only those that the scheme knows
 * @param minShare   percent, 0 to 100, null when there is no lower limit
 * @param maxShare   percent, 0 to 100, null when there is no upper limit
 * @param text       the expectation in words
 */
record GuideRow(
        List<Predicate> predicates,
        @Nullable BigDecimal minShare,
        @Nullable BigDecimal maxShare,
        String text) {

    static GuideRow of(Map<String, Object> row, List<Predicate> known) {
        return new GuideRow(
                predicates((String) row.get("predicates"), known),
                share(row.get("minShare")),
                share(row.get("maxShare")),
                (String) row.get("text"));
    }

    private static List<Predicate> predicates(String codes, List<Predicate> known) {
        return Arrays.stream(codes.split(","))
                .map(String::strip)
                .map(Predicate::valueOf)
                .filter(known::contains)
                .toList();
    }

    private static BigDecimal share(Object value) {
        return value == null || value.toString().isBlank()
                ? null
                : new BigDecimal(
                        new BigDecimal(value.toString()).stripTrailingZeros().toPlainString());
    }
}
