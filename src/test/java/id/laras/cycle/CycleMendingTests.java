package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.Races;
import id.laras.rules.Refusal;
import id.laras.steps.Step;
import id.laras.succession.HandOverScene;
import id.laras.succession.Shortenings;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** The cycle began a month ago, is assessed in ten months, and staf's evaluation is open in it. */
@LarasTest
@Tag("database")
class CycleMendingTests extends HandOverScene {

    private static final String REASON = "Salah ketik";

    @Autowired
    CycleService cycles;

    @Autowired
    CycleMending mending;

    @Autowired
    BehindEvaluations behind;

    @Autowired
    Shortenings shortenings;

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

        assertThat(mending.preview(cycle.id(), wish).units()).isEqualTo(1);
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
    void thePreviewNamesWhomItTouchesAndChangesNothing() {
        var wish = wish().assessmentDue(cycle.assessmentDue().plusDays(1)).of();

        var preview = mending.preview(cycle.id(), wish);

        assertThat(preview.followers()).isEqualTo(1);
        assertThat(preview.fields())
                .containsExactly(new MendedField(
                        "assessmentDue",
                        cycle.assessmentDue().toString(),
                        wish.assessmentDue().toString()));
        assertThat(mending.followers(cycle.id(), preview, Pageable.unpaged()))
                .extracting(Follower::evaluationId)
                .containsExactly(id);
        assertThat(mending.asItIs(cycle.id()).assessmentDue()).isEqualTo(cycle.assessmentDue());
    }

