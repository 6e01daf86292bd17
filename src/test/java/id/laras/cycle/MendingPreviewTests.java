package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;

/** HR is told what a change would do, what speaks against it, and what it must not do. */
@LarasTest
@Tag("database")
class MendingPreviewTests extends CycleMendingScene {

    @Test
    void thePreviewNamesWhomItTouchesAndChangesNothing() {
        var wish = wish().assessmentDue(cycle.assessmentDue().plusDays(1)).of();

        var preview = previews.of(cycle.id(), wish);

        assertThat(preview.followers()).isEqualTo(1);
        assertThat(preview.fields())
                .containsExactly(new MendedField(
                        "assessmentDue",
                        cycle.assessmentDue().toString(),
                        wish.assessmentDue().toString()));
        assertThat(previews.followers(cycle.id(), preview, Pageable.unpaged()))
                .extracting(Follower::evaluationId)
                .containsExactly(id);
        assertThat(mending.asItIs(cycle.id()).assessmentDue()).isEqualTo(cycle.assessmentDue());
    }

    /** HR would look for a reason to change nothing, or would not read the list any more. */
    @Test
    void thePreviewNamesNobodyWhomTheDayTouchesNoMore() {
        var later = wish().targetsDue(cycle.targetsDue().plusDays(1)).of();
        assertThat(previews.of(cycle.id(), later).followers()).isEqualTo(1);
        walker.untilApproved(id, answers);

        assertThat(previews.of(cycle.id(), later).followers())
                .as("the targets are agreed")
                .isZero();
        assertThat(previews.of(
                                cycle.id(),
                                wish().assessmentOpens(cycle.assessmentOpens().plusDays(1))
                                        .of())
                        .followers())
                .isEqualTo(1);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        assertThat(previews.of(
                                cycle.id(),
                                wish().assessmentOpens(cycle.assessmentOpens().plusDays(1))
                                        .of())
                        .followers())
                .as("it has begun")
                .isZero();
        assertThat(previews.of(
                                cycle.id(),
                                wish().assessmentDue(cycle.assessmentDue().plusDays(1))
                                        .of())
                        .followers())
                .isEqualTo(1);
        mend(later);
        assertThat(rows.findWithCycleById(id).orElseThrow().schedule().targetsDue())
                .isEqualTo(later.targetsDue());
        assertThat(mending.behind(cycle.id())).isZero();
    }

    @Test
    void anOpenedCycleKeepsItsPeriodAndWhatADayHasBroughtAbout() {
        refused(wish().name("Lain").of(), "cycle.name.fixed");
        refused(wish().lastDay(cycle.lastDay().minusDays(1)).of(), "cycle.lastDay.fixed");
        refused(wish().targetsDue(LocalDate.now(clock).minusDays(1)).of(), "cycle.targetsDue.past");
        refused(wish().of(), "cycle.mend.same");
        refused(wish().feedbackCloses(cycle.assessmentDue().plusDays(1)).of(), "cycle.assessmentDue.order");
        past("assessment_opens", LocalDate.now(clock));
        past("targets_due", LocalDate.now(clock).minusDays(9));
        refused(wish().assessmentOpens(LocalDate.now(clock).plusDays(1)).of(), "cycle.assessmentOpens.over");
        past("assessment_opens", LocalDate.now(clock).minusDays(3));
        past("feedback_closes", LocalDate.now(clock).minusDays(1));
        refused(wish().feedbackCloses(LocalDate.now(clock)).of(), "cycle.feedbackCloses.over");
    }

    /** Whoever planned with the day that they were told loses some: nobody does that by a slip of the keyboard. */
    @Test
    void whatComesSoonerThanPeopleWereToldIsConfirmed() {
        var sooner = wish().assessmentDue(cycle.assessmentDue().minusDays(1)).of();
        assertThat(previews.of(cycle.id(), sooner).warnings())
                .containsExactly(new CycleWarning("SOONER.assessmentDue", sooner.assessmentDue(), null, 0));
        assertThatThrownBy(() -> mending.mend(cycle.id(), sooner, REASON, "", people.hr()))
                .hasMessage("cycle.warning.unconfirmed");
        assertThat(previews.of(
                                cycle.id(),
                                wish().targetsDue(cycle.targetsDue().plusDays(1))
                                        .of())
                        .warnings())
                .isEmpty();
    }

    @Test
    void aCalibrationWithinTheDaysToObjectIsPointedOut() {
        var due = cycle.assessmentDue();
        var early = wish().calibrationDue(due.plusDays(14)).of();
        assertThat(previews.of(cycle.id(), early).warnings())
                .contains(new CycleWarning("HURRIED", due.plusDays(15), null, 0));
        assertThat(previews.of(
                                cycle.id(),
                                wish().calibrationDue(due.plusDays(15)).of())
                        .warnings())
                .extracting(CycleWarning::key)
                .doesNotContain("HURRIED");
        assertThat(previews.of(
                                cycle.id(),
                                wish().assessmentDue(cycle.calibrationDue().minusDays(3))
                                        .of())
                        .warnings())
                .extracting(CycleWarning::key)
                .contains("HURRIED");
        assertThat(warnings.of(new Wish(early).name("Baru " + id).of()))
                .contains(new CycleWarning("HURRIED", due.plusDays(15), null, 0));
    }

    @Test
    void pastDaysAndOverlappingCyclesOfTheKindArePointedOut() {
        var today = LocalDate.now(clock);
        var wish = new NewCycle(
                "Terlambat " + id,
                Scheme.NUMERIC,
                cycle.firstDay(),
                cycle.lastDay(),
                today.minusDays(1),
                3,
                today,
                today,
                today,
                today);

        assertThat(warnings.of(wish))
                .contains(
                        new CycleWarning("targetsDue", today.minusDays(1), null, 0),
                        new CycleWarning("OVERLAP", null, cycle.name(), 1))
                .noneMatch(warning -> warning.key().equals("assessmentOpens"));
    }
}
