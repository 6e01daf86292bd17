package id.laras.evidence.process;

import static id.laras.evidence.process.MonitoringProcess.Elements.CHECK_IN_DUE;
import static id.laras.steps.Step.CHECK_IN;
import static id.laras.steps.Step.GIVE_CHECK_IN_FEEDBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.engine.StepContext;
import id.laras.evidence.CheckIn;
import id.laras.evidence.CheckInService;
import id.laras.evidence.Report;
import id.laras.evidence.process.GiveCheckInFeedbackStep.Answer;
import id.laras.steps.Step;
import id.laras.target.Approval;
import id.laras.target.Plans;
import id.laras.target.TargetService;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Check-ins come by the rhythm of the cycle (here monthly), each through the real engine and its guard. */
@LarasTest
@Tag("database")
class CheckInTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    CheckInService checkIns;

    @Autowired
    TargetService targets;

    @Autowired
    CheckInStep checkingIn;

    @Autowired
    GiveCheckInFeedbackStep answering;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    private TestTeam team;
    private EvaluationId id;
    private String indicator;

    @BeforeEach
    void targetsAreApproved() {
        team = TestTeam.open(application, Scheme.NUMERIC);
        id = team.id("staff");
        team.complete(id, "staff", Step.DRAFT_TARGETS, Plans.simple());
        team.complete(id, "officer", Step.APPROVE_TARGETS, new Approval(true, null, null, null));
        indicator = targets.approved(id).orElseThrow().indicators().get(0).id();
    }

    @Test
    void theNextCheckInIsDueOnTheFirstOfTheMonthInTheAgencysZone() {
        var next = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(due().getProcessInstanceId())
                .variableName("nextCheckIn")
                .singleResult();
        var today = LocalDate.now(clock);
        var day = today.getDayOfMonth() == 1 ? today : today.plusMonths(1).withDayOfMonth(1);
        assertThat(OffsetDateTime.parse((String) next.getValue()))
                .isEqualTo(day.atStartOfDay(clock.getZone()).toOffsetDateTime());
        assertThat(due().getDuedate().toInstant())
                .isEqualTo(day.atStartOfDay(clock.getZone()).toInstant());
    }

    @Test
    void theEmployeeReportsTheAssessorAnswersAndTheNextIsPlanned() {
        assertThat(checkIns.checkIns(id)).isEmpty();
        var first = due().getDuedate();
        management.executeJob(due().getId());
        assertThat(checkingIn.view(context("staff")).number()).isEqualTo(1);
        assertThat(checkingIn.view(context("staff")).plan()).isNotNull();

        var progress = List.of(new CheckIn.Progress(indicator, new BigDecimal("12.50"), "Lancar"));
        team.complete(id, "staff", CHECK_IN, new Report("Semua berjalan", progress));
        assertThat(answering.view(context("officer")).note()).isEqualTo("Semua berjalan");
        assertThat(answering.view(context("officer")).progress()).isEqualTo(progress);
        assertThat(checkIns.checkIns(id))
                .containsExactly(new CheckIn(1, LocalDate.now(clock), "Semua berjalan", null, null, progress));

        team.complete(id, "officer", GIVE_CHECK_IN_FEEDBACK, new Answer("Pertahankan"));
        assertThat(checkIns.checkIns(id)).extracting(CheckIn::feedback).containsExactly("Pertahankan");
        assertThat(due().getDuedate()).isAfter(first);

        management.executeJob(due().getId());
        var second = checkingIn.view(context("staff"));
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(checkIns.checkIns(id));
    }

    @Test
    void aReportOnWhatIsNotInThePlanIsRefusedAndTheTaskStaysOpen() {
        management.executeJob(due().getId());
        var foreign = List.of(new CheckIn.Progress("lain", BigDecimal.ONE, null));
        assertThatThrownBy(() -> team.complete(id, "staff", CHECK_IN, new Report(null, foreign)))
                .hasMessageContaining("indikator yang tidak ada dalam sasaran kinerja");
        assertThat(team.task(id, "staff", CHECK_IN)).isNotNull();
        assertThat(checkIns.checkIns(id)).isEmpty();
    }

    @Test
    void aCheckInIsReportedOnlyOnceAndOnlyWhenItIsAwaited() {
        management.executeJob(due().getId());
        assertThatThrownBy(() -> team.complete(id, "staff", CHECK_IN, new Report(null, null)))
                .hasMessageContaining("Laporan masih kosong");
        team.complete(id, "staff", CHECK_IN, new Report("Belum ada hasil bulan ini.", null));
        assertThatThrownBy(() -> team.complete(id, "officer", GIVE_CHECK_IN_FEEDBACK, new Answer(" ")))
                .hasMessageContaining("Tuliskan umpan balik");
        assertThatThrownBy(() -> checkIns.report(id, new Report("lagi", null)))
                .hasMessage("evidence.checkIn.notAwaited");
        assertThatThrownBy(() -> checkIns.giveFeedback(team.id("peer1"), "x", "officer"))
                .hasMessage("evidence.checkIn.notAwaited");
    }

    private Job due() {
        return management.createJobQuery().activityId(CHECK_IN_DUE).list().stream()
                .filter(job -> id.value()
                        .equals(runtime.createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey()))
                .findFirst()
                .orElseThrow();
    }

    private StepContext context(String person) {
        return new StepContext("task", id.value(), team.account(person), null, name -> null);
    }
}
