package id.laras.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.Races;
import id.laras.cycle.Cycle;
import id.laras.cycle.CycleService;
import id.laras.cycle.EvaluationProcesses;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Wish;
import id.laras.intake.ImportFiles;
import id.laras.intake.ImportTable;
import id.laras.intake.PeopleImport;
import id.laras.intake.PeopleImports;
import id.laras.intake.SourceFile;
import id.laras.people.Nips;
import id.laras.people.PeopleFixture;
import id.laras.rules.Overtaken;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What is expected is no error in the log, and no line of it names anybody. */
@LarasTest
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class QuietConflictTests {

    private static final int MANY = 60;
    private static final int BYTES_FOR_EACH = 100;

    /** Of the numbers of these people, who are everybody's in one database. */
    private static final AtomicInteger FIRST = new AtomicInteger();

    @Autowired
    ApplicationContext context;

    @Autowired
    CycleService cycles;

    @Autowired
    Evaluations evaluations;

    @Autowired
    EvaluationProcesses processes;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    private final PeopleFixture fixture = new PeopleFixture();
    private Cycle cycle;

    /** What the application wrote when it started may warn; where this class comes first, it is captured too. */
    private int start;

    @BeforeEach
    void aUnitAndACycle(CapturedOutput log) {
        start = log.toString().length();
        assertThat(bean(PeopleImport.class)
                        .run(fixture.units(), fixture.employees(), "sdm")
                        .errors())
                .isEmpty();
        cycle = cycles.create(Wish.ofYear("Siklus " + UUID.randomUUID(), 2026).of());
    }

    @Test
    void aSecondServerThatOpensTheSamePeopleWritesOneLine(CapturedOutput log) {
        // the other server comes when this one has planned and written no evaluation yet: it asks first under its lock
        var asked = new AtomicInteger();
        var clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return bean(Clock.class).getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                if (asked.incrementAndGet() == 2) {
                    CompletableFuture.runAsync(() -> opening(processes, bean(Clock.class))
                                    .start(cycle.id(), Set.of(fixture.unit()), false, "sdm")
                                    .join())
                            .join();
                }
                return bean(Clock.class).instant();
            }
        };
        opening(processes, clock)
                .start(cycle.id(), Set.of(fixture.unit()), false, "sdm")
                .join();

        assertThat(evaluations.findByCycleIdOrderByEmployeeNip(cycle.id())).hasSize(3);
        assertThat(log).contains("Another server opens the same people");
        assertNobodyIsNamedIn(log);
        assertNoErrors(log);
    }

    private void assertNoErrors(CapturedOutput log) {
        assertThat(linesOfOurs(log))
                .noneMatch(line -> line.contains("ERROR") || line.contains("WARN"))
                .noneMatch(line -> line.contains("Duplicate entry") || line.contains("violation"))
                .noneMatch(line -> line.startsWith("\tat "));
    }

    /** Issue 7, B7: 5,000 people opened on a second node too were 58 MB, which is 12 kB for each. */
    @Test
    void manyPeopleOpenedByTwoServersAtOnceAreFewLines(CapturedOutput log) {
        var before = log.toString().length();
        assertThat(bean(PeopleImport.class).run(null, many(), "sdm").errors()).isEmpty();
        var here = opening(processes, bean(Clock.class)).start(cycle.id(), Set.of(fixture.unit()), false, "sdm");
        var there = opening(processes, bean(Clock.class)).start(cycle.id(), Set.of(fixture.unit()), false, "sdm");
        CompletableFuture.allOf(here, there).join();

        assertThat(evaluations.nipsIn(cycle.id())).hasSize(3 + MANY);
        assertThat((log.toString().length() - before) / MANY)
                .as("bytes of log for each who was opened")
                .isLessThan(BYTES_FOR_EACH);
        assertThat(log).doesNotContain("Pegawai Banyak", Nips.of(2016, 0), Nips.of(2016, 1));
        assertNobodyIsNamedIn(log);
        assertNoErrors(log);
    }

    @Test
    void anImportWithErrorsIsNoErrorAndNamesNobody(CapturedOutput log) throws Exception {
        var rows = new String(many().content(), StandardCharsets.UTF_8).replace("," + fixture.nip(1) + "\n", ",123\n");
        var sdm = new Actor("sdm", Set.of(Role.HR));
        var imports = bean(PeopleImports.class);
        var files = Map.of(ImportTable.EMPLOYEES, PeopleFixture.file("employees.csv", rows));
        var id = imports.preview(new ImportFiles(files), sdm);
        imports.running(id, sdm).orElseThrow().get(60, TimeUnit.SECONDS);

        assertThat(imports.state(id, sdm).orElseThrow().errors()).hasSizeGreaterThan(MANY / 2);
        assertThat(log).doesNotContain("Pegawai Banyak", Nips.of(2016, 0), Nips.of(2016, 1));
        assertNoErrors(log);
    }

    private SourceFile many() {
        var rows = new StringBuilder("nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip\n");
        for (var person = 0; person < MANY; person++) {
            rows.append("%s,Pegawai Banyak %d,,Perawat,JF,Terampil,%s,%s%n"
                    .formatted(Nips.of(2016, FIRST.getAndIncrement()), person, fixture.unit(), fixture.nip(1)));
        }
        return PeopleFixture.file("employees.csv", rows.toString().replace("\r", ""));
    }

    @Test
    void whatFailsIsWrittenWithoutANameEvenWhenTheErrorHasOne(CapturedOutput log) {
        var failing = opening(
                evaluation -> {
                    throw new IllegalStateException("Broken on purpose for " + evaluation.employeeNip());
                },
                bean(Clock.class));
        failing.start(cycle.id(), Set.of(fixture.unit()), false, "sdm").join();

        assertThat(log).contains("ERROR", "Broken on purpose for (NIP)", fixture.unit());
        assertNobodyIsNamedIn(log);
    }

    @Test
    void lostRacesAndWrongPasswordsAreNoErrors(CapturedOutput log) {
        var wish = Wish.ofYear("Siklus " + UUID.randomUUID(), 2026).of();
        var entities = bean(EntityManager.class);
        assertThat(catchThrowable(() -> Races.whileUncommitted(
                        bean(PlatformTransactionManager.class),
                        () -> {
                            cycles.create(wish);
                            entities.flush();
                            return null;
                        },
                        () -> cycles.create(wish))))
                .hasCauseInstanceOf(Refusal.class);
        var stranger = HttpPerson.stranger(port);
        stranger.page("/login");
        stranger.form("/login", "username=" + fixture.account("staff") + "&password=salah-sekali");
        stranger.form("/login", "username=" + fixture.nip(2) + "&password=salah-sekali");
        HttpPerson.machine(port, fixture.account("peer")).get("/engine-rest/task?assignee=x");

        assertThat(linesOfOurs(log)).noneMatch(line -> line.contains("ERROR") || line.startsWith("\tat "));
        assertNobodyIsNamedIn(log);
    }

    @Test
    void aDatabaseThatRepeatsWhatWasSavedIsNotWrittenDown(CapturedOutput log) {
        assertThat(catchThrowable(() -> database.sql("insert into account select * from account where name = ?")
                        .param(fixture.account("staff"))
                        .update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .satisfies(failure -> LoggerFactory.getLogger(QuietConflictTests.class)
                        .error("Saved twice: {}", failure.getMessage(), failure));
        assertThat(log).contains("Saved twice");
        assertNobodyIsNamedIn(log);
    }

    /** Without what the database of the tests says when it starts. */
    private List<String> linesOfOurs(CapturedOutput log) {
        return log.toString()
                .substring(start)
                .lines()
                .filter(line -> !line.contains("ch.vorburger"))
                .toList();
    }

    private void assertNobodyIsNamedIn(CapturedOutput log) {
        for (var role : new String[] {"head", "officer", "staff", "peer"}) {
            assertThat(log).doesNotContain("'" + fixture.account(role) + "'", " " + fixture.account(role));
        }
        for (var person = 0; person < 4; person++) {
            assertThat(log).doesNotContain(fixture.nip(person));
        }
        assertThat(log).doesNotContain("Budi Santoso", "Siti Aminah", "Hendra Wijaya", "Sri Wahyuni");
    }

    private EvaluationOpening opening(EvaluationProcesses with, Clock clock) {
        return new EvaluationOpening(
                bean(OpeningPlan.class),
                evaluations,
                with,
                bean(OpenedUnits.class),
                bean(Openings.class),
                bean(OpeningSkips.class),
                context,
                bean(Deeds.class),
                bean(OpeningSettings.class),
                bean(Overtaken.class),
                clock,
                bean(PlatformTransactionManager.class));
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
