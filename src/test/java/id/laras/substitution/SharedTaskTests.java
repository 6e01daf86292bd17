package id.laras.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.Races;
import id.laras.cycle.Stage;
import id.laras.engine.SubstituteTasks;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** While it lasts, both find the task, and one of them does it. */
class SharedTaskTests extends SubstitutionScene {

    @Autowired
    SubstituteTasks shares;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whatIsOpenAndWhatComesIsSharedFromTheFirstDay() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var open = walker.task(id, Step.APPROVE_TARGETS);
        walker.begin(name(people.assessor(), standIn, TaskKind.TARGETS, TaskKind.CHECK_INS));

        assertShared(open.getId());
        walker.claimAndComplete(id, Step.APPROVE_TARGETS, standIn, answers.approval());
        walker.ring(id, "TimerCatch_CheckInDue");
        walker.complete(id, Step.CHECK_IN, answers.checkIn(walker.plan(id)));
        assertShared(walker.task(id, Step.GIVE_CHECK_IN_FEEDBACK).getId());
    }

    @Test
    void beforeTheFirstDayNothingIsShared() {
        var today = LocalDate.now(clock);
        var later = new NewSubstitution(standIn, today.plusDays(1), today.plusDays(2), Set.of(TaskKind.TARGETS));
        substitutions.name(later, staff(people.assessor()));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());

        assertThat(walker.task(id, Step.APPROVE_TARGETS).getAssignee()).isEqualTo(people.assessor());
    }

    @Test
    void onlyTheKindsThatWereGivenAreShared() {
        walker.begin(name(people.assessor(), standIn, TaskKind.ASSESSMENT));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());

        assertThat(walker.task(id, Step.APPROVE_TARGETS).getAssignee()).isEqualTo(people.assessor());
        assertThat(persons.of(people.assessor()))
                .singleElement()
                .satisfies(open -> assertThat(open.with()).isNull());
    }

    @Test
    void aNewTaskIsSharedWithoutWaitingForTheEngine() {
        name(people.assessor(), standIn, TaskKind.TARGETS);
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());

        assertShared(walker.task(id, Step.APPROVE_TARGETS).getId());
    }

    @Test
    void thePersonCanStillDoItThemselves() {
        var task = sharedApproval();
        walker.as(people.assessor(), () -> engine.getTaskService().claim(task, people.assessor()));
        assertThatThrownBy(() -> claim(task)).hasMessageContaining("sudah diambil orang lain");
        walker.complete(task(task), people.assessor(), answers.approval());

        assertThat(stage()).isEqualTo(Stage.MONITORING);
        assertThat(database.sql("select count(*) from substituted_step where business_key = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertNoRightLeft(task);
    }

    @Test
    void whoeverHasItInHandIsSeenAndThePersonCanTakeItBack() {
        var task = sharedApproval();
        claim(task);
        assertThat(persons.of(people.assessor()))
                .singleElement()
                .satisfies(open -> assertThat(open.holder()).isEqualTo(standIn));
        assertThat(desk.open(task, staff(people.assessor())).orElseThrow())
                .satisfies(form -> assertThat(form.readOnly()).isTrue())
                .satisfies(form -> assertThat(form.holder()).startsWith("Ratna Dewi"));
        assertThatThrownBy(() -> walker.complete(task(task), people.assessor(), answers.approval()))
                .isInstanceOf(RuntimeException.class);
        assertThat(refusedTo(people.head(), task))
                .as("what is not there and what is not yours is one answer")
                .isEqualTo(refusedTo(people.head(), UUID.randomUUID().toString()));

        persons.takeBack(task, people.assessor());
        assertThatThrownBy(() -> walker.complete(task(task), standIn, answers.approval()))
                .isInstanceOf(RuntimeException.class);
        walker.complete(task(task), people.assessor(), answers.approval());
        assertThat(stage()).isEqualTo(Stage.MONITORING);
    }

    @Test
    void whoTakesBackATaskThatIsTouchedAtThisMomentHasIt() throws Exception {
        var task = sharedApproval();
        claim(task);
        Races.whileUncommitted(
                transactions,
                () -> database.sql("update ACT_RU_TASK set REV_ = REV_ + 1 where ID_ = ?")
                        .param(task)
                        .update(),
                () -> {
                    persons.takeBack(task, people.assessor());
                    return null;
                });
        assertThat(task(task).getAssignee()).isEqualTo(people.assessor());
    }

    @Test
    void whatTheSubstituteHasSentIsNotSaidToBeTakenBack() {
        var task = sharedApproval();
        claim(task);
        walker.complete(task(task), standIn, answers.approval());

        assertThat(refusedTo(people.assessor(), task)).containsExactly("engine.problem.notThere");
    }

    @Test
    void aSubstitutesSubstituteDoesNotInheritAndACircleHarmsNobody() {
        walker.begin(name(people.assessor(), standIn, TaskKind.TARGETS));
        walker.begin(name(standIn, others.head(), TaskKind.TARGETS));
        walker.begin(name(others.head(), people.assessor(), TaskKind.TARGETS));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var task = walker.task(id, Step.APPROVE_TARGETS).getId();

        assertShared(task);
        assertThat(desk.open(task, staff(others.head()))).isEmpty();
        claim(task);
        shares.settle(standIn);
        assertThat(task(task).getAssignee()).isEqualTo(standIn);
        assertThat(desk.open(task, staff(others.head()))).isEmpty();
    }

    @Test
    void aTaskOfATeamGoesBackToTheTeamAndToNobodyElse() {
        untilReviewed();
        walker.complete(id, Step.REVIEW_RESULT, answers.acceptance());
        walker.runJobs(id);
        var meeting = walker.calibrationOf(id);
        var task = walker.task(meeting, Step.CALIBRATE_UNIT).getId();
        engine.getTaskService().claim(task, people.hr());
        walker.begin(name(people.hr(), standIn, TaskKind.TEAM));

        assertThat(task(task).getAssignee()).isNull();
        assertThat(task(task).getOwner()).isNull();
        assertThat(desk.open(task, staff(standIn))).isEmpty();
        assertThat(desk.open(task, new Actor(others.hr(), Set.of(Role.STAFF, Role.HR))))
                .isPresent();
    }

    private void assertShared(String task) {
        assertThat(task(task).getAssignee()).isNull();
        assertThat(task(task).getOwner()).isEqualTo(people.assessor());
        for (var person : List.of(standIn, people.assessor())) {
            assertThat(walker.listed(SHARED, person)).contains(task);
            assertThat(desk.open(task, staff(person))).isPresent();
        }
        assertThat(walker.listed(SHARED, people.head())).doesNotContain(task);
    }

    private List<String> refusedTo(String person, String task) {
        return refused(() -> persons.takeBack(task, person));
    }
}
