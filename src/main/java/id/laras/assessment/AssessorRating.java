package id.laras.assessment;

import id.laras.feedback.Rating;
import id.laras.feedback.ValueRating;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.lang.Nullable;

/**
 * How the assessor, or on an objection their superior, rates the employee. The first two parts belong to QUADRANT, the
 * next four to NUMERIC; the parts of the other scheme are null or empty.
 *
 * @param workResult      work results (hasil kerja)
 * @param behaviourRating behaviour (perilaku kerja)
 * @param realisations    as the assessor sees them; an indicator that is not named stays as the employee reported it
 * @param values          the seven values, 0–120
 * @param newIdeaApproved whether the employee's new idea is of benefit to the organisation
 * @param newIdeaReason   why
 * @param note            may be null
 */
public record AssessorRating(
        @Nullable Judgement workResult,
        @Nullable Judgement behaviourRating,
        List<Correction> realisations,
        List<ValueRating> values,
        @Nullable Boolean newIdeaApproved,
        @Nullable String newIdeaReason,
        @Nullable String note) {

    public AssessorRating {
        realisations = realisations == null ? List.of() : List.copyOf(realisations);
        values = values == null ? List.of() : List.copyOf(values);
    }

    boolean approvesNewIdea() {
        return Boolean.TRUE.equals(newIdeaApproved);
    }

    Optional<Correction> realisation(String indicatorId) {
        return realisations.stream()
                .filter(it -> indicatorId.equals(it.indicatorId()))
                .findFirst();
    }

    /** Whether both come to the same ratings and figures, whatever the reasons say. */
    boolean ratesAs(AssessorRating other) {
        return rating(workResult) == rating(other.workResult)
                && rating(behaviourRating) == rating(other.behaviourRating)
                && approvesNewIdea() == other.approvesNewIdea()
                && figures().equals(other.figures());
    }

    private static Rating rating(Judgement judgement) {
        return judgement == null ? null : judgement.rating();
    }

    /** Every figure by what it is about, 90 and 90.00 being the same. */
    private Map<String, BigDecimal> figures() {
        var figures = new HashMap<String, BigDecimal>();
        realisations.forEach(it -> figures.put(it.indicatorId(), it.value().stripTrailingZeros()));
        values.forEach(it -> figures.put(it.value().name(), it.score().stripTrailingZeros()));
        return figures;
    }

    AssessorRating withRealisations(List<Correction> complete) {
        return new AssessorRating(workResult, behaviourRating, complete, values, newIdeaApproved, newIdeaReason, note);
    }

    /** @param reason asked for when the rating is below expectation */
    public record Judgement(Rating rating, @Nullable String reason) {}

    /** @param reason asked for when the value differs from what the employee reported */
    public record Correction(
            String indicatorId, BigDecimal value, @Nullable String reason) {}
}
