package id.laras.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.laras.LarasTest;
import id.laras.Races;
import id.laras.cycle.Cycle;
import id.laras.cycle.CycleService;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationProcesses;
import id.laras.cycle.Evaluations;
import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.Schedule;
import id.laras.cycle.Stage;
import id.laras.cycle.UnitPredicates;
import id.laras.cycle.Wish;
import id.laras.intake.PeopleImport;
import id.laras.opening.OpeningProgress.Skipped;
import id.laras.people.AbsenceKind;
import id.laras.people.AwayAndActing;
import id.laras.people.PeopleFixture;
import id.laras.rules.Overtaken;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@LarasTest
@Tag("database")
class OpeningTests {

    private static final Instant BEFORE_ANY_START = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant AFTER_ANY_START = Instant.parse("2100-01-01T00:00:00Z");

    @Autowired
    CycleService cycles;

    @Autowired
    OpeningService service;

    @Autowired
    Evaluations evaluations;

    @Autowired
    OpenedUnits openedUnits;

    @Autowired
    UnitPredicates unitPredicates;

    @Autowired
    PeopleImport people;

    @Autowired
    OpeningPlan plan;

    @Autowired
    EvaluationProcesses processes;

    @Autowired
    Openings openings;

    @Autowired
    OpeningSkips skips;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Deeds deeds;

    @Autowired
    InterruptedOpenings interrupted;

    @Autowired
    OpeningSettings settings;

    @Autowired
    Overtaken races;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    AwayAndActing offices;

    @Autowired
    JdbcClient database;

    private final PeopleFixture fixture = new PeopleFixture();
    private Cycle cycle;

    @BeforeEach
    void aUnitAndACycle() {
        assertThat(people.run(fixture.units(), fixture.employees(), "sdm").errors())
                .isEmpty();
        cycle = cycles.create(Wish.ofYear("Siklus " + UUID.randomUUID(), 2026).of());
    }

    private List<Skipped> skipped() {
        var latest = service.progress(cycle.id()).orElseThrow().openingId();
        return service.skipped(latest, Pageable.unpaged()).getContent();
    }

