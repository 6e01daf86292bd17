package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.Races;
import id.laras.cycle.EndReason;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.people.AbsenceKind;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.AssessorChange.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Superiors change while evaluations run. */
@LarasTest
@Tag("database")
@Tag("walk")
class HandOverTests extends HandOverScene {

    @Test
    void hrSeesTheEvaluationWhoseAssessorIsNoLongerTheSuperior() {
        assertThat(deviations()).isEmpty();

        town.answerTo(people, 4);

        assertThat(deviations()).hasSize(1).first().satisfies(one -> {
            assertThat(one.assessor()).startsWith("Ratna Dewi");
            assertThat(one.superior()).startsWith("Citra Lestari");
        });
    }

    @Test
    void aMoveGivesWhatIsOpenAndWhatComesToTheNewSuperior() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(assignee(Step.APPROVE_TARGETS)).isEqualTo(people.peer());
        assertThat(everyValueOf("assessor")).hasSize(2).containsOnly(people.peer());
        assertThat(evaluation().assessor()).isEqualTo(people.peer());
        assertThat(evaluation().assessorName()).startsWith("Citra Lestari");
        assertThat(deviations()).isEmpty();

        walker.complete(id, Step.APPROVE_TARGETS, answers.approval());
        walker.ring(id, "TimerCatch_CheckInDue");
        walker.complete(id, Step.CHECK_IN, answers.checkIn(walker.plan(id)));
        assertThat(assignee(Step.GIVE_CHECK_IN_FEEDBACK)).isEqualTo(people.peer());
    }

    /** It was opened by models that called the assessor so, and runs by them to its end. */
    @Test
    void anEvaluationWhoseModelsSayTheOldWordGoesOverToo() {
        var model = Bpmn.createExecutableProcess("BeforeTheWord")
                .startEvent()
                .userTask(Step.APPROVE_TARGETS.task())
                .camundaAssignee("${supervisor}")
                .endEvent()
                .done();
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("before.bpmn", model)
                .deploy();
        engine.getRuntimeService()
                .startProcessInstanceByKey("BeforeTheWord", id, Map.of("supervisor", people.assessor()));
        town.answerTo(people, 4);

        choose(Choice.MOVE);

        assertThat(assignee(Step.APPROVE_TARGETS)).isEqualTo(people.peer());
        assertThat(everyValueOf("supervisor")).containsExactly(people.peer());
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    @Test
    void theFormerAssessorKeepsNoRightOnTheTask() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var task = walker.task(id, Step.APPROVE_TARGETS);
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(task.getId())
                        .list())
                .isNotEmpty()
                .allMatch(granted -> granted.getUserId().equals(people.peer()))
                .anyMatch(granted -> granted.getResourceType() == Resources.TASK.resourceType());
        assertThatThrownBy(() -> walker.complete(task, people.assessor(), answers.approval()))
                .isInstanceOf(RuntimeException.class);
        assertThat(desk.open(task.getId(), staff(people.assessor()))).isEmpty();
    }

    @Test
    void aTaskThatIsBornAtTheSameMomentIsNotTheFormerAssessors() throws Exception {
        town.answerTo(people, 4);
        var thread = Executors.newSingleThreadExecutor();
        try {
            var moved = new TransactionTemplate(transactions).execute(status -> {
                walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
                var meanwhile = thread.submit(() -> choose(Choice.MOVE));
                waitsOrIsDone(meanwhile);
                return meanwhile;
            });
            moved.get(20, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }

        assertThat(assignee(Step.APPROVE_TARGETS)).isEqualTo(people.peer());
    }

    private static void waitsOrIsDone(Future<?> deed) {
        try {
            deed.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waits) {
            // as it should
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theDraftOfTheFormerAssessorIsNotShownToTheNewOne() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var task = walker.task(id, Step.APPROVE_TARGETS).getId();
        desk.keepDraft(task, staff(people.assessor()), "{\"remark\":\"rahasia\"}", 0, List.of());
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(desk.open(task, staff(people.peer())).orElseThrow().draft()).isNull();
    }

    @Test
    void aRevisionThatTheFormerAssessorWouldApproveGoesToTheNewOne() {
        walker.untilApproved(id, answers);
        revisions.request(EvaluationId.of(id), staff(people.staf()));
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(assignee(Step.REVISE_TARGETS)).isEqualTo(people.staf());
        assertThat(everyValueOf("revisionApprover")).containsOnly(people.peer());
        assertThat(everyValueOf("reviser")).containsOnly(people.staf());
    }

    @Test
    void stayingKeepsEverythingUntilTheSuperiorChangesAgain() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        town.answerTo(people, 4);
        choose(Choice.STAY);

        assertThat(assignee(Step.APPROVE_TARGETS)).isEqualTo(people.assessor());
        assertThat(evaluation().assessor()).isEqualTo(people.assessor());
        assertThat(deviations()).isEmpty();

        town.answerTo(people, 5);
        assertThat(deviations()).hasSize(1);
    }

    @Test
    void bothMayTakeASharedTaskAndLaterOnesAreTheNewAssessors() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        town.answerTo(people, 4);
        choose(Choice.SHARE);

        var task = walker.task(id, Step.APPROVE_TARGETS);
        assertThat(task.getAssignee()).isNull();
        for (var person : List.of(people.assessor(), people.peer())) {
            assertThat(walker.listed("Tugas kelompok saya", person)).contains(task.getId());
            assertThat(workloads.of(staff(person)).group()).isEqualTo(1);
        }
        assertThatThrownBy(() -> walker.complete(task, people.head(), answers.approval()))
                .isInstanceOf(RuntimeException.class);
        walker.claimAndComplete(id, Step.APPROVE_TARGETS, people.assessor(), answers.approval());
        assertThat(everyValueOf("assessor")).containsOnly(people.peer());
    }

    @Test
    void theObjectionNeverGoesToWhoAssessedOrAssesses() {
        // Kabid, who assessed, is the superior of the peer who does now; above both stands kadis.
        town.answerTo(people, 4);
        choose(Choice.MOVE);
        assertThat(evaluation().superior()).isEqualTo(people.head());

        // Now kadis rates: nobody is above them, so the HR team decides.
        town.answerTo(people, 1);
        choose(Choice.MOVE);
        assertThat(evaluation().assessor()).isEqualTo(people.head());
        assertThat(evaluation().superior()).isNull();
        assertThat(everyValueOf("superior")).containsOnlyNulls();
    }

    @Test
    void anObjectionThatWaitsForTheNewAssessorGoesToTheHrTeam() {
        untilObjection();
        assertThat(assignee(Step.DECIDE_OBJECTION)).isEqualTo(people.head());
        town.answerTo(people, 1);
        choose(Choice.MOVE);

        var decision = walker.task(id, Step.DECIDE_OBJECTION);
        assertThat(decision.getAssignee()).isNull();
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(decision.getId())
                        .taskCandidateGroup(Role.HR.group())
                        .count())
                .isEqualTo(1);
        assertThat(desk.open(decision.getId(), staff(people.head()))).isEmpty();
    }

    @Test
    void nobodyInHrDecidesWhoRatesThem() {
        town.answerTo(people, 4);
        var self = new Actor(people.staf(), Set.of(Role.STAFF, Role.HR));

        assertThatThrownBy(() -> handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Mau pindah", self))
                .hasMessage("cycle.handOver.own");
        assertThatThrownBy(() -> earlyEnds.end(EvaluationId.of(id), EndReason.MISTAKE, "Salah", self))
                .hasMessage("cycle.handOver.own");
    }

    @Test
    void nobodyInHrMakesThemselvesTheAssessor() {
        town.answerTo(people, 4);
        var account = database.sql("select account from employee where nip = ?")
                .param(people.nip(4))
                .query(String.class)
                .single();
        var self = new Actor(account, Set.of(Role.STAFF, Role.HR));

        assertThatThrownBy(() -> handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Mau menilai", self))
                .hasMessage("cycle.handOver.toOneself");
        assertThat(evaluation().assessor()).isEqualTo(people.assessor());
    }

    @Test
    void aHandOverWhileOthersWorkIsTriedAgainAndDoneOnce() throws Exception {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        town.answerTo(people, 4);
        Races.whileUncommitted(transactions, this::somebodyWorksOnIt, () -> {
            choose(Choice.MOVE);
            return null;
        });
        assertThat(assignee(Step.APPROVE_TARGETS)).isEqualTo(people.peer());
        assertThat(trail("evaluation.handedOver")).hasSize(1);

        Races.whileUncommitted(transactions, this::somebodyWorksOnIt, () -> {
            earlyEnds.end(EvaluationId.of(id), EndReason.DIED, "Meninggal dunia", hr());
            return null;
        });
        assertThat(evaluation().stage()).isEqualTo(Stage.CANCELLED);
    }

    /** Whoever completes a step writes flags, which are variables of its run. */
    private Object somebodyWorksOnIt() {
        return database.sql("update ACT_RU_VARIABLE set REV_ = REV_ + 1 where PROC_INST_ID_ in"
                        + " (select p.PROC_INST_ID_ from ACT_HI_PROCINST p where p.BUSINESS_KEY_ = ?)")
                .param(id)
                .update();
    }

    @Test
    void onlyHrDecides() {
        town.answerTo(people, 4);
        for (var role : List.of(Role.STAFF, Role.AUDITOR, Role.ADMIN)) {
            var actor = new Actor(people.assessor(), Set.of(role));
            assertThatThrownBy(() -> handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Alasan", actor))
                    .hasMessage("cycle.handOver.notHr");
            assertThatThrownBy(() -> earlyEnds.end(EvaluationId.of(id), EndReason.DIED, "Alasan", actor))
                    .hasMessage("cycle.handOver.notHr");
        }
    }

    @Test
    void aDecisionNeedsAReasonAndAChangedSuperior() {
        assertThatThrownBy(() -> choose(Choice.MOVE)).hasMessage("cycle.handOver.same");
        town.answerTo(people, 4);
        assertThatThrownBy(() -> handOvers.choose(EvaluationId.of(id), Choice.MOVE, " ", hr()))
                .hasMessage("cycle.handOver.reason");
        assertThatThrownBy(() -> handOvers.choose(EvaluationId.of(id), null, "Alasan", hr()))
                .hasMessage("cycle.handOver.choice");
    }

    @Test
    void whatHrChoseStandsInTheTrailOfTheEvaluation() {
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(trail("evaluation.handedOver"))
                .hasSize(1)
                .first()
                .asString()
                .contains("MOVE", "Ratna Dewi", "Citra Lestari", "Mutasi jabatan");
        assertThat(deviations.situation(EvaluationId.of(id), hr()).orElseThrow().chosen())
                .hasSize(1);
    }

    @Test
    void theFormerAssessorMayStillReadWhatTheyRated() {
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(readers.mayRead(staff(people.assessor()), evaluation())).isTrue();
        assertThat(readers.mayRead(staff("rekanlain" + people.number()), evaluation()))
                .isFalse();
    }

    @Test
    void aSuperiorWithoutTargetsDoesNotBlockTheirStaff() {
        assertThat(rows.findByEmployeeOrderByCycleFirstDayDesc(people.assessor()))
                .isEmpty();

        walker.untilApproved(id, answers);

        assertThat(evaluation().stage()).isEqualTo(Stage.MONITORING);
    }

    @Test
    void aVacantOfficeIsPassedOverWhenACycleIsOpened() {
        offices.leave(people.nip(2), AbsenceKind.RETIRED, LocalDate.now(clock), null, hr());
        var other = town.openForStaf(people, Scheme.NUMERIC);

        assertThat(evaluations.get(EvaluationId.of(other)).assessor()).isEqualTo(people.head());
    }
}
