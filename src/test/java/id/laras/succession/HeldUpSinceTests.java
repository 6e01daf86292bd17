package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.engine.HeldUp;
import id.laras.engine.HeldUp.Why;
import id.laras.engine.HeldUpTasks;
import id.laras.evidence.FileService;
import id.laras.people.AbsenceKind;
import id.laras.people.ActingKind;
import id.laras.rules.Refusal;
import id.laras.security.AccountService;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.SupervisorChange.Choice;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.Pageable;

/** What happens after a task has a holder: they come to have a stake, their substitute leaves, they give back what HR gave them. */
@LarasTest
@Tag("database")
@Tag("walk")
class HeldUpSinceTests extends HandOverScene {

    private static final Step DECIDE = Step.DECIDE_OBJECTION;
    private static final String PDF = "%PDF-1.4\n%%EOF\n";

    @LocalServerPort
    int port;

    @Autowired
    HeldUpTasks heldUp;

    @Autowired
    FileService files;

    @Autowired
    AccountService accounts;

    // Whom HR named

    @Test
    void whomHrNamedReadsTheEvidenceUntilTheyHoldTheTaskNoMore() {
        var elsewhere = town.organisation();
        var named = staff(elsewhere.head());
        var evidence = files.store(
                        staff(people.staf()),
                        EvaluationId.of(id),
                        "keberatan.pdf",
                        PDF.getBytes(StandardCharsets.US_ASCII))
                .orElseThrow()
                .fileId();
        var task = objectionOfNobody();
        assertThat(files.find(named, evidence)).isEmpty();
        heldUp.give(task, elsewhere.nip(1), "Netral", hr());

        assertThat(desk.open(task, named)).isPresent();
        assertThat(readers.mayRead(named, evaluation())).isTrue();
        assertThat(files.find(named, evidence)).isPresent();
        engine.getTaskService().setAssignee(task, null);

        assertThat(readers.mayRead(named, evaluation())).isFalse();
        assertThat(files.find(named, evidence)).isEmpty();
    }

    @Test
    void whatTheNamedPersonGivesBackSaysSoAndIsGivenToSomebodyElse() {
        var elsewhere = town.organisation();
        var task = objectionOfNobody();
        assertThat(whys()).containsExactly(Why.NOBODY);
        heldUp.give(task, elsewhere.nip(1), "Netral", hr());
        assertThat(whys()).isEmpty();
        onBehalf.of(elsewhere.head(), () -> {
            engine.getTaskService().claim(task, null);
            return null;
        });

        assertThat(whys()).containsExactly(Why.RETURNED);
        town.letIn(people, TestPeople.PASSWORD);
        assertThat(HttpPerson.loggedIn(port, people.hr()).get("/hr/tasks").body())
                .contains("Dikembalikan oleh orang yang ditunjuk SDM");
        heldUp.give(task, elsewhere.nip(2), "Yang lain netral juga", hr());
        assertThat(assignee(DECIDE)).isEqualTo(elsewhere.supervisor());
    }

    @Test
    void aGroupTaskItsHolderCannotDoGoesBackAndNobodyIsChosen() {
        var elsewhere = town.organisation();
        untilReview();
        lastDay(people.nip(1), LocalDate.now(clock).minusDays(1));
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
        var task = walker.task(id, DECIDE).getId();
        walker.claim(task, elsewhere.hr());
        var today = LocalDate.now(clock);
        offices.leave(elsewhere.nip(8), AbsenceKind.LONG_LEAVE, today, today.plusDays(60), another());

        assertThat(listedBy(another())).singleElement().satisfies(one -> {
            assertThat(one.why()).isEqualTo(Why.ON_LEAVE);
            assertThat(one.others()).isTrue();
        });
        assertThatThrownBy(() -> heldUp.give(task, elsewhere.nip(1), "Orang pilihan", another()))
                .hasMessage("engine.heldUp.others");
        town.letIn(people, TestPeople.PASSWORD);
        var sdm = HttpPerson.loggedIn(port, people.hr());
        assertThat(sdm.get("/hr/tasks").body())
                .contains("reason-" + task, "Kembalikan ke kelompok")
                .doesNotContain("nip-" + task);
        assertThat(sdm.form("/hr/tasks/" + task, "reason=Pemegang+cuti").statusCode())
                .isEqualTo(302);

        assertThat(assignee(DECIDE)).isNull();
        assertThat(listedBy(another())).isEmpty();
        assertThat(trail("task.givenBack"))
                .singleElement()
                .satisfies(deed -> assertThat(deed.get("answer").toString()).contains("Pemegang cuti"));
        walker.claimAndComplete(id, DECIDE, people.hr(), upheld());
    }

    // Whoever stands in

    @Test
    void aTaskWhoseSubstituteIsGoneTooIsHeldUp() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var task = walker.task(id, Step.APPROVE_TARGETS).getId();
        engine.getTaskService().setOwner(task, people.supervisor());
        engine.getTaskService().setAssignee(task, null);
        engine.getTaskService().addCandidateUser(task, people.supervisor());
        engine.getTaskService().addCandidateUser(task, people.head());
        var today = LocalDate.now(clock);
        offices.leave(people.nip(2), AbsenceKind.LONG_LEAVE, today, today.plusDays(60), another());
        assertThat(whys()).isEmpty();

