package id.laras.feedback.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.engine.StepContext;
import id.laras.feedback.FeedbackService;
import id.laras.feedback.Opinion;
import id.laras.feedback.Rating;
import id.laras.feedback.Ratings;
import id.laras.feedback.Relation;
import id.laras.feedback.Scale;
import id.laras.feedback.ScoreRange;
import id.laras.rules.Refusal;
import id.laras.steps.Step;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** docs/law.md#opinions: the employee rated cannot learn who wrote what. Through the real engine and its guard. */
@LarasTest
@Tag("database")
class FeedbackTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    FeedbackService feedback;

    @Autowired
    GiveFeedbackStep giving;

    @Autowired
    TaskService tasks;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    private TestTeam team;
    private EvaluationId id;

    @Test
    void twoPeersAndTwoSubordinatesAreAskedWhenTheAssessmentStarts() {
        assess(Scheme.QUADRANT);
        assertThat(asked())
                .containsExactlyInAnyOrder(
                        team.account("peer1"), team.account("peer2"), team.account("sub1"), team.account("sub2"));
        assertThat(feedback.respondents(id)).containsExactlyInAnyOrderElementsOf(asked());
        assertThat(giving.view(context("peer1")))
                .isEqualTo(new GiveFeedbackStep.View(Scale.RATING, ScoreRange.OURS, Relation.PEER, 3));
        assertThat(giving.view(context("sub1")).relation()).isEqualTo(Relation.SUBORDINATE);
    }

    @Test
    void whoIsAskedStaysFixedHoweverOftenTheModelAsks() {
        assess(Scheme.QUADRANT);
        var first = feedback.respondents(id);
        assertThat(feedback.invite(id)).isEqualTo(first);
        assertThat(feedback.invite(id)).isEqualTo(first);
    }

    @Test
    void belowTheMinimumNothingIsToldAndFromItOnAverages() {
        assess(Scheme.NUMERIC);
        give("peer1", new Opinion(Ratings.all("100"), "Ramah"));
        give("peer2", new Opinion(Ratings.all("90.01"), " "));
        var early = feedback.summary(id);
        assertThat(early.invited()).isEqualTo(4);
        assertThat(early.answered()).isEqualTo(2);
        assertThat(early.usable()).isFalse();
        assertThat(early.values()).isEmpty();
        assertThat(early.comments()).isEmpty();

        give("sub1", new Opinion(Ratings.all("80"), "Adil"));
        var summary = feedback.summary(id);
        assertThat(summary.usable()).isTrue();
        assertThat(summary.comments()).containsExactlyInAnyOrder("Ramah", "Adil");
        assertThat(summary.values())
                .hasSize(7)
                .allSatisfy(value -> assertThat(value.average()).isEqualTo(new BigDecimal("90.00")));
    }

    @Test
    void theSummaryContainsNoAuthorWhateverIsAsked() throws Exception {
        assess(Scheme.QUADRANT);
        for (var person : List.of("peer1", "peer2", "sub1", "sub2")) {
            give(person, new Opinion(Ratings.all(Rating.ABOVE), "Komentar"));
            var text = feedback.summary(id) + json.writeValueAsString(feedback.summary(id));
            for (var account : feedback.respondents(id)) {
                assertThat(text).doesNotContain(account);
            }
            assertThat(text).doesNotContainIgnoringCase("respondent").doesNotContainIgnoringCase("peer");
        }
        assertThat(feedback.summary(id).values().get(0).above()).isEqualTo(4);
    }

    @Test
    void noTableOfAnswersNamesAnAuthor() {
        assess(Scheme.QUADRANT);
        give("peer1", new Opinion(Ratings.all(Rating.ABOVE), "Komentar"));
        var rows = application
                .getBean(JdbcTemplate.class)
                .queryForList("select * from feedback_answer where evaluation_id = ?", id.value());
        assertThat(rows).hasSize(1);
        assertThat(rows.toString()).doesNotContain(team.account("peer1"));
        assertThat(rows.get(0).keySet())
                .extracting(column -> column.toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder("id", "evaluation_id", "ratings", "remark", "version");
    }

    @Test
    void theAnswerIsConfidential() {
        assertThat(giving.step().confidential()).isTrue();
    }

    @Test
    void nobodyRatesThemselvesHere() {
        assess(Scheme.QUADRANT);
        assertRefused("staff", "feedback.self");
    }

    @Test
    void nobodyRatesThemselvesEvenIfGivenTheTaskWhichStaysOpen() {
        assess(Scheme.QUADRANT);
        tasks.setAssignee(feedbackTask("peer1").getId(), team.account("staff"));
        assertThatThrownBy(() -> give("staff", new Opinion(Ratings.all(Rating.ABOVE), null)))
                .hasMessageContaining("diri sendiri");
        assertThat(feedbackTask("staff")).isNotNull();
        assertThat(feedback.summary(id).answered()).isZero();
    }

    @Test
    void whoWasNotAskedCannotAnswer() {
        assess(Scheme.QUADRANT);
        assertRefused("peer4", "feedback.notInvited");
        assertRefused("officer", "feedback.notInvited");
    }

    @Test
    void nobodyAnswersTwice() {
        assess(Scheme.QUADRANT);
        give("peer1", new Opinion(Ratings.all(Rating.MEETS), null));
        assertRefused("peer1", "feedback.twice");
        assertThat(feedback.summary(id).answered()).isEqualTo(1);
    }

    /** Whatever the model's timer says: the day is the evaluation's own. */
    @Test
    void afterTheClosingDayNoOpinionIsTaken() {
        assess(Scheme.QUADRANT);
        var closes = team.evaluation("staff").schedule().feedbackCloses();
        try {
            ClockUtil.setCurrentTime(
                    Date.from(closes.plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
            assertRefused("peer1", "feedback.closed");
            ClockUtil.setCurrentTime(Date.from(
                    closes.atTime(LocalTime.MAX).atZone(clock.getZone()).toInstant()));
            give("peer1", new Opinion(Ratings.all(Rating.MEETS), null));
        } finally {
            ClockUtil.reset();
        }
        assertThat(feedback.summary(id).answered()).isEqualTo(1);
    }

    @Test
    void nobodyAnswersTwiceAtTheSameMomentEither() throws Exception {
        assess(Scheme.QUADRANT);
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var outcomes = threads.invokeAll(List.of(answering(together), answering(together)));
            assertThat(outcomes.get(0).get()).isNotEqualTo(outcomes.get(1).get());
        } finally {
            threads.shutdown();
        }
        assertThat(feedback.summary(id).answered()).isEqualTo(1);
    }

    private Callable<Boolean> answering(CyclicBarrier together) {
        return () -> {
            together.await();
            try {
                feedback.give(id, team.account("peer1"), new Opinion(Ratings.all(Rating.MEETS), null));
                return true;
            } catch (Refusal | OptimisticLockingFailureException second) {
                return false;
            }
        };
    }

    @Test
    void missingAndForeignValuesAreRefusedByNameAndTheTaskStaysOpen() {
        assess(Scheme.NUMERIC);
        var six = Ratings.all("100").subList(0, 6);
        assertThatThrownBy(() -> give("peer1", new Opinion(six, null)))
                .hasMessageContaining("Nilai 'Kolaboratif' belum dinilai.");
        assertThatThrownBy(() -> give("peer1", new Opinion(Ratings.all("121"), null)))
                .hasMessageContaining("Nilai 'Loyal': skor harus antara 0 dan 120.");
        assertThatThrownBy(() -> give("peer1", new Opinion(Ratings.all("100"), "kata".repeat(1001))))
                .hasMessageContaining("Komentar paling panjang 4.000 huruf");
        assertThat(feedbackTask("peer1")).isNotNull();
        assertThat(feedback.summary(id).answered()).isZero();
    }

    private void assertRefused(String person, String key) {
        var opinion = new Opinion(Ratings.all(Rating.MEETS), null);
        assertThatThrownBy(() -> feedback.give(id, team.account(person), opinion))
                .isInstanceOf(Refusal.class)
                .hasMessage(key);
    }

    /** Starts the assessment of "staff" beside the evaluation that is still in its first stage. */
    private void assess(Scheme scheme) {
        team = TestTeam.open(application, scheme);
        id = team.id("staff");
        team.assess();
    }

    private void give(String person, Opinion opinion) {
        team.complete(id, person, Step.GIVE_FEEDBACK, opinion);
    }

    private Task feedbackTask(String person) {
        return team.task(id, person, Step.GIVE_FEEDBACK);
    }

    private List<String> asked() {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(id.value())
                .taskDefinitionKey(Step.GIVE_FEEDBACK.task())
                .list()
                .stream()
                .map(Task::getAssignee)
                .toList();
    }

    private StepContext context(String person) {
        return new StepContext("task", id.value(), team.account(person), null, name -> null);
    }
}
