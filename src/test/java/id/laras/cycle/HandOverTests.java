package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.LarasTest;
import id.laras.cycle.SupervisorChange.Choice;
import id.laras.dashboard.Workloads;
import id.laras.engine.OnBehalf;
import id.laras.engine.TaskDesk;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.people.AbsenceKind;
import id.laras.people.ReportingLines;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.target.RevisionRequests;
import id.laras.target.TargetService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Superiors change and people leave while evaluations run: staf answered to kabid, and is to answer to a peer of before. */
@LarasTest
@Tag("database")
class HandOverTests {

    @Autowired
    Town town;

    @Autowired
    HandOvers handOvers;

    @Autowired
    EvaluationService evaluations;

    @Autowired
    CycleService cycles;

    @Autowired
    Evaluations rows;

    @Autowired
    ReportingLines lines;

    @Autowired
    TargetService targets;

    @Autowired
    RevisionRequests revisions;

    @Autowired
    TaskDesk desk;

    @Autowired
    Workloads workloads;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    private final Answers answers = new Answers(Scheme.QUADRANT);
    private Walker walker;
    private Town.Organisation people;
    private Cycle cycle;
    private String id;

    @BeforeEach
    void open() {
        walker = new Walker(engine, json);
        people = town.organisation();
        cycle = town.cycle(people, Scheme.QUADRANT);
        id = town.openForStaf(people, cycle);
    }

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
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(assignee("UserTask_ApproveTargets")).isEqualTo(people.peer());
        assertThat(everyValueOf("supervisor")).hasSize(2).containsOnly(people.peer());
        assertThat(evaluation().supervisor()).isEqualTo(people.peer());
        assertThat(evaluation().supervisorName()).startsWith("Citra Lestari");
        assertThat(deviations()).isEmpty();

