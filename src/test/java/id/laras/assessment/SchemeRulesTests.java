package id.laras.assessment;

import static id.laras.assessment.AssessmentSamples.approvingIdea;
import static id.laras.assessment.AssessmentSamples.correction;
import static id.laras.assessment.AssessmentSamples.judgement;
import static id.laras.assessment.AssessmentSamples.numeric;
import static id.laras.assessment.AssessmentSamples.plan;
import static id.laras.assessment.AssessmentSamples.quadrant;
import static id.laras.assessment.AssessmentSamples.realisation;
import static id.laras.assessment.AssessmentSamples.scores;
import static id.laras.assessment.AssessmentSamples.self;
import static id.laras.assessment.AssessmentSamples.selfWithIdea;
import static id.laras.assessment.ScoringSamples.number;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.assessment.AssessorRating.Correction;
import id.laras.cycle.Scheme;
import id.laras.feedback.CoreValue;
import id.laras.feedback.Rating;
import id.laras.feedback.ValueRating;
import id.laras.rules.Refusal.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each scheme asks of a rating. */
class SchemeRulesTests {

    private static final Check NUMERIC = numericFor(self());
    private static final Check QUADRANT = new Check(Scheme.QUADRANT, self(), "70");

    /** A rating of the plan is held to the rules of a scheme, beside what the employee reported. */
    private record Check(Scheme scheme, SelfAssessment self, String reasonBelow) {

        private SchemeRules rules() {
            var share = number("0.3");
            return SchemeRules.of(scheme, new ScoringRules(number("120"), share, share, share, number(reasonBelow)));
        }

        List<Problem> problems(AssessorRating rating) {
            return rules().problems(rating, plan(), self);
        }

        AssessorRating complete(AssessorRating rating) {
            return rules().complete(rating, plan(), self);
        }
    }

    @Test
    void bothRatingsAreEnoughInQuadrant() {
        var rating = quadrant(judgement(Rating.MEETS, null), judgement(Rating.ABOVE, null));
        assertThat(keys(QUADRANT, rating)).isEmpty();
    }

    @Test
    void workResultsBelowExpectationNeedAReason() {
        assertThat(keys(QUADRANT, quadrant(judgement(Rating.BELOW, " "), judgement(Rating.MEETS, null))))
                .containsExactly("assessment.rating.reason.workResult");
    }

    @Test
    void behaviourBelowExpectationNeedsAReason() {
        assertThat(keys(QUADRANT, quadrant(judgement(Rating.MEETS, null), judgement(Rating.BELOW, null))))
                .containsExactly("assessment.rating.reason.behaviour");
    }

    @Test
    void belowExpectationWithAReasonIsAccepted() {
        assertThat(keys(
                        QUADRANT,
                        quadrant(judgement(Rating.BELOW, "Target triwulan lewat"), judgement(Rating.BELOW, "Absen"))))
                .isEmpty();
    }

    @Test
    void bothRatingsAreAskedFor() {
        assertThat(keys(QUADRANT, quadrant(null, judgement(null, null))))
                .containsExactly("assessment.rating.missing.workResult", "assessment.rating.missing.behaviour");
    }

    @Test
    void scoresDoNotBelongInQuadrantNorRatingsInNumeric() {
        assertThat(keys(QUADRANT, numeric())).contains("assessment.rating.scores");
        var both = new AssessorRating(judgement(Rating.MEETS, null), null, List.of(), scores("90"), null, null, null);
        assertThat(keys(NUMERIC, both)).containsExactly("assessment.rating.ratings");
    }

    @Test
    void valuesAndReportedRealisationsAreEnoughInNumeric() {
        assertThat(keys(NUMERIC, numeric())).isEmpty();
        assertThat(keys(NUMERIC, numeric(correction("permits", "60.00", null)))).isEmpty();
    }

