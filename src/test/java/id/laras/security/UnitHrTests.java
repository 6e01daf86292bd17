package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.Cycle;
import id.laras.cycle.EndReason;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.EvaluationReaders;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.dashboard.LateSteps;
import id.laras.dashboard.LateSteps.Sought;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.people.AbsenceKind;
import id.laras.people.AwayAndActing;
import id.laras.rules.Refusal;
import id.laras.steps.Step;
import id.laras.succession.Deviations;
import id.laras.succession.EarlyEnds;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is HR of one unit sees and does for its people what HR does; other units' data are hidden. */
@LarasTest
@Tag("database")
class UnitHrTests {

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    AccountService accounts;

    @Autowired
    AccountDirectory directory;

    @Autowired
    TestPeople people;

    @Autowired
    EarlyEnds earlyEnds;

    @Autowired
    Deviations deviations;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    EvaluationReaders readers;

    @Autowired
    AwayAndActing offices;

    @Autowired
    LateSteps late;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Town.Organisation mine;
    private Town.Organisation other;
    private Cycle cycle;
    private String ofMine;
    private String ofOther;
    private String account;
    private Actor hr;

    @BeforeEach
    void open() {
        mine = town.organisation();
        other = town.organisation();
        cycle = town.cycle(mine, Scheme.QUADRANT);
        ofMine = town.openForStaf(mine, cycle);
        ofOther = town.openForStaf(other, cycle);
        town.letIn(mine, TestPeople.PASSWORD);
        account = mine.peer();
        accounts.setRoles(account, Set.of(Role.UNIT_HR), Set.of("U" + mine.number()), admin());
        hr = new Actor(account, Set.of(Role.STAFF, Role.UNIT_HR));
    }

    private static Actor admin() {
        return new Actor("uji-admin", Set.of(Role.ADMIN));
    }

    @Test
    void theListCountAndSearchShowTheirUnitsAndThoseBelowOnly() {
        var page = HttpPerson.loggedIn(port, account);
        var list = page.get("/hr/evaluations?cycle=" + cycle.id()).body();
        assertThat(list)
                .contains("Budi Santoso " + mine.number(), "Bidang Pencegahan " + mine.number())
                .doesNotContain("Budi Santoso " + other.number(), "Pencegahan " + other.number(), ofOther);
        for (var attempt : List.of("&unit=B" + other.number(), "&name=santoso+" + other.number())) {
            assertThat(page.get("/hr/evaluations?cycle=" + cycle.id() + attempt).body())
                    .doesNotContain("Budi Santoso " + other.number(), ofOther);
        }
    }

    @Test
    void anEvaluationOfAnotherUnitIsAsUnknownAsOneThatDoesNotExist() {
        var page = HttpPerson.loggedIn(port, account);
        assertThat(page.get("/evaluations/" + ofMine).statusCode()).isEqualTo(200);
        for (var door : List.of("/evaluations/", "/hr/lines/evaluations/")) {
            var theirs = page.get(door + ofOther);
            var nobodys = page.get(door + "00000000-0000-0000-0000-000000000000");
            assertThat(theirs.statusCode()).isEqualTo(404);
            assertThat(told(theirs.body(), ofOther))
                    .isEqualTo(told(nobodys.body(), "00000000-0000-0000-0000-000000000000"));
        }
    }

    /** Without the address that was asked for, and the moment. */
    private static String told(String body, String id) {
        return body.replace(id, "").replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }

    @Test
    void unitHrEndsAnEvaluationOfItsUnitAndNoneOfAnother() {
        assertThatThrownBy(() -> earlyEnds.end(EvaluationId.of(ofOther), EndReason.RETIRED, "Pensiun", hr))
                .isInstanceOf(Refusal.class)
                .hasMessage("cycle.evaluation.unknown");
        earlyEnds.end(EvaluationId.of(ofMine), EndReason.RETIRED, "Pensiun", hr);

        assertThat(evaluations.get(EvaluationId.of(ofMine)).stage()).isEqualTo(Stage.CANCELLED);
        assertThat(evaluations.get(EvaluationId.of(ofOther)).stage()).isEqualTo(Stage.TARGET_SETTING);
    }