    /** HR would look for a reason to change nothing, or would not read the list any more. */
    @Test
    void thePreviewNamesNobodyWhomTheDayTouchesNoMore() {
        var later = wish().targetsDue(cycle.targetsDue().plusDays(1)).of();
        assertThat(mending.preview(cycle.id(), later).followers()).isEqualTo(1);
        walker.untilApproved(id, answers);

        assertThat(mending.preview(cycle.id(), later).followers())
                .as("the targets are agreed")
                .isZero();
        assertThat(mending.preview(
                                cycle.id(),
                                wish().assessmentOpens(cycle.assessmentOpens().plusDays(1))
                                        .of())
                        .followers())
                .isEqualTo(1);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        assertThat(mending.preview(
                                cycle.id(),
                                wish().assessmentOpens(cycle.assessmentOpens().plusDays(1))
                                        .of())
                        .followers())
                .as("it has begun")
                .isZero();
        assertThat(mending.preview(
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
    void whoHasDaysOfTheirOwnOrAResultStays() {
        shortenings.shorten(
                EvaluationId.of(id), cycle.firstDay(), cycle.firstDay().plusMonths(6), EndReason.MOVED, "Mutasi", hr());
        var before = evaluation().schedule();
        var wish = wish().targetsDue(cycle.targetsDue().plusDays(1)).of();

        var preview = mending.preview(cycle.id(), wish);
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

        assertThat(mending.preview(
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

    /** Whoever planned with the day that they were told loses some: nobody does that by a slip of the keyboard. */
    @Test
    void whatComesSoonerThanPeopleWereToldIsConfirmed() {
        var sooner = wish().assessmentDue(cycle.assessmentDue().minusDays(1)).of();
        assertThat(mending.preview(cycle.id(), sooner).warnings())
                .containsExactly(new CycleWarning("SOONER.assessmentDue", sooner.assessmentDue(), null, 0));
        assertThatThrownBy(() -> mending.mend(cycle.id(), sooner, REASON, "", people.hr()))
                .hasMessage("cycle.warning.unconfirmed");
        assertThat(mending.preview(
                                cycle.id(),
                                wish().targetsDue(cycle.targetsDue().plusDays(1))
                                        .of())
                        .warnings())
                .isEmpty();
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotSetBackUnseen() {
        var mine = wish().targetsDue(cycle.targetsDue().plusDays(1)).of();
        var shown = mending.preview(cycle.id(), mine).seal();
        var theirs = wish().assessmentDue(cycle.assessmentDue().plusDays(2)).of();
        mend(theirs);

        assertThatThrownBy(() -> mending.mend(cycle.id(), mine, REASON, shown, "", people.hr()))
                .hasMessage("cycle.mend.outdated");
        assertThat(mending.asItIs(cycle.id())).isEqualTo(theirs);

        var again = mending.preview(cycle.id(), mine).seal();
        mending.mend(cycle.id(), mine, REASON, again, seal(mine), people.hr()).join();
        assertThat(mending.asItIs(cycle.id())).isEqualTo(mine);
    }

    /** Both were shown the cycle as it was: whoever comes second looks again, or waits for those who follow the first. */
    @Test
    void ofTwoWhoChangeACycleAtOnceOneIsAskedToLookAgain() throws Exception {
        var wishes = List.of(
                wish().targetsDue(cycle.targetsDue().plusDays(1)).of(),
                wish().assessmentDue(cycle.assessmentDue().plusDays(2)).of());
        var shown = wishes.stream()
                .map(wish -> mending.preview(cycle.id(), wish).seal())
                .toList();
        var together = new CyclicBarrier(2);
        var both = IntStream.range(0, 2)
                .mapToObj(one -> CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                        mending.mend(cycle.id(), wishes.get(one), REASON, shown.get(one), "", people.hr())
                                .join();
                        return "";
                    } catch (Refusal refused) {
                        return refused.getMessage();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(both).containsOnlyOnce("").isSubsetOf("", "cycle.mend.outdated", "cycle.mend.behind");
        assertThat(mending.asItIs(cycle.id())).isEqualTo(wishes.get(both.indexOf("")));
        assertThat(mending.changes(cycle.id(), Pageable.unpaged())).hasSize(1);
        assertThat(trail("evaluation.rescheduled")).hasSize(1);
    }

    /** In words, at the field, and not by a page of its own without what was typed. */
    @Test
    void aNameThatSomebodyElseTakesAtThisMomentIsARefusal() {
        var mine = cycles.create(named("Milik saya " + id), people.hr());
        var wish = new Wish(mending.asItIs(mine.id())).name("Direbut " + id).of();
        var seal = seal(mine.id(), wish);

        assertThatThrownBy(() -> Races.whileUncommitted(
                        transactions,
                        () -> {
                            cycles.create(named("Direbut " + id), people.hr());
                            rows.flush();
                            return null;
                        },
                        () -> mending.mend(mine.id(), wish, REASON, seal, people.hr())
                                .join()))
                .cause()
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("cycle.name.");
        assertThat(mending.asItIs(mine.id()).name()).isEqualTo(mine.name());
    }

    @Test
    void aCalibrationWithinTheDaysToObjectIsPointedOut() {
        var due = cycle.assessmentDue();
        var early = wish().calibrationDue(due.plusDays(14)).of();
        assertThat(mending.preview(cycle.id(), early).warnings())
                .contains(new CycleWarning("HURRIED", due.plusDays(15), null, 0));
        assertThat(mending.preview(
                                cycle.id(),
                                wish().calibrationDue(due.plusDays(15)).of())
                        .warnings())
                .extracting(CycleWarning::key)
                .doesNotContain("HURRIED");
        assertThat(mending.preview(
                                cycle.id(),
                                wish().assessmentDue(cycle.calibrationDue().minusDays(3))
                                        .of())
                        .warnings())
                .extracting(CycleWarning::key)
                .contains("HURRIED");
        assertThat(mending.warnings(new Wish(early).name("Baru " + id).of()))
                .contains(new CycleWarning("HURRIED", due.plusDays(15), null, 0));
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

    @Test
    void aCycleOpenedForNobodyCanBeChangedOrWithdrawnFreeingItsName() {
        var other = cycles.create(named("Keliru " + id), people.hr());
        var wish = wish().name("Benar " + id)
                .firstDay(cycle.firstDay().plusDays(1))
                .of();
        mending.mend(other.id(), wish, REASON, seal(other.id(), wish), people.hr())
                .join();
        assertThat(mending.asItIs(other.id())).isEqualTo(wish);

        assertThatThrownBy(() -> mending.withdraw(other.id(), "", people.hr())).hasMessage("cycle.handOver.reason");
        mending.withdraw(other.id(), REASON, people.hr());

        assertThatThrownBy(() -> mending.asItIs(other.id())).hasMessage("cycle.unknown");
        assertThat(database.sql("select answer from trail_entry where what = 'cycle.withdrawn' and answer like ?")
                        .param("%Benar " + id + "%")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(answer -> assertThat(answer).contains(REASON));
        cycles.create(named("Benar " + id));
    }

    @Test
    void aCycleThatWasOpenedIsNotWithdrawn() {
        assertThatThrownBy(() -> mending.withdraw(cycle.id(), REASON, people.hr()))
                .hasMessage("cycle.withdraw.opened");
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

        assertThat(mending.warnings(wish))
                .contains(
                        new CycleWarning("targetsDue", today.minusDays(1), null, 0),
                        new CycleWarning("OVERLAP", null, cycle.name(), 1))
                .noneMatch(warning -> warning.key().equals("assessmentOpens"));
    }

    private List<String> answers(String subject, String what) {
        return database.sql("select answer from trail_entry where subject = ? and what = ?")
                .params(subject, what)
                .query(String.class)
                .list();
    }

    private void mend(NewCycle wish) {
        mending.mend(cycle.id(), wish, REASON, seal(wish), people.hr()).join();
        cycle = cycles.get(cycle.id());
    }

    private String seal(NewCycle wish) {
        return seal(cycle.id(), wish);
    }

    private String seal(String cycleId, NewCycle wish) {
        return CycleWarning.seal(mending.preview(cycleId, wish).warnings());
    }

    private void refused(NewCycle wish, String key) {
        assertThatThrownBy(() -> mending.preview(cycle.id(), wish))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(key);
    }

    private void past(String column, LocalDate day) {
        database.sql("update cycle set " + column + " = ? where id = ?")
                .params(day, cycle.id())
                .update();
        cycle = cycles.get(cycle.id());
    }

    private NewCycle named(String name) {
        return wish().name(name).of();
    }

    private Wish wish() {
        return new Wish(mending.asItIs(cycle.id()));
    }

    /** The cycle with something else in it. */
    private record Wish(NewCycle of) {

        Wish name(String name) {
            return with(
                    name,
                    of.firstDay(),
                    of.lastDay(),
                    of.targetsDue(),
                    of.assessmentOpens(),
                    of.feedbackCloses(),
                    of.assessmentDue(),
                    of.calibrationDue());
        }

        Wish firstDay(LocalDate day) {
            return with(
                    of.name(),
                    day,
                    of.lastDay(),
                    of.targetsDue(),
                    of.assessmentOpens(),
                    of.feedbackCloses(),
                    of.assessmentDue(),
                    of.calibrationDue());
        }

        Wish lastDay(LocalDate day) {
            return with(
                    of.name(),
                    of.firstDay(),
                    day,
                    of.targetsDue(),
                    of.assessmentOpens(),
                    of.feedbackCloses(),
                    of.assessmentDue(),
                    of.calibrationDue());
        }

        Wish targetsDue(LocalDate day) {
            return with(
                    of.name(),
                    of.firstDay(),
                    of.lastDay(),
                    day,
                    of.assessmentOpens(),
                    of.feedbackCloses(),
                    of.assessmentDue(),
                    of.calibrationDue());
        }

        Wish assessmentOpens(LocalDate day) {
            return with(
                    of.name(),
                    of.firstDay(),
                    of.lastDay(),
                    of.targetsDue(),
                    day,
                    of.feedbackCloses(),
                    of.assessmentDue(),
                    of.calibrationDue());
        }

        Wish feedbackCloses(LocalDate day) {
            return with(
                    of.name(),
                    of.firstDay(),
                    of.lastDay(),
                    of.targetsDue(),
                    of.assessmentOpens(),
                    day,
                    of.assessmentDue(),
                    of.calibrationDue());
        }

        Wish assessmentDue(LocalDate day) {
            return with(
                    of.name(),
                    of.firstDay(),
                    of.lastDay(),
                    of.targetsDue(),
                    of.assessmentOpens(),
                    of.feedbackCloses(),
                    day,
                    of.calibrationDue());
        }

        Wish calibrationDue(LocalDate day) {
            return with(
                    of.name(),
                    of.firstDay(),
                    of.lastDay(),
                    of.targetsDue(),
                    of.assessmentOpens(),
                    of.feedbackCloses(),
                    of.assessmentDue(),
                    day);
        }

        private Wish with(
                String name,
                LocalDate first,
                LocalDate last,
                LocalDate targets,
                LocalDate opens,
                LocalDate closes,
                LocalDate due,
                LocalDate calibration) {
            return new Wish(new NewCycle(
                    name,
                    of.kind(),
                    of.scheme(),
                    first,
                    last,
                    targets,
                    of.checkInMonths(),
                    opens,
                    closes,
                    due,
                    calibration));
        }
    }

    private LocalDate timer(String activity) {
        return timer(new String[] {activity}).get(0);
    }

    /** A period ends with its last day: its timer fires when the next one begins. */
    private LocalDate lastDayOf(String activity) {
        return timer(activity).minusDays(1);
    }

    private List<LocalDate> timer(String... activities) {
        return java.util.Arrays.stream(activities)
                .flatMap(activity ->
                        engine.getManagementService().createJobQuery().timers().activityId(activity).list().stream())
                .filter(job -> id.equals(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .map(job -> day(job.getDuedate()))
                .toList();
    }

    private LocalDate due(Step task) {
        return day(walker.task(id, task).getDueDate());
    }

    private LocalDate day(java.util.Date date) {
        return date.toInstant().atZone(clock.getZone()).toLocalDate();
    }
}