        walker.complete(id, "UserTask_ApproveTargets", answers.approval());
        walker.ring(id, "TimerCatch_CheckInDue");
        walker.complete(
                id,
                "UserTask_CheckIn",
                answers.checkIn(targets.approved(EvaluationId.of(id)).orElseThrow()));
        assertThat(assignee("UserTask_GiveCheckInFeedback")).isEqualTo(people.peer());
    }

    @Test
    void theFormerAssessorKeepsNoRightOnTheTask() {
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        var task = walker.task(id, "UserTask_ApproveTargets");
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(task.getId())
                        .list())
                .isNotEmpty()
                .allMatch(granted -> granted.getUserId().equals(people.peer()))
                .anyMatch(granted -> granted.getResourceType() == Resources.TASK.resourceType());
        assertThatThrownBy(() -> walker.complete(task, people.supervisor(), answers.approval()))
                .isInstanceOf(RuntimeException.class);
        assertThat(desk.open(task.getId(), staff(people.supervisor()))).isEmpty();
    }

    @Test
    void aTaskThatIsBornAtTheSameMomentIsNotTheFormerAssessors() throws Exception {
        town.answerTo(people, 4);
        var thread = Executors.newSingleThreadExecutor();
        try {
            var moved = new TransactionTemplate(transactions).execute(status -> {
                walker.complete(id, "UserTask_DraftTargets", answers.targets());
                var meanwhile = thread.submit(() -> choose(Choice.MOVE));
                waitsOrIsDone(meanwhile);
                return meanwhile;
            });
            moved.get(20, TimeUnit.SECONDS);
        } finally {
            thread.shutdownNow();
        }

        assertThat(assignee("UserTask_ApproveTargets")).isEqualTo(people.peer());
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
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        var task = walker.task(id, "UserTask_ApproveTargets").getId();
        desk.keepDraft(task, staff(people.supervisor()), "{\"remark\":\"rahasia\"}");
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(desk.open(task, staff(people.peer())).orElseThrow().draft()).isNull();
    }

    @Test
    void aRevisionThatTheFormerAssessorWouldApproveGoesToTheNewOne() {
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        walker.complete(id, "UserTask_ApproveTargets", answers.approval());
        revisions.request(EvaluationId.of(id), staff(people.staf()));
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(assignee("UserTask_ReviseTargets")).isEqualTo(people.staf());
        assertThat(everyValueOf("revisionApprover")).containsOnly(people.peer());
        assertThat(everyValueOf("reviser")).containsOnly(people.staf());
    }

    @Test
    void stayingKeepsEverythingAndIsNotAskedAgainUntilTheSuperiorChangesAgain() {
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        town.answerTo(people, 4);
        choose(Choice.STAY);

        assertThat(assignee("UserTask_ApproveTargets")).isEqualTo(people.supervisor());
        assertThat(evaluation().supervisor()).isEqualTo(people.supervisor());
        assertThat(deviations()).isEmpty();

        town.answerTo(people, 5);
        assertThat(deviations()).hasSize(1);
    }

    @Test
    void aSharedTaskMayBeTakenByBothAndWhatComesLaterIsTheNewSuperiors() {
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        town.answerTo(people, 4);
        choose(Choice.SHARE);

        var task = walker.task(id, "UserTask_ApproveTargets");
        assertThat(task.getAssignee()).isNull();
        for (var person : List.of(people.supervisor(), people.peer())) {
            assertThat(list("Tugas kelompok saya", person)).contains(task.getId());
            assertThat(workloads.of(staff(person)).group()).isEqualTo(1);
        }
        assertThatThrownBy(() -> walker.complete(task, people.head(), answers.approval()))
                .isInstanceOf(RuntimeException.class);
        walker.claimAndComplete(id, "UserTask_ApproveTargets", people.supervisor(), answers.approval());
        assertThat(everyValueOf("supervisor")).containsOnly(people.peer());
    }

    @Test
    void theObjectionNeverGoesToWhoJudgedBeforeOrJudgesNow() {
        // Kabid, who judged, is the superior of the peer who judges now; above both stands kadis.
        town.answerTo(people, 4);
        choose(Choice.MOVE);
        assertThat(evaluation().superior()).isEqualTo(people.head());

        // Now kadis himself judges: nobody is above him, the HR team decides.
        town.answerTo(people, 1);
        choose(Choice.MOVE);
        assertThat(evaluation().supervisor()).isEqualTo(people.head());
        assertThat(evaluation().superior()).isNull();
        assertThat(everyValueOf("superior")).containsOnlyNulls();
    }

    @Test
    void anObjectionThatWaitsForTheNewAssessorGoesToTheHrTeam() {
        untilObjection();
        assertThat(assignee("UserTask_DecideObjection")).isEqualTo(people.head());
        town.answerTo(people, 1);
        choose(Choice.MOVE);

        var decision = walker.task(id, "UserTask_DecideObjection");
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
    void nobodyInHrDecidesWhoJudgesHimself() {
        town.answerTo(people, 4);
        var self = new Actor(people.staf(), Set.of(Role.STAFF, Role.HR));

        assertThatThrownBy(() -> handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Mau pindah", self))
                .hasMessage("cycle.handOver.own");
        assertThatThrownBy(() -> handOvers.end(EvaluationId.of(id), EndReason.MISTAKE, "Salah", self))
                .hasMessage("cycle.handOver.own");
    }

    @Test
    void onlyHrDecides() {
        town.answerTo(people, 4);
        for (var role : List.of(Role.STAFF, Role.AUDITOR, Role.ADMIN)) {
            var actor = new Actor(people.supervisor(), Set.of(role));
            assertThatThrownBy(() -> handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Alasan", actor))
                    .hasMessage("cycle.handOver.notHr");
            assertThatThrownBy(() -> handOvers.end(EvaluationId.of(id), EndReason.DIED, "Alasan", actor))
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
        assertThat(handOvers.situation(EvaluationId.of(id), hr()).orElseThrow().chosen())
                .hasSize(1);
    }

    @Test
    void theFormerAssessorMayStillReadWhatHeJudged() {
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        assertThat(evaluations.mayRead(staff(people.supervisor()), evaluation()))
                .isTrue();
        assertThat(evaluations.mayRead(staff("rekanlain" + people.number()), evaluation()))
                .isFalse();
    }

    @Test
    void aSuperiorWithoutTargetsOfHisOwnDoesNotBlockHisStaff() {
        assertThat(rows.findByEmployeeOrderByCycleFirstDayDesc(people.supervisor()))
                .isEmpty();

        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        walker.complete(id, "UserTask_ApproveTargets", answers.approval());

        assertThat(evaluation().stage()).isEqualTo(Stage.MONITORING);
    }

    @Test
    void aVacantOfficeIsPassedOverWhenACycleIsOpened() {
        lines.leave(people.nip(2), AbsenceKind.RETIRED, LocalDate.now(clock), null, hr());
        var other = town.openForStaf(people, town.cycle(people, Scheme.NUMERIC));

        assertThat(evaluations.get(EvaluationId.of(other)).supervisor()).isEqualTo(people.head());
    }

    @Test
    void whoIsAwayIsShownToHr() {
        lines.leave(people.nip(3), AbsenceKind.DIED, LocalDate.now(clock), null, hr());

        assertThat(deviations()).hasSize(1).allMatch(HandOvers.Deviation::away);
    }

    @Test
    void aCancelledEvaluationEndsEverythingThatRunsAndStaysReadable() {
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        end(EndReason.DIED);

        assertThat(walker.tasks(id)).isEmpty();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        assertThat(evaluation().stage()).isEqualTo(Stage.CANCELLED);
        assertThat(evaluation().reached()).isEqualTo(Stage.TARGET_SETTING);
        assertThat(evaluations.mayRead(staff(people.staf()), evaluation())).isTrue();
        assertThat(targets.versions(EvaluationId.of(id))).hasSize(1);
        assertThat(deviations()).isEmpty();
        assertThat(trail("evaluation.ended")).hasSize(1).first().asString().contains("CANCELLED", "DIED", "Mutasi");
        assertThatThrownBy(() -> end(EndReason.DIED)).hasMessage("cycle.evaluation.over");
        assertThatThrownBy(() -> choose(Choice.MOVE)).hasMessage("cycle.evaluation.over");
    }

    @Test
    void theMeetingOfTheUnitDoesNotWaitForACancelledEvaluation() {
        cycles.open(cycle.id(), Set.of("H" + people.number()), people.hr()).join();
        var unit = rows.findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), "H" + people.number());
        id = rows.findByEmployeeOrderByCycleFirstDayDesc(people.peer())
                .get(0)
                .id()
                .value();
        untilReview();
        walker.complete(id, "UserTask_ReviewResult", answers.acceptance());
        walker.runJobs(id);
        var meeting = walker.calibration(evaluation().unitName());
        assertThat(walker.tasks(meeting)).isEmpty();

        unit.stream()
                .map(Evaluation::id)
                .filter(one -> !one.value().equals(id))
                .forEach(one -> handOvers.end(one, EndReason.MISTAKE, "Mutasi jabatan", hr()));

        assertThat(walker.task(meeting, "UserTask_CalibrateUnit")).isNotNull();
    }

    @Test
    void aFixedPredicateStaysWhenTheFollowUpIsEnded() {
        evaluations.fix(EvaluationId.of(id), Predicate.GOOD, null, people.supervisor());
        end(EndReason.RETIRED);

        assertThat(evaluation().stage()).isEqualTo(Stage.CLOSED);
        assertThat(evaluation().predicate()).isEqualTo(Predicate.GOOD);
        assertThat(walker.tasks(id)).isEmpty();
    }

    private void untilObjection() {
        untilReview();
        walker.complete(id, "UserTask_ReviewResult", answers.objection());
    }

    private void untilReview() {
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        walker.complete(id, "UserTask_ApproveTargets", answers.approval());
        var plan = targets.approved(EvaluationId.of(id)).orElseThrow();
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        walker.complete(id, "UserTask_AssessSelf", answers.selfAssessment(plan));
        walker.tasks(id).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("UserTask_GiveFeedback"))
                .forEach(task -> walker.complete(task, task.getAssignee(), answers.feedback("MEETS", "95")));
        walker.complete(id, "UserTask_RateEmployee", answers.rating(plan, "MEETS", "95"));
        walker.runJobs(id);
    }

    private void choose(Choice choice) {
        handOvers.choose(EvaluationId.of(id), choice, "Mutasi jabatan", hr());
    }

    private void end(EndReason reason) {
        handOvers.end(EvaluationId.of(id), reason, "Mutasi jabatan", hr());
    }

    private List<HandOvers.Deviation> deviations() {
        return handOvers.deviations(hr()).stream()
                .filter(one -> one.evaluationId().equals(id))
                .toList();
    }

    private Evaluation evaluation() {
        return evaluations.get(EvaluationId.of(id));
    }

    private String assignee(String task) {
        return walker.task(id, task).getAssignee();
    }

    private List<Object> everyValueOf(String variable) {
        var runs =
                engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                        .map(run -> run.getId())
                        .collect(Collectors.toSet());
        return engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .variableName(variable)
                .processInstanceIdIn(runs.toArray(String[]::new))
                .list()
                .stream()
                .map(VariableInstance::getValue)
                .toList();
    }

    private List<Map<String, Object>> trail(String what) {
        return database.sql("select actor, answer from trail_entry where evaluation_id = ? and what = ?")
                .params(id, what)
                .query()
                .listOfRows();
    }

    /** What Tasklist shows the person under this name. */
    private List<String> list(String filter, String person) {
        var found =
                engine.getFilterService().createFilterQuery().filterName(filter).singleResult();
        return onBehalf.of(person, () -> engine.getFilterService().<Task>list(found.getId())).stream()
                .map(Task::getId)
                .toList();
    }

    private Actor hr() {
        return new Actor(people.hr(), Set.of(Role.STAFF, Role.HR));
    }

    private static Actor staff(String account) {
        return new Actor(account, Set.of(Role.STAFF));
    }
}
