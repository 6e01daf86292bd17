package id.laras.gate;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.steps.Deed;
import id.laras.steps.ProcessModel;
import id.laras.steps.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a refusal by law tells. */
class ArticlesTests {

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {
                "TARGETS_FIRST",
                "RATED_BY_PERSON",
                "SHOWN_BEFORE_FINAL",
                "OBJECTION_DAYS",
                "OBJECTION_DECIDED",
                "DECIDER_NEVER_RATED",
                "CHANGE_REOPENS",
                "CONFIRMED_BY_PERSON",
                "FOLLOW_UP_BY_PERSON",
                "FINAL_STAYS",
                "NOTHING_MISSING",
                "WHOSE_TASK",
                "UNDECLARED"
            })
    void eachRuleOfLawHasItsArticleAndItsSentence(Rule rule) {
        assertThat(Law.articles(14))
                .filteredOn(article -> article.rule() == rule)
                .singleElement()
                .satisfies(article -> assertThat(article.source()).matches(".*\\d+/\\d{4}.*"));
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/books");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        assertThat(messages.getMessage("books.gate." + rule, null, Locale.ENGLISH))
                .isNotEqualTo(messages.getMessage("books.gate." + rule, null, Locale.ROOT));
    }

    @Test
    void everyRuleBehindThoseOfSoundnessIsOne() {
        assertThat(Law.articles(14))
                .extracting(Article::rule)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values())
                        .filter(rule -> rule.ordinal() > Rule.TOO_LARGE.ordinal())
                        .toList());
    }

    @Test
    void aBreachIsShownByAShortestWayThroughTheCalls() {
        var review = Step.REVIEW_RESULT.task();
        var finding = Redesign.of(ProcessModel.OBJECTION)
                .<UserTask>edit(review, task -> task.setCamundaDueDate("P3D"))
                .proof()
                .findings()
                .get(0);
        assertThat(finding.model()).isEqualTo(ProcessModel.OBJECTION.key());
        assertThat(finding.element()).isEqualTo(review);
        assertThat(finding.path())
                .startsWith("StartEvent_EvaluationOpened", "CallActivity_TargetSetting")
                .containsSubsequence("CallActivity_Assessment", Step.RATE_EMPLOYEE.task(), "CallActivity_Objection")
                .endsWith("StartEvent_ResultShown", review)
                .doesNotContain("CallActivity_SecondObjection")
                .hasSizeBetween(25, 40);
    }

    @Test
    void aRuleThatIsBrokenAgainBehindIsToldOnce() {
        assertThat(Redesign.of(ProcessModel.EVALUATION)
                        .remove(Step.CONFIRM_RESULT.task())
                        .proof()
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.element()).isEqualTo("ServiceTask_ProposeFollowUp"));
    }

    @Test
    void withoutALifecycleNothingIsProved() {
        assertThat(Law.prove(Set.of(), Beans.DECLARED).findings())
                .extracting(Finding::rule)
                .containsExactly(Rule.MODEL_MISSING);
    }

    @Test
    void beyondTheBoundNothingIsWavedThrough() {
        var book = Redesign.of(ProcessModel.EVALUATION).book();
        assertThat(Law.prove(book, Beans.DECLARED, 1_000).findings())
                .extracting(Finding::rule)
                .containsExactly(Rule.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "P14D, 14",
        "PT336H, 14",
        "P13DT24H, 14",
        "P1M, 28",
        "P1Y, 365",
        "${objectionPeriod}, 14",
        "${'P14D'}, 14",
        "${other}, 0",
        "2026-12-01, 0",
        "PT335H, 13",
        "P-14D, -14",
        "soon, 0"
    })
    void daysAreReadOffPeriodsAndVariables(String written, int days) {
        assertThat(Variables.ofTheStart(Set.of()).days(written, Map.of("objectionPeriod", 14)))
                .isEqualTo(days);
    }

    @Test
    void whatTheModelOverwritesStandsForNothing() {
        assertThat(Variables.ofTheStart(Set.of("superior")).of("${superior}")).isEqualTo("?superior");
        assertThat(Variables.ofTheStart(Set.of()).of("${superior}")).isEqualTo("superior");
    }

    @Test
    void nothingThatWasAcceptedChangesWhereNothingWas() {
        var act = new Act(Act.Kind.DONE, Deed.CHANGES_ACCEPTED, "P", "e", null, Set.of(), 0);
        assertThat(Past.NOTHING.after(act, 14)).isNull();
    }
}
