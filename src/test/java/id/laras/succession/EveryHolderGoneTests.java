package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.engine.HeldUp;
import id.laras.engine.HeldUpTasks;
import id.laras.people.AbsenceKind;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.SupervisorChange.Choice;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One evaluation from its targets to its reward. At every step somebody holds, they are lost in every way in turn: HR finds
 * the task with the cause, hands it over, and whoever has it then completes it. Each way is taken back before the next.
 */
@LarasTest
@Tag("database")
@Tag("walk")
class EveryHolderGoneTests extends HandOverScene {

    private static final int HEAD = 1;
    private static final int ASSESSOR = 2;
    private static final int HR = 8;

    @Autowired
    HeldUpTasks heldUp;

    @Autowired
    EntityManager entities;

    /** How a holder is lost, and under which cause HR finds it. */
    private enum Loss {
        LEFT,
        CLOSED,
        MOVED,
        ON_LEAVE,
        ROLE
    }

    private static final List<Loss> OF_A_PERSON = List.of(Loss.LEFT, Loss.CLOSED, Loss.MOVED, Loss.ON_LEAVE);

    @Test
    void aHolderWhoIsLostIsFoundAndReplacedAtEveryStep() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        assessorIsLost(Step.APPROVE_TARGETS, answers.approval());
        walker.complete(id, Step.APPROVE_TARGETS, answers.approval());
        var plan = walker.plan(id);
        walker.ring(id, "TimerCatch_CheckInDue");
        walker.complete(id, Step.CHECK_IN, answers.checkIn(plan));
        assessorIsLost(Step.GIVE_CHECK_IN_FEEDBACK, Map.of("feedback", "Lanjutkan."));
        walker.complete(id, Step.GIVE_CHECK_IN_FEEDBACK, Map.of("feedback", "Lanjutkan."));
        walker.untilRating(id, answers, "MEETS", "95");
        assessorIsLost(Step.RATE_EMPLOYEE, answers.rating(plan, "MEETS", "95"));
        walker.complete(id, Step.RATE_EMPLOYEE, answers.rating(plan, "MEETS", "95"));
        walker.runJobs(id);
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
        superiorIsLost();
        walker.complete(id, Step.DECIDE_OBJECTION, upheld());
        walker.runJobs(id);
        var meeting = walker.calibrationOf(id);
        takerIsLost(meeting, Step.CALIBRATE_UNIT, answers.noMoves());
        walker.runJobs(meeting);
        walker.runJobs(id);
        assessorIsLost(Step.CONFIRM_RESULT, answers.confirmation());
        walker.confirm(id, answers);
        assessorIsLost(Step.PLAN_DEVELOPMENT, development());
        walker.complete(id, Step.PLAN_DEVELOPMENT, development());
        assessorIsLost(Step.HOLD_COACHING, coaching());
        assessorIsLost(Step.NOMINATE_REWARD, answers.nomination());
        walker.complete(id, Step.NOMINATE_REWARD, answers.nomination());
        takerIsLost(id, Step.DECIDE_REWARD, answers.grant());

