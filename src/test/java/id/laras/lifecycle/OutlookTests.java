package id.laras.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.LarasTest;
import id.laras.assessment.AssessmentService;
import id.laras.assessment.Score;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Scheme;
import id.laras.engine.AnswerPreview;
import id.laras.engine.AnswerPreviews;
import id.laras.engine.HumanStep;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.steps.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Before an answer is sent for good: what it comes to, who is awaited, and nothing of it is kept. */
@LarasTest
@Tag("database")
class OutlookTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final List<String> KEPT =
            List.of("assessor_rating", "score", "trail_entry", "result_review", "objection_decision", "ACT_HI_DECINST");

    @Autowired
    Walker walker;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    Town town;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    AssessmentService assessments;

    @Autowired
    AnswerPreviews previews;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient database;

    @Autowired
    List<HumanStep<?>> steps;

    Town.Organisation people;
    Answers answers;
    String id;

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void thePredicateForeseenIsThePredicateThatResults(Scheme scheme) throws Exception {
        answers = new Answers(scheme);
        people = town.organisation();
        id = town.openForStaf(people, scheme);
        assertSentOnOneClick(Step.DRAFT_TARGETS, answers.targets());
        assertSentOnOneClick(Step.APPROVE_TARGETS, answers.approval());
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        var plan = walker.plan(id);
        assertNothingIsForetoldAfterItsDay(Step.ASSESS_SELF, answers.selfAssessment(plan));
        assertThat(foresee(Step.ASSESS_SELF, answers.selfAssessment(plan)).consequences())
                .first()
                .asString()
                .contains("tidak dapat Anda ubah atau tarik kembali");
        walker.complete(id, Step.ASSESS_SELF, answers.selfAssessment(plan));
        var asked = walker.tasks(id, Step.GIVE_FEEDBACK).get(0);
        var opinion = preview(asked.getId(), asked.getAssignee(), answers.feedback("MEETS", "97.5"));
        assertThat(opinion.asks()).isTrue();
        assertThat(opinion.next()).contains("tanpa nama Anda");
        walker.giveOpinions(id, answers, "MEETS", "97.5");
        walker.ring(id, "TimerCatch_FeedbackCloses");

        var better = foresee(Step.RATE_EMPLOYEE, answers.rating(plan, "ABOVE", "118"));
        var rated = foresee(Step.RATE_EMPLOYEE, answers.rating(plan, "BELOW", "65"));
        assertThat(rated.consequences().get(0))
                .isNotEqualTo(better.consequences().get(0));
        assertThat(rated.next()).contains("Budi Santoso");
        walker.complete(id, Step.RATE_EMPLOYEE, answers.rating(plan, "BELOW", "65"));
        walker.runJobs(id);
        assertThat(rated.consequences().get(0)).isEqualTo(said(current()));

        var accepts = foresee(Step.REVIEW_RESULT, answers.acceptance());
        assertThat(accepts.consequences()).first().asString().contains(predicate(current()), "tidak dapat lagi");
        assertThat(accepts.next()).contains("Ratna Dewi");
        var objects = foresee(Step.REVIEW_RESULT, answers.objection());
        assertThat(objects.next())
                .contains(name(evaluations.get(EvaluationId.of(id)).superior()));
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());

        var before = current();
        var changed = answers.changedDecision(answers.rating(plan, "MEETS", "95"));
        var decided = foresee(Step.DECIDE_OBJECTION, changed);
        assertThat(decided.consequences().get(1)).contains(predicate(before));
        walker.complete(id, Step.DECIDE_OBJECTION, changed);
        walker.runJobs(id);
        assertThat(decided.consequences().get(0)).isEqualTo(said(current()));

        var calibration = walker.calibrationOf(id);
        var meeting = walker.task(calibration, Step.CALIBRATE_UNIT);
        engine.getTaskService().claim(meeting.getId(), people.hr());
        assertThat(preview(meeting.getId(), people.hr(), answers.noMoves()).consequences())
                .first()
                .asString()
                .contains("Tidak ada predikat");
        walker.complete(walker.task(calibration, Step.CALIBRATE_UNIT), people.hr(), answers.noMoves());
        walker.runJobs(calibration);
        walker.runJobs(id);
        assertThat(foresee(Step.CONFIRM_RESULT, answers.confirmation()).consequences())
                .first()
                .asString()
                .contains(predicate(current()), "tidak ada yang dapat mengubahnya");
        walker.confirm(id, answers);
        assertThat(foresee(Step.PLAN_DEVELOPMENT, answers.trainingPlan()).consequences())
                .first()
                .asString()
                .contains("Pelatihan");
    }

    @Test
    void aRefusalIsSaidBeforeAnythingIsSentAndOnlyTheAssigneeIsTold() throws Exception {
        answers = new Answers(Scheme.QUADRANT);
        people = town.organisation();
        id = town.openForStaf(people, Scheme.QUADRANT);
        var task = walker.task(id, Step.DRAFT_TARGETS).getId();
        var text = json.writeValueAsString(answers.targets());
        assertThat(previews.preview(task, new Actor(people.assessor(), Set.of()), text))
                .isEmpty();
        assertThat(previews.preview("unknown", new Actor(people.staf(), Set.of()), text))
                .isEmpty();
        assertThatThrownBy(() -> previews.preview(
                        task,
                        new Actor(people.staf(), Set.of()),
                        text.replace("Melayani warga dengan ramah dan cepat.", "x")))
                .isInstanceOf(Refusal.class)
                .hasMessage("engine.submission.textSaysNothing");
        walker.task(id, Step.DRAFT_TARGETS);
    }

    /** What somebody can still put right: everything else is asked about, also in a step that says nothing of it. */
    @Test
    void everyStepAsksUnlessItsAnswerIsPutRightLater() {
        assertThat(steps)
                .filteredOn(step -> step.step() instanceof Step && !asksOfItself(step))
                .extracting(HumanStep::step)
                .containsExactlyInAnyOrder(
                        Step.DRAFT_TARGETS,
                        Step.APPROVE_TARGETS,
                        Step.REVISE_TARGETS,
                        Step.APPROVE_REVISION,
                        Step.CHECK_IN,
                        Step.GIVE_CHECK_IN_FEEDBACK);
    }

    /** By what its class says; which answers it asks about is walked above and in the browser. */
    private static boolean asksOfItself(HumanStep<?> step) {
        try (var source = Files.walk(Path.of("src/main/java"))) {
            var name = AopUtils.getTargetClass(step).getSimpleName() + ".java";
            var text = Files.readString(
                    source.filter(file -> file.endsWith(name)).findFirst().orElseThrow());
            return !text.contains("Outlook outlook(") || text.contains("new Outlook(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyStepSaysWhatComesNext() {
        var told = ResourceBundle.getBundle("messages.engine", Locale.ROOT).keySet();
        Stream.of(Step.values())
                .forEach(step -> assertThat(told)
                        .as("who is awaited after %s", step.task())
                        .anyMatch(key -> key.equals("engine.next." + step.task())
                                || key.startsWith("engine.next." + step.task() + ".")));
    }

    /** Its timer may be late; then nothing is taken any more. */
    private void assertNothingIsForetoldAfterItsDay(Step key, Object answer) {
        var task = walker.task(id, key);
        var due = task.getDueDate();
        task.setDueDate(new Date(0));
        engine.getTaskService().saveTask(task);
        assertThatThrownBy(() -> preview(task.getId(), task.getAssignee(), answer))
                .hasMessage("engine.submission.late");
        var late = walker.task(id, key);
        late.setDueDate(due);
        engine.getTaskService().saveTask(late);
    }

    private void assertSentOnOneClick(Step key, Object answer) throws JsonProcessingException {
        var task = walker.task(id, key);
        var preview = preview(task.getId(), task.getAssignee(), answer);
        assertThat(preview.asks()).as(key.task()).isFalse();
        assertThat(preview.next()).doesNotContain("engine.next", "{");
        walker.complete(id, key, answer);
    }

    private AnswerPreview foresee(Step key, Object answer) throws JsonProcessingException {
        var task = walker.task(id, key);
        var preview = preview(task.getId(), task.getAssignee(), answer);
        assertThat(preview.asks()).as(key.task()).isTrue();
        assertThat(preview.next()).doesNotContain("engine.next", "{");
        return preview;
    }

    private AnswerPreview preview(String taskId, String person, Object answer) throws JsonProcessingException {
        var before = kept();
        var preview = previews.preview(taskId, new Actor(person, Set.of()), json.writeValueAsString(answer))
                .orElseThrow();
        assertThat(kept()).isEqualTo(before);
        return preview;
    }

    private List<Long> kept() {
        return KEPT.stream()
                .map(table -> database.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private Score current() {
        return assessments.current(EvaluationId.of(id)).orElseThrow();
    }

    private String predicate(Score score) {
        return messages.getMessage("assessment.predicate." + score.predicate(), null, INDONESIAN);
    }

    private String said(Score score) {
        return score.total() == null
                ? messages.getMessage("assessment.outlook.predicate", new Object[] {predicate(score)}, INDONESIAN)
                : messages.getMessage(
                        "assessment.outlook.scored", new Object[] {predicate(score), score.total()}, INDONESIAN);
    }

    private String name(String account) {
        return database.sql("select display_name from account where name = ?")
                .param(account)
                .query(String.class)
                .single();
    }
}
