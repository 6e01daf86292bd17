package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.engine.AnswerPreviews;
import id.laras.engine.HeldUp;
import id.laras.engine.HeldUp.Why;
import id.laras.engine.HeldUpTasks;
import id.laras.people.AbsenceKind;
import id.laras.people.ActingKind;
import id.laras.rules.Refusal;
import id.laras.security.AccountService;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.SupervisorChange.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.Pageable;

/** Nobody decides where they have a stake, nothing waits for somebody who is gone, and HR sees what nobody can do. */
@LarasTest
@Tag("database")
@Tag("walk")
class HeldUpTasksTests extends HandOverScene {

    private static final Step DECIDE = Step.DECIDE_OBJECTION;

    @LocalServerPort
    int port;

    @Autowired
    HeldUpTasks heldUp;

    @Autowired
    AccountService accounts;

    @Autowired
    AnswerPreviews previews;

    // Who left, or is shut out

    @Test
    void anObjectionWhoseDeciderLeftIsListedAndMovesToTheNext() {
        untilObjection();
        assertThat(heldUp()).isEmpty();
        assertThatThrownBy(() -> choose(Choice.MOVE)).hasMessage("cycle.handOver.same");
        lastDay(people.nip(1), LocalDate.now(clock).minusDays(1));

        assertThat(heldUp()).singleElement().satisfies(one -> {
            assertThat(one.why()).isEqualTo(Why.LEFT);
            assertThat(one.name()).startsWith("Putuskan keberatan");
            assertThat(one.holder()).isEqualTo("Hendra Gunawan " + people.number());
            assertThat(one.ofGroup()).isFalse();
        });
        assertThat(deviations
                        .situation(EvaluationId.of(id), hr())
                        .orElseThrow()
                        .stale()
                        .next())
                .isNull();
        choose(Choice.MOVE);

        assertThat(evaluation().superior()).isNull();
        assertThat(evaluation().supervisor()).isEqualTo(people.supervisor());
        assertThat(assignee(DECIDE)).isNull();
        assertThat(heldUp()).isEmpty();
        assertThat(trail("evaluation.deciderChanged"))
                .singleElement()
                .satisfies(deed -> assertThat(deed.get("answer").toString()).contains("Mutasi jabatan", "Hendra"));
        walker.claimAndComplete(id, DECIDE, people.hr(), upheld());
    }

    @Test
    void theObjectionOfASuperiorWhoHasMovedAwayMovesOnToo() {
        untilObjection();
        offices.leave(people.nip(1), AbsenceKind.MOVED, LocalDate.now(clock), null, hrTeam("uji-sdm"));
        choose(Choice.MOVE);

        assertThat(evaluation().supervisor()).isEqualTo(people.supervisor());
        assertThat(assignee(DECIDE)).isNull();
        walker.claimAndComplete(id, DECIDE, people.hr(), upheld());
    }

    @Test
    void theObjectionMovesOnThoughTheAssessorOfBeforeStays() {
        untilObjection();
        town.answerTo(people, 4);
        choose(Choice.STAY);
        assertThat(assignee(DECIDE)).isEqualTo(people.head());
        lastDay(people.nip(1), LocalDate.now(clock).minusDays(1));
        assertThat(heldUp()).extracting(HeldUp::why).containsExactly(Why.LEFT);
        choose(Choice.STAY);

        assertThat(evaluation().supervisor()).isEqualTo(people.supervisor());
        assertThat(evaluation().superior()).isNull();
        assertThat(heldUp()).isEmpty();
        assertThat(trail("evaluation.deciderChanged")).hasSize(1);
        walker.claimAndComplete(id, DECIDE, people.hr(), upheld());
    }

