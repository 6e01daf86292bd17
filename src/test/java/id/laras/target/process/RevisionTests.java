package id.laras.target.process;

import static id.laras.steps.Step.APPROVE_REVISION;
import static id.laras.steps.Step.REVISE_TARGETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationRecorder;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.engine.StepContext;
import id.laras.rules.Refusal;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.target.Approval;
import id.laras.target.Plan;
import id.laras.target.PlanStatus;
import id.laras.target.Plans;
import id.laras.target.Proposal;
import id.laras.target.RevisionRequests;
import id.laras.target.TargetService;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** PermenPANRB 6/2022: targets may be revised during the year, as a new approved version; the old one stays readable. */
@LarasTest
@Tag("database")
class RevisionTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    TargetService targets;

    @Autowired
    RevisionRequests requests;

    @Autowired
    ReviseTargetsStep revising;

    @Autowired
    ApproveRevisionStep approving;

    @Autowired
    EvaluationRecorder recorder;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    private TestTeam team;
    private EvaluationId id;

    @BeforeEach
    void targetsAreApproved() {
        team = TestTeam.open(application, Scheme.NUMERIC);
        id = team.id("staff");
        team.complete(id, "staff", Step.DRAFT_TARGETS, Plans.simple());
        team.complete(id, "officer", Step.APPROVE_TARGETS, expecting("Ramah kepada warga"));
    }

    @Test
    void aRevisionIsANewVersionAndTheOldOneStaysAsItWas() {
        var before = targets.approved(id).orElseThrow();
        requests.request(id, team.actor("staff"));
        team.complete(id, "staff", REVISE_TARGETS, changed(before));
        assertThat(targets.approved(id)).contains(before);

        team.complete(id, "officer", APPROVE_REVISION, no("Alasan kurang jelas"));
        assertThat(revising.view(context("staff")).remark()).isEqualTo("Alasan kurang jelas");
        assertThat(revising.view(context("staff")).plan().status()).isEqualTo(PlanStatus.RETURNED);
        assertThat(revising.view(context("staff")).current()).isEqualTo(before);

        team.complete(id, "staff", REVISE_TARGETS, changed(before));
        team.complete(id, "officer", APPROVE_REVISION, yes());
        var after = targets.approved(id).orElseThrow();
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.reason()).isEqualTo("Anggaran dipotong");
        assertThat(after.results().get(0).id())
                .isEqualTo(before.results().get(0).id());
        assertThat(targets.versions(id)).containsExactly(before, after);
    }

    @Test
    void askingForARevisionStandsInTheTrailAndARefusedAskingDoesNot() {
        requests.request(id, team.actor("officer"));
        assertRefused("target.revision.open", team, "staff");
        assertThat(jdbc.queryForList(
                        "select actor from trail_entry where subject = ? and what = 'target.revisionAsked'",
                        String.class,
                        id.value()))
                .containsExactly(team.account("officer"));
    }

    @Test
    void eitherSideMayProposeAndTheOtherSideApproves() {
        requests.request(id, team.actor("officer"));
        assertThat(team.task(id, "staff", REVISE_TARGETS)).isNull();
        team.complete(
                id, "officer", REVISE_TARGETS, changed(targets.approved(id).orElseThrow()));
        assertThat(team.task(id, "officer", APPROVE_REVISION)).isNull();
        team.complete(id, "staff", APPROVE_REVISION, yes());
        assertThat(targets.approved(id).orElseThrow().approvedBy()).isEqualTo(team.account("staff"));
    }

    @Test
    void theEmployeeCannotRewriteWhatTheirLeaderExpectsOfThem() {
        requests.request(id, team.actor("officer"));
        team.complete(
                id, "officer", REVISE_TARGETS, changed(targets.approved(id).orElseThrow()));
        var forged = new Approval(true, "Boleh datang siang", null, null);
        assertThatThrownBy(() -> team.complete(id, "staff", APPROVE_REVISION, forged))
                .hasMessageContaining("Ekspektasi khusus hanya ditulis oleh pimpinan.");
        assertThat(approving.view(context("staff")).leads()).isFalse();
        assertThat(approving.view(context("officer")).leads()).isTrue();

        team.complete(id, "staff", APPROVE_REVISION, yes());
        assertThat(targets.approved(id).orElseThrow().leaderExpectation()).isEqualTo("Ramah kepada warga");
    }

    @Test
    void aRevisionWithoutAReasonIsRefusedAndTheTaskStaysOpen() {
        requests.request(id, team.actor("staff"));
        var silent = Plans.because(" ", Plans.simple());
        assertThatThrownBy(() -> team.complete(id, "staff", REVISE_TARGETS, silent))
                .hasMessageContaining("Tulis alasan perubahan sasaran kinerja.");
        assertThat(team.task(id, "staff", REVISE_TARGETS)).isNotNull();
    }

    @Test
    void onlyOneRevisionIsOpenAtATime() {
        requests.request(id, team.actor("staff"));
        assertRefused("target.revision.open", team, "officer");
        assertThat(openRevisions()).isEqualTo(1);
    }

    @Test
    void ofTwoRevisionsAskedForAtTheSameMomentOnlyOneIsOpened() throws Exception {
        var together = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var outcomes = threads.invokeAll(List.of(asking("staff", together), asking("officer", together)));
            var opened = 0;
            for (var outcome : outcomes) {
                opened += outcome.get() ? 1 : 0;
            }
            assertThat(opened).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(openRevisions()).isEqualTo(1);
    }

    private Callable<Boolean> asking(String person, CyclicBarrier together) {
        return () -> {
            together.await();
            try {
                requests.request(id, team.actor(person));
                return true;
            } catch (Refusal refusal) {
                assertThat(refusal).hasMessage("target.revision.open");
                return false;
            }
        };
    }

    @Test
    void aSecondRevisionMayFollowTheFirst() {
        for (int version = 2; version <= 3; version++) {
            requests.request(id, team.actor("staff"));
            team.complete(
                    id, "staff", REVISE_TARGETS, changed(targets.approved(id).orElseThrow()));
            team.complete(id, "officer", APPROVE_REVISION, yes());
            assertThat(targets.approved(id).orElseThrow().version()).isEqualTo(version);
        }
    }

    @Test
    void nobodyButTheTwoSidesMayAsk() {
        assertRefused("target.revision.notYours", team, "head");
        assertRefused("target.revision.notYours", team, "peer1");
        assertThatThrownBy(() -> requests.request(id, team.actor("hr", Role.HR)))
                .hasMessage("target.revision.notYours");
        assertThat(openRevisions()).isZero();
    }

    @Test
    void beforeTheFirstApprovalThereIsNothingToRevise() {
        var fresh = team.id("peer1");
        assertThatThrownBy(() -> requests.request(fresh, team.actor("peer1"))).hasMessage("target.revision.notActive");
    }

    @Test
    void afterTheAssessmentHasOpenedTargetsStayAsTheyAre() {
        recorder.enter(id, Stage.ASSESSMENT);
        assertRefused("target.revision.notActive", team, "staff");
    }

    @Test
    void anEndedMonitoringOpensNoRevisionAndLeavesNoDraftBehind() {
        var root = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.value())
                .rootProcessInstances()
                .singleResult();
        runtime.deleteProcessInstance(root.getId(), "test");
        assertRefused("target.revision.notActive", team, "staff");
        assertThat(targets.open(id)).isEmpty();
    }

    private void assertRefused(String key, TestTeam team, String person) {
        assertThatThrownBy(() -> requests.request(id, team.actor(person)))
                .isInstanceOf(Refusal.class)
                .hasMessage(key);
    }

    private long openRevisions() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(id.value())
                .taskDefinitionKey(REVISE_TARGETS.task())
                .count();
    }

    private static Proposal changed(Plan plan) {
        return new Proposal("Anggaran dipotong", plan.behaviourExpectation(), plan.results());
    }

    private static Approval expecting(String leaderExpectation) {
        return new Approval(true, leaderExpectation, null, null);
    }

    private static Approval yes() {
        return new Approval(true, null, null, null);
    }

    private static Approval no(String remark) {
        return new Approval(false, null, remark, null);
    }

    private StepContext context(String person) {
        return new StepContext("task", id.value(), team.account(person), null, name -> null);
    }
}