    @Test
    void aValueUnderTheLimitNeedsAReason() {
        assertThat(keys(NUMERIC, numeric(with("69.99", null)))).containsExactly("assessment.value.reason");
        assertThat(keys(NUMERIC, numeric(with("69.99", "Sering terlambat")))).isEmpty();
        assertThat(keys(NUMERIC, numeric(with("70", null)))).isEmpty();
    }

    @Test
    void theLimitComesFromTheConfiguration() {
        var strict = new Check(Scheme.NUMERIC, self(), "91");
        assertThat(keys(strict, numeric())).hasSize(7).containsOnly("assessment.value.reason");
    }

    @Test
    void allSevenValuesAreAskedFor() {
        assertThat(keys(NUMERIC, numeric(scores("90").subList(1, 7)))).containsExactly("feedback.value.missing");
    }

    @Test
    void scoresBeyond120AreRefused() {
        assertThat(keys(NUMERIC, numeric(with("120.01", null)))).containsExactly("feedback.value.range");
        assertThat(keys(NUMERIC, numeric(with("120", null)))).isEmpty();
    }

    @Test
    void aChangedRealisationNeedsAReason() {
        assertThat(keys(NUMERIC, numeric(correction("permits", "55", null))))
                .containsExactly("assessment.realisation.reason");
        assertThat(keys(NUMERIC, numeric(correction("permits", "55", "Lima izin dicabut"))))
                .isEmpty();
    }

    @Test
    void aRealisationThatNobodyReportedIsMissing() {
        var rules = numericFor(self(realisation("permits", "60")));
        assertThat(keys(rules, numeric())).containsExactly("assessment.realisation.missing");
        assertThat(keys(rules, numeric(correction("waiting", "27", null))))
                .containsExactly("assessment.realisation.reason");
        assertThat(keys(rules, numeric(correction("waiting", "27", "Dari buku tamu"))))
                .isEmpty();
        assertThat(keys(numericFor(null), numeric())).hasSize(2).containsOnly("assessment.realisation.missing");
    }

    @Test
    void aRealisationThatIsBlankedIsMissing() {
        assertThat(keys(NUMERIC, numeric(correction("permits", null, "?"))))
                .containsExactly("assessment.realisation.missing");
    }

    @Test
    void aNewIdeaIsApprovedOnlyIfProposed() {
        assertThat(keys(NUMERIC, approvingIdea("Menghemat waktu warga")))
                .containsExactly("assessment.newIdea.notProposed");
        assertThat(keys(numericFor(selfWithIdea()), approvingIdea("Menghemat waktu warga")))
                .isEmpty();
    }

    @Test
    void aNewIdeaIsApprovedWithAReason() {
        assertThat(keys(numericFor(selfWithIdea()), approvingIdea("  "))).containsExactly("assessment.newIdea.reason");
    }

    @Test
    void whatWasNotCorrectedIsKeptAsReported() {
        var complete = NUMERIC.complete(numeric(correction("waiting", "28", "Jam istirahat")));
        assertThat(complete.realisations())
                .containsExactly(
                        new Correction("permits", number("60"), null),
                        new Correction("waiting", number("28"), "Jam istirahat"));
    }

    @Test
    void everyProblemIsToldAtOnce() {
        var rating = numeric(with("10", null), correction("permits", "1", null), correction("other", "1", null));
        assertThat(keys(NUMERIC, rating))
                .containsExactlyInAnyOrder(
                        "assessment.realisation.unknown", "assessment.realisation.reason", "assessment.value.reason");
    }

    private static List<ValueRating> with(String score, String reason) {
        var values = new ArrayList<>(scores("90"));
        values.set(2, new ValueRating(CoreValue.COMPETENT, null, number(score), reason));
        return values;
    }

    private static Check numericFor(SelfAssessment self) {
        return new Check(Scheme.NUMERIC, self, "70");
    }

    private static List<String> keys(Check rules, AssessorRating rating) {
        return rules.problems(rating).stream().map(Problem::key).toList();
    }
}
