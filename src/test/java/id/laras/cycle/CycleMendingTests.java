package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.steps.Step;
import id.laras.succession.Shortenings;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** Those whose evaluations run follow the days of a cycle that was mended. */
@LarasTest
@Tag("database")
class CycleMendingTests extends CycleMendingScene {

    @Autowired
    Shortenings shortenings;

    @Autowired
    BehindEvaluations behind;

    @Test
    void tasksAndTimersOfRunningEvaluationsFollowTheNewDays() {
        var wish = wish().targetsDue(wish().of().targetsDue().plusDays(3)).of();
        mend(wish);
        assertThat(due(Step.DRAFT_TARGETS)).isEqualTo(wish.targetsDue());

        walker.untilApproved(id, answers);
        var later = wish().assessmentOpens(cycle.assessmentOpens().plusDays(1))
                .feedbackCloses(cycle.feedbackCloses().plusDays(2))
                .assessmentDue(cycle.assessmentDue().plusDays(3))
                .of();
        mend(later);

        assertThat(timer("BoundaryTimer_AssessmentOpens")).isEqualTo(later.assessmentOpens());
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        assertThat(lastDayOf("BoundaryTimer_FeedbackCloses")).isEqualTo(later.feedbackCloses());
        assertThat(lastDayOf("BoundaryTimer_AssessmentDue")).isEqualTo(later.assessmentDue());
        assertThat(due(Step.ASSESS_SELF)).isEqualTo(later.assessmentDue());
        assertThat(opinions())
                .allSatisfy(task -> assertThat(day(task.getDueDate())).isEqualTo(later.feedbackCloses()));
        assertThat(rows.findWithCycleById(id).orElseThrow().schedule().feedbackCloses())
                .isEqualTo(later.feedbackCloses());
    }

    @Test
    void theDayOnWhichOpinionsCloseMovesWhileTheyAreGiven() {
        walker.untilApproved(id, answers);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        var sooner = wish().feedbackCloses(cycle.feedbackCloses().minusDays(4)).of();

        mend(sooner);

        assertThat(lastDayOf("BoundaryTimer_FeedbackCloses")).isEqualTo(sooner.feedbackCloses());
        assertThat(opinions())
                .isNotEmpty()
                .allSatisfy(task -> assertThat(day(task.getDueDate())).isEqualTo(sooner.feedbackCloses()));
    }

    @Test
    void theUnitsMeetingWaitsForTheNewDay() {
        var wish = wish().calibrationDue(cycle.calibrationDue().plusDays(9)).of();

        assertThat(previews.of(cycle.id(), wish).units()).isEqualTo(1);
        mend(wish);

        var meeting = walker.calibration("Bidang Pencegahan " + people.number());
        var timer = engine
                .getManagementService()
                .createJobQuery()
                .timers()
                .activityId("TimerCatch_CalibrationDue")
                .list()
                .stream()
                .filter(job -> job.getProcessInstanceId()
                        .equals(engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(meeting)
                                .singleResult()
                                .getId()))
                .findFirst()
                .orElseThrow();
        assertThat(day(timer.getDuedate())).isEqualTo(wish.calibrationDue());
    }

    @Test
    void whoHasDaysOfTheirOwnOrAResultStays() {
        shortenings.shorten(
                EvaluationId.of(id), cycle.firstDay(), cycle.firstDay().plusMonths(6), EndReason.MOVED, "Mutasi", hr());
        var before = evaluation().schedule();
        var wish = wish().targetsDue(cycle.targetsDue().plusDays(1)).of();

        var preview = previews.of(cycle.id(), wish);
        assertThat(preview.followers()).isZero();
        assertThat(preview.ownDays()).isEqualTo(1);
        mend(wish);
        assertThat(evaluation().schedule()).isEqualTo(before);
    }

    @Test
    void whoseResultWasShownIsNotTouched() {
        untilReview();
        var wish = wish().calibrationDue(cycle.calibrationDue().plusDays(1))
                .assessmentDue(cycle.assessmentDue().plusDays(1));
        var until = due(Step.REVIEW_RESULT);

        mend(wish.of());

        assertThat(previews.of(
                                cycle.id(),
                                wish.calibrationDue(cycle.calibrationDue().plusDays(2))
                                        .of())
                        .followers())
                .isZero();
        assertThat(due(Step.REVIEW_RESULT)).isEqualTo(until);
        assertThat(trail("evaluation.rescheduled")).isEmpty();
    }

    @Test
    void theTrailOfTheCycleAndOfEachEvaluationSaysWhatAndWhy() {
        var wish = wish().targetsDue(cycle.targetsDue().plusDays(3)).of();
        mend(wish);

        assertThat(answers(id, "evaluation.rescheduled"))
                .singleElement()
                .asString()
                .contains(REASON, "targetsDue", wish.targetsDue().toString());
        assertThat(trail("evaluation.rescheduled"))
                .extracting(entry -> entry.get("actor"))
                .containsExactly(people.hr());
        assertThat(answers(cycle.id(), "cycle.mended"))
                .singleElement()
                .asString()
                .contains(REASON, cycle.name(), wish.targetsDue().toString());
        assertThat(mending.changes(cycle.id(), Pageable.unpaged()))
                .singleElement()
                .satisfies(change -> assertThat(change.reason()).isEqualTo(REASON));
    }

    @Test
    void aDeadlineForTargetsThatHasPassedMayBeExtended() {
        past("targets_due", LocalDate.now(clock).minusDays(9));
        var wish = wish().targetsDue(LocalDate.now(clock).plusDays(5)).of();

        mend(wish);

        assertThat(due(Step.DRAFT_TARGETS)).isEqualTo(wish.targetsDue());
    }

    @Test
    void whatBeginsTodayAndAReasonAreAskedFor() {
        past("targets_due", LocalDate.now(clock).minusDays(1));
        var today = wish().assessmentOpens(LocalDate.now(clock)).of();
        assertThatThrownBy(() -> mending.mend(cycle.id(), today, REASON, "", people.hr()))
                .hasMessage("cycle.warning.unconfirmed");
        assertThatThrownBy(() -> mending.mend(cycle.id(), today, " ", seal(today), people.hr()))
                .hasMessage("cycle.handOver.reason");
        assertThat(mending.asItIs(cycle.id()).assessmentOpens()).isEqualTo(cycle.assessmentOpens());

        mend(today);
        assertThat(timer("BoundaryTimer_AssessmentOpens", "TimerCatch_AssessmentOpens"))
                .as("not there before targets are approved")
                .isEmpty();
    }

    @Test
    void whoDoesNotFollowYetFollowsAtTheNextStart() {
        var wish = wish().targetsDue(cycle.targetsDue().plusDays(3)).of();
        database.sql("update cycle set targets_due = ? where id = ?")
                .params(wish.targetsDue(), cycle.id())
                .update();
        database.sql("insert into cycle_change (id, cycle_id, fields, reason, changed_by, changed_at, version)"
                        + " values (?, ?, '{}', 'Salah', ?, current_timestamp, 0)")
                .params(id, cycle.id(), people.hr())
                .update();
        database.sql("insert into evaluation_behind (evaluation_id, change_id) values (?, ?)")
                .params(id, id)
                .update();
        assertThat(mending.behind(cycle.id())).isEqualTo(1);
        refused(wish().calibrationDue(cycle.calibrationDue().plusDays(1)).of(), "cycle.mend.behind");

        behind.follow().join();

        assertThat(mending.behind(cycle.id())).isZero();
        assertThat(due(Step.DRAFT_TARGETS)).isEqualTo(wish.targetsDue());
    }
}
