package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.TestTeam;
import id.laras.cycle.Scheme;
import id.laras.engine.probe.Probes;
import id.laras.engine.probe.Probes.Probe;
import id.laras.steps.Step;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Staff at the engine's two REST doors: they see their own task, and change nothing but by completing it. */
@LarasTest
@Tag("walk")
class EngineAttackTests {

    /** The same API twice: for machines with Basic, for Tasklist with the session. */
    enum Door {
        ENGINE_REST("/engine-rest"),
        WEBAPP("/camunda/api/engine/engine/default");

        private final String path;

        Door(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }

        HttpPerson as(int port, String account) {
            return this == ENGINE_REST ? HttpPerson.machine(port, account) : HttpPerson.loggedIn(port, account);
        }
    }

    @Autowired
    Probes probes;

    @Autowired
    AccountDirectory directory;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ApplicationContext application;

    @LocalServerPort
    int port;

    Probe probe;

    @BeforeEach
    void start() {
        probe = probes.start();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReadsTheTaskOfSomebodyElse(Door door) {
        var stranger = door.as(port, "uji-rekan");
        var task = "/task/" + probe.taskId();
        for (var path : List.of(
                task,
                task + "/variables",
                task + "/localVariables",
                task + "/form-variables",
                task + "/deployed-form",
                task + "/form",
                task + "/comment",
                task + "/attachment",
                task + "/identity-links",
                "/process-instance/" + probe.processInstanceId(),
                "/process-instance/" + probe.processInstanceId() + "/variables",
                "/history/process-instance/" + probe.processInstanceId())) {
            assertThat(stranger.get(door.path + path).statusCode()).as(path).isBetween(400, 499);
        }
        for (var path : List.of(
                "/task?processInstanceId=", "/variable-instance?processInstanceIdIn=",
                "/history/task?processInstanceId=", "/history/variable-instance?processInstanceId=",
                "/history/activity-instance?processInstanceId=", "/history/detail?processInstanceId=",
                "/history/user-operation?processInstanceId=", "/history/identity-link-log?processInstanceId=",
                "/execution?processInstanceId=", "/process-instance?processInstanceIds=",
                "/history/process-instance?processInstanceIds=", "/incident?processInstanceId=",
                "/job?processInstanceId=", "/history/job-log?processInstanceId=")) {
            var answer = stranger.get(door.path + path + probe.processInstanceId());
            assertThat(answer.body()).as(path).doesNotContain("uji-pegawai", "uji-atasan", "Siti Aminah");
            assertThat(answer.statusCode() == 404 || "[]".equals(answer.body()))
                    .as(path + answer.body())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyTriesTheirColleaguesPasswordsThere(Door door) {
        var right = "{\"username\":\"uji-rekan\",\"password\":\"" + TestPeople.PASSWORD + "\"}";
        var employee = door.as(port, "uji-pegawai");
        for (var path : List.of(
                "/identity/verify",
                "/identity/verify/",
                "/identity//verify",
                "/identity/%76erify",
                "/identity/verify;x",
                "/engine/default/identity/verify/")) {
            var answer = employee.post(door.path + path, right);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("authenticated");
        }
    }

    @Test
    void theEngineItselfChecksNoPassword() {
        assertThat(directory.matches("uji-rekan", TestPeople.PASSWORD)).isTrue();
        assertThat(identity.checkPassword("uji-rekan", TestPeople.PASSWORD)).isFalse();
    }

    /** Version 1 holds the time, and the next id is the next number. */
    @Test
    void noIdTellsWhenItWasMade() {
        var process = runtime.createProcessInstanceQuery()
                .processInstanceId(probe.processInstanceId())
                .singleResult();
        var variable = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(process.getId())
                .list()
                .get(0);
        assertThat(List.of(probe.taskId(), process.getId(), variable.getId()))
                .allSatisfy(id -> assertThat(UUID.fromString(id).version()).isEqualTo(4));
    }

    @ParameterizedTest
    @EnumSource
    void theAssigneeReadsTheirTaskAndComments(Door door) {
        var employee = door.as(port, "uji-pegawai");
        assertThat(employee.get(door.path + "/task/" + probe.taskId()).statusCode())
                .isEqualTo(200);
        var comment =
                employee.post(door.path + "/task/" + probe.taskId() + "/comment/create", "{\"message\":\"Sudah 👍\"}");
        assertThat(comment.statusCode()).as(comment.body()).isEqualTo(200);
        assertThat(employee.json(door.path + "/task/" + probe.taskId() + "/comment")
                        .path(0)
                        .path("message")
                        .asText())
                .isEqualTo("Sudah 👍");
    }

    @ParameterizedTest
    @EnumSource
    void theAssigneeChangesNothingButByCompleting(Door door) {
        var employee = door.as(port, "uji-pegawai");
        var task = door.path + "/task/" + probe.taskId();
        var process = door.path + "/process-instance/" + probe.processInstanceId();
        var value = "{\"value\":\"uji-pegawai\",\"type\":\"String\"}";
        var smuggled = "{\"variables\":{\"boss\":" + value + "}}";
        var attacks = new ArrayList<HttpResponse<String>>();
        Stream.of("/complete", "/submit-form", "/resolve")
                .forEach(end -> attacks.add(employee.post(task + end, smuggled)));
        attacks.add(
                employee.post(task + "/bpmnError", "{\"errorCode\":\"any\",\"variables\":{\"boss\":" + value + "}}"));
        attacks.add(employee.post(task + "/bpmnEscalation", "{\"escalationCode\":\"any\"}"));
        attacks.add(employee.put(task + "/variables/boss", value));
        attacks.add(employee.put(task + "/localVariables/boss", value));
        attacks.add(employee.post(task + "/variables", "{\"modifications\":{\"boss\":" + value + "}}"));
        attacks.add(employee.delete(task + "/variables/boss"));
        attacks.add(employee.post(task + "/assignee", "{\"userId\":\"uji-rekan\"}"));
        attacks.add(employee.post(task + "/delegate", "{\"userId\":\"uji-rekan\"}"));
        attacks.add(employee.post(task + "/unclaim", "{}"));
        attacks.add(employee.post(task + "/identity-links", "{\"userId\":\"uji-rekan\",\"type\":\"candidate\"}"));
        attacks.add(employee.put(task, "{\"name\":\"Lain\",\"assignee\":\"uji-rekan\"}"));
        attacks.add(employee.delete(task));
        attacks.add(employee.put(process + "/variables/boss", value));
        attacks.add(employee.post(process + "/variables", "{\"modifications\":{\"boss\":" + value + "}}"));
        attacks.add(employee.post(
                process + "/modification",
                "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"UserTask_Answer\"}]}"));
        attacks.add(employee.delete(process));
        attacks.add(employee.put(process + "/suspended", "{\"suspended\":true}"));
        attacks.add(employee.post(door.path + "/execution/" + probe.processInstanceId() + "/signal", "{}"));
        attacks.add(employee.delete(door.path + "/history/process-instance/" + probe.processInstanceId()));

        assertThat(attacks)
                .allSatisfy(attack -> assertThat(attack.statusCode())
                        .as(attack.request().method() + " " + attack.uri() + " " + attack.body())
                        .isGreaterThanOrEqualTo(400));
        assertThat(employee.json(task + "/variables").path("boss").path("value").asText())
                .isEqualTo("uji-atasan");
        assertThat(probes.task(probe.businessKey()).getAssignee()).isEqualTo("uji-pegawai");
        assertThat(probes.task(probe.businessKey()).getId()).isEqualTo(probe.taskId());
    }

    @ParameterizedTest
    @EnumSource
    void staffStartDeployAndGrantNothing(Door door) {
        var employee = door.as(port, "uji-pegawai");
        var model = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>";
        var attacks = List.of(
                employee.post(door.path + "/process-definition/key/Probe/start", "{}"),
                employee.post(door.path + "/process-definition/key/Probe/submit-form", "{\"variables\":{}}"),
                employee.multipart(door.path + "/deployment/create", "data", "rogue.bpmn", model),
                employee.post(door.path + "/task/create", "{\"name\":\"Lain\",\"assignee\":\"uji-pegawai\"}"),
                employee.post(
                        door.path + "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"Lain\",\"query\":{}}"),
                employee.post(
                        door.path + "/user/create",
                        "{\"profile\":{\"id\":\"rogue\"},\"credentials\":{\"password\":\"rogue-rogue\"}}"),
                employee.post(door.path + "/group/create", "{\"id\":\"rogue\",\"name\":\"rogue\"}"),
                employee.put(door.path + "/group/camunda-admin/members/uji-pegawai", "{}"),
                employee.post(
                        door.path + "/authorization/create",
                        "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"uji-pegawai\",\"resourceType\":7,\"resourceId\":\"*\"}"),
                employee.put(door.path + "/process-definition/key/Probe/suspended", "{\"suspended\":true}"));
        assertThat(attacks)
                .allSatisfy(attack -> assertThat(attack.statusCode())
                        .as(attack.request().method() + " " + attack.uri() + " " + attack.body())
                        .isGreaterThanOrEqualTo(400));
        assertThat(employee.get(door.path + "/task?name=Lain&assignee=uji-pegawai")
                        .body())
                .isEqualTo("[]");
        assertThat(directory.find(new AccountDirectory.Search(List.of("rogue"), null, null, null), 0, 1))
                .isEmpty();
        assertThat(directory.roles("uji-pegawai")).containsExactly(Role.STAFF);
    }

    @ParameterizedTest
    @EnumSource
    void staffFindThemselvesOnlyAndHrFindsEverybody(Door door) {
        var employee = door.as(port, "uji-pegawai");
        for (var path : List.of("/user", "/user?id=uji-sdm", "/group?member=uji-sdm", "/group?member=uji-pegawai")) {
            assertThat(employee.get(door.path + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(employee.get(door.path + "/user/uji-pegawai/profile").statusCode())
                .isEqualTo(200);
        assertThat(employee.get(door.path + "/user/uji-sdm/profile").statusCode())
                .isEqualTo(404);

        var hr = door.as(port, "uji-sdm");
        assertThat(hr.json(door.path + "/user?id=uji-pegawai")).hasSize(1);
        assertThat(hr.json(door.path + "/user?memberOfGroup=auditor").toString())
                .contains("uji-auditor")
                .doesNotContain("uji-rekan");
        assertThat(hr.json(door.path + "/user?firstNameLike=Uji%20uji-at%25")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo("uji-atasan");
        assertThat(hr.json(door.path + "/user/count?memberOfGroup=nobody")
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(hr.json(door.path + "/group?member=uji-sdm").toString())
                .contains("pegawai", "sdm")
                .doesNotContain("auditor");
    }

    @ParameterizedTest
    @EnumSource
    void hrAndAuditorsOnlyReadAndAdministratorsReadNoEvaluation(Door door) {
        var team = TestTeam.open(application, Scheme.QUADRANT);
        var drafting = team.task(team.id("staff"), "staff", Step.DRAFT_TARGETS);
        var task = door.path + "/task/" + drafting.getId();
        var process = drafting.getProcessInstanceId();
        for (var reader : List.of("uji-sdm", "uji-auditor")) {
            var person = door.as(port, reader);
            assertThat(person.get(task).statusCode()).as(reader).isEqualTo(200);
            assertThat(person.json(task + "/variables")
                            .path("employee")
                            .path("value")
                            .asText())
                    .isEqualTo(team.account("staff"));
            assertThat(person.json(door.path + "/history/process-instance?processInstanceIds=" + process))
                    .as(reader)
                    .hasSize(1);
            assertThat(person.json(door.path + "/history/variable-instance?processInstanceId=" + process))
                    .as(reader)
                    .isNotEmpty();
            assertThat(person.post(task + "/assignee", "{\"userId\":\"" + reader + "\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(person.post(task + "/complete", "{}").statusCode()).isBetween(400, 499);
            assertThat(person.delete(door.path + "/process-instance/" + process).statusCode())
                    .isEqualTo(404);
        }
        var admin = door.as(port, "uji-admin");
        assertThat(admin.get(task).statusCode()).isBetween(400, 499);
        for (var list : List.of("/task", "/history/task", "/variable-instance", "/history/variable-instance")) {
            var of = list.equals("/variable-instance") ? "?processInstanceIdIn=" : "?processInstanceId=";
            assertThat(admin.get(door.path + list + of + process).body())
                    .as(list)
                    .isEqualTo("[]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatNobodyHasNamedIsReadByNobody(Door door) {
        for (var reader : List.of("uji-sdm", "uji-auditor", "uji-admin")) {
            var person = door.as(port, reader);
            assertThat(person.get(door.path + "/task/" + probe.taskId()).statusCode())
                    .as(reader)
                    .isBetween(400, 499);
            assertThat(person.get(door.path + "/history/task?processInstanceId=" + probe.processInstanceId())
                            .body())
                    .as(reader)
                    .isEqualTo("[]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everybodyFindsTheSharedFiltersAndOnlyTheirOwnTasksThere(Door door) {
        var employee = door.as(port, "uji-pegawai");
        var filters = employee.json(door.path + "/filter?resourceType=Task");
        assertThat(filters)
                .extracting(filter -> filter.path("name").asText())
                .containsExactlyInAnyOrder("Tugas saya", "Tugas kelompok saya", "Dibagi dengan pengganti", "Terlambat");
        var mine = Stream.of(0, 1, 2, 3)
                .map(filters::path)
                .filter(filter -> "Tugas saya".equals(filter.path("name").asText()))
                .findFirst()
                .orElseThrow();
        var list = "/filter/" + mine.path("id").asText() + "/list?maxResults=500";
        assertThat(employee.json(door.path + list))
                .extracting(task -> task.path("id").asText())
                .contains(probe.taskId());
        assertThat(door.as(port, "uji-rekan").json(door.path + list))
                .extracting(task -> task.path("id").asText())
                .doesNotContain(probe.taskId());
        for (int i = 0; i < 4; i++) {
            var answer = employee.get(
                    door.path + "/filter/" + filters.path(i).path("id").asText() + "/list");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    /** CVE-2026-109432. */
    @ParameterizedTest
    @EnumSource
    void anExpressionInAQueryRunsNoCode(Door door) {
        var employee = door.as(port, "uji-pegawai");
        var property = "laras.attacked." + door;
        var code = "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
                + ".invoke(null, '" + property + "', 'yes')}";
        var filter = employee.json(door.path + "/filter").path(0).path("id").asText();
        for (var field :
                List.of("assigneeExpression", "candidateUserExpression", "dueBeforeExpression", "ownerExpression")) {
            var query = "{\"" + field + "\":\"" + code + "\"}";
            for (var body : List.of(query, "{\"orQueries\":[" + query + "]}")) {
                employee.post(door.path + "/task", body);
                employee.post(door.path + "/task/count", body);
                employee.post(door.path + "/filter/" + filter + "/list", body);
                employee.post(door.path + "/filter/" + filter + "/count", body);
            }
        }
        assertThat(System.getProperty(property)).isNull();
    }
}
