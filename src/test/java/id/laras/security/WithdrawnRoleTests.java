package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Scheme;
import id.laras.intake.PeopleImport;
import id.laras.intake.SourceFile;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.security.EngineAttackTests.Door;
import id.laras.steps.Step;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A member of HR has taken a calibration and loses the right to it, in every way, and knocks at every door afterwards. */
@LarasTest
@Tag("database")
class WithdrawnRoleTests {

    private static final Actor ADMINISTRATOR = new Actor("uji-admin", Set.of(Role.ADMIN));

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountService service;

    @Autowired
    ApiTokenService tokens;

    @Autowired
    Deeds deeds;

    @Autowired
    PeopleImport imports;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final Answers answers = new Answers(Scheme.QUADRANT);
    private Town.Organisation people;
    private String task;

    @BeforeEach
    void take() {
        people = town.organisation();
        var id = town.openForStaf(people, Scheme.QUADRANT);
        var meeting = walker.calibrationOf(id);
        engine.getRuntimeService()
                .createMessageCorrelation("calibration.unitReady")
                .processInstanceBusinessKey(meeting)
                .correlate();
        task = walker.task(meeting, Step.CALIBRATE_UNIT).getId();
        engine.getTaskService().claim(task, people.hr());
        assertThat(holder()).isEqualTo(people.hr());
    }

    @Test
    void byTheAdministrator() {
        service.setRoles(people.hr(), Set.of(Role.STAFF), ADMINISTRATOR);

        assertThat(holder()).isNull();
    }

    @Test
    void byTheDirectoryAtTheNextLogin() {
        var mapped = TestLogins.settings(Map.of("tim-sdm", Set.of(Role.HR)), false);
        var logins = new DirectoryLogins(accounts, service, tokens, mapped, deeds);
        transactions.executeWithoutResult(
                status -> logins.enter(new DirectoryPerson("uji", people.hr(), "Orang", null, Set.of("lain"))));

        assertThat(holder()).isNull();
    }

    @Test
    void byTheEndOfServiceThatAnImportTells() {
        var n = people.number();
        var file = "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun,berakhir\n"
                + "%s,Sari Wulandari %d,sdm%d@contoh.go.id,Analis SDM,JA,,H%d,,sdm%d,%s\n"
                        .formatted(
                                people.nip(8), n, n, n, n, LocalDate.now(clock).minusDays(1));
        var report =
                imports.run(null, new SourceFile("employees.csv", file.getBytes(StandardCharsets.UTF_8)), "uji-sdm");
        assertThat(report.errors()).isEmpty();

        assertThat(holder()).isNull();
    }

    @Test
    void byTheClosingOfTheAccount() {
        service.close(people.hr(), ADMINISTRATOR);

        assertThat(holder()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void everyDoorIsShutForALoginOfBefore(Door door) throws Exception {
        assertShutAfter("delete from account_role where account_name = ? and role = 'HR'", door);
    }

    @ParameterizedTest
    @EnumSource
    void everyDoorIsShutForAClosedAccount(Door door) throws Exception {
        assertShutAfter("update account set closed = true where name = ?", door);
    }

    /**
     * The login of before tries everything; what was withdrawn is asked for anew at each call.
     *
     * @param withdrawal as no deed of the application would do it: nothing gives the task back, and no session ends
     */
    private void assertShutAfter(String withdrawal, Door door) throws Exception {
        town.letIn(people, TestPeople.PASSWORD);
        var before = door.as(port, people.hr());
        assertThat(before.get(door.path() + "/task/" + task).body()).contains(task);
        database.sql(withdrawal).param(people.hr()).update();

        assertThat(opened(before, door)).isEmpty();
        assertThat(evaluations.get(evaluation()).predicate()).isNull();
    }

    /** What still answered, or still named the task. */
    private List<String> opened(HttpPerson person, Door door) throws Exception {
        var open = new ArrayList<String>();
        var deeds = new TaskDeeds(person, door, task);
        var path = deeds.path();
        for (var read : List.of(
                path,
                path + "/form",
                path + "/rendered-form",
                path + "/deployed-form",
                path + "/form-variables",
                path + "/variables",
                path + "/localVariables",
                path + "/identity-links",
                path + "/comment",
                door.path() + "/task?assignee=" + people.hr(),
                door.path() + "/task?candidateGroup=sdm",
                door.path() + "/history/task?taskId=" + task,
                "/api/tasks/" + task)) {
            var answer = person.get(read);
            if (answer.statusCode() < 300
                    && (read.contains("/" + task) || answer.body().contains(task))) {
                open.add(read + " " + answer.statusCode());
            }
        }
        open.addAll(deeds.succeeding(people.hr(), answers.noMoves()));
        var text = json.writeValueAsString(answers.noMoves());
        if (person.put("/api/tasks/" + task + "/draft", "{\"content\":\"{}\",\"seen\":0}")
                        .statusCode()
                < 300) {
            open.add("draft");
        }
        if (person.post("/api/tasks/" + task + "/preview", text).statusCode() < 300) {
            open.add("preview");
        }
        return open;
    }

    private EvaluationId evaluation() {
        return EvaluationId.of(database.sql("select id from evaluation where unit_code = ?")
                .param("B" + people.number())
                .query(String.class)
                .single());
    }

    /** Account of who holds the task, whose grants on it are theirs alone. */
    private String holder() {
        var holder = engine.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getAssignee();
        if (holder == null) {
            assertThat(engine.getAuthorizationService()
                            .createAuthorizationQuery()
                            .resourceId(task)
                            .userIdIn(people.hr())
                            .count())
                    .isZero();
        }
        return holder;
    }
}
