package id.laras.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.evidence.FileService;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.security.AccountService;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.target.TargetService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Whoever reads somebody else's evaluation by a form or through the engine is written down, once a day. */
@LarasTest
@Tag("database")
@Tag("walk")
class ReadingTests {

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    TargetService targets;

    @Autowired
    FileService files;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc web;

    @Autowired
    TestPeople testPeople;

    @Autowired
    AccountService accounts;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final Answers answers = new Answers(Scheme.QUADRANT);
    private Town.Organisation people;
    private String id;

    @BeforeEach
    void open() {
        people = town.organisation();
        id = town.openForStaf(people, Scheme.QUADRANT);
        town.letIn(people, TestPeople.PASSWORD);
    }

    private List<String> readers(String what) {
        return database.sql("select actor from trail_entry where subject = ? and what = ? order by id")
                .params(id, what)
                .query(String.class)
                .list();
    }

    @Test
    void aFormTellsWhoElseReadItOnceADay() {
        var own = walker.task(id, Step.DRAFT_TARGETS).getId();
        HttpPerson.loggedIn(port, people.staf()).get("/api/tasks/" + own);
        assertThat(readers("task.read")).isEmpty();

        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var approve = walker.task(id, Step.APPROVE_TARGETS).getId();
        var supervisor = HttpPerson.loggedIn(port, people.supervisor());
        supervisor.get("/api/tasks/" + approve);
        supervisor.get("/api/tasks/" + approve);
        HttpPerson.loggedIn(port, people.peer()).get("/api/tasks/" + approve);
        assertThat(readers("task.read")).containsExactly(people.supervisor());
    }

    @Test
    void theFormOfAnOpinionIsReadConfidentially() {
        untilAsked();
        var task = asked();
        HttpPerson.loggedIn(port, task.getAssignee()).get("/api/tasks/" + task.getId());
        assertThat(readers("task.read")).doesNotContain(task.getAssignee());
        assertThat(readers("feedback.read")).containsExactly(task.getAssignee());
        var timeline = "/audit/evaluations/" + id;
        assertThat(HttpPerson.loggedIn(port, people.hr()).get(timeline).body())
                .contains("Membaca jejak ini")
                .doesNotContain("umpan balik");
        database.sql("update cycle set feedback_closes = ? where id = (select cycle_id from evaluation where id = ?)")
                .params(LocalDate.now(clock).minusDays(1), id)
                .update();
        assertThat(HttpPerson.loggedIn(port, people.hr()).get(timeline).body())
                .contains("Membaca formulir umpan balik")
                .doesNotContain("Citra Lestari " + people.number(), "Dedi Kurnia " + people.number());
    }

    @Test
    void theHandOverPageTellsWhoReadIt() {
        HttpPerson.loggedIn(port, people.hr()).get("/hr/lines/evaluations/" + id);
        assertThat(readers("lines.read")).containsExactly(people.hr());
    }

    @Test
    void anIdThatComesPercentEncodedIsWrittenDownToo() {
        var process = walker.task(id, Step.DRAFT_TARGETS).getProcessInstanceId();
        var encoded = process.replace("-", "%2d");
        var hr = HttpPerson.machine(port, people.hr());
        // in a path there is only one spelling
        assertThat(hr.get("/engine-rest/process-instance/" + encoded + "/variables")
                        .statusCode())
                .isEqualTo(400);
        assertThat(readers("engine.read")).isEmpty();
        hr.get("/engine-rest/history/variable-instance?processInstanceId=" + encoded);
        assertThat(readers("engine.read")).containsExactly(people.hr());
    }