    @Test
    void everyStepOfWhoeverLeftOrIsShutOutIsFoundWhateverItsModel() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        assertThat(heldUp()).isEmpty();
        database.sql("update account set closed = true where name = ?")
                .param(people.supervisor())
                .update();
        try {
            assertThat(heldUp()).extracting(HeldUp::why).containsExactly(Why.CLOSED);
            choose(Choice.MOVE);
            assertThat(assignee(Step.APPROVE_TARGETS)).isEqualTo(people.head());
            assertThat(heldUp()).isEmpty();
        } finally {
            database.sql("update account set closed = false where name = ?")
                    .param(people.supervisor())
                    .update();
        }
    }

    @Test
    void whoWasAskedForAnOpinionIsNeverInHrsList() {
        walker.untilApproved(id, answers);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        opinions()
                .forEach(task -> database.sql("update employee set ended_on = ? where account = ?")
                        .params(LocalDate.now(clock).minusDays(1), task.getAssignee())
                        .update());
        lastDay(people.nip(3), LocalDate.now(clock).minusDays(1));

        assertThat(opinions()).isNotEmpty();
        assertThat(heldUp())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).doesNotContain("rekan"));
    }

    // Conflicts of interest

    @Test
    void whoeverAnswersToTheAssessorNeverDecidesOnTheObjection() {
        accounts.grant(people.peer(), Role.HR);
        untilObjection();
        lastDay(people.nip(1), LocalDate.now(clock).minusDays(1));
        choose(Choice.MOVE);
        var task = walker.task(id, DECIDE);

        assertThatThrownBy(() -> claim(task.getId(), people.peer()))
                .hasMessageContaining("diberikan oleh pejabat penilai atau atasan Anda")
                .hasMessageContaining("Yang dapat mengerjakannya: ");
        assertThat(assignee(DECIDE)).isNull();
        assertThatThrownBy(() -> desk.open(task.getId(), hrTeam(people.peer())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("substitution.conflict.answers");
        engine.getTaskService().setAssignee(task.getId(), people.peer());
        assertThatThrownBy(
                        () -> previews.preview(task.getId(), hrTeam(people.peer()), json.writeValueAsString(upheld())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("substitution.conflict.answers");
        assertThatThrownBy(() -> walker.complete(walker.task(id, DECIDE), people.peer(), upheld()))
                .hasMessageContaining("diberikan oleh pejabat penilai atau atasan Anda");
        engine.getTaskService().setAssignee(task.getId(), null);
        claim(task.getId(), people.hr());
        assertThat(desk.open(task.getId(), hrTeam(people.hr()))).isPresent();
    }

    @Test
    void neitherOneselfNorTheAssessorDecidesThoughOfTheTeam() {
        accounts.grant(people.staf(), Role.HR);
        accounts.grant(people.supervisor(), Role.HR);
        untilObjection();
        lastDay(people.nip(1), LocalDate.now(clock).minusDays(1));
        choose(Choice.MOVE);
        var task = walker.task(id, DECIDE).getId();

        assertThatThrownBy(() -> claim(task, people.staf())).hasMessageContaining("tentang Anda sendiri");
        assertThatThrownBy(() -> claim(task, people.supervisor())).hasMessageContaining("ikut menilai");
    }

    @Test
    void aPartyNeverSaysWhoDecidesAndHrSeesOnThePageWhatIsHeldUp() {
        accounts.grant(people.supervisor(), Role.HR);
        town.letIn(people, TestPeople.PASSWORD);
        untilObjection();
        lastDay(people.nip(1), LocalDate.now(clock).minusDays(1));
        var sdm = HttpPerson.loggedIn(port, people.hr());
        assertThat(sdm.get("/hr/lines/evaluations/" + id).body()).contains("tim SDM yang memutus");
        choose(Choice.MOVE);
        var task = walker.task(id, DECIDE).getId();
        engine.getTaskService().deleteCandidateGroup(task, Role.HR.group());
        engine.getTaskService().addCandidateGroup(task, "sdm-unit-B" + people.number());

        assertThat(listed(task)).extracting(HeldUp::why).containsExactly(Why.NOBODY);
        assertThat(sdm.get("/hr/tasks?lang=en").body()).contains("Decide the objection · ");
        sdm.get("/hr/tasks?lang=id");
        assertThatThrownBy(() -> heldUp.give(task, people.nip(4), "Netral", hrTeam(people.supervisor())))
                .hasMessage("engine.heldUp.party");
        var refused = sdm.form("/hr/tasks/" + task, "nip=" + people.nip(4) + "&reason=Alasan+yang+panjang");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Citra Lestari", "tidak dapat mengerjakannya", "Alasan yang panjang");
        lastDay(people.nip(1), LocalDate.now(clock).plusDays(1));
        assertThat(sdm.form("/hr/tasks/" + task, "nip=" + people.nip(1) + "&reason=Netral")
                        .statusCode())
                .isEqualTo(302);
        assertThat(assignee(DECIDE)).isEqualTo(people.head());
    }

    @Test
    void aSuperiorWhoAnswersToTheAssessorIsPassedOver() {
        database.sql("update evaluation set superior = ? where id = ?")
                .params(people.peer(), id)
                .update();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .list()
                .forEach(run -> engine.getRuntimeService().setVariable(run.getId(), "superior", people.peer()));
        untilObjection();

        assertThat(heldUp()).extracting(HeldUp::why).containsExactly(Why.CONFLICT);
        choose(Choice.MOVE);
        assertThat(assignee(DECIDE)).isEqualTo(people.head());
        assertThat(heldUp()).isEmpty();
    }

    @Test
    void nobodyCalibratesAUnitWithThemselvesTheirRatedOrTheirRater() {
        for (var person : List.of(people.staf(), people.supervisor(), "bawahan" + people.number())) {
            accounts.grant(person, Role.PERFORMANCE_TEAM);
        }
        var task = meeting();

        assertThatThrownBy(() -> claim(task, people.staf()))
                .hasMessageContaining("Anda sendiri dinilai di unit ini")
                .hasMessageContaining("Yang dapat mengerjakannya: ");
        assertThatThrownBy(() -> claim(task, people.supervisor())).hasMessageContaining("Anda menilai pegawai di unit");
        assertThatThrownBy(() -> claim(task, "bawahan" + people.number()))
                .hasMessageContaining("Pejabat penilai atau atasan Anda dinilai di unit ini");
        claim(task, people.hr());
    }

    @Test
    void hrGivesWhatNobodyOfTheGroupMayDoToAPersonTheyChoose() {
        var task = meeting();
        assertThat(listed(task)).isEmpty();
        accounts.grantUnits(people.staf(), Set.of("B" + people.number()));
        for (var group : List.of("sdm", "tim-kinerja")) {
            engine.getTaskService().deleteCandidateGroup(task, group);
        }

        assertThat(listed(task)).singleElement().satisfies(one -> {
            assertThat(one.why()).isEqualTo(Why.NOBODY);
            assertThat(one.ofGroup()).isTrue();
        });
        assertThatThrownBy(() -> claim(task, people.staf())).hasMessageContaining("Tugas tertahan");
        assertThatThrownBy(() -> heldUp.give(task, people.nip(1), " ", hr())).hasMessage("engine.heldUp.reason");
        assertThatThrownBy(() -> heldUp.give(task, people.nip(1), "x", hr())).hasMessage("common.reason.empty");
        assertThatThrownBy(() -> heldUp.give(task, people.nip(2), "Netral", hr()))
                .hasMessage("engine.heldUp.unable");
        assertThatThrownBy(() -> heldUp.give(task, people.nip(8), "Netral", hr()))
                .hasMessage("engine.heldUp.oneself");
        assertThatThrownBy(() -> heldUp.give(task, people.nip(1), "Netral", staff(people.head())))
                .hasMessage("engine.heldUp.notHr");
        heldUp.give(task, people.nip(1), "Netral", hr());

        assertThat(listed(task)).isEmpty();
        assertThat(desk.open(task, staff(people.head()))).isPresent();
        assertThat(database.sql("select answer from trail_entry where what = 'task.handedOver' and answer like ?")
                        .param("%Hendra Gunawan " + people.number() + "%")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(deed -> assertThat(deed).contains("Netral"));
        walker.as(
                people.head(),
                () -> engine.getTaskService().complete(task, Map.of("answer", "{\"moves\":[],\"note\":\"\"}")));
    }

    // A role that was withdrawn

    @Test
    void whoeverLeftHoldsNothingOfTheirTeamAnyMore() {
        var task = meeting();
        claim(task, people.hr());
        offices.leave(people.nip(8), AbsenceKind.RETIRED, LocalDate.now(clock), null, hrTeam("uji-sdm"));

        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .taskUnassigned()
                        .count())
                .isOne();
        assertThat(desk.open(task, hr())).isEmpty();
        assertThat(grantsOn(task, people.hr())).isZero();
    }

    @Test
    void theRightIsCheckedAtEveryReadAndDeedNotOnlyAtTheClaim() {
        var task = meeting();
        claim(task, people.hr());
        assertThat(desk.open(task, hr())).isPresent();
        // as no deed of the application would do it: so the task is still held
        database.sql("delete from account_role where account_name = ? and role = 'HR'")
                .param(people.hr())
                .update();

        assertThat(desk.open(task, hr())).isEmpty();
        assertThat(desk.keepDraft(task, hr(), "{}", 0, List.of())).isEmpty();
        assertThatThrownBy(() -> previews.preview(task, hr(), "{\"moves\":[],\"note\":\"\"}"))
                .hasMessage("engine.submission.noRight");
        assertThatThrownBy(() ->
                        walker.as(people.hr(), () -> engine.getTaskService().createComment(task, null, "Masih saya")))
                .hasMessageContaining("Hanya pemegang tugas");
        assertThatThrownBy(() -> walker.as(
                        people.hr(),
                        () -> engine.getTaskService().complete(task, Map.of("answer", "{\"moves\":[],\"note\":\"\"}"))))
                .hasMessageContaining("tidak (lagi) berhak");
        assertThat(listed(task)).extracting(HeldUp::why).containsExactly(Why.ROLE);
    }

    @Test
    void aRightThatEndedWithADayEndsAtTheEnginesDoorBeforeItAnswers() {
        town.letIn(people, TestPeople.PASSWORD);
        var task = meeting();
        claim(task, people.hr());
        var machine = HttpPerson.machine(port, people.hr());
        assertThat(machine.get("/engine-rest/task?assignee=" + people.hr()).body())
                .contains(task);
        lastDay(people.nip(8), LocalDate.now(clock).minusDays(1));

        assertThat(machine.get("/engine-rest/task?assignee=" + people.hr()).body())
                .doesNotContain(task);
        assertThat(grantsOn(task, people.hr())).isZero();
    }

    @Test
    void whoIsRatedByTheEmployeeNeverBecomesTheirAssessor() {
        town.answerTo(people, 4);
        openings.open(cycle.id(), Set.of("B" + people.number()), people.hr()).join();
        database.sql("update evaluation set supervisor = ? where employee = ? and cycle_id = ?")
                .params(people.staf(), people.peer(), cycle.id())
                .update();

        assertThatThrownBy(() -> choose(Choice.MOVE)).hasMessage("cycle.handOver.stake");
    }

    @Test
    void aTaskThatWasSharedAmongPeopleWhoAreGoneIsHeldUpToo() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        town.answerTo(people, 4);
        choose(Choice.SHARE);
        lastDay(people.nip(4), LocalDate.now(clock).minusDays(1));
        assertThat(heldUp()).isEmpty();
        lastDay(people.nip(2), LocalDate.now(clock).minusDays(1));

        assertThat(heldUp()).extracting(HeldUp::why).containsExactly(Why.NOBODY);
        choose(Choice.MOVE);
        assertThat(assignee(Step.APPROVE_TARGETS)).isEqualTo(people.head());
    }

    @Test
    void aSubstituteStandsInForWhoIsOnLeaveAndNotForWhoMoved() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var task = walker.task(id, Step.APPROVE_TARGETS).getId();
        engine.getTaskService().setOwner(task, people.supervisor());
        engine.getTaskService().setAssignee(task, people.head());
        var today = LocalDate.now(clock);
        offices.leave(people.nip(2), AbsenceKind.LONG_LEAVE, today, today.plusDays(60), hrTeam("uji-sdm"));
        assertThat(heldUp()).isEmpty();
        offices.leave(people.nip(2), AbsenceKind.MOVED, today, null, hrTeam("uji-sdm"));

        assertThat(heldUp()).extracting(HeldUp::why).containsExactly(Why.MOVED);
    }

    @Test
    void whoIsRatedByTheAssessorOfBeforeNeverKeepsThemAgainstTheLines() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        town.answerTo(people, 1);
        var rated = hrTeam(people.peer());
        for (var choice : List.of(Choice.STAY, Choice.SHARE)) {
            assertThatThrownBy(() -> handOvers.choose(EvaluationId.of(id), choice, "Tetap saja", rated))
                    .as(choice.name())
                    .hasMessage("cycle.handOver.keepStake");
        }
        handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Mengikuti garis", rated);

        assertThat(assignee(Step.APPROVE_TARGETS)).isEqualTo(people.head());
    }

    // Before the task is there, and after it changed hands twice

    @Test
    void anObjectionThatIsRaisedAfterTheSuperiorLeftIsNeverTheirs() throws Exception {
        untilReview();
        lastDay(people.nip(1), LocalDate.now(clock).minusDays(1));
        var review = walker.task(id, Step.REVIEW_RESULT).getId();
        assertThat(previews.preview(review, staff(people.staf()), json.writeValueAsString(answers.objection())))
                .hasValueSatisfying(
                        told -> assertThat(told.next()).contains("tim SDM").doesNotContain("Hendra"));
        assertThat(evaluation().superior()).isEqualTo(people.head());
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());

        assertThat(assignee(DECIDE)).isNull();
        assertThat(evaluation().superior()).isNull();
        assertThat(heldUp()).isEmpty();
        assertThat(trail("evaluation.deciderChanged")).singleElement().satisfies(deed -> {
            assertThat(deed.get("actor")).isNull();
            assertThat(deed.get("answer").toString()).contains("Hendra");
        });
        walker.claimAndComplete(id, DECIDE, people.hr(), upheld());
    }

    @Test
    void anObjectionAfterTheSuperiorMovedGoesToWhoActsForThem() {
        untilReview();
        var today = LocalDate.now(clock);
        offices.leave(people.nip(1), AbsenceKind.MOVED, today, null, hrTeam("uji-sdm"));
        offices.appoint(people.nip(1), people.nip(8), ActingKind.PLT, today, today.plusDays(90), hrTeam("uji-sdm"));
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());

        assertThat(assignee(DECIDE)).isEqualTo(people.hr());
        walker.complete(id, DECIDE, upheld());
    }

    @Test
    void whoIsAwaitedIsNeverSomebodyWhoLeft() throws Exception {
        lastDay(people.nip(2), LocalDate.now(clock).minusDays(1));
        var draft = walker.task(id, Step.DRAFT_TARGETS).getId();

        assertThat(previews.preview(draft, staff(people.staf()), json.writeValueAsString(answers.targets())))
                .hasValueSatisfying(told -> assertThat(told.next()).contains("pengganti Ratna Dewi"));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        assertThat(heldUp()).extracting(HeldUp::why).containsExactly(Why.LEFT);
    }

    @Test
    void whoWasNamedKeepsNothingWhenSomebodyElseIs() {
        var task = meeting();
        for (var group : List.of("sdm", "tim-kinerja")) {
            engine.getTaskService().deleteCandidateGroup(task, group);
        }
        heldUp.give(task, people.nip(1), "Netral", hr());
        assertThat(desk.open(task, staff(people.head()))).isPresent();
        lastDay(people.nip(1), LocalDate.now(clock).minusDays(1));

        assertThat(desk.open(task, staff(people.head()))).as("who left").isEmpty();
        assertThat(listed(task)).extracting(HeldUp::why).containsExactly(Why.LEFT);
        // given back, so that they only are a candidate
        engine.getTaskService().setAssignee(task, null);
        heldUp.give(task, people.nip(5), "Netral", hr());
        lastDay(people.nip(1), null);

        assertThat(desk.open(task, staff(people.head()))).isEmpty();
        assertThat(grantsOn(task, people.head())).isZero();
        assertThat(engine.getTaskService().getIdentityLinksForTask(task))
                .filteredOn(link -> "candidate".equals(link.getType()))
                .extracting(link -> link.getUserId())
                .doesNotContain(people.head())
                .contains("rekanlain" + people.number());
    }

    @Test
    void whatIsOnesOwnAndWhatHrLeftWithWhoMovedIsNotHeldUp() {
        var today = LocalDate.now(clock);
        offices.leave(people.nip(3), AbsenceKind.LONG_LEAVE, today, today.plusDays(60), hrTeam("uji-sdm"));
        assertThat(heldUp()).isEmpty();
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        offices.leave(people.nip(2), AbsenceKind.MOVED, today, null, hrTeam("uji-sdm"));
        assertThat(heldUp()).extracting(one -> one.why().name()).containsExactly("MOVED");
        choose(Choice.STAY);

        assertThat(heldUp()).isEmpty();
    }

    @Test
    void theStartPageNamesNothingToWhoeverHasNoRightToItAnyMore() {
        var task = meeting();
        claim(task, people.hr());
        assertThat(workloads.of(hr()).next()).extracting(one -> one.taskId()).contains(task);
        database.sql("delete from account_role where account_name = ? and role = 'HR'")
                .param(people.hr())
                .update();

        assertThat(workloads.of(staff(people.hr())).next())
                .extracting(one -> one.taskId())
                .doesNotContain(task);
        assertThat(workloads.of(staff(people.hr())).open()).isZero();
    }

    @Test
    void whoIsAPartyIsToldOnThePageThatOthersNameWhoDecides() {
        town.letIn(people, TestPeople.PASSWORD);
        accounts.grant(people.staf(), Role.HR);
        var task = meeting();
        for (var group : List.of("sdm", "tim-kinerja")) {
            engine.getTaskService().deleteCandidateGroup(task, group);
        }

        assertThat(HttpPerson.loggedIn(port, people.hr()).get("/hr/tasks").body())
                .contains("nip-" + task);
        assertThat(HttpPerson.loggedIn(port, people.staf()).get("/hr/tasks").body())
                .doesNotContain("nip-" + task)
                .contains("Anda terkait dengan penilaian", "administrator memberi peran");
    }

    private String meeting() {
        var meeting = walker.calibrationOf(id);
        engine.getRuntimeService()
                .createMessageCorrelation("calibration.unitReady")
                .processInstanceBusinessKey(meeting)
                .correlate();
        return walker.task(meeting, Step.CALIBRATE_UNIT).getId();
    }

    private void claim(String task, String person) {
        walker.claim(task, person);
    }

    private long grantsOn(String task, String person) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getAuthorizationService()
                .createAuthorizationQuery()
                .resourceId(task)
                .userIdIn(person)
                .count();
    }

    private List<HeldUp> heldUp() {
        return heldUp.list(hr(), Pageable.unpaged()).stream()
                .filter(one -> id.equals(one.businessKey()))
                .toList();
    }

    private List<HeldUp> listed(String task) {
        return heldUp.list(hr(), Pageable.unpaged()).stream()
                .filter(one -> one.taskId().equals(task))
                .toList();
    }

    private Map<String, Object> upheld() {
        return Map.of("outcome", "UPHELD", "reason", "Tepat", "hearingAssessor", "Hadir", "hearingEmployee", "Hadir");
    }

    private static Actor hrTeam(String account) {
        return new Actor(account, Set.of(Role.STAFF, Role.HR));
    }
}
