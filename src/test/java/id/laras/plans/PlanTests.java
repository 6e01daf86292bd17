package id.laras.plans;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestDatabase;
import id.laras.TestPeople;
import id.laras.cycle.Cycle;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Scheme;
import id.laras.followup.FollowUpService;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.people.AbsenceKind;
import id.laras.people.AwayAndActing;
import id.laras.retention.Erasures;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.AssessorChange.Choice;
import id.laras.succession.HandOvers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Every statement of a whole lifecycle, of the pages and of the engine's own search for jobs, as MariaDB would carry it out
 * with 50,000 evaluations: none reads a table that grows from end to end.
 */
@LarasTest
@Tag("database")
class PlanTests {

    /** Rows of one table for one statement: more than one evaluation or one page ever needs. */
    private static final long BOUND = 5_000;

    /** What reads much on purpose: a part of the statement, and why. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            entry("WHERE JD.ACT_ID_ = ? and RES.TYPE_ = ?", "this test itself looks for the timer it rings"),
            entry("coalesce(p.ended_on, (select max(", "who may be erased: HR asks it a few times a year"),
            entry("from cycle c where c.last_day < ? and exists", "cycles that may be erased, likewise"),
            entry("lower(e1_0.name) like replace(concat", "a part of a name has no index; at most twenty are found"),
            entry("lower(e1_0.employee_name) like ? escape ? or", "likewise, whoever oversees searches among all"),
            entry("from employee e1_0 group by e1_0.unit_code", "how many people each unit has"),
            entry("(select count(*) from evaluation e where e.cycle_id = c.id)", "how many evaluations each cycle has"),
            entry("and e.PARENT_ID_ is null group by d.DEPLOYMENT_ID_", "how many evaluations run on each rule book"),
            entry("and e.cycle_id <> ? group by c.id", "late steps of all other cycles: HR's page of one"),
            entry("where e2_0.unit_code<>e1_0.unit_code", "compares the unit of everybody who runs"),
            entry("left join reporting_line rl1_0", "compares the superior of everybody who runs"),
            entry("rl1_0.superior_nip from reporting_line rl1_0", "the lines of a day are as many as people"),
            entry("from reporting_line rl1_0 where rl1_0.until_day is null", "likewise, for an import"),
            entry("superior_nip, account, ended_on from employee", "an import compares everybody (ADR 10)"),
            entry("select nip, superior_nip from employee", "likewise, for circles of superiors"),
            entry(
                    "from calibration k where exists",
                    "whether meetings need the name of one who left: HR asks it for one person, a few times a year"),
            entry(
                    "from assessor_change ac1_0 join evaluation",
                    "a row for each superior that HR changed by hand: some hundred a year, and only HR's list reads them all"),
            entry(
                    "te1_0.recorded_at<? order by te1_0.recorded_at desc,te1_0.id desc limit",
                    "deeds of all people, the newest first: the index by time ends with the page, which EXPLAIN does not count"),
            entry("select d.id from trail_entry d join", "likewise, once for each cycle that is erased"));

    private static final String WITHOUT_ITS_INDEX =
            "select * from ACT_RU_TASK ignore index (ix_act_ru_task_parent) where PARENT_TASK_ID_ = 'x'";

    /** Its task is null in almost every row, which the average of rows per task counts. */
    private static final String MISJUDGED = "ACT_IDX_VARIABLE_TASK_NAME_TYPE";

    @Autowired
    Walker walker;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Town town;

    @Autowired
    TestPeople people;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    FollowUpService followUps;

    @Autowired
    HandOvers handOvers;

    @Autowired
    AwayAndActing offices;

    @Autowired
    Erasures erasures;

    @Autowired
    @Qualifier("engineHealthIndicator")
    HealthIndicator health;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final Answers answers = new Answers(Scheme.QUADRANT);