        assertThat(openTasks()).containsExactlyInAnyOrder(Step.HOLD_COACHING, Step.CONFIRM_TRAINING);
    }

    /** Nobody is above the assessor, so the team decides. */
    @Test
    void whoTookAnObjectionOfTheTeamAndIsLostIsFoundAndReplaced() {
        untilReview();
        lastDay(people.nip(HEAD), LocalDate.now(clock).minusDays(1));
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());

        takerIsLost(id, Step.DECIDE_OBJECTION, upheld());
        assertThat(openTasks()).doesNotContain(Step.DECIDE_OBJECTION);
    }

    /** The next above by the lines takes the step over. */
    private void assessorIsLost(Step task, Object answer) {
        OF_A_PERSON.forEach(loss -> tried(id, task, ASSESSOR, loss, () -> {
            choose(Choice.MOVE);
            assertThat(assignee(task)).as(loss + " at " + task).isEqualTo(people.head());
            walker.complete(id, task, answer);
        }));
    }

    /** Nobody is above them: the HR team decides. */
    private void superiorIsLost() {
        OF_A_PERSON.forEach(loss -> tried(id, Step.DECIDE_OBJECTION, HEAD, loss, () -> {
            choose(Choice.MOVE);
            assertThat(assignee(Step.DECIDE_OBJECTION)).isNull();
            walker.claimAndComplete(id, Step.DECIDE_OBJECTION, people.hr(), upheld());
        }));
    }

    /** Who took a group's task: it goes back to the group, and HR of elsewhere, who can do it, takes it. */
    private void takerIsLost(String key, Step task, Object answer) {
        var elsewhere = town.organisation();
        var taken = walker.task(key, task);
        walker.claim(taken.getId(), people.hr());
        List.of(Loss.values())
                .forEach(loss -> tried(key, task, HR, loss, () -> {
                    heldUp.give(taken.getId(), null, "Penggantian", another());
                    assertThat(walker.task(key, task).getAssignee())
                            .as(loss + " at " + task)
                            .isNull();
                    walker.claimAndComplete(key, task, elsewhere.hr(), answer);
                }));
        walker.complete(walker.task(key, task), people.hr(), answer);
    }

    private void tried(String key, Step task, int holder, Loss loss, Runnable handOver) {
        assertThat(heldUp(key)).as("before %s at %s", loss, task).isEmpty();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            var open = walker.task(key, task).getId();
            lose(holder, loss);
            assertThat(heldUp(key))
                    .as("%s at %s", loss, task)
                    .filteredOn(one -> one.taskId().equals(open))
                    .extracting(one -> one.why().name())
                    .containsExactly(loss.name());
            handOver.run();
            assertThat(engine.getTaskService().createTaskQuery().taskId(open).count())
                    .as("open after %s at %s", loss, task)
                    .isZero();
        });
    }

    private void lose(int holder, Loss loss) {
        var today = LocalDate.now(clock);
        var account = holder == HEAD ? people.head() : holder == HR ? people.hr() : people.supervisor();
        switch (loss) {
            case LEFT -> lastDay(people.nip(holder), today.minusDays(1));
            case CLOSED ->
                database.sql("update account set closed = true where name = ?")
                        .param(account)
                        .update();
            case MOVED -> offices.leave(people.nip(holder), AbsenceKind.MOVED, today, null, another());
            case ON_LEAVE ->
                offices.leave(people.nip(holder), AbsenceKind.LONG_LEAVE, today, today.plusDays(60), another());
            case ROLE ->
                database.sql("delete from account_role where account_name = ? and role = 'HR'")
                        .param(account)
                        .update();
        }
        entities.flush();
    }

    private List<HeldUp> heldUp(String key) {
        return heldUp.list(another(), Pageable.unpaged()).stream()
                .filter(one -> key.equals(one.businessKey()))
                .toList();
    }

    private Map<String, Object> development() {
        var plan = new HashMap<String, Object>(answers.trainingPlan());
        var until = LocalDate.now(clock).plusMonths(3).toString();
        plan.put("coaching", Map.of("kind", "GUIDANCE", "topic", "Jadwal", "until", until));
        plan.put("reward", true);
        return plan;
    }

    private Map<String, Object> coaching() {
        return Map.of("heldOn", LocalDate.now(clock).toString(), "notes", "Dibahas.", "agreements", "Tiap pekan.");
    }

    private static Map<String, Object> upheld() {
        return Map.of("outcome", "UPHELD", "reason", "Tepat", "hearingAssessor", "Hadir", "hearingEmployee", "Hadir");
    }

    /** Of HR, and no party to anything of this town. */
    private static Actor another() {
        return new Actor("uji-sdm", Set.of(Role.STAFF, Role.HR));
    }
}
