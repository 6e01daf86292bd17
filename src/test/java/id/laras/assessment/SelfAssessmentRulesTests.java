package id.laras.assessment;

import static id.laras.assessment.AssessmentSamples.plan;
import static id.laras.assessment.AssessmentSamples.ratings;
import static id.laras.assessment.AssessmentSamples.realisation;
import static id.laras.assessment.AssessmentSamples.scores;
import static id.laras.assessment.AssessmentSamples.self;
import static id.laras.assessment.AssessmentSamples.selfWithIdea;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.assessment.SelfAssessment.NewIdea;
import id.laras.cycle.Scheme;
import id.laras.feedback.Rating;
import id.laras.rules.Refusal.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelfAssessmentRulesTests {

    @Test
    void aCompleteSelfAssessmentIsAccepted() {
        assertThat(keys(Scheme.NUMERIC, self())).isEmpty();
        assertThat(keys(Scheme.NUMERIC, selfWithIdea())).isEmpty();
        assertThat(keys(Scheme.QUADRANT, new SelfAssessment(self().realisations(), ratings(Rating.MEETS), null)))
                .isEmpty();
    }

    @Test
    void aMissingRealisationIsRefusedAndNamed() {
        var problems = problems(Scheme.NUMERIC, self(realisation("permits", "60")));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("assessment.realisation.missing");
            assertThat(problem.args()).containsExactly("Waktu tunggu");
        });
    }

    @Test
    void aRealisationLeftBlankIsMissingNotZero() {
        assertThat(keys(Scheme.NUMERIC, self(realisation("permits", "60"), realisation("waiting", null))))
                .containsExactly("assessment.realisation.missing");
    }

    @Test
    void aRealisationOfZeroIsAnAnswer() {
        assertThat(keys(Scheme.NUMERIC, self(realisation("permits", "0"), realisation("waiting", "27"))))
                .isEmpty();
    }

    @Test
    void quadrantAsksForEveryRealisationToo() {
        assertThat(keys(Scheme.QUADRANT, new SelfAssessment(List.of(), ratings(Rating.MEETS), null)))
                .containsExactly("assessment.realisation.missing", "assessment.realisation.missing");
    }

    @Test
    void figuresThatCannotBeAreRefused() {
        assertThat(keys(Scheme.NUMERIC, self(realisation("permits", "-1"), realisation("waiting", "1e12"))))
                .containsExactly("assessment.realisation.range", "assessment.realisation.range");
        assertThat(keys(Scheme.NUMERIC, self(realisation("permits", "0.00001"), realisation("waiting", "27"))))
                .containsExactly("assessment.realisation.decimals");
        assertThat(keys(Scheme.NUMERIC, self(realisation("permits", "1e999999999"), realisation("waiting", "27"))))
                .containsExactly("assessment.realisation.range");
    }

    @Test
    void strangeAndDoubledIndicatorsAreRefused() {
        assertThat(keys(
                        Scheme.NUMERIC,
                        self(
                                realisation("permits", "60"),
                                realisation("waiting", "27"),
                                realisation("waiting", "1"),
                                realisation("other", "1"),
                                realisation(null, "1"))))
                .containsExactly(
                        "assessment.realisation.twice",
                        "assessment.realisation.unknown",
                        "assessment.realisation.unknown");
    }

    @Test
    void allSevenValuesAreAskedForOnTheScaleOfTheCycle() {
        var six = scores("90").subList(0, 6);
        assertThat(keys(Scheme.NUMERIC, new SelfAssessment(self().realisations(), six, null)))
                .containsExactly("feedback.value.missing");
        assertThat(keys(Scheme.QUADRANT, self())).hasSize(7).containsOnly("feedback.value.missing");
    }

    @Test
    void aNewIdeaHasATitleAndADescription() {
        var answer = new SelfAssessment(self().realisations(), scores("90"), new NewIdea(" ", "Uraian"));
        assertThat(keys(Scheme.NUMERIC, answer)).containsExactly("assessment.newIdea.incomplete");
    }

    private static List<Problem> problems(Scheme scheme, SelfAssessment answer) {
        return SelfAssessmentRules.problems(scheme, plan(), answer);
    }

    private static List<String> keys(Scheme scheme, SelfAssessment answer) {
        return problems(scheme, answer).stream().map(Problem::key).toList();
    }
}
