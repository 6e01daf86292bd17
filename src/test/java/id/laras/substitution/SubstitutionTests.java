package id.laras.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.LarasTest;
import id.laras.Races;
import id.laras.assessment.AssessmentService;
import id.laras.audit.TimelineService;
import id.laras.cycle.Cycle;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.dashboard.Dossiers;
import id.laras.engine.OnBehalf;
import id.laras.engine.SubstituteTasks;
import id.laras.engine.TaskDesk;
import id.laras.feedback.FeedbackService;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.opening.OpeningService;
import id.laras.people.AbsenceKind;
import id.laras.people.AwayAndActing;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.FourEyes;
import id.laras.security.Role;
import id.laras.steps.TaskKind;
import id.laras.steps.TrailEvent;
import id.laras.succession.HandOvers;
import id.laras.succession.SupervisorChange.Choice;
import id.laras.target.Plan;
import id.laras.target.TargetService;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Kabid judges staf and names a substitute, who stands outside of it all: the head of a division elsewhere. */
@LarasTest
@Tag("database")
class SubstitutionTests {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final String SHARED = "Dibagi dengan pengganti";

    @Autowired
    Town town;

    @Autowired
    SubstitutionService substitutions;

    @Autowired
    SubstituteSearch search;

    @Autowired
    SubstitutionLists lists;

    @Autowired
    PersonsTasks persons;

    @Autowired
    SubstituteTasks shares;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    EvaluationReaders readers;

    @Autowired
    AssessmentService assessments;

    @Autowired
    FeedbackService feedback;

    @Autowired
    TargetService targets;

    @Autowired
    TimelineService timelines;

    @Autowired
    Dossiers dossiers;

    @Autowired
    HandOvers handOvers;

    @Autowired
    AwayAndActing offices;

    @Autowired
    TaskDesk desk;

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
    FourEyes fourEyes;

    @Autowired
    OpeningService openings;

    @Autowired
    Clock clock;

    private final Answers answers = new Answers(Scheme.QUADRANT);
    private Walker walker;
    private Town.Organisation people;
    private Town.Organisation others;
    private String standIn;
    private Cycle cycle;
    private String id;

    @BeforeEach
    void open() {
        walker = new Walker(engine, json);
        people = town.organisation();
        others = town.organisation();
        standIn = others.supervisor();
        cycle = town.cycle(people, Scheme.QUADRANT);
        id = town.openForStaf(people, cycle);
    }

