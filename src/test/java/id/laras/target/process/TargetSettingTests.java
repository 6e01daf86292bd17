package id.laras.target.process;

import static id.laras.steps.Step.APPROVE_TARGETS;
import static id.laras.steps.Step.DRAFT_TARGETS;
import static id.laras.target.Plans.indicator;
import static id.laras.target.Plans.proposal;
import static id.laras.target.Plans.result;
import static id.laras.target.Plans.supporting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.engine.StepContext;
import id.laras.target.Approval;
import id.laras.target.Plan;
import id.laras.target.PlanStatus;
import id.laras.target.Plans;
import id.laras.target.Proposal;
import id.laras.target.TargetService;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Targets are set in a dialogue, each step through the real engine and its guard. */
@LarasTest
@Tag("database")
class TargetSettingTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    TargetService targets;

    @Autowired
    DraftTargetsStep drafting;

    @Autowired
    ApproveTargetsStep approving;

    private TestTeam team;

    @Test
    void targetsGoBackAndForthUntilTheAssessorApproves() {
        var id = open(Scheme.NUMERIC);
        team.complete(id, "staff", DRAFT_TARGETS, Plans.simple());
        var proposed = approving.view(context(id, "officer")).plan();
        assertThat(proposed.status()).isEqualTo(PlanStatus.SUBMITTED);

        var row = proposed.results().get(0).id();
        team.complete(
                id,
                "officer",
                APPROVE_TARGETS,
                new Approval(false, "Utamakan lansia", null, List.of(new Approval.RowRemark(row, "Terlalu mudah"))));
        var returned = drafting.view(context(id, "staff")).plan();
        assertThat(returned.status()).isEqualTo(PlanStatus.RETURNED);
        assertThat(returned.leaderExpectation()).isEqualTo("Utamakan lansia");
        assertThat(returned.results().get(0).remark()).isEqualTo("Terlalu mudah");
        assertThat(targets.approved(id)).isEmpty();

        team.complete(
                id,
                "staff",
                DRAFT_TARGETS,
                Plans.because(null, proposal(returned.results().get(0))));
        team.complete(id, "officer", APPROVE_TARGETS, new Approval(true, "Utamakan lansia", "Baik", null));

        var approved = targets.approved(id).orElseThrow();
        assertThat(approved.version()).isEqualTo(1);
        assertThat(approved.approvedBy()).isEqualTo(team.account("officer"));
        assertThat(approved.approvedAt()).isNotNull();
        assertThat(approved.results().get(0).id()).isEqualTo(row);
        assertThat(approved.results().get(0).remark()).isNull();
        assertThat(approved.indicators().get(0).target()).isEqualByComparingTo("120");
        assertThat(targets.versions(id)).containsExactly(approved);
        assertThat(team.evaluation("staff").stage()).isEqualTo(Stage.MONITORING);
    }

    @Test
    void refusedTargetsLeaveTheTaskOpenAndNothingBehind() {
        var id = open(Scheme.NUMERIC);
        var wrong = proposal(result("A", indicator("Waktu tunggu", "0", "60"), indicator("Biaya", "5", "30")));
        assertThatThrownBy(() -> team.complete(id, "staff", DRAFT_TARGETS, wrong))
                .hasMessageContaining("Indikator 'Waktu tunggu': target tidak boleh 0.")
                .hasMessageContaining("Bobot harus berjumlah tepat 100; sekarang 90.");
        assertThat(team.task(id, "staff", DRAFT_TARGETS)).isNotNull();
        assertThat(targets.versions(id)).isEmpty();
    }

    @Test
    void aWorkResultWithoutIndicatorIsRefusedAndTheTaskStaysOpen() {
        var id = open(Scheme.NUMERIC);
        var wrong = proposal(result("Pelayanan cepat", indicator("Berkas", "5", "100")), result("Tanpa ukuran"));
        assertThatThrownBy(() -> team.complete(id, "staff", DRAFT_TARGETS, wrong))
                .hasMessageContaining("Hasil kerja 'Tanpa ukuran': isi paling sedikit satu indikator.");
        assertThat(team.task(id, "staff", DRAFT_TARGETS)).isNotNull();
        assertThat(targets.versions(id)).isEmpty();
    }

    @Test
    void returningWithoutAnyRemarkIsRefusedAndTheTaskStaysOpen() {
        var id = open(Scheme.NUMERIC);
        team.complete(id, "staff", DRAFT_TARGETS, Plans.simple());
        assertThatThrownBy(() -> team.complete(id, "officer", APPROVE_TARGETS, new Approval(false, null, null, null)))
                .hasMessageContaining("Tulis paling sedikit satu catatan");
        assertThat(team.task(id, "officer", APPROVE_TARGETS)).isNotNull();
    }

    @Test
    void aSuperiorWithoutTargetsBlocksNobodyAndOthersAreSupported() {
        var id = open(Scheme.QUADRANT);
        assertThat(drafting.view(context(id, "staff")).superiorResults()).isEmpty();
        assertThat(drafting.view(context(id, "staff")).weighted()).isFalse();
        team.complete(id, "staff", DRAFT_TARGETS, unweighted());
        team.complete(id, "officer", APPROVE_TARGETS, new Approval(true, null, null, null));
        assertThat(targets.approved(id).orElseThrow().indicators())
                .extracting(Plan.Indicator::weight)
                .containsOnlyNulls();

        var officer = team.id("officer");
        team.complete(officer, "officer", DRAFT_TARGETS, unweighted());
        assertThat(targets.superiorResults(team.id("peer1"))).isEmpty();
        team.complete(officer, "head", APPROVE_TARGETS, new Approval(true, null, null, null));

        var peer = team.id("peer1");
        var supported = targets.superiorResults(peer);
        assertThat(supported).singleElement().satisfies(result -> {
            assertThat(result.title()).isEqualTo("Pelayanan cepat");
            assertThat(result.owner()).isEqualTo("Pegawai officer");
        });
        var cascaded = supporting(supported.get(0).id(), result("Loket", indicator("Berkas", "2", null)));
        team.complete(peer, "peer1", DRAFT_TARGETS, proposal(cascaded));
        assertThat(targets.open(peer).orElseThrow().plan().results().get(0).supportsTitle())
                .isEqualTo("Pelayanan cepat");
    }

    @Test
    void decimalsSurviveTheWayThroughTheDatabaseExactly() {
        var id = open(Scheme.NUMERIC);
        var plan = proposal(result("A 😀", indicator("Satu", "0.1250", "33.33"), indicator("Dua", "1000000", "66.67")));
        team.complete(id, "staff", DRAFT_TARGETS, plan);
        var stored = targets.open(id).orElseThrow().plan();
        assertThat(stored.indicators())
                .extracting(Plan.Indicator::target)
                .containsExactly(new BigDecimal("0.1250"), new BigDecimal("1000000"));
        assertThat(stored.results().get(0).title()).isEqualTo("A 😀");
    }

    private static Proposal unweighted() {
        return proposal(result("Pelayanan cepat", indicator("Berkas selesai", "120", null)));
    }

    private EvaluationId open(Scheme scheme) {
        team = TestTeam.open(application, scheme);
        return team.id("staff");
    }

    private StepContext context(EvaluationId id, String person) {
        return new StepContext("task", id.value(), team.account(person), null, name -> null);
    }
}