    @Test
    void peopleOfAnotherUnitAreUnknownToTheReportingLines() {
        var today = LocalDate.now(clock);
        assertThatThrownBy(() -> offices.leave(other.nip(3), AbsenceKind.RETIRED, today, null, hr))
                .hasMessage("people.lines.employee");
        offices.leave(mine.nip(3), AbsenceKind.RETIRED, today, null, hr);
        offices.leave(other.nip(3), AbsenceKind.RETIRED, today, null, new Actor("sdm", Set.of(Role.HR)));

        assertThat(offices.away(hr, Pageable.unpaged()))
                .extracting(AwayAndActing.Away::name)
                .containsExactly("Budi Santoso " + mine.number());
        assertThat(deviations.deviations(hr, Pageable.unpaged()))
                .extracting(Deviations.Deviation::evaluationId)
                .containsExactly(ofMine);
    }

    @Test
    void stepsThatAreLateInOtherUnitsAreNotShown() {
        for (var id : List.of(ofMine, ofOther)) {
            var task = walker.task(id, Step.DRAFT_TARGETS);
            task.setDueDate(java.util.Date.from(clock.instant().minus(Duration.ofDays(9_000))));
            engine.getTaskService().saveTask(task);
        }
        var list = HttpPerson.loggedIn(port, account)
                .get("/hr/evaluations?cycle=" + cycle.id())
                .body();
        assertThat(late.of(
                        new Sought(cycle.id(), new Reach(true, Set.of()), null, null, null), PageRequest.of(0, 1_000)))
                .extracting(LateSteps.LateStep::evaluationId)
                .contains(ofMine, ofOther);
        assertThat(list).contains("terlambat").doesNotContain("Budi Santoso " + other.number());
    }