    // Naming

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var today = LocalDate.now(clock);
        var nothing = new NewSubstitution(null, null, null, Set.of());
        assertThat(refused(() -> substitutions.name(nothing, staff(people.supervisor()))))
                .containsExactly("substitution.kinds.missing", "substitution.unknown", "substitution.days");
        assertThat(refused(people.supervisor(), today, today)).containsExactly("substitution.oneself");
        assertThat(refused("tidakada", today, today)).containsExactly("substitution.unknown");
        // MariaDB takes it for the name; the guard that asks who stands in does not
        assertThat(refused(standIn + " ", today, today)).containsExactly("substitution.unknown");
        assertThat(refused(standIn, today.minusDays(1), today)).containsExactly("substitution.past");
        assertThat(refused(standIn, today.plusDays(2), today.plusDays(1))).containsExactly("substitution.order");
        assertThat(refused(standIn, today, today.plusDays(366))).containsExactly("substitution.long");
    }

    @Test
    void aSubstituteMustBeInServiceOnTheFirstDay() {
        var today = LocalDate.now(clock);
        offices.leave(others.nip(2), AbsenceKind.RETIRED, today.plusDays(3), null, hr());
        assertThat(refused(standIn, today.plusDays(3), today.plusDays(4))).containsExactly("substitution.away");
    }

    @Test
    void aSubstituteMustHaveAnAccountThatIsNotClosed() {
        fourEyes.close(standIn, new Actor("admin", Set.of(Role.ADMIN)));
        var today = LocalDate.now(clock);
        assertThat(refused(standIn, today, today)).containsExactly("substitution.closed");
    }

    @Test
    void oneKindHasOneSubstituteAtATime() {
        var today = LocalDate.now(clock);
        name(people.supervisor(), standIn, TaskKind.TARGETS, TaskKind.ASSESSMENT);
        assertThat(refused(() -> substitutions.name(
                        new NewSubstitution(
                                others.head(), today.plusDays(5), today.plusDays(9), Set.of(TaskKind.ASSESSMENT)),
                        staff(people.supervisor()))))
                .containsExactly("substitution.taken");
        name(people.supervisor(), others.head(), TaskKind.OBJECTION);
        substitutions.name(
                new NewSubstitution(others.head(), today.plusDays(6), today.plusDays(9), Set.of(TaskKind.ASSESSMENT)),
                staff(people.supervisor()));
        assertThat(lists.of(people.supervisor())).hasSize(3);
    }

    @Test
    void onlyHrNamesForSomebodyElseWithAReasonAndNeverItself() {
        var today = LocalDate.now(clock);
        var asked = new NewSubstitution(standIn, today, today, Set.of(TaskKind.ASSESSMENT));
        assertThat(refused(() -> substitutions.nameFor(people.supervisor(), asked, "Sakit", staff(people.head()))))
                .containsExactly("substitution.notHr");
        assertThat(refused(() -> substitutions.nameFor(people.supervisor(), asked, " ", hr())))
                .containsExactly("substitution.reason");
        var itself = new NewSubstitution(people.hr(), today, today, Set.of(TaskKind.ASSESSMENT));
        assertThat(refused(() -> substitutions.nameFor(people.supervisor(), itself, "Sakit", hr())))
                .containsExactly("substitution.hrItself");
        var almost = new NewSubstitution(people.hr() + " ", today, today, Set.of(TaskKind.ASSESSMENT));
        assertThat(refused(() -> substitutions.nameFor(people.supervisor(), almost, "Sakit", hr())))
                .containsExactly("substitution.unknown");
        for (var nobody : List.of("tidakada", people.supervisor() + " ")) {
            assertThat(refused(() -> substitutions.nameFor(nobody, asked, "Sakit", hr())))
                    .containsExactly("substitution.person");
        }

        substitutions.nameFor(people.supervisor(), asked, "Sakit mendadak", hr());
        assertThat(lists.of(people.supervisor())).singleElement().satisfies(one -> {
            assertThat(one.byHr()).isTrue();
            assertThat(one.reason()).isEqualTo("Sakit mendadak");
        });
        assertThat(database.sql("select answer from trail_entry where what = 'substitution.named' and actor = ?")
                        .param(people.hr())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("Sakit mendadak", "Ratna Dewi");
    }

    @Test
    void nobodyEndsWhatIsNeitherTheirsNorHrs() {
        var substitution = name(people.supervisor(), standIn, TaskKind.TARGETS);
        for (var other : List.of(standIn, people.staf(), people.head())) {
            assertThat(refused(() -> substitutions.end(substitution, staff(other))))
                    .containsExactly("substitution.none");
        }
        substitutions.end(substitution, hr());
        assertThat(refused(() -> substitutions.end(substitution, hr()))).containsExactly("substitution.over");
    }

    @Test
    void aPersonIsFoundByNameAndTheNipIsForHr() {
        var found = search.search("ratna dewi " + people.number(), staff(people.staf()));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.nip()).isNull();
            assertThat(one.unitName()).isEqualTo("Dinas Kesehatan " + people.number());
            assertThat(one.toString()).doesNotContain(people.supervisor(), people.nip(2));
            assertThat(search.account(one.reference(), staff(people.staf()))).isEqualTo(people.supervisor());
            assertThat(search.find(one.reference(), staff(people.head())))
                    .as("what was told to somebody else")
                    .isEmpty();
        });
        assertThat(search.search(people.nip(2), staff(people.staf()))).isEmpty();
        assertThat(search.search(people.nip(2).substring(0, 17), staff(people.staf())))
                .isEmpty();
        assertThat(search.search(people.nip(2), hr()))
                .extracting(SubstituteSearch.Found::nip)
                .containsExactly(people.nip(2));
        assertThat(search.search("r", hr())).isEmpty();
    }

    @Test
    void ofNamesakesEachIsFoundWithWhatTellsThemApart() {
        database.sql("update employee set name = ?, bare_name = ? where nip in (?, ?)")
                .params("Wiwin " + people.number(), "wiwin" + people.number(), people.nip(2), people.nip(4))
                .update();
        assertThat(search.search("wiwin " + people.number(), staff(people.staf())))
                .hasSize(2)
                .extracting(SubstituteSearch.Found::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("Wiwin %s (".formatted(people.number())));
    }

    // Tasks change hands

    @Test
    void whatIsOpenAndWhatComesIsSharedFromTheFirstDay() {
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        var open = walker.task(id, "UserTask_ApproveTargets");
        begin(name(people.supervisor(), standIn, TaskKind.TARGETS, TaskKind.CHECK_INS));

        assertShared(open.getId());
        claimAndComplete("UserTask_ApproveTargets", standIn, answers.approval());
        walker.ring(id, "TimerCatch_CheckInDue");
        walker.complete(id, "UserTask_CheckIn", answers.checkIn(plan()));
        assertShared(walker.task(id, "UserTask_GiveCheckInFeedback").getId());
    }

    private void assertShared(String task) {
        assertThat(task(task).getAssignee()).isNull();
        assertThat(task(task).getOwner()).isEqualTo(people.supervisor());
        for (var person : List.of(standIn, people.supervisor())) {
            assertThat(list(SHARED, person)).contains(task);
            assertThat(desk.open(task, staff(person))).isPresent();
        }
        assertThat(list(SHARED, people.head())).doesNotContain(task);
    }

    @Test
    void beforeTheFirstDayNothingIsShared() {
        var today = LocalDate.now(clock);
        var later = new NewSubstitution(standIn, today.plusDays(1), today.plusDays(2), Set.of(TaskKind.TARGETS));
        substitutions.name(later, staff(people.supervisor()));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());

        assertThat(walker.task(id, "UserTask_ApproveTargets").getAssignee()).isEqualTo(people.supervisor());
    }

    @Test
    void onlyTheKindsThatWereGivenAreShared() {
        begin(name(people.supervisor(), standIn, TaskKind.ASSESSMENT));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());

        assertThat(walker.task(id, "UserTask_ApproveTargets").getAssignee()).isEqualTo(people.supervisor());
        assertThat(persons.of(people.supervisor()))
                .singleElement()
                .satisfies(open -> assertThat(open.with()).isNull());
    }

    @Test
    void aNewTaskIsSharedWithoutWaitingForTheEngine() {
        name(people.supervisor(), standIn, TaskKind.TARGETS);
        walker.complete(id, "UserTask_DraftTargets", answers.targets());

        assertShared(walker.task(id, "UserTask_ApproveTargets").getId());
    }

    @Test
    void thePersonCanStillDoItThemselves() {
        var task = sharedApproval();
        walker.as(people.supervisor(), () -> engine.getTaskService().claim(task, people.supervisor()));
        assertThatThrownBy(() -> claim(task)).hasMessageContaining("sudah diambil orang lain");
        walker.complete(task(task), people.supervisor(), answers.approval());

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
        assertThat(persons.of(people.supervisor()))
                .singleElement()
                .satisfies(open -> assertThat(open.holder()).isEqualTo(standIn));
        assertThat(desk.open(task, staff(people.supervisor())).orElseThrow())
                .satisfies(form -> assertThat(form.readOnly()).isTrue())
                .satisfies(form -> assertThat(form.holder()).startsWith("Ratna Dewi"));
        assertThatThrownBy(() -> walker.complete(task(task), people.supervisor(), answers.approval()))
                .isInstanceOf(RuntimeException.class);
        assertThat(refusedTo(people.head(), task))
                .as("what is not there and what is not yours is one answer")
                .isEqualTo(refusedTo(people.head(), UUID.randomUUID().toString()));

        persons.takeBack(task, people.supervisor());
        assertThatThrownBy(() -> walker.complete(task(task), standIn, answers.approval()))
                .isInstanceOf(RuntimeException.class);
        walker.complete(task(task), people.supervisor(), answers.approval());
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
                    persons.takeBack(task, people.supervisor());
                    return null;
                });
        assertThat(task(task).getAssignee()).isEqualTo(people.supervisor());
    }

    @Test
    void whatTheSubstituteHasSentIsNotSaidToBeTakenBack() {
        var task = sharedApproval();
        claim(task);
        walker.complete(task(task), standIn, answers.approval());

        assertThat(refusedTo(people.supervisor(), task)).containsExactly("engine.problem.notThere");
    }

    private List<String> refusedTo(String person, String task) {
        return refused(() -> persons.takeBack(task, person));
    }

    @Test
    void anEarlyEndGivesTasksBackAndLeavesNoRight() {
        var substitution = name(people.supervisor(), standIn, TaskKind.TARGETS);
        begin(substitution);
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        var task = walker.task(id, "UserTask_ApproveTargets").getId();
        claim(task);
        desk.keepDraft(task, staff(standIn), "{\"remark\":\"setengah\"}", 0, List.of());
        substitutions.end(substitution, staff(people.supervisor()));

        // Not even before the engine has run its job.
        assertThat(desk.open(task, staff(standIn))).isEmpty();
        assertThatThrownBy(() -> walker.complete(task(task), standIn, answers.approval()))
                .hasMessageContaining("tidak (lagi) menjadi pengganti");
        walker.runJobs(substitution);

        assertThat(task(task).getAssignee()).isEqualTo(people.supervisor());
        assertThat(task(task).getOwner()).isNull();
        assertThat(engine.getTaskService().getIdentityLinksForTask(task)).hasSize(1);
        assertThat(engine.getTaskService().getVariablesLocal(task)).isEmpty();
        assertNoRightLeft(task);
        assertThat(list(SHARED, standIn)).isEmpty();
        assertThat(list("Tugas saya", people.supervisor())).contains(task);
        assertThat(desk.open(task, staff(people.supervisor())).orElseThrow().draft())
                .isNull();
        assertThat(instances(substitution)).isZero();
        walker.complete(id, "UserTask_ApproveTargets", answers.approval());
        assertThat(stage()).isEqualTo(Stage.MONITORING);
    }

    @Test
    void whenTheLastDayIsOverTasksComeBackAndAStaleRightNeverSuffices() {
        var substitution = name(people.supervisor(), standIn, TaskKind.TARGETS);
        begin(substitution);
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        var task = walker.task(id, "UserTask_ApproveTargets").getId();
        var yesterday = LocalDate.now(clock).minusDays(1);
        database.sql("update substitution set first_day = ?, last_day = ? where id = ?")
                .params(yesterday, yesterday, substitution)
                .update();

        assertThatThrownBy(() -> claim(task)).hasMessageContaining("tidak (lagi) menjadi pengganti");
        assertThat(desk.open(task, staff(standIn))).isEmpty();
        assertThat(desk.keepDraft(task, staff(standIn), "{}", 0, List.of())).isEmpty();
        walker.ring(substitution, "TimerCatch_LastDayOver");
        walker.runJobs(substitution);
        assertThat(task(task).getAssignee()).isEqualTo(people.supervisor());
        assertNoRightLeft(task);
        assertThat(instances(substitution)).isZero();
    }

    @Test
    void whatTheSubstituteDidLeavesThemNoRightEither() {
        var task = sharedApproval();
        claimAndComplete("UserTask_ApproveTargets", standIn, answers.approval());
        assertNoRightLeft(task);
    }

    @Test
    void oneSubstituteFollowsOnAnotherOnTheSameTask() {
        var first = name(people.supervisor(), standIn, TaskKind.TARGETS);
        begin(first);
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        var task = walker.task(id, "UserTask_ApproveTargets").getId();
        claim(task);
        substitutions.end(first, staff(people.supervisor()));
        begin(name(people.supervisor(), others.head(), TaskKind.TARGETS));

        assertThat(task(task).getAssignee()).isNull();
        assertThat(list(SHARED, others.head())).contains(task);
        assertThat(list(SHARED, standIn)).isEmpty();
        assertNoRightLeft(task);
    }

    @Test
    void aSubstitutesSubstituteDoesNotInheritAndACircleHarmsNobody() {
        begin(name(people.supervisor(), standIn, TaskKind.TARGETS));
        begin(name(standIn, others.head(), TaskKind.TARGETS));
        begin(name(others.head(), people.supervisor(), TaskKind.TARGETS));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        var task = walker.task(id, "UserTask_ApproveTargets").getId();

        assertShared(task);
        assertThat(desk.open(task, staff(others.head()))).isEmpty();
        claim(task);
        shares.settle(standIn);
        assertThat(task(task).getAssignee()).isEqualTo(standIn);
        assertThat(desk.open(task, staff(others.head()))).isEmpty();
    }

    @Test
    void aHandOverTakesTheTaskFromTheSubstituteToo() {
        var task = sharedApproval();
        claim(task);
        town.answerTo(people, 4);
        name(people.peer(), others.head(), TaskKind.TARGETS);
        handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Mutasi jabatan", hr());

        assertThat(task(task).getOwner()).isEqualTo(people.peer());
        assertThat(task(task).getAssignee()).isNull();
        assertThat(desk.open(task, staff(standIn))).isEmpty();
        assertThat(desk.open(task, staff(people.supervisor()))).isEmpty();
        assertThat(desk.open(task, staff(others.head()))).isPresent();
        assertNoRightLeft(task);
    }

    @Test
    void whoRatedForAnotherIsPassedOverWhenAHandOverPicksWhoDecides() {
        database.sql("insert into substituted_step (task_id, business_key, task, actor, person, done_at)"
                        + " values (?, ?, 'UserTask_RateEmployee', ?, ?, ?)")
                .params(id, id, people.head(), people.supervisor(), Timestamp.from(clock.instant()))
                .update();
        town.answerTo(people, 4);
        handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Mutasi jabatan", hr());

        assertThat(evaluations.get(EvaluationId.of(id)).superior()).isNull();
    }

    @Test
    void aTaskOfATeamGoesBackToTheTeamAndToNobodyElse() {
        untilReviewed();
        walker.complete(id, "UserTask_ReviewResult", answers.acceptance());
        walker.runJobs(id);
        var meeting = walker.calibration(evaluations.get(EvaluationId.of(id)).unitName());
        var task = walker.task(meeting, "UserTask_CalibrateUnit").getId();
        engine.getTaskService().claim(task, people.hr());
        begin(name(people.hr(), standIn, TaskKind.TEAM));

        assertThat(task(task).getAssignee()).isNull();
        assertThat(task(task).getOwner()).isNull();
        assertThat(desk.open(task, staff(standIn))).isEmpty();
        assertThat(desk.open(task, new Actor(others.hr(), Set.of(Role.STAFF, Role.HR))))
                .isPresent();
    }

    // Conflicts of interest

    @Test
    void nobodyHasASayInTheirOwnEvaluation() {
        begin(nameAll(people.supervisor(), people.staf()));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        assertStays("UserTask_ApproveTargets", people.supervisor(), people.staf());
        untilRated();
        assertStays("UserTask_RateEmployee", people.supervisor(), people.staf());
    }

    @Test
    void nobodyHasASayAboutTheirSuperior() {
        begin(nameAll(people.supervisor(), "bawahan" + people.number()));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        assertStays("UserTask_ApproveTargets", people.supervisor(), "bawahan" + people.number());
    }

    @Test
    void aColleagueMayApproveTargetsButNeverRateNorReadOpinions() {
        begin(nameAll(people.supervisor(), people.peer()));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        claimAndComplete("UserTask_ApproveTargets", people.peer(), answers.approval());
        untilRated();
        assertStays("UserTask_RateEmployee", people.supervisor(), people.peer());
    }

    @Test
    void aSubstituteAboveWhoseAssessorNobodyStandsIsNoFault() {
        openings.open(cycle.id(), Set.of("B" + people.number()), people.hr()).join();
        assertThat(database.sql("update evaluation set superior = null where employee = ?")
                        .param(people.peer())
                        .update())
                .isPositive();
        begin(name(people.supervisor(), people.peer(), TaskKind.TARGETS));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        claimAndComplete("UserTask_ApproveTargets", people.peer(), answers.approval());
    }

    @Test
    void nobodyWhoWasAskedForAnOpinionRates() {
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        walker.complete(id, "UserTask_ApproveTargets", answers.approval());
        untilRated();
        var asked = feedback.respondents(EvaluationId.of(id));
        assertThat(asked).isNotEmpty();
        for (var respondent : asked) {
            var substitution = nameAll(people.supervisor(), respondent);
            begin(substitution);
            assertStays("UserTask_RateEmployee", people.supervisor(), respondent);
            substitutions.end(substitution, staff(people.supervisor()));
            walker.runJobs(substitution);
        }
    }

    @Test
    void whoeverWouldDecideTheObjectionDoesNotRate() {
        begin(nameAll(people.supervisor(), people.head()));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        claimAndComplete("UserTask_ApproveTargets", people.head(), answers.approval());
        untilRated();
        assertStays("UserTask_RateEmployee", people.supervisor(), people.head());
    }

    @Test
    void theAssessorDoesNotDecideTheObjectionForTheirSuperior() {
        begin(nameAll(people.head(), people.supervisor()));
        untilObjection();
        assertStays("UserTask_DecideObjection", people.head(), people.supervisor());
    }

    @Test
    void neitherWhoRatedForTheAssessorNorTheAssessorDecides() {
        begin(name(people.supervisor(), standIn, TaskKind.ASSESSMENT));
        untilObjection();
        assertThat(assessments.raters(EvaluationId.of(id))).containsExactlyInAnyOrder(standIn, people.supervisor());
        begin(name(people.head(), standIn, TaskKind.OBJECTION));
        assertStays("UserTask_DecideObjection", people.head(), standIn);
    }

    @Test
    void anOutsiderDecidesTheObjectionInTheSuperiorsStead() {
        begin(name(people.head(), standIn, TaskKind.OBJECTION));
        untilObjection();
        claimAndComplete(
                "UserTask_DecideObjection", standIn, answers.changedDecision(answers.rating(plan(), "ABOVE", "110")));

        var reader = staff(people.supervisor());
        var evaluation = readers.read(reader, EvaluationId.of(id), TrailEvent.EVALUATION_READ, null);
        assertThat(dossiers.of(evaluation.orElseThrow(), reader, INDONESIAN).decidedBy())
                .isEqualTo("Ratna Dewi " + others.number() + " atas nama Hendra Gunawan " + people.number());
    }

    @Test
    void whoeverHasAStakeCannotHaveHrsPowerPickWhoDecides() {
        var today = LocalDate.now(clock);
        var asked = new NewSubstitution(standIn, today, today, Set.of(TaskKind.OBJECTION));
        untilObjection();
        for (var party : List.of(people.supervisor(), people.peer())) {
            var named =
                    substitutions.nameFor(people.head(), asked, "Sakit", new Actor(party, Set.of(Role.STAFF, Role.HR)));
            begin(named);
            assertStays("UserTask_DecideObjection", people.head(), standIn);
            substitutions.end(named, hr());
            walker.runJobs(named);
        }
        begin(substitutions.nameFor(people.head(), asked, "Sakit", hr()));

        claimAndComplete(
                "UserTask_DecideObjection", standIn, answers.changedDecision(answers.rating(plan(), "ABOVE", "110")));
    }

    @Test
    void whoIsRatedCannotHaveHrsPowerPickTheirAssessor() {
        database.sql("update evaluation set employee = ? where id = ?")
                .params(people.hr(), id)
                .update();
        var today = LocalDate.now(clock);
        var asked = new NewSubstitution(standIn, today, today, Set.of(TaskKind.TARGETS));
        begin(substitutions.nameFor(people.supervisor(), asked, "Sakit", hr()));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());

        assertStays("UserTask_ApproveTargets", people.supervisor(), standIn);
    }

    @Test
    void aConflictThatArisesLaterIsSeenWhenTheTaskIsCompleted() {
        begin(name(people.supervisor(), standIn, TaskKind.ASSESSMENT));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        walker.complete(id, "UserTask_ApproveTargets", answers.approval());
        untilRated();
        var task = walker.task(id, "UserTask_RateEmployee").getId();
        claim(task);
        database.sql("update evaluation set superior = ? where id = ?")
                .params(standIn, id)
                .update();

        assertThatThrownBy(() -> walker.complete(task(task), standIn, answers.rating(plan(), "MEETS", "95")))
                .hasMessageContaining("tidak (lagi) menjadi pengganti");
    }

    private void assertStays(String task, String person, String excluded) {
        var stays = walker.task(id, task);
        assertThat(stays.getAssignee()).isEqualTo(person);
        assertThat(stays.getOwner()).isNull();
        assertThat(desk.open(stays.getId(), staff(excluded))).isEmpty();
        assertThat(list(SHARED, excluded)).isEmpty();
        assertThat(persons.of(person))
                .filteredOn(open -> open.taskId().equals(stays.getId()))
                .singleElement()
                .satisfies(open -> assertThat(open.with()).isNull());
    }

    // The record

    @Test
    void theRecordSaysWhoActedForWhom() {
        begin(nameAll(people.supervisor(), standIn));
        untilReviewed();

        var both = "Ratna Dewi " + others.number() + " atas nama Ratna Dewi " + people.number();
        var auditor = new Actor("uji-pemeriksa", Set.of(Role.STAFF, Role.AUDITOR));
        var timeline =
                timelines.timeline(auditor, EvaluationId.of(id), INDONESIAN).orElseThrow();
        assertThat(timeline.entries())
                .filteredOn(entry ->
                        List.of("Memeriksa sasaran kinerja", "Menilai pegawai").contains(entry.what()))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo(both));
        assertThat(timeline.plans().toString()).contains(both);
        assertThat(timeline.scores().toString()).contains(both);
        assertThat(assessments
                        .result(EvaluationId.of(id), INDONESIAN)
                        .orElseThrow()
                        .ratedBy())
                .isEqualTo(both);
        assertThat(assessments
                        .result(EvaluationId.of(id), Locale.ENGLISH)
                        .orElseThrow()
                        .ratedBy())
                .contains("on behalf of");
        assertThat(assessments.current(EvaluationId.of(id)).orElseThrow().decidedBy())
                .isEqualTo(standIn);
    }

    @Test
    void theSubstituteReadsTheEvaluationOnlyWhileTheyHaveATaskOfIt() {
        var reader = staff(standIn);
        assertThat(mayRead(reader)).isFalse();
        sharedApproval();
        assertThat(mayRead(reader)).isTrue();
        claimAndComplete("UserTask_ApproveTargets", standIn, answers.approval());
        assertThat(mayRead(reader)).isFalse();
    }

    private boolean mayRead(Actor reader) {
        return readers.mayRead(reader, evaluations.get(EvaluationId.of(id)));
    }

    // Steps

    /** The task in which the targets are approved, shared and not yet claimed. */
    private String sharedApproval() {
        begin(name(people.supervisor(), standIn, TaskKind.TARGETS));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        return walker.task(id, "UserTask_ApproveTargets").getId();
    }

    private void untilObjection() {
        untilReviewed();
        walker.complete(id, "UserTask_ReviewResult", answers.objection());
    }

    private void untilReviewed() {
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        act("UserTask_ApproveTargets", answers.approval());
        untilRated();
        act("UserTask_RateEmployee", answers.rating(plan(), "MEETS", "95"));
        walker.runJobs(id);
    }

    /** Up to the task in which the employee is rated, whether the targets are approved yet or not. */
    private void untilRated() {
        if (stage() == Stage.TARGET_SETTING) {
            act("UserTask_ApproveTargets", answers.approval());
        }
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        walker.complete(id, "UserTask_AssessSelf", answers.selfAssessment(plan()));
        walker.tasks(id).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("UserTask_GiveFeedback"))
                .forEach(task -> walker.complete(task, task.getAssignee(), answers.feedback("MEETS", "95")));
        walker.closeFeedback(id);
    }

    /** As the substitute when it is shared, else as its assignee. */
    private void act(String task, Object answer) {
        if (walker.task(id, task).getOwner() == null) {
            walker.complete(id, task, answer);
        } else {
            claimAndComplete(task, standIn, answer);
        }
    }

    private void claimAndComplete(String task, String person, Object answer) {
        var open = walker.task(id, task);
        walker.as(person, () -> engine.getTaskService().claim(open.getId(), person));
        walker.complete(open, person, answer);
    }

    private void claim(String task) {
        onBehalf.of(standIn, () -> engine.getTaskService().claim(task, standIn));
    }

    private Plan plan() {
        return targets.approved(EvaluationId.of(id)).orElseThrow();
    }

    private String nameAll(String person, String substitute) {
        return name(
                person,
                substitute,
                TaskKind.TARGETS,
                TaskKind.CHECK_INS,
                TaskKind.ASSESSMENT,
                TaskKind.OBJECTION,
                TaskKind.FOLLOW_UP);
    }

    /** From today on, for six days. */
    private String name(String person, String substitute, TaskKind... kinds) {
        var today = LocalDate.now(clock);
        return substitutions.name(
                new NewSubstitution(substitute, today, today.plusDays(5), Set.copyOf(Arrays.asList(kinds))),
                staff(person));
    }

    /** The first day has come: the engine runs the job that is due. */
    private void begin(String substitution) {
        walker.ring(substitution, "TimerCatch_FirstDay");
        walker.runJobs(substitution);
    }

    private List<String> refused(String substitute, LocalDate first, LocalDate last) {
        return refused(() -> substitutions.name(
                new NewSubstitution(substitute, first, last, Set.of(TaskKind.TARGETS)), staff(people.supervisor())));
    }

    private static List<String> refused(Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            return refusal.problems().stream().map(Refusal.Problem::key).toList();
        }
        return List.of();
    }

    private Stage stage() {
        return evaluations.get(EvaluationId.of(id)).stage();
    }

    private Task task(String taskId) {
        return engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
    }

    private long instances(String substitution) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(substitution)
                .count();
    }

    private void assertNoRightLeft(String task) {
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(task)
                        .userIdIn(standIn)
                        .list())
                .isEmpty();
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
