package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.cycle.EvaluationId;
import id.laras.feedback.FeedbackService;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.AssessorChange.Choice;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two peers and two subordinates of staf are asked for an opinion; then one of the peers becomes the assessor. */
@LarasTest
@Tag("database")
class ColleagueBecomesAssessorTests extends HandOverScene {

    @Autowired
    FeedbackService feedback;

    @BeforeEach
    void untilOpinionsAreAsked() {
        walker.untilApproved(id, answers);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        assertThat(opinions()).hasSize(4).extracting(Task::getAssignee).contains(people.peer());
    }

    @Test
    void theNewAssessorIsNoLongerAskedAndTheOthersAre() {
        becomesAssessor();

        assertThat(opinions()).hasSize(3).extracting(Task::getAssignee).doesNotContain(people.peer());
        assertThat(feedback.respondents(EvaluationId.of(id))).hasSize(3).doesNotContain(people.peer());
        opinions().forEach(this::answer);
        assessSelf();
        walker.ring(id, "TimerCatch_FeedbackCloses");
        assertThat(openTasks()).contains(Step.RATE_EMPLOYEE);
        var told = feedback.summary(EvaluationId.of(id));
        assertThat(told.invited()).isEqualTo(3);
        assertThat(told.usable()).isTrue();
    }

    @Test
    void ratingOpensOnTheClosingDayIfOnlyTheirOpinionWasMissing() {
        assessSelf();
        opinions().stream()
                .filter(task -> !task.getAssignee().equals(people.peer()))
                .forEach(this::answer);
        assertThat(openTasks()).doesNotContain(Step.RATE_EMPLOYEE);
        becomesAssessor();
        assertThat(openTasks()).doesNotContain(Step.RATE_EMPLOYEE);
        walker.ring(id, "TimerCatch_FeedbackCloses");

        assertThat(assignee(Step.RATE_EMPLOYEE)).isEqualTo(people.peer());
        assertThat(opinions()).isEmpty();
    }

    @Test
    void whenTheyHaveAnsweredOneMoreMustHaveBeforeAnythingIsTold() {
        var others = opinions().stream()
                .filter(task -> !task.getAssignee().equals(people.peer()))
                .toList();
        opinions().stream()
                .filter(task -> task.getAssignee().equals(people.peer()))
                .forEach(this::answer);
        answer(others.get(0));
        answer(others.get(1));
        assertThat(feedback.summary(EvaluationId.of(id)).usable()).isTrue();
        becomesAssessor();

        var told = feedback.summary(EvaluationId.of(id));
        assertThat(told.answered()).isEqualTo(3);
        assertThat(told.usable())
                .as("from their own opinion they would know the other two")
                .isFalse();
        assertThat(told.comments()).isEmpty();
        answer(others.get(2));
        assertThat(feedback.summary(EvaluationId.of(id)).usable()).isTrue();
    }

    @Test
    void theTrailTellsNobodyWhoWasAsked() {
        becomesAssessor();

        assertThat(database.sql("select what from trail_entry where subject = ? and what like '%eedback%'")
                        .param(id)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** Said at the moment of the hand-over, it would tell that the new assessor was asked. */
    @Test
    void theTrailDoesNotTellWhatTheNewAssessorHadTyped() {
        var asked = opinions().stream()
                .filter(task -> task.getAssignee().equals(people.peer()))
                .findFirst()
                .orElseThrow();
        assertThat(desk.keepDraft(
                        asked.getId(),
                        new Actor(people.peer(), Set.of(Role.STAFF)),
                        "{\"comment\":\"a\"}",
                        0,
                        List.of()))
                .isPresent();
        becomesAssessor();

        assertThat(database.sql("select what from trail_entry where subject = ? and what = 'draft.lost'")
                        .param(id)
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(database.sql("select account from task_draft where task_id = ?")
                        .param(asked.getId())
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private void becomesAssessor() {
        town.answerTo(people, 4);
        choose(Choice.MOVE);
    }

    private void answer(Task task) {
        walker.complete(task, task.getAssignee(), answers.feedback("MEETS", "95"));
    }

    private void assessSelf() {
        walker.complete(id, Step.ASSESS_SELF, answers.selfAssessment(walker.plan(id)));
    }
}