    @Test
    void noStatementReadsAGrowingTableFromEndToEnd() throws Exception {
        assumeTrue(TestDatabase.isMariaDb(), "H2 plans otherwise");
        var own = town.organisation();
        var cycle = town.cycle(own, Scheme.QUADRANT);
        town.letIn(own, TestPeople.PASSWORD);
        people.account("uji-admin", Role.ADMIN);
        people.account("uji-auditor", Role.AUDITOR);
        var beside = town.organisation();
        walker.untilAssessed(town.openForStaf(beside, Scheme.QUADRANT), answers, "BELOW", "65");

        var asked = new Recorder(database).during(() -> {
            live(own, cycle);
            read(own, cycle);
            search(own);
            jobs();
            health();
            handOver();
            importPeople(own);
            erase(own, cycle);
        });

        var schema = database.sql("select database()").query(String.class).single();
        try (var connection = new SingleConnectionDataSource(url(), TestDatabase.user(), "", true)) {
            var grown = new GrownDatabase(connection, schema);
            try {
                assertThat(grown.believed()).isGreaterThan(GrownDatabase.EVALUATIONS / 2);
                assertThat(asked)
                        .hasSizeGreaterThan(200)
                        .as("what health asks")
                        .anyMatch(statement -> statement.contains("coalesce(DUEDATE_, CREATE_TIME_)"))
                        .anyMatch(statement -> statement.contains("ID_ = ROOT_CAUSE_INCIDENT_ID_"));
                assertThat(faults(List.of(WITHOUT_ITS_INDEX), grown))
                        .as("what a missing index looks like")
                        .isNotEmpty();
                assertThat(faults(asked, grown)).isEmpty();
            } finally {
                grown.drop();
            }
        }
    }