    @Test
    void whatHrReadsThroughTheEngineIsWrittenDownByIdAndByPath() {
        var task = walker.task(id, Step.DRAFT_TARGETS);
        var hr = HttpPerson.machine(port, people.hr());
        hr.get("/engine-rest/process-instance/" + task.getProcessInstanceId() + "/variables");
        hr.get("/engine-rest/history/variable-instance?processInstanceId=" + task.getProcessInstanceId());
        HttpPerson.loggedIn(port, people.hr()).get("/camunda/api/engine/engine/default/task/" + task.getId());
        assertThat(readers("engine.read")).containsExactly(people.hr());

        hr.get("/engine-rest/history/task");
        hr.get("/engine-rest/history/task?sortBy=taskId&sortOrder=asc");
        assertThat(searches(people.hr()))
                .contains(
                        "{\"path\":\"/engine-rest/history/task\"}",
                        "{\"path\":\"/engine-rest/history/task\",\"query\":\"sortBy=taskId&sortOrder=asc\"}")
                .noneMatch(search -> search.contains("/process-instance/"));

        HttpPerson.machine(port, people.peer()).get("/engine-rest/task/" + task.getId());
        HttpPerson.machine(port, people.staf()).get("/engine-rest/task/" + task.getId());
        assertThat(readers("engine.read")).containsExactly(people.hr());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HR,/hr/evaluations", "PERFORMANCE_TEAM,/hr/evaluations", "AUDITOR,/audit/evaluations"})
    void whatSomebodySearchesOnOurOwnListsIsWrittenDownOnceADay(String line) {
        var role = Role.valueOf(line.split(",")[0]);
        var path = line.split(",")[1];
        var account = testPeople.account("pembaca" + people.number(), role);
        var reader = HttpPerson.loggedIn(port, account);
        for (var time = 1; time <= 2; time++) {
            assertThat(reader.get(path + "?name=Budi+Santoso").statusCode()).isEqualTo(200);
        }
        assertThat(searches(account, "evaluations.searched"))
                .containsExactly("{\"path\":\"" + path + "\",\"query\":\"name=Budi Santoso\"}");
        assertThat(HttpPerson.loggedIn(port, people.staf()).get(path).statusCode())
                .isEqualTo(403);
        assertThat(searches(people.staf(), "evaluations.searched")).isEmpty();
    }

    private List<String> searches(String actor) {
        return searches(actor, "engine.searched");
    }

    private List<String> searches(String actor, String what) {
        return database.sql("select answer from trail_entry where what = ? and subject = 'deeds'"
                        + " and actor = ? order by id")
                .param(what)
                .param(actor)
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hr", "auditor"})
    void anIdThatNobodyHasHidesNoSearch(String role) {
        var account = role.equals("hr") ? people.hr() : testPeople.account("inspektur" + people.number(), Role.AUDITOR);
        var reader = HttpPerson.machine(port, account);
        var nobodys = "00000000-0000-0000-0000-000000000000";
        assertThat(reader.get("/engine-rest/history/process-instance?maxResults=500&x=" + nobodys)
                        .body())
                .contains("processDefinitionId");
        assertThat(searches(account))
                .containsExactly("{\"path\":\"/engine-rest/history/process-instance\",\"query\":\"maxResults=500&x="
                        + nobodys + "\"}");
        // refused, and noted all the same
        assertThat(reader.get("/engine-rest/history/variable-instance?maxResults=500&x=" + nobodys)
                        .statusCode())
                .isEqualTo(400);
        assertThat(searches(account)).hasSize(2);
        // an id of an evaluation beside the question narrows nothing: both are told
        reader.get("/engine-rest/history/task?maxResults=500&x="
                + walker.task(id, Step.DRAFT_TARGETS).getProcessInstanceId());
        assertThat(readers("engine.read")).containsExactly(account);
        assertThat(searches(account))
                .contains("{\"path\":\"/engine-rest/history/task\",\"query\":\"maxResults=500&x=*\"}");
    }

    @Test
    void aBusinessKeyIsResolvedInTheAddressAndInTheBody() {
        var auditor = testPeople.account("inspektur" + people.number(), Role.AUDITOR);
        HttpPerson.machine(port, people.hr()).get("/engine-rest/history/task?processInstanceBusinessKey=" + id);
        assertThat(readers("engine.read")).containsExactly(people.hr());
        HttpPerson.machine(port, auditor).post("/engine-rest/process-instance", "{\"businessKey\":\"" + id + "\"}");
        assertThat(readers("engine.read")).containsExactly(people.hr(), auditor);
        assertThat(searches(auditor))
                .containsExactly(
                        "{\"path\":\"/engine-rest/process-instance\",\"body\":\"{\\\"businessKey\\\":\\\"*\\\"}\"}");
    }

    @Test
    void everySearchIsRecordedWithItsBodyAlsoOnTheSamePath() {
        var hr = HttpPerson.machine(port, people.hr());
        hr.get("/engine-rest/history/task");
        for (var body : List.of(
                "{\"taskNameLike\":\"%Budi%\"}",
                "{\"orQueries\":[{\"taskAssignee\":\"" + people.staf() + "\"}]}", "{\"taskNameLike\":\"%Budi%\"}")) {
            assertThat(hr.post("/engine-rest/history/task", body).statusCode()).isEqualTo(200);
        }
        assertThat(searches(people.hr()))
                .hasSize(3)
                .anyMatch(search -> search.contains("taskNameLike"))
                .anyMatch(search -> search.contains(people.staf()));
        // in other letters than this server's own
        var request = "{\"taskNameLike\":\"%Ratna%\"}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(hr.post("/engine-rest/history/task", request).statusCode()).isEqualTo(200);
        assertThat(searches(people.hr())).hasSize(4).anyMatch(search -> search.contains("%Ratna%"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /history/process-instance",
                "GET /history/process-instance/count",
                "GET /history/process-instance?sortBy=businessKey&sortOrder=asc",
                "POST /history/process-instance",
                "POST /history/process-instance/count",
                "GET /history/activity-instance",
                "GET /history/variable-instance?deserializeValues=false&processInstanceId=tidak-ada",
                "POST /history/variable-instance {\"processInstanceId\":\"tidak-ada\"}",
                "GET /history/decision-instance",
                "GET /history/decision-instance/count",
                "GET /history/user-operation?category=Operator",
                "GET /task",
                "POST /task",
                "POST /task/count",
                "GET /process-instance",
                "POST /variable-instance {\"processInstanceIdIn\":[\"tidak-ada\"]}",
                "GET /job",
                "POST /job",
                "POST /filter/{filter}/list",
                "GET /filter/{filter}/list",
                "GET /filter/{filter}/count",
                "POST /cockpit/incident/",
                "POST /cockpit/process-instance",
                "POST /cockpit/process-instance/count",
                "POST /cockpit/process-instance/{instance}/called-process-instances",
            })
    void everyKindOfSearchIsTold(String endpoint) {
        var verb = endpoint.split(" ")[0];
        var filter = engine.getFilterService().createFilterQuery().list().get(0).getId();
        var instance = walker.task(id, Step.DRAFT_TARGETS).getProcessInstanceId();
        var parts = endpoint.split(" ", 3);
        var body = parts.length > 2 ? parts[2] : "{}";
        var path = parts[1].replace("{filter}", filter).replace("{instance}", instance);
        var machine = HttpPerson.machine(port, people.hr());
        var browser = HttpPerson.loggedIn(port, people.hr());
        var doors = path.startsWith("/cockpit")
                ? List.of("/camunda/api/cockpit/plugin/base/default" + path.substring("/cockpit".length()))
                : List.of("/engine-rest" + path, "/camunda/api/engine/engine/default" + path);
        for (var door : doors) {
            var person = door.startsWith("/camunda") ? browser : machine;
            var before = searches(people.hr()).size();
            var answer = verb.equals("GET") ? person.get(door) : person.post(door, body);
            assertThat(answer.statusCode()).as(door + " " + answer.body()).isLessThan(300);
            assertThat(searches(people.hr())).as(door).hasSize(before + 1);
        }
    }

    @Test
    void aQuestionThatIsTooLongToBeToldIsNotAnswered() {
        var hr = HttpPerson.machine(port, people.hr());
        var padded = "{\"taskNameLike\":\"%Budi%\"" + " ".repeat(70_000) + "}";
        var answer = hr.post("/engine-rest/history/task", padded);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Pertanyaan").doesNotContain("Budi");
    }

    @Test
    void whatStaffAskIsNotKept() {
        var staf = HttpPerson.machine(port, people.staf());
        staf.get("/engine-rest/history/task?maxResults=500");
        staf.post("/engine-rest/task", "{\"processInstanceBusinessKey\":\"" + id + "\"}");
        assertThat(searches(people.staf())).isEmpty();
    }

    /** HR are colleagues too: Tasklist asks much about a task that is open, and the list of deeds is read by others. */
    @Test
    void whichOpinionHrWasAskedForIsNotGivenAwayByTheirSearches() {
        untilAsked();
        var task = asked();
        accounts.grant(task.getAssignee(), Role.HR);
        var colleague = HttpPerson.loggedIn(port, task.getAssignee());
        var api = "/camunda/api/engine/engine/default";
        for (var path : List.of(
                "/task/" + task.getId(),
                "/task/" + task.getId() + "/comment",
                "/history/user-operation?taskId=" + task.getId(),
                "/history/task?processInstanceId=" + task.getProcessInstanceId())) {
            colleague.get(api + path);
        }
        colleague.post(api + "/task", "{\"processInstanceId\":\"" + task.getProcessInstanceId() + "\"}");
        assertThat(readers("engine.read")).isEmpty();
        assertThat(searches(task.getAssignee()))
                .isNotEmpty()
                .noneMatch(search -> search.contains(task.getId()))
                .noneMatch(search -> search.contains(task.getProcessInstanceId()));
    }

    @Test
    void whoWasAskedForAnOpinionIsNotGivenAwayByWhatTasklistReads() {
        untilAsked();
        var task = asked();
        var colleague = HttpPerson.loggedIn(port, task.getAssignee());
        for (var path : List.of("", "/variables", "/comment", "/identity-links")) {
            colleague.get("/camunda/api/engine/engine/default/task/" + task.getId() + path);
        }
        colleague.get("/camunda/api/engine/engine/default/history/task?processInstanceId="
                + walker.task(id, Step.ASSESS_SELF).getProcessInstanceId());
        var evaluation = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .processDefinitionKey("Evaluation")
                .singleResult();
        colleague.get("/camunda/api/engine/engine/default/history/task?processInstanceId=" + evaluation.getId());
        colleague.get("/camunda/api/cockpit/plugin/base/default/process-instance/" + evaluation.getId()
                + "/called-process-instances");
        assertThat(readers("engine.read")).isEmpty();
        assertThat(data(people.staf())).doesNotContain(task.getAssignee(), "Membaca");
    }

    @Test
    void onesOwnDataHoldOnesOwnOpinionsAndTheEmployeesDoNot() throws Exception {
        untilAsked();
        var task = asked();
        var words = "Kata " + UUID.randomUUID();
        var opinion = new java.util.HashMap<>(answers.feedback("MEETS", "95"));
        opinion.put("comment", words);
        walker.complete(task, task.getAssignee(), opinion);

        assertThat(data(task.getAssignee())).contains(words, "Budi Santoso " + people.number());
        for (var other : List.of(people.staf(), people.supervisor(), people.hr())) {
            assertThat(data(other)).doesNotContain(words);
        }
    }

    private String data(String account) {
        return HttpPerson.loggedIn(port, account).get("/account/data").body();
    }

    @Test
    void theArchiveHoldsOnesOwnFilesAndNobodyElses() throws Exception {
        var mine = files.store(
                        new Actor(people.staf(), Set.of(Role.STAFF)),
                        EvaluationId.of(id),
                        "bukti.pdf",
                        "%PDF-1.4 milik saya".getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .fileId();
        var theirs = files.store(
                        new Actor(people.supervisor(), Set.of(Role.STAFF)),
                        EvaluationId.of(id),
                        "penilai.pdf",
                        "%PDF-1.4 milik penilai".getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .fileId();
        assertThat(names(people.staf())).containsExactlyInAnyOrder("data.json", "files/" + mine + "-bukti.pdf");
        assertThat(names(people.supervisor()))
                .containsExactlyInAnyOrder("data.json", "files/" + theirs + "-penilai.pdf");
        assertThat(names(people.peer())).containsExactly("data.json");
    }

    private Set<String> names(String account) throws Exception {
        var begun = web.perform(MockMvcRequestBuilders.get("/account/data.zip").with(user(account)))
                .andReturn();
        var content = web.perform(MockMvcRequestBuilders.asyncDispatch(begun))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return entries(content);
    }

    private static Set<String> entries(byte[] archive) throws IOException {
        var names = new TreeSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private void untilAsked() {
        walker.untilApproved(id, answers);
        assertThat(targets.approved(EvaluationId.of(id))).isPresent();
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
    }

    private org.camunda.bpm.engine.task.Task asked() {
        return walker.tasks(id, Step.GIVE_FEEDBACK).get(0);
    }
}
