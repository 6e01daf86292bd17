package id.laras.assessment;

import static id.laras.assessment.ScoringSamples.number;

import id.laras.assessment.AssessorRating.Correction;
import id.laras.assessment.AssessorRating.Judgement;
import id.laras.assessment.SelfAssessment.NewIdea;
import id.laras.assessment.SelfAssessment.Realisation;
import id.laras.feedback.CoreValue;
import id.laras.feedback.FeedbackSummary;
import id.laras.feedback.FeedbackSummary.ValueSummary;
import id.laras.feedback.Rating;
import id.laras.feedback.ValueRating;
import id.laras.target.Aspect;
import id.laras.target.Direction;
import id.laras.target.Plan;
import id.laras.target.PlanStatus;
import id.laras.target.ResultKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One employee's year, in small: 80 permits at weight 60, 30 minutes of waiting at weight 40. */
final class AssessmentSamples {

    static final NewIdea IDEA = new NewIdea("Antrean daring", "Warga mengambil nomor dari rumah");

    private AssessmentSamples() {}

    static Plan plan() {
        return plan(
                indicator("permits", "Izin terbit", "80", Direction.HIGHER, "60"),
                indicator("waiting", "Waktu tunggu", "30", Direction.LOWER, "40"));
    }

    static Plan plan(Plan.Indicator... indicators) {
        var result = new Plan.WorkResult(
                "r1", ResultKind.MAIN, "Layanan perizinan", null, null, null, null, List.of(indicators));
        return new Plan(
                2, PlanStatus.APPROVED, null, "Melayani", null, "staf", "kabid", Instant.EPOCH, List.of(result));
    }

    static Plan.Indicator indicator(String id, String name, String target, Direction direction, String weight) {
        return new Plan.Indicator(
                id, Aspect.QUANTITY, name, number(target), "buah", direction, weight == null ? null : number(weight));
    }

    /** 60 permits (75 %) and 27 minutes (110 %). */
    static SelfAssessment self(Realisation... realisations) {
        return new SelfAssessment(List.of(realisations), scores("90"), null);
    }

    static SelfAssessment self() {
        return self(realisation("permits", "60"), realisation("waiting", "27"));
    }

    static SelfAssessment selfWithIdea() {
        return new SelfAssessment(self().realisations(), scores("90"), IDEA);
    }

    static Realisation realisation(String indicator, String value) {
        return new Realisation(indicator, value == null ? null : number(value), null, List.of());
    }

    static List<ValueRating> scores(String score) {
        return Arrays.stream(CoreValue.values())
                .map(value -> new ValueRating(value, null, number(score), null))
                .toList();
    }

    static List<ValueRating> ratings(Rating rating) {
        return Arrays.stream(CoreValue.values())
                .map(value -> new ValueRating(value, rating, null, null))
                .toList();
    }

    static AssessorRating numeric(Correction... corrections) {
        return numeric(scores("90"), corrections);
    }

    static AssessorRating numeric(List<ValueRating> values, Correction... corrections) {
        return new AssessorRating(null, null, List.of(corrections), values, null, null, null);
    }

    static AssessorRating approvingIdea(String reason) {
        return new AssessorRating(null, null, List.of(), scores("90"), true, reason, null);
    }

    static Correction correction(String indicator, String value, String reason) {
        return new Correction(indicator, value == null ? null : new BigDecimal(value), reason);
    }

    static AssessorRating quadrant(Judgement workResult, Judgement behaviour) {
        return new AssessorRating(workResult, behaviour, null, null, null, null, null);
    }

    static Judgement judgement(Rating rating, String reason) {
        return new Judgement(rating, reason);
    }

    static FeedbackSummary noFeedback() {
        return new FeedbackSummary(0, 0, false, 3, List.of(), List.of());
    }

    static FeedbackSummary tooFew() {
        return new FeedbackSummary(5, 2, false, 3, List.of(), List.of());
    }

    /** Three colleagues whose scores of each value sum to {@code sum}. */
    static FeedbackSummary threeColleagues(String sum) {
        var average = new Ratio(number(sum), number("3")).rounded();
        return new FeedbackSummary(
                4,
                3,
                true,
                3,
                Arrays.stream(CoreValue.values())
                        .map(value -> new ValueSummary(value, average, number(sum), null, null, null))
                        .toList(),
                List.of("Rajin"));
    }
}