    @Test
    void whoseServiceHasEndedIsNotOpenedAndNamed() {
        lastDay(2, LocalDate.now(clock).minusDays(1));
        offices.leave(fixture.nip(3), AbsenceKind.DIED, LocalDate.now(clock), null, new Actor("sdm", Set.of(Role.HR)));
        open();

        assertThat(evaluations.findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), fixture.unit()))
                .extracting(Evaluation::employeeNip)
                .containsExactly(fixture.nip(1));
        assertThat(skipped())
                .filteredOn(skipped -> skipped.reason() == OpeningSkip.Reason.LEFT)
                .extracting(OpeningProgress.Skipped::nip)
                .containsExactlyInAnyOrder(fixture.nip(2), fixture.nip(3));
    }

    /** A NIP is known months before the first day of work: nobody is asked for targets before it. */
    @Test
    void whoIsNotYetAppointedIsNotOpenedAndNamed() {
        var begins = LocalDate.now(clock).plusMonths(1);
        var known = fixture.nip(2);
        var nip = known.substring(0, 8)
                + "%d%02d".formatted(begins.getYear(), begins.getMonthValue())
                + known.substring(14);
        var report = people.run(
                null,
                PeopleFixture.file(
                        "employees.csv",
                        "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip\n" + nip
                                + ",Dewi Lestari,,Perawat,JF,Terampil," + fixture.unit() + "," + fixture.nip(1) + "\n"),
                "sdm");
        assertThat(report.errors()).isEmpty();

        assertThat(open().opened()).isEqualTo(3);
        assertThat(skipped())
                .filteredOn(skipped -> skipped.reason() == OpeningSkip.Reason.NOT_YET)
                .extracting(Skipped::nip)
                .containsExactly(nip);
    }

    @Test
    void whoseServiceEndsWithinTheCycleIsOpenedForThePartTheyServe() {
        var today = LocalDate.now(clock);
        var last = today.plusDays(1);
        lastDay(2, last);
        open();

        var opened = evaluations.findByCycleIdOrderByEmployeeNip(cycle.id()).stream()
                .filter(evaluation -> evaluation.employeeNip().equals(fixture.nip(2)))
                .findFirst()
                .orElseThrow();
        assertThat(opened.isPart()).isTrue();
        assertThat(opened.schedule()).isEqualTo(Schedule.of(cycle, cycle.firstDay(), last, today));
        assertThat(runtime.getVariable(run(opened).getId(), "assessmentOpens").toString())
                .startsWith(opened.schedule().assessmentOpens().toString());
    }

    private void lastDay(int person, LocalDate day) {
        database.sql("update employee set ended_on = ? where nip = ?")
                .params(day, fixture.nip(person))
                .update();
    }

    @Test
    void everybodyWithASuperiorGetsOneRunningEvaluation() {
        open();

        var opened = evaluations.findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), fixture.unit());
        assertThat(opened)
                .extracting(Evaluation::employeeName)
                .containsExactly("Budi Santoso", "Hendra Wijaya", "Siti Aminah");
        assertThat(opened).extracting(Evaluation::stage).containsOnly(Stage.TARGET_SETTING);
        assertThat(opened).allSatisfy(evaluation -> assertThat(run(evaluation)).isNotNull());
    }

    @Test
    void theRunKnowsWhoTakesPartAndWhenThingsAreDue() {
        open();

        var variables = runtime.getVariables(run(budi()).getId());
        assertThat(variables)
                .containsEntry("employee", fixture.account("staff"))
                .containsEntry("assessor", fixture.account("officer"))
                .containsEntry("superior", fixture.account("head"))
                .containsEntry("employeeName", "Budi Santoso")
                .containsEntry("targetsDue", "2026-01-31T23:59:59+07:00")
                .containsEntry("assessmentOpens", "2026-12-01T00:00:00+07:00")
                .containsEntry("feedbackCloses", "2026-12-14T23:59:59+07:00")
                .containsEntry("assessmentDue", "2026-12-31T23:59:59+07:00")
                .containsEntry("objectionPeriod", "P14D")
                .containsEntry("decisionPeriod", "P14D");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(budi().id().value())
                        .taskAssignee(fixture.account("staff"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theHeadsPeopleHaveNoSuperiorAboveTheHead() {
        open();

        var hendra = evaluations.findByEmployeeOrderByCycleFirstDayDesc(fixture.account("officer"));
        assertThat(hendra).singleElement().extracting(Evaluation::superior).isNull();
        assertThat(runtime.getVariables(run(hendra.get(0)).getId())).containsEntry("superior", null);
    }

    @Test
    void whoHasNoSuperiorIsListedWithTheReasonAndTheRestGoesOn() {
        var progress = open();

        assertThat(progress.total()).isEqualTo(4);
        assertThat(progress.opened()).isEqualTo(3);
        assertThat(progress.done()).isEqualTo(4);
        assertThat(progress.finished()).isTrue();
        assertThat(skipped())
                .containsExactly(
                        new Skipped(fixture.nip(0), "Sri Wahyuni", unitName(), OpeningSkip.Reason.NO_SUPERIOR, null));
    }

    @Test
    void openingAgainOpensNobodyTwice() {
        open();
        var again = open();

        assertThat(again.opened()).isZero();
        assertThat(again.already()).isEqualTo(3);
        assertThat(evaluations.nipsIn(cycle.id())).hasSize(3);
        assertThat(openedUnits.findByCycleIdOrderByUnitCode(cycle.id())).hasSize(1);
    }

    @Test
    void somebodyImportedLaterIsOpenedByOpeningAgain() {
        open();
        people.run(
                null,
                PeopleFixture.file(
                        "employees.csv",
                        "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip\n" + fixture.nip(4)
                                + ",Ani Lestari,,Perawat,JF,Terampil," + fixture.unit() + "," + fixture.nip(1) + "\n"),
                "sdm");

        assertThat(open().opened()).isEqualTo(1);
    }

    @Test
    void aCycleIsOpenedForChosenKnownUnitsWithPeopleOnly() {
        assertThatThrownBy(() -> service.open(cycle.id(), List.of(), "sdm")).hasMessage("cycle.units.none");
        assertThatThrownBy(() -> service.open(cycle.id(), List.of("TIDAKADA"), "sdm"))
                .hasMessage("cycle.units.unknown");
        var empty = new PeopleFixture();
        people.run(empty.units(), null, "sdm");
        assertThatThrownBy(() -> service.open(cycle.id(), List.of(empty.unit()), "sdm"))
                .hasMessage("cycle.units.empty");
        assertThatThrownBy(() -> service.open("x", List.of(fixture.unit()), "sdm"))
                .hasMessage("cycle.unknown");
    }

    @Test
    void theNameOfACycleIsTakenOnceWhateverItsCase() {
        assertThatThrownBy(() -> cycles.create(
                        Wish.ofYear(cycle.name().toUpperCase(), 2026).of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("cycle.name.taken");
    }

    @Test
    void aUnitsOwnPredicateCanBeCorrected() {
        assertThat(unitPredicates.find(cycle.id(), fixture.unit())).isEmpty();

        cycles.setUnitPredicate(cycle.id(), fixture.unit(), OrganisationPredicate.GOOD, "sdm");
        cycles.setUnitPredicate(cycle.id(), fixture.unit(), OrganisationPredicate.EXCELLENT, "sdm");

        assertThat(unitPredicates.find(cycle.id(), fixture.unit())).contains(OrganisationPredicate.EXCELLENT);
    }

    @Test
    void onePersonsFaultStopsNobodyElseAndIsMendedByOpeningAgain() {
        var failing = opening(evaluation -> {
            if (evaluation.employeeName().equals("Budi Santoso")) {
                throw new IllegalStateException("Broken on purpose");
            }
            processes.start(evaluation);
        });

        failing.start(cycle.id(), Set.of(fixture.unit()), false, "sdm").join();

        var progress = service.progress(cycle.id()).orElseThrow();
        assertThat(progress.opened()).isEqualTo(2);
        assertThat(progress.done()).isEqualTo(4);
        assertThat(skipped())
                .extracting(Skipped::name, Skipped::reason)
                .contains(tuple("Budi Santoso", OpeningSkip.Reason.FAILED));
        assertThat(open().opened()).isEqualTo(1);
    }

    @Test
    void twoServersThatOpenAtOnceOpenNobodyTwice() {
        var here = opening(processes).start(cycle.id(), Set.of(fixture.unit()), false, "sdm");
        var there = opening(processes).start(cycle.id(), Set.of(fixture.unit()), false, "sdm");
        CompletableFuture.allOf(here, there).join();

        var opened = evaluations.findByCycleIdOrderByEmployeeNip(cycle.id());
        assertThat(opened)
                .hasSize(3)
                .allSatisfy(evaluation -> assertThat(run(evaluation)).isNotNull());
        assertThat(openedUnits.findByCycleIdOrderByUnitCode(cycle.id())).hasSize(1);
    }

    @Test
    void anInterruptedOpeningIsToldAndGoesOnWhenOrderedAgain() {
        var cutOff = openings.save(new Opening(cycle.id(), Set.of(fixture.unit()), "sdm", BEFORE_ANY_START, 4, 0));
        assertThat(service.progress(cycle.id()).orElseThrow().running()).isTrue();

        interrupted.run(null);

        var progress = service.progress(cycle.id()).orElseThrow();
        assertThat(progress.interrupted()).isTrue();
        assertThat(progress.running()).isFalse();
        assertThat(progress.unitCodes()).containsExactly(fixture.unit());
        service.open(cycle.id(), progress.unitCodes(), "sdm").join();
        assertThat(service.progress(cycle.id()).orElseThrow().opened()).isEqualTo(3);
        assertThat(openings.findById(cutOff.id()).orElseThrow().finishedAt()).isNull();
    }

    @Test
    void anOpeningThatRunsOnElsewhereLosesTheMarkWhenItEnds() {
        var elsewhere = openings.save(new Opening(cycle.id(), Set.of(fixture.unit()), "sdm", BEFORE_ANY_START, 4, 0));
        interrupted.run(null);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> openings.finish(elsewhere.id(), clock.instant()));
        var progress = service.progress(cycle.id()).orElseThrow();
        assertThat(progress.interrupted()).isFalse();
        assertThat(progress.finished()).isTrue();
    }

    @Test
    void anOpeningOrderedAfterTheStartIsNotTakenForInterrupted() {
        openings.save(new Opening(cycle.id(), Set.of(fixture.unit()), "sdm", AFTER_ANY_START, 4, 0));
        interrupted.run(null);
        assertThat(service.progress(cycle.id()).orElseThrow().running()).isTrue();
    }

    @Test
    void whoIsInAnOverlappingCycleIsSkippedUnlessHrWantsThemTwice() {
        open();
        var other = cycles.create(
                Wish.ofYear("Siklus kedua " + UUID.randomUUID(), 2026).of());
        var first = cycle.name();
        cycle = other;

        assertThat(open().opened()).isZero();
        assertThat(skipped())
                .filteredOn(skipped -> skipped.reason() == OpeningSkip.Reason.OVERLAP)
                .hasSize(3)
                .extracting(Skipped::otherCycle)
                .containsOnly(first);

        service.open(cycle.id(), List.of(fixture.unit()), true, "sdm").join();
        assertThat(service.progress(cycle.id()).orElseThrow().opened()).isEqualTo(3);
    }

    @Test
    void whoseOtherEvaluationWasCancelledOrIsAboutOtherDaysIsOpened() {
        open();
        database.sql(
                        "update evaluation set standing = null, stage = 'CANCELLED' where cycle_id = ? and employee_nip = ?")
                .params(cycle.id(), fixture.nip(1))
                .update();
        database.sql("update evaluation set first_day = ?, last_day = ?, targets_due = ?, assessment_opens = ?,"
                        + " feedback_closes = ?, assessment_due = ? where cycle_id = ? and employee_nip = ?")
                .params(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 14),
                        LocalDate.of(2026, 3, 31),
                        cycle.id(),
                        fixture.nip(2))
                .update();
        cycle = cycles.create(Wish.ofYear("Siklus kedua " + UUID.randomUUID(), 2026)
                .firstDay(LocalDate.of(2026, 7, 1))
                .targetsDue(LocalDate.of(2026, 7, 31))
                .of());

        assertThat(open().opened()).isEqualTo(2);
        assertThat(skipped())
                .filteredOn(skipped -> skipped.reason() == OpeningSkip.Reason.OVERLAP)
                .extracting(Skipped::nip)
                .containsExactly(fixture.nip(3));
    }

    @Test
    void twoOverlappingCyclesAreNotOpenedForAUnitAtTheSameMoment() {
        var other = cycles.create(
                Wish.ofYear("Siklus kedua " + UUID.randomUUID(), 2026).of());
        var running = openings.save(new Opening(other.id(), Set.of(fixture.unit()), "sdm", BEFORE_ANY_START, 4, 0));

        assertThatThrownBy(this::open).hasMessage("cycle.opening.overlapping");

        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> openings.finish(running.id(), clock.instant()));
        assertThat(open().opened()).isEqualTo(3);
    }

    @Test
    void anOpeningWaitsForAnOverlappingOneAndIsRefused() {
        var other = cycles.create(
                Wish.ofYear("Siklus kedua " + UUID.randomUUID(), 2026).of());

        assertThatThrownBy(() -> Races.whileUncommitted(
                        transactions,
                        () -> {
                            plan.lock(other.id());
                            return openings.saveAndFlush(
                                    new Opening(other.id(), Set.of(fixture.unit()), "sdm", clock.instant(), 4, 0));
                        },
                        () -> {
                            service.open(cycle.id(), List.of(fixture.unit()), "sdm2")
                                    .join();
                            return null;
                        }))
                .hasRootCauseMessage("cycle.opening.overlapping");
        assertThat(evaluations.findByCycleIdOrderByEmployeeNip(cycle.id())).isEmpty();
    }

    @Test
    void ofTwoOverlappingOpeningsAtOnceOneOpensEverybody() throws Exception {
        var other = cycles.create(
                Wish.ofYear("Siklus kedua " + UUID.randomUUID(), 2026).of());
        var together = new CyclicBarrier(2);
        var both = Stream.of(cycle, other)
                .map(each -> CompletableFuture.supplyAsync(() -> {
                    try {
                        together.await();
                        service.open(each.id(), List.of(fixture.unit()), "sdm").join();
                        return "";
                    } catch (Refusal refused) {
                        return refused.getMessage();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();

        assertThat(both).extracting(CompletableFuture::join).contains("").isSubsetOf("", "cycle.opening.overlapping");
        assertThat(Stream.of(cycle, other)
                        .map(each -> evaluations
                                .findByCycleIdOrderByEmployeeNip(each.id())
                                .size()))
                .containsExactlyInAnyOrder(3, 0);
    }

    private EvaluationOpening opening(EvaluationProcesses processes) {
        return new EvaluationOpening(
                plan,
                evaluations,
                processes,
                openedUnits,
                openings,
                skips,
                events,
                deeds,
                settings,
                races,
                clock,
                transactions);
    }

    private OpeningProgress open() {
        service.open(cycle.id(), List.of(fixture.unit()), "sdm").join();
        return service.progress(cycle.id()).orElseThrow();
    }

    private Evaluation budi() {
        return evaluations
                .findByEmployeeOrderByCycleFirstDayDesc(fixture.account("staff"))
                .get(0);
    }

    private ProcessInstance run(Evaluation evaluation) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(evaluation.id().value(), "Evaluation")
                .singleResult();
    }

    private String unitName() {
        return fixture.unit().replace("UNIT", "Unit ");
    }
}