        lastDay(people.nip(1), today.minusDays(1));
        assertThat(whys()).as("the substitute has left").containsExactly(Why.ON_LEAVE);
        lastDay(people.nip(1), null);
        database.sql("update account set closed = true where name = ?")
                .param(people.head())
                .update();
        assertThat(whys()).as("the substitute is shut out").containsExactly(Why.ON_LEAVE);
    }

    // A stake that came later

    @Test
    void aStakeThatCameLaterIsInHrsListOnceItsHolderMetIt() {
        decides(people.hr());
        untilObjection();
        assertThat(assignee(DECIDE)).isEqualTo(people.hr());
        answersTo(people.nip(8), people.nip(2));
        assertThat(listedBy(another())).as("nobody has met it").isEmpty();
        var task = walker.task(id, DECIDE).getId();

        assertThatThrownBy(() -> desk.open(task, hr()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("substitution.conflict.answers")
                .hasMessageContaining("engine.conflict.handOver");
        assertThat(listedBy(another())).extracting(HeldUp::why).containsExactly(Why.CONFLICT);
        handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Tidak netral lagi", another());
        assertThat(assignee(DECIDE)).isEqualTo(people.head());
        assertThat(listedBy(another())).isEmpty();
    }

    @Test
    void whoIsRatedByAnotherNowIsAskedAnewAboutWhatTheyHold() {
        openings.open(cycle.id(), Set.of("B" + people.number()), people.hr()).join();
        var decider = "rekanlain" + people.number();
        id = evaluationOf("bawahan" + people.number());
        decides(decider);
        untilObjection();
        assertThat(assignee(DECIDE)).isEqualTo(decider);
        assertThat(whys()).isEmpty();
        var objected = id;
        answersTo(people.nip(5), people.nip(3));
        id = evaluationOf(decider);
        choose(Choice.MOVE);
        assertThat(evaluation().supervisor()).isEqualTo(people.staf());

        id = objected;
        assertThat(whys()).containsExactly(Why.CONFLICT);
    }

    @Test
    void actingUnderTheAssessorBarsFromDecidingTheObjection() {
        var elsewhere = town.organisation();
        accounts.grant(elsewhere.supervisor(), Role.HR);
        untilReview();
        lastDay(people.nip(1), LocalDate.now(clock).minusDays(1));
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
        var task = walker.task(id, DECIDE).getId();
        var today = LocalDate.now(clock);
        offices.appoint(elsewhere.nip(1), people.nip(2), ActingKind.PLT, today, today.plusDays(90), another());

        assertThatThrownBy(() -> onBehalf.of(
                        elsewhere.supervisor(), () -> engine.getTaskService().claim(task, elsewhere.supervisor())))
                .hasMessageContaining("diberikan oleh pejabat penilai atau atasan Anda");
    }

    private static Map<String, Object> upheld() {
        return Map.of("outcome", "UPHELD", "reason", "Tepat", "hearingAssessor", "Hadir", "hearingEmployee", "Hadir");
    }

    /** An objection that falls to a group in which there is nobody. */
    private String objectionOfNobody() {
        untilReview();
        lastDay(people.nip(1), LocalDate.now(clock).minusDays(1));
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
        var task = walker.task(id, DECIDE).getId();
        engine.getTaskService().deleteCandidateGroup(task, Role.HR.group());
        engine.getTaskService().addCandidateGroup(task, "sdm-unit-B" + people.number());
        return task;
    }

    /** Makes somebody the one who decides on an objection, before there is one. */
    private void decides(String account) {
        database.sql("update evaluation set superior = ? where id = ?")
                .params(account, id)
                .update();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .list()
                .forEach(run -> engine.getRuntimeService().setVariable(run.getId(), "superior", account));
    }

    /** From today on, as an import would write it. */
    private void answersTo(String nip, String superior) {
        var today = LocalDate.now(clock);
        database.sql("update employee set supervisor_nip = ? where nip = ?")
                .params(superior, nip)
                .update();
        database.sql("update reporting_line set until_day = ? where employee_nip = ? and until_day is null")
                .params(today, nip)
                .update();
        database.sql(
                        "insert into reporting_line (id, employee_nip, supervisor_nip, from_day, cause, recorded_at, version)"
                                + " values (?, ?, ?, ?, 'IMPORTED', ?, 0)")
                .params(UUID.randomUUID().toString(), nip, superior, today, today.atStartOfDay())
                .update();
    }

    private String evaluationOf(String employee) {
        return rows.findByEmployeeOrderByCycleFirstDayDesc(employee).get(0).id().value();
    }

    private List<Why> whys() {
        return listedBy(hr()).stream().map(HeldUp::why).toList();
    }

    private List<HeldUp> listedBy(Actor reader) {
        return heldUp.list(reader, Pageable.unpaged()).stream()
                .filter(one -> id.equals(one.businessKey()))
                .toList();
    }

    /** Of HR, and no party to anything of this town. */
    private static Actor another() {
        return new Actor("uji-sdm", Set.of(Role.STAFF, Role.HR));
    }
}
