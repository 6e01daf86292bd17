package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Scheme;
import id.laras.intake.ImportChange;
import id.laras.intake.ImportFiles;
import id.laras.intake.ImportTable;
import id.laras.intake.PeopleImport;
import id.laras.intake.SourceFile;
import id.laras.intake.WaitingImports;
import id.laras.lifecycle.Town;
import id.laras.people.AbsenceKind;
import id.laras.people.ActingKind;
import id.laras.people.AwayAndActing;
import id.laras.people.Employees;
import id.laras.people.Nips;
import id.laras.people.PeopleFixture;
import id.laras.people.ReportingLines;
import id.laras.rules.Refusal;
import id.laras.security.PrivilegedChange.State;
import id.laras.steps.TaskKind;
import id.laras.substitution.NewSubstitution;
import id.laras.substitution.SubstitutionService;
import id.laras.succession.HandOvers;
import id.laras.succession.SupervisorChange.Choice;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;

/** HR tries by every table of an import, and by the pages beside it, to become somebody's superior. */
@LarasTest
@Tag("database")
@Tag("walk")
class ImportAttackTests {

    private static final String EMPLOYEES = "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n";
    private static final String ACTING = "jenis,unit,kode_jabatan,digantikan_nip,pelaksana_nip,mulai,sampai\n";

    @Autowired
    Town towns;

    @Autowired
    PeopleImport imports;

    @Autowired
    WaitingImports waiting;

    @Autowired
    Employees employees;

    @Autowired
    ReportingLines lines;

    @Autowired
    AwayAndActing offices;

    @Autowired
    SubstitutionService substitutions;

    @Autowired
    HandOvers handOvers;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    AccountService accounts;

    @Autowired
    PrivilegedChanges changes;

    @Autowired
    TestPeople testPeople;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Town.Organisation people;
    private int n;
    private LocalDate today;

    @BeforeEach
    void live() {
        people = towns.organisation();
        n = people.number();
        today = LocalDate.now(clock);
    }