    private String url() throws java.sql.SQLException {
        try (var connection =
                engine.getProcessEngineConfiguration().getDataSource().getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    private static List<String> faults(Collection<String> asked, GrownDatabase grown) {
        var faults = new ArrayList<String>();
        for (var statement : asked) {
            if (MEANT.keySet().stream().anyMatch(Recorder.shape(statement)::contains)) {
                continue;
            }
            for (var read : grown.plan(statement)) {
                var whole = "ALL".equals(read.type()) || "index".equals(read.type());
                if (!MISJUDGED.equals(read.key()) && read.rows() > (whole ? 500 : BOUND)) {
                    faults.add(read + ": " + Recorder.shape(statement));
                }
            }
        }
        return faults;
    }

    /** An objection that changes the result, a training, and everything between. */
    private void live(Town.Organisation own, Cycle cycle) {
        var id = town.openForStaf(own, cycle);
        var plan = walker.untilAssessed(id, answers, "BELOW", "65");
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
        walker.complete(id, Step.DECIDE_OBJECTION, answers.changedDecision(answers.rating(plan, "MEETS", "95")));
        walker.calibrate(id, own.hr(), answers.noMoves());
        walker.confirm(id, answers);
        var until = LocalDate.now(clock).plusMonths(3).toString();
        var development = new HashMap<String, Object>(answers.trainingPlan());
        development.put("coaching", Map.of("kind", "GUIDANCE", "topic", "Jadwal", "until", until));
        development.put("reward", true);
        walker.complete(id, Step.PLAN_DEVELOPMENT, development);
        walker.complete(
                id,
                Step.HOLD_COACHING,
                Map.of("heldOn", LocalDate.now(clock).toString(), "notes", "Dibahas.", "agreements", "Tiap pekan."));
        walker.complete(id, Step.NOMINATE_REWARD, answers.nomination());
        walker.claimAndComplete(id, Step.DECIDE_REWARD, own.hr(), answers.grant());
        var training =
                followUps.find(EvaluationId.of(id)).orElseThrow().trainings().get(0);
        walker.complete(id, Step.CONFIRM_TRAINING, Answers.trainingDone(training.id(), LocalDate.now(clock)));
    }

    private void read(Town.Organisation own, Cycle cycle) {
        var other = town.openForStaf(own, Scheme.NUMERIC);
        for (var account : List.of(own.staf(), own.assessor())) {
            var person = HttpPerson.loggedIn(port, account);
            read(
                    person,
                    "/",
                    "/evaluations",
                    "/evaluations?name=budi&order=employee&cycle=" + cycle.id(),
                    "/evaluations/" + other,
                    "/account/substitutes");
            read(person, "/account/substitutes?search=budi", "/account/tokens", "/account/data");
            tasklist(person, account);
        }
        var hr = HttpPerson.loggedIn(port, own.hr());
        read(
                hr,
                "/",
                "/hr/evaluations?cycle=" + cycle.id(),
                "/hr/evaluations?cycle=" + cycle.id() + "&name=budi&late-order=person");
        read(
                hr,
                "/hr/lines",
                "/hr/lines?page=2",
                "/hr/lines/evaluations/" + other,
                "/hr/incidents",
                "/hr/tasks",
                "/hr/retention");
        read(
                hr,
                "/hr/cycles",
                "/hr/cycles/" + cycle.id(),
                "/hr/cycles/" + cycle.id() + "/change?targetsDue="
                        + cycle.targetsDue().plusDays(1),
                "/hr/people",
                "/hr/substitutes",
                "/hr/substitutes?search=bu");
        tasklist(hr, own.hr());
        var auditor = HttpPerson.loggedIn(port, "uji-auditor");
        read(auditor, "/audit/evaluations?text=budi", "/audit/evaluations/" + other, "/audit/deeds", "/design");
        read(
                auditor,
                "/audit/evaluations/" + other + "?text=budi&down=true",
                "/audit/evaluations?text=budi&order=cycle&export=csv",
                "/admin/logins?account=" + own.staf() + "&from=2026-01-01");
        read(
                HttpPerson.loggedIn(port, "uji-admin"),
                "/admin/accounts?search=staf",
                "/admin/tokens",
                "/admin/logins",
                "/admin/logins?account=" + own.staf(),
                "/account/changes");
    }

    private static void read(HttpPerson person, String... paths) {
        for (var path : paths) {
            assertThat(person.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    private static void tasklist(HttpPerson person, String account) {
        var api = "/camunda/api/engine/engine/default/";
        for (var filter : person.json(api + "filter?resourceType=Task&itemCount=true")) {
            var one = api + "filter/" + filter.get("id").asText();
            read(person, one + "/list?firstResult=0&maxResults=15", one + "/count");
        }
        for (var task : person.json(api + "task?assignee=" + account)) {
            read(person, "/api/tasks/" + task.get("id").asText());
        }
    }

    /** What everybody may ask of the engine, and what oversight asks about one process or person. */
    private void search(Town.Organisation own) {
        for (var account : List.of(own.staf(), own.assessor())) {
            read(
                    HttpPerson.machine(port, account),
                    "/engine-rest/task?assignee=" + account,
                    "/engine-rest/task/count?assignee=" + account,
                    "/engine-rest/task?sortBy=dueDate&sortOrder=asc&candidateUser=" + account,
                    "/engine-rest/task?nameLike=%25sasaran%25&candidateGroup=pegawai",
                    "/engine-rest/task?processInstanceBusinessKey=" + own.number(),
                    "/engine-rest/task?processVariables=employee_eq_" + own.staf() + "&assignee=" + account);
        }
        var process = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .variableName("employee")
                .variableValueEquals("employee", own.staf())
                .listPage(0, 1)
                .get(0)
                .getProcessInstanceId();
        for (var account : List.of(own.hr(), "uji-auditor")) {
            var person = HttpPerson.machine(port, account);
            read(
                    person,
                    "/engine-rest/history/variable-instance?processInstanceId=" + process,
                    "/engine-rest/history/variable-instance/count?processInstanceIdIn=" + process + ",x",
                    "/engine-rest/variable-instance?processInstanceIdIn=" + process,
                    "/engine-rest/history/activity-instance?processInstanceId=" + process,
                    "/engine-rest/history/task?processInstanceId=" + process,
                    "/engine-rest/history/task?taskAssignee=" + own.staf(),
                    "/engine-rest/history/process-instance?processInstanceIds=" + process,
                    "/engine-rest/job?processInstanceId=" + process);
        }
    }

    private void handOver() {
        var own = town.organisation();
        town.letIn(own, TestPeople.PASSWORD);
        var moved = town.openForStaf(own, Scheme.QUADRANT);
        walker.complete(moved, Step.DRAFT_TARGETS, answers.targets());
        town.answerTo(own, 4);
        handOvers.choose(EvaluationId.of(moved), Choice.MOVE, "Mutasi jabatan", actor(own.hr(), Role.HR));
        walker.runJobs(moved);
        offices.leave(own.nip(4), AbsenceKind.LONG_LEAVE, today(), today().plusDays(20), actor(own.hr(), Role.HR));
        read(HttpPerson.loggedIn(port, own.hr()), "/hr/lines/evaluations/" + moved);
    }

    /** One row is taken at once; the other, which would make HR a superior, waits for a second person. */
    private void importPeople(Town.Organisation own) {
        var hr = HttpPerson.loggedIn(port, own.hr());
        var employees = "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n"
                + employee(own, 6, "bawahan", 2)
                + employee(own, 7, "bawahanlain", 8);
        var preview = HttpPerson.parse(hr.multipart("/api/hr/imports", "employees", "pegawai.csv", employees)
                .body());
        var applied = "/api/hr/imports/" + preview.path("id").asText();
        var answer = HttpPerson.parse(
                hr.post(applied + "/apply?confirmed=true", "{}").body());
        assertThat(answer.path("stage").asText()).isEqualTo("APPLIED");
        assertThat(answer.path("changes"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("key").asText()).isEqualTo(own.nip(6)));
        assertThat(answer.path("waiting"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("key").asText()).isEqualTo(own.nip(7)));
        read(hr, applied, "/hr/people/waiting");
        var id = database.sql("select id from waiting_import where asked_by = ?")
                .param(own.hr())
                .query(String.class)
                .single();
        town.answerTo(own, 5);
        read(HttpPerson.loggedIn(port, "uji-admin"), "/hr/people/waiting", "/hr/people/waiting/" + id);
    }

    private static String employee(Town.Organisation own, int person, String account, int superior) {
        return "%s,Orang %d,,Sanitarian,JF,Pemula,H%d,%s,%s%d\n"
                .formatted(own.nip(person), person, own.number(), own.nip(superior), account, own.number());
    }

    private void erase(Town.Organisation own, Cycle cycle) {
        offices.leave(own.nip(3), AbsenceKind.RETIRED, today(), null, actor(own.hr(), Role.HR));
        try {
            ClockUtil.offset(Duration.ofDays(366L * 7).toMillis());
            var hr = HttpPerson.loggedIn(port, own.hr());
            read(hr, "/hr/retention", "/hr/retention/cycles/" + cycle.id(), "/hr/retention/people/" + own.staf());
            walker.runJobs(
                    erasures.eraseCycle(cycle.id(), "Masa simpan habis", cycle.name(), actor(own.hr(), Role.HR)));
        } finally {
            ClockUtil.reset();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Actor actor(String account, Role role) {
        return new Actor(account, Set.of(Role.STAFF, role));
    }

    /** Asks the database, and not what it said to another test a moment ago. */
    private void health() {
        ReflectionTestUtils.setField(health, "last", null);
        assertThat(health.health().getDetails()).containsKey("overdueJobs");
    }

    /** As the job executor looks for work, without taking it. */
    private void jobs() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.getJobManager().findNextJobsToExecute(new Page(0, 3)));
    }
}
