package id.laras.assessment;

import id.laras.evidence.Evidence;
import id.laras.feedback.ValueRating;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/**
 * What the employee says about the period (penilaian mandiri).
 *
 * @param newIdea a new idea or method of benefit to the organisation, or null
 */
public record SelfAssessment(
        List<Realisation> realisations,
        List<ValueRating> behaviour,
        @Nullable NewIdea newIdea) {

    public SelfAssessment {
        realisations = realisations == null ? List.of() : List.copyOf(realisations);
        behaviour = behaviour == null ? List.of() : List.copyOf(behaviour);
    }

    /** What the employee reports as reached, empty when nothing is reported for the indicator. */
    Optional<BigDecimal> realisation(String indicatorId) {
        return realisations.stream()
                .filter(it -> indicatorId.equals(it.indicatorId()) && it.value() != null)
                .map(Realisation::value)
                .findFirst();
    }

    /**
     * What was reached of one indicator.
     *
     * @param value in the indicator's unit, 0 or more
     */
    public record Realisation(
            String indicatorId, BigDecimal value, @Nullable String note, List<Evidence> evidence) {

        public Realisation {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }
    }

    public record NewIdea(String title, String description) {}
}