    @Test
    void rowsThatLetSomebodyActWaitAndTheOthersAreApplied() {
        var position = "K" + n;
        var report = run(Map.of(
                ImportTable.POSITIONS,
                "kode,nama,jenis_jabatan,jenjang,kompetensi\n" + position + ",Kepala Bidang " + n + ",JA,,\n",
                ImportTable.ACTING,
                ACTING
                        + acting("", "", people.nip(2), 8)
                        + acting("U" + n, "", "", 8)
                        + acting("", position, "", 8)
                        + acting("B" + n, "", "", 4)));

        assertThat(report).isEqualTo(3);
        assertThat(actingOf(people.nip(8))).isZero();
        assertThat(actingOf(people.nip(4))).isOne();
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void anEmployeesRowThatNamesOneselfWaits() {
        var report = run(employees(row(3, "U", people.nip(8), "staf") + row(6, "H", people.nip(2), "bawahan")));

        assertThat(report).isOne();
        assertThat(superior(3)).isEqualTo(people.nip(2));
        assertThat(superior(6)).isEqualTo(people.nip(2));
    }

    @Test
    void nobodyIsPutBelowWhoeverAnswersToOneself() {
        answerToHr(4);

        assertThat(run(employees(row(3, "B", people.nip(4), "staf")))).isOne();
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void nobodyComesNearerBecauseTheSuperiorInBetweenEnds() {
        answerToHr(4);
        imports.run(null, file("e.csv", EMPLOYEES + row(3, "B", people.nip(4), "staf")), null);

        var ended = EMPLOYEES.replace("akun", "akun,berakhir")
                + row(4, "H", people.nip(8), "rekan").replace("\n", "," + today.minusDays(1) + "\n");
        assertThat(run(Map.of(ImportTable.EMPLOYEES, ended))).isOne();
        assertThat(superior(3)).isEqualTo(people.nip(4));
        var later = EMPLOYEES.replace("akun", "akun,berakhir")
                + row(4, "H", people.nip(8), "rekan").replace("\n", "," + today.plusDays(40) + "\n");
        assertThat(run(Map.of(ImportTable.EMPLOYEES, later))).isOne();
    }

    @Test
    void whoeverActsForAUnitGetsNobodyMovedIntoIt() {
        agreed(Map.of(
                ImportTable.UNITS,
                "kode,nama,induk\nZ" + n + ",Bidang Baru " + n + ",U" + n + "\n",
                ImportTable.ACTING,
                ACTING + acting("Z" + n, "", "", 8)));

        assertThat(run(employees(row(4, "Z", people.nip(2), "rekan")))).isOne();
        assertThat(employees.findById(people.nip(4)).orElseThrow().unitCode()).isEqualTo("H" + n);
    }

    @Test
    void whoeverActsForAPositionOrFromNextMonthGetsNobodyBelowIt() {
        var position = "J" + n;
        agreed(Map.of(
                ImportTable.POSITIONS,
                "kode,nama,jenis_jabatan,jenjang,kompetensi\n" + position + ",Jabatan " + n + ",JA,,\n",
                ImportTable.ACTING,
                ACTING + "PLT,," + position + ",," + people.nip(8) + "," + today.plusDays(30) + ",\n"));

        assertThat(run(employees(row(2, "U", people.nip(1), "kabid").replace("Jabatan", "Jabatan " + n))))
                .isOne();
        assertThat(employees.findById(people.nip(2)).orElseThrow().position()).isEqualTo("Kepala Bidang");
    }

    @Test
    void aNewEmployeeWithOnesOwnAccountBringsNobodyAlong() {
        var account = testPeople.account("sdmbaru" + n, Role.HR);
        var nip = people.nip(0);
        var report = imports.run(
                null,
                file(
                        "e.csv",
                        EMPLOYEES + nip + ",Baru,,Analis,JA,,H" + n + ",," + account + "\n" + row(3, "B", nip, "staf")),
                account);

        assertThat(report.errors()).isEmpty();
        assertThat(report.waiting()).isOne();
        assertThat(employees.existsById(nip)).isTrue();
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void nobodyChoosesWhoJudgesThem() {
        agreed(employees(row(8, "H", people.nip(2), "sdm")));
        var hr = new Actor(people.hr(), Set.of(Role.HR));
        var next = today.plusDays(10);

        assertThat(run(employees(row(8, "H", people.nip(5), "sdm")))).isOne();
        assertThat(run(employees(row(2, "U", "", "kabid")))).isOne();
        assertThat(run(Map.of(ImportTable.ACTING, ACTING + acting("", "", people.nip(2), 5))))
                .isOne();
        assertThatThrownBy(() -> offices.leave(people.nip(2), AbsenceKind.LONG_LEAVE, today, next, hr))
                .hasMessage("people.lines.favoursYou");
        assertThatThrownBy(() -> offices.appoint(people.nip(1), people.nip(5), ActingKind.PLH, today, next, hr))
                .hasMessage("people.lines.favoursYou");
        assertThat(superior(8)).isEqualTo(people.nip(2));
        assertThat(run(employees(row(3, "B", people.nip(1), "staf") + row(0, "H", people.nip(2), "baru"))))
                .isZero();
    }

    @Test
    void whoBecomesKnownWithTheirSuperiorWaitsForNobody() {
        var newcomer = testPeople.account("sdmbaru" + n, Role.HR);
        assertThat(imports.run(files(employees(row(0, "H", people.nip(2), "sdmbaru"))), newcomer)
                        .waiting())
                .isZero();
        assertThat(superior(0)).isEqualTo(people.nip(2));
    }

    @Test
    void whoWaitsTakesAlongWhatCannotBeWithoutThem() {
        var nip = people.nip(0);
        var below = Nips.of(2006, n);
        var report = run(employees(below + ",Di bawahnya,,Analis,JA,,H" + n + "," + nip + ",bawahbaru" + n + "\n" + nip
                + ",Baru,,Analis,JA,,H" + n + "," + people.nip(8) + ",baru" + n + "\n"));

        assertThat(report).isEqualTo(2);
        var admin = new Actor(testPeople.account("pengelola" + n, Role.ADMIN), Set.of(Role.STAFF, Role.ADMIN));
        assertThat(waiting.find(waitingOf(people.hr()), admin).orElseThrow().changes())
                .as("the second person sees first what names whoever imported")
                .extracting(ImportChange::key)
                .containsExactly(nip, below);
        assertThat(employees.existsById(below)).isFalse();
    }

    @Test
    void theSecondPersonIsToldWhatWhoeverImportedWasAsked() {
        var mail = "surel" + n + "@kota.go.id";
        assertThat(run(employees(people.nip(0) + ",Baru," + mail + ",Analis,JA,,H" + n + "," + people.nip(8) + ",baru"
                        + n + "\n" + Nips.of(2006, n) + ",Lain," + mail + ",Analis,JA,,H" + n + "," + people.nip(2)
                        + ",lain" + n + "\n")))
                .isOne();
        var admin = new Actor(testPeople.account("pengelola" + n, Role.ADMIN), Set.of(Role.STAFF, Role.ADMIN));
        assertThat(waiting.find(waitingOf(people.hr()), admin).orElseThrow().questions())
                .extracting(question -> question.reason().key())
                .containsExactly("people.notice.email");
    }

    @Test
    void whomOneStandsInForCountsAsOneself() {
        var days = new NewSubstitution(people.hr(), today, today.plusDays(10), Set.of(TaskKind.TARGETS));
        substitutions.name(days, new Actor(people.peer(), Set.of(Role.STAFF)));

        assertThat(run(employees(row(3, "B", people.nip(4), "staf")))).isOne();
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void rowsThatTakeSomethingFromOneselfAreAppliedAtOnce() {
        answerToHr(4);

        assertThat(run(employees(row(4, "H", people.nip(2), "rekan")))).isZero();
        assertThat(superior(4)).isEqualTo(people.nip(2));
    }

    @Test
    void onlySomebodyElseAgreesAndTheTrailKeepsEveryLine() {
        testPeople.account("sdmdua" + n, Role.HR);
        towns.letIn(people, TestPeople.PASSWORD);
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        var id = waitingOf(people.hr());

        var self = HttpPerson.loggedIn(port, people.hr());
        assertThat(self.page("/hr/people/waiting/" + id).body())
                .contains("Tarik kembali")
                .doesNotContain("Setujui dan");
        assertThat(decide(self, id, "approve", fingerprint(id)).statusCode()).isEqualTo(422);
        for (var other : List.of(people.staf(), testPeople.account("inspektur" + n, Role.AUDITOR))) {
            assertThat(decide(HttpPerson.loggedIn(port, other), id, "approve", fingerprint(id))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(superior(3)).isEqualTo(people.nip(2));

        var second = HttpPerson.loggedIn(port, "sdmdua" + n);
        assertThat(second.page("/").body()).contains("menunggu persetujuan orang kedua");
        assertThat(second.page("/hr/people/waiting").body()).contains("Sari Wulandari " + n);
        assertThat(second.page("/hr/people/waiting/" + id).body())
                .contains("<del>" + people.nip(2) + "</del>", "<ins>" + people.nip(8) + "</ins>");
        assertThat(decide(second, id, "approve", "another").statusCode()).isEqualTo(422);
        assertThat(decide(second, id, "approve", fingerprint(id)).statusCode()).isEqualTo(302);
        assertThat(superior(3)).isEqualTo(people.nip(8));
        assertThat(decide(second, id, "approve", fingerprint(id)).statusCode()).isEqualTo(422);

        assertThat(deeds("sdmdua" + n))
                .anyMatch(deed -> deed.contains("\"askedBy\":\"" + people.hr() + "\""))
                .anyMatch(deed -> deed.contains("{\"column\":\"atasan_nip\",\"from\":\"" + people.nip(2)
                        + "\",\"to\":\"" + people.nip(8) + "\"}"));
        assertThat(deeds(people.hr())).anyMatch(deed -> deed.contains("\"waiting\":1"));
    }

    @Test
    void theAdministratorAgreesToo() {
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        var id = waitingOf(people.hr());
        var admin = new Actor(testPeople.account("pengelola" + n, Role.ADMIN), Set.of(Role.STAFF, Role.ADMIN));

        waiting.approve(id, waiting.find(id, admin).orElseThrow().fingerprint(), admin);
        assertThat(superior(3)).isEqualTo(people.nip(8));
    }

    @Test
    void twoWhomTheSameRowsFavourDoNotAgreeForEachOther() {
        accounts.grant(people.peer(), Role.HR);
        assertThat(run(employees(row(3, "B", people.nip(8), "staf") + row(8, "H", people.nip(4), "sdm"))))
                .isEqualTo(2);
        var id = waitingOf(people.hr());
        var friend = new Actor(people.peer(), Set.of(Role.STAFF, Role.HR));

        var shown = waiting.find(id, friend).orElseThrow();
        assertThat(shown.problems()).extracting(Refusal.Problem::key).containsExactly("people.waiting.favoursYou");
        assertThatThrownBy(() -> waiting.approve(id, shown.fingerprint(), friend))
                .isInstanceOf(Refusal.class)
                .hasMessage("people.waiting.favoursYou");
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void nobodyDecidesWhoseOwnRoleIsInDoubtAndItIsSaid() {
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        var id = waitingOf(people.hr());
        var maker = administrator("pengelola");
        var creature = new Actor(testPeople.account("boneka" + n, Role.HR), Set.of(Role.STAFF, Role.HR));
        var given = givenAlone(creature.account(), maker.account());

        decidesNothing(id, creature, "people.waiting.inDoubt");
        var page = HttpPerson.loggedIn(port, creature.account());
        assertThat(page.page("/hr/people/waiting/" + id).body())
                .contains("satu administrator sendirian")
                .doesNotContain("Setujui dan", "Tolak</button>");
        decideOn(given, State.CONFIRMED);
        approve(id, creature);
        assertThat(superior(3)).isEqualTo(people.nip(8));
    }

    @Test
    void whoAloneMadeTheImporterHrAgreesToNothingOfTheirs() {
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        var id = waitingOf(people.hr());
        var maker = administrator("pengelola");
        var given = givenAlone(people.hr(), maker.account());

        decidesNothing(id, maker, "people.waiting.yourCreature");
        jdbc.update("delete from account_role where account_name = ? and role = 'HR'", people.hr());
        for (var takenBack : List.of(State.WITHDRAWN, State.UNDONE)) {
            decideOn(given, takenBack);
            decidesNothing(id, maker, "people.waiting.yourCreature");
        }
        approve(id, administrator("pengeloladua"));
        assertThat(superior(3)).isEqualTo(people.nip(8));
    }

    @Test
    void whoseRoleIsInDoubtStillWithdrawsWhatIsTheirOwn() {
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        var given = givenAlone(people.hr(), administrator("pengelola").account());

        waiting.refuse(waitingOf(people.hr()), new Actor(people.hr(), Set.of(Role.STAFF, Role.HR)));
        assertThat(waiting.find(new Actor(people.hr(), Set.of(Role.HR)), PageRequest.of(0, 1000)))
                .noneMatch(WaitingImports.Waiting::own);
        decideOn(given, State.UNDONE);
    }

    private Actor administrator(String name) {
        return new Actor(testPeople.account(name + n, Role.ADMIN), Set.of(Role.STAFF, Role.ADMIN));
    }

    private PrivilegedChange givenAlone(String account, String by) {
        return changes.save(new PrivilegedChange(
                UUID.randomUUID().toString(),
                PrivilegedChange.Kind.GIVE,
                account,
                Set.of(Role.HR),
                Set.of(),
                State.STANDING,
                by,
                clock.instant()));
    }

    private void decideOn(PrivilegedChange given, State decision) {
        var change = changes.findById(given.id()).orElseThrow();
        change.decide(decision, "ujipenonton", clock.instant());
        changes.save(change);
    }

    private void decidesNothing(String id, Actor actor, String why) {
        var shown = waiting.find(id, actor).orElseThrow();
        assertThat(shown.problems()).extracting(Refusal.Problem::key).containsExactly(why);
        assertThat(shown.mayRefuse()).isFalse();
        assertThatThrownBy(() -> waiting.approve(id, shown.fingerprint(), actor))
                .hasMessage(why);
        assertThatThrownBy(() -> waiting.refuse(id, actor)).hasMessage(why);
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    private void approve(String id, Actor actor) {
        waiting.approve(id, waiting.find(id, actor).orElseThrow().fingerprint(), actor);
    }

    @Test
    void whatIsRefusedOrWithdrawnIsGone() {
        assertThat(run(employees(row(3, "B", people.nip(8), "staf")))).isOne();
        assertThat(run(employees(row(3, "B", people.nip(8), "staf"))))
                .as("the same once more")
                .isOne();
        assertThat(run(employees(row(5, "H", people.nip(2), "rekanlain") + row(3, "B", people.nip(8), "staf"))))
                .as("and on another line")
                .isOne();
        var id = waitingOf(people.hr());
        var hr = new Actor(people.hr(), Set.of(Role.HR));

        waiting.refuse(id, hr);
        assertThat(waiting.find(id, hr)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from waiting_import where asked_by = ?", Long.class, people.hr()))
                .isZero();
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void theApiAndThePageSayInThePreviewWhatWillWait() {
        towns.letIn(people, TestPeople.PASSWORD);
        var hr = HttpPerson.loggedIn(port, people.hr());
        var file = EMPLOYEES + row(3, "B", people.nip(8), "staf");

        var preview = HttpPerson.parse(hr.multipart("/api/hr/imports", "employees", "pegawai.csv", file)
                .body());
        assertThat(preview.at("/stage").asText()).isEqualTo("READY");
        assertThat(preview.at("/changes")).isEmpty();
        assertThat(preview.at("/waiting/0/key").asText()).isEqualTo(people.nip(3));
        var id = preview.at("/id").asText();
        assertThat(hr.page("/hr/people/imports/" + id).body())
                .contains("Menunggu persetujuan orang kedua (1)", people.nip(3))
                .doesNotContain("??");
        assertThat(hr.post("/api/hr/imports/" + id + "/apply?confirmed=true", "{}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(superior(3)).isEqualTo(people.nip(2));
        assertThat(waitingOf(people.hr())).isNotNull();
    }

    @Test
    void anAbsenceOrAnAppointmentThatBringsOneNearerIsForSomebodyElse() {
        answerToHr(4);
        imports.run(null, file("e.csv", EMPLOYEES + row(3, "B", people.nip(4), "staf")), null);
        var hr = new Actor(people.hr(), Set.of(Role.HR));
        var next = today.plusDays(10);

        assertThatThrownBy(() -> offices.leave(people.nip(4), AbsenceKind.LONG_LEAVE, today, next, hr))
                .isInstanceOf(Refusal.class)
                .hasMessage("people.lines.favoursYou");
        assertThatThrownBy(() -> offices.leave(people.nip(4), AbsenceKind.RETIRED, next, null, hr))
                .hasMessage("people.lines.favoursYou");
        // Acting for one's own superior is being passed over.
        assertThatThrownBy(() -> offices.appoint(people.nip(4), people.nip(3), ActingKind.PLH, today, next, hr))
                .hasMessage("people.lines.favoursYou");
        offices.appoint(people.nip(4), people.nip(5), ActingKind.PLH, today, next, hr);
        assertThat(superior(3)).isEqualTo(people.nip(5));
    }

    @Test
    void noAssessorDecidesToRemainAndNobodyTakesTheObjection() {
        var id = EvaluationId.of(towns.openForStaf(people, Scheme.QUADRANT));
        accounts.grant(people.supervisor(), Role.HR);
        towns.answerTo(people, 4);
        var judge = new Actor(people.supervisor(), Set.of(Role.HR));

        for (var choice : List.of(Choice.STAY, Choice.SHARE)) {
            assertThatThrownBy(() -> handOvers.choose(id, choice, "Saya saja", judge))
                    .hasMessage("cycle.handOver.keepOneself");
        }
        // Now staf answers to the peer, who answers to HR.
        answerToHr(4);
        var hr = new Actor(people.hr(), Set.of(Role.HR));
        assertThatThrownBy(() -> handOvers.choose(id, Choice.MOVE, "Mutasi", hr))
                .hasMessage("cycle.handOver.toOneself");
        assertThat(evaluations.get(id).supervisor()).isEqualTo(people.supervisor());
    }

    @Test
    void nobodyHandsAnEvaluationToWhomTheyStandInFor() {
        var id = EvaluationId.of(towns.openForStaf(people, Scheme.QUADRANT));
        towns.answerTo(people, 4);
        var days = new NewSubstitution(people.hr(), today, today.plusDays(10), Set.of(TaskKind.ASSESSMENT));
        substitutions.name(days, new Actor(people.peer(), Set.of(Role.STAFF)));

        assertThatThrownBy(() -> handOvers.choose(id, Choice.MOVE, "Mutasi", new Actor(people.hr(), Set.of(Role.HR))))
                .hasMessage("cycle.handOver.toOneself");
        assertThat(evaluations.get(id).supervisor()).isEqualTo(people.supervisor());
        handOvers.choose(id, Choice.MOVE, "Mutasi", new Actor("sdmlain" + n, Set.of(Role.HR)));
        assertThat(evaluations.get(id).supervisor()).isEqualTo(people.peer());
    }

    /** What nobody of HR had a hand in: the application itself imported it. */
    private void answerToHr(int person) {
        agreed(Map.of(ImportTable.EMPLOYEES, EMPLOYEES + row(person, "H", people.nip(8), "rekan")));
    }

    private void agreed(Map<ImportTable, String> tables) {
        assertThat(imports.run(files(tables), null).errors()).isEmpty();
    }

    /** @return how many rows wait */
    private int run(Map<ImportTable, String> tables) {
        var report = imports.run(files(tables), people.hr());
        assertThat(report.errors()).isEmpty();
        return report.waiting();
    }

    private static ImportFiles files(Map<ImportTable, String> tables) {
        var files = new EnumMap<ImportTable, SourceFile>(ImportTable.class);
        tables.forEach((table, text) -> files.put(table, file(table.id() + ".csv", text)));
        return new ImportFiles(files);
    }

    private static SourceFile file(String name, String text) {
        return PeopleFixture.file(name, text);
    }

    private static Map<ImportTable, String> employees(String rows) {
        return Map.of(ImportTable.EMPLOYEES, EMPLOYEES + rows);
    }

    private String row(int person, String unit, String superior, String account) {
        return String.join(
                        ",",
                        people.nip(person),
                        account.equals("sdm") ? "Sari Wulandari " + n : "Orang " + person,
                        "",
                        "Jabatan",
                        "JA",
                        "",
                        unit + n,
                        superior,
                        account + n)
                + "\n";
    }

    private String acting(String unit, String position, String replaced, int by) {
        return String.join(",", "PLT", unit, position, replaced, people.nip(by), today.toString(), "") + "\n";
    }

    /** By the rules of today's lines. */
    private String superior(int person) {
        return lines.supervisorOn(people.nip(person), today).orElseThrow().nip();
    }

    private long actingOf(String nip) {
        return jdbc.queryForObject("select count(*) from stand_in_official where acting_nip = ?", Long.class, nip);
    }

    private String waitingOf(String account) {
        return jdbc.queryForObject("select id from waiting_import where asked_by = ?", String.class, account);
    }

    private List<String> deeds(String account) {
        return jdbc.queryForList(
                "select answer from trail_entry where actor = ? and what like 'people.%'", String.class, account);
    }

    private String fingerprint(String id) {
        var reader = new Actor("siapa", Set.of(Role.HR));
        return waiting.find(id, reader).map(WaitingImports.Details::fingerprint).orElse("");
    }

    private static HttpResponse<String> decide(HttpPerson person, String id, String what, String fingerprint) {
        return person.form("/hr/people/waiting/" + id + "/" + what, "people=" + fingerprint);
    }
}