    @Test
    void onlyTheMeetingOnTheirUnitIsAGroupTaskOfTheirs() {
        for (var town : List.of(mine, other)) {
            var meeting = walker.calibration("Bidang Pencegahan " + town.number());
            engine.getRuntimeService()
                    .createMessageCorrelation("calibration.unitReady")
                    .processInstanceBusinessKey(meeting)
                    .correlate();
        }
        var machine = HttpPerson.machine(port, account);
        var group = machine.json("/engine-rest/task?candidateUser=" + account);
        assertThat(group).hasSize(1);
        assertThat(group.get(0).get("name").asText()).contains("Bidang Pencegahan " + mine.number());

        var theirs = walker.task(walker.calibration("Bidang Pencegahan " + other.number()), Step.CALIBRATE_UNIT);
        assertThat(machine.get("/engine-rest/task/" + theirs.getId()).statusCode())
                .isEqualTo(404);
        assertThat(machine.post("/engine-rest/task/" + theirs.getId() + "/claim", "{\"userId\":\"" + account + "\"}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        var browser = HttpPerson.loggedIn(port, account);
        assertThat(browser.get("/api/tasks/" + theirs.getId()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/tasks/" + group.get(0).get("id").asText()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverLosesTheRoleOrTheAccountLosesWhatTheyTookAtEveryDoor() {
        var meeting = walker.calibration("Bidang Pencegahan " + mine.number());
        engine.getRuntimeService()
                .createMessageCorrelation("calibration.unitReady")
                .processInstanceBusinessKey(meeting)
                .correlate();
        var task = walker.task(meeting, Step.CALIBRATE_UNIT).getId();
        for (var taking : List.<Runnable>of(
                () -> accounts.setRoles(account, Set.of(), Set.of(), admin()),
                () -> accounts.setRoles(account, Set.of(Role.UNIT_HR), Set.of("U" + other.number()), admin()),
                () -> accounts.close(account, admin()))) {
            accounts.setRoles(account, Set.of(Role.UNIT_HR), Set.of("U" + mine.number()), admin());
            assertThat(HttpPerson.machine(port, account)
                            .post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + account + "\"}")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(HttpPerson.loggedIn(port, account)
                            .get("/api/tasks/" + task)
                            .statusCode())
                    .isEqualTo(200);
            taking.run();

            assertThat(walker.task(meeting, Step.CALIBRATE_UNIT).getAssignee())
                    .as("back with its group")
                    .isNull();
            if (database.sql("select closed from account where name = ?")
                    .param(account)
                    .query(Boolean.class)
                    .single()) {
                accounts.open(account, admin());
                accounts.setRoles(account, Set.of(), Set.of(), admin());
            }
            var machine = HttpPerson.machine(port, account);
            assertThat(machine.get("/engine-rest/task/" + task).statusCode()).isEqualTo(404);
            assertThat(database.sql("select count(*) from ACT_RU_AUTHORIZATION where RESOURCE_ID_ = ? and USER_ID_ = ?")
                            .params(task, account)
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(machine.post(
                                    "/engine-rest/task/" + task + "/complete",
                                    "{\"variables\":{\"answer\":{\"value\":\"{}\",\"type\":\"Json\"}}}")
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
            assertThat(HttpPerson.loggedIn(port, account)
                            .get("/api/tasks/" + task)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void theTreeOfTodayDecidesWhatLiesBelowAUnit() {
        assertThat(directory.groups(account))
                .containsExactlyInAnyOrder(
                        "pegawai", "sdm-unit", "sdm-unit-U" + mine.number(), "sdm-unit-B" + mine.number());
        database.sql("update unit set parent_code = ? where code = ?")
                .params("U" + other.number(), "B" + mine.number())
                .update();
        assertThat(readers.mayRead(hr, evaluations.get(EvaluationId.of(ofMine))))
                .isFalse();
    }

    @Test
    void administratorsGiveTheRoleWithItsUnitsAndTakeItAtOnce() {
        people.account("uji-admin", Role.ADMIN);
        var administrator = HttpPerson.loggedIn(port, "uji-admin");
        var door = "/admin/accounts/" + account + "/roles";
        administrator.form(door, "roles=UNIT_HR&units=U" + other.number() + ",+TIDAKADA");
        assertThat(administrator.get("/admin/accounts?search=" + account).body())
                .contains("Unit TIDAKADA tidak ada", "value=\"U" + other.number() + ", TIDAKADA\"");
        administrator.form(door, "roles=UNIT_HR");
        assertThat(administrator.get("/admin/accounts?search=" + account).body())
                .contains("sekurangnya satu unit");
        assertThat(directory.units(account)).containsExactly("U" + mine.number());

        var session = HttpPerson.loggedIn(port, account);
        administrator.form(door, "roles=UNIT_HR&units=U" + other.number() + "+U" + mine.number());
        assertThat(directory.units(account)).as("a second person is asked").containsExactly("U" + mine.number());
        var second = people.account("uji-admin-lain", Role.ADMIN);
        var change = database.sql("select id from privileged_change where state = 'WAITING' and account = ?")
                .param(account)
                .query(String.class)
                .single();
        HttpPerson.loggedIn(port, second).form("/account/changes/" + change + "/confirm", "");
        assertThat(directory.units(account)).containsExactlyInAnyOrder("U" + other.number(), "U" + mine.number());
        assertThat(session.get("/hr/evaluations").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).contains("/login"));

        administrator.form(door, "units=U" + mine.number());
        assertThat(directory.units(account)).isEmpty();
        assertThat(directory.groups(account)).containsExactly("pegawai");
        assertThat(database.sql("select answer from trail_entry where what = 'account.roles' and answer like ?")
                        .param("%\"" + account + "\"%")
                        .query(String.class)
                        .list())
                .last()
                .asString()
                .contains("\"unitsBefore\":[\"U" + mine.number(), "\"unitsAfter\":[]");
    }
}
