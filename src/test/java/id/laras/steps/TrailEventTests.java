package id.laras.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.steps.TrailEvent.Subject;
import id.laras.steps.TrailEvent.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What no row of the catalogue of events may say, whoever adds one. */
class TrailEventTests {

    @Test
    void noKeyStandsTwiceAndEachFitsItsColumn() {
        assertThat(TrailEvent.values())
                .extracting(TrailEvent::key)
                .doesNotHaveDuplicates()
                .allSatisfy(
                        key -> assertThat(key).matches("[a-zA-Z]+\\.[a-zA-Z_]+").hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void whoOnlyLookedOrTookAFileLetsNoPeriodBeginAnew() {
        assertThat(with(Trait.READING))
                .containsExactly(
                        TrailEvent.EVALUATION_READ,
                        TrailEvent.LINES_READ,
                        TrailEvent.TARGETS_READ,
                        TrailEvent.FILE_READ,
                        TrailEvent.FORM_READ,
                        TrailEvent.OPINION_FORM_READ,
                        TrailEvent.ENGINE_READ,
                        TrailEvent.TRAIL_READ,
                        TrailEvent.LIST_EXPORTED,
                        TrailEvent.EVALUATIONS_SEARCHED,
                        TrailEvent.ENGINE_SEARCHED,
                        TrailEvent.LOGINS_READ);
    }

    /** Whose day is kept instead of the moment is the closing day of one evaluation. */
    @Test
    void whatIsConfidentialIsAboutOneEvaluationAndLeavesNoDetails() {
        assertThat(with(Trait.CONFIDENTIAL))
                .containsExactly(TrailEvent.OPINION_FORM_READ)
                .allSatisfy(event -> {
                    assertThat(event.subject()).isEqualTo(Subject.EVALUATION);
                    assertThat(event.is(Trait.KEPT)).isFalse();
                });
    }

    @Test
    void whateverTheRoomOfOpinionsRecordsIsConfidential() throws IOException {
        var recorded = Pattern.compile("TrailEvent\\.([A-Z_]+)");
        try (var files = Files.walk(Path.of("src/main/java/id/laras/feedback"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(recorded.matcher(Files.readString(file))
                                .results()
                                .map(found -> TrailEvent.valueOf(found.group(1))))
                        .as(file.toString())
                        .allMatch(event -> event.is(Trait.CONFIDENTIAL));
            }
        }
    }

    @Test
    void onlyTheFixedPredicateOutlivesItsEvaluation() {
        assertThat(with(Trait.KEPT)).containsExactly(TrailEvent.RESULT_FIXED);
    }

    @Test
    void whatIsTypedIsAQuestionAndNoDeed() {
        assertThat(with(Trait.TYPED)).isNotEmpty().allMatch(event -> event.is(Trait.READING));
    }

    @Test
    void anEventIsRecordedAboutNothingElseThanItsSubject() {
        assertThatThrownBy(() -> TrailEvent.ACCOUNT_ROLES.mustBeAbout(Subject.EVALUATION, Subject.ANY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("account.roles");
    }

    /** A message of a model has the same name as an event. */
    @Test
    void nobodyElseSpellsTheKeyOfAnEvent() throws IOException {
        var spelled = Pattern.compile(Arrays.stream(TrailEvent.values())
                .map(event -> Pattern.quote(event.key()))
                .collect(Collectors.joining("|", "[\"'](", ")[\"']")));
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("steps/TrailEvent.java"))
                            .filter(file -> !file.endsWith("process/SubstitutionProcess.java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(spelled));
        }
    }

    private static List<TrailEvent> with(Trait trait) {
        return Arrays.stream(TrailEvent.values())
                .filter(event -> event.is(trait))
                .toList();
    }
}
