package id.laras.books.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.books.Shelf;
import id.laras.cycle.Scheme;
import id.laras.engine.DeploymentGate;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** HR deploys with the very requests that Camunda Modeler sends. */
@LarasTest
@Tag("database")
class ModelerTests {

    private static final String CREATE = "/engine-rest/deployment/create";
    private static final String APPROVAL = "camunda:assignee=\"${assessor}\" camunda:dueDate=\"P7D\"";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestPeople people;

    @Autowired
    Town town;

    @Autowired
    Walker walker;

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService processes;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private Shelf shelf;
    private HttpPerson hr;

    @BeforeEach
    void asHr() {
        shelf = new Shelf(application).secondPerson(false);
        hr = HttpPerson.machine(port, people.account("uji-pemodel", Role.HR)).of("file://");
    }

    @AfterEach
    void onlyTheShippedBook() {
        shelf.restore();
    }

    @Test
    void theToolFindsTheEngine() {
        assertThat(hr.get("/engine-rest/deployment?maxResults=0").statusCode()).isEqualTo(200);
        assertThat(hr.json("/engine-rest/version").path("version").asText()).startsWith("7.");
    }

    @Test
    void oneFileMakesAWholeBookOfItsOwn() {
        var answer = deploy(
                "target-setting.bpmn", Shelf.shipped("target-setting.bpmn", APPROVAL, APPROVAL.replace("P7D", "P3D")));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var told = HttpPerson.parse(answer.body());
        var deployed = new ArrayList<JsonNode>();
        told.path("deployedProcessDefinitions").forEach(deployed::add);
        assertThat(deployed).hasSize(13);
        assertThat(deployed).allMatch(each -> each.path("deploymentId").equals(told.path("id")));
        assertThat(models.getDeploymentResourceNames(told.path("id").asText())).hasSize(36);
        assertThat(shelf.books()).isEqualTo(2);
        assertThat(shelf.trail("ruleBook.made", "\"origin\":\"REST\"")).isPositive();
        assertThat(HttpPerson.loggedIn(port, "uji-pemodel").get("/design").body())
                .contains("uji-pemodel", "Sasaran lebih cepat", "Dikirim dari pemodel");
    }

    @Test
    void theOriginOfTheToolOpensNothingElse() {
        assertThat(hr.from("file://", "/engine-rest/deployment").statusCode()).isEqualTo(200);
        assertThat(hr.from("file://", "/engine-rest/task").statusCode()).isEqualTo(403);
    }

    @Test
    void aReleaseStaysBehindABookOfHr() {
        var gate = application.getBean(DeploymentGate.class);
        assertThat(gate.takesShipped()).isTrue();
        deploy("target-setting.bpmn", changed());
        assertThat(gate.takesShipped()).isFalse();
    }

    @Test
    void nothingChangedMakesNoBook() {
        var before = shelf.stored();
        var answer = deploy("objection.bpmn", Shelf.shipped("objection.bpmn"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(HttpPerson.parse(answer.body())
                        .path("deployedProcessDefinitions")
                        .isNull())
                .isTrue();
        assertThat(shelf.stored()).isEqualTo(before);
    }

    @Test
    void anEvaluationKeepsTheBookOnWhichItWasOpened() {
        var first = town.organisation();
        var before = town.openForStaf(first, Scheme.QUADRANT);
        deploy("target-setting.bpmn", Shelf.shipped("target-setting.bpmn", APPROVAL, APPROVAL.replace("P7D", "P3D")));
        var after = town.openForStaf(town.organisation(), Scheme.QUADRANT);

        assertThat(days(before)).isEqualTo(7);
        assertThat(days(after)).isEqualTo(3);
    }

    /** Days until the assessor's approval is due. */
    private long days(String evaluation) {
        walker.complete(evaluation, Step.DRAFT_TARGETS, new Answers(Scheme.QUADRANT).targets());
        var due = walker.task(evaluation, Step.APPROVE_TARGETS).getDueDate().toInstant();
        return ChronoUnit.DAYS.between(LocalDate.now(clock), LocalDate.ofInstant(due, clock.getZone()));
    }

    @Test
    void aProcessOfAnotherFileIsRefused() {
        var before = shelf.stored();
        var answer = deploy("keberatan-baru.bpmn", Shelf.shipped("objection.bpmn"));

        assertRefused(answer, "PROCESS_TWICE");
        assertThat(HttpPerson.parse(answer.body()).path("message").asText()).contains("Objection", "objection.bpmn");
        assertThat(shelf.stored()).isEqualTo(before);
    }

    @Test
    void aRefusalTellsEveryFaultAtOnceInOnesLanguage() {
        var before = shelf.stored();
        var files = new LinkedHashMap<String, byte[]>();
        files.put("assessment.bpmn", Shelf.shipped("assessment.bpmn", "${calculateScoreDelegate}", "${dataSource}"));
        files.put(
                "follow-up.bpmn", Shelf.shipped("follow-up.bpmn", " camunda:calledElementBinding=\"deployment\"", ""));
        files.put("rusak.dmn", "<x/>".getBytes(StandardCharsets.UTF_8));
        var answer = hr.speaking("en-GB").multipart(CREATE, fields(), null, files);

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertRefused(answer, "BEAN");
        assertRefused(answer, "BINDING");
        assertRefused(answer, "UNREADABLE");
        assertThat(HttpPerson.parse(answer.body()).path("message").asText())
                .contains("assessment.bpmn", "ServiceTask_CalculateScore", "There is no service dataSource");
        assertThat(shelf.stored()).isEqualTo(before);
        assertThat(shelf.trail("ruleBook.refused", "BINDING")).isPositive();
    }

    @Test
    void aPathThatBreaksARuleIsToldInTheWordsOfTheDiagram() {
        var way = "sourceRef=\"Gateway_TargetsApproved\" targetRef=\"";
        var answer = deploy(
                "target-setting.bpmn",
                Shelf.shipped(
                        "target-setting.bpmn", way + "EndEvent_TargetsApproved", way + Step.DRAFT_TARGETS.task()));

        assertRefused(answer, "ENDLESS");
        assertThat(HttpPerson.parse(answer.body()).path("message").asText())
                .contains("target-setting.bpmn › ", "Jalan ke sana: Penetapan sasaran kinerja dimulai");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "HR")
    void nobodyButHrDeploys(Role role) {
        var before = shelf.stored();
        var other = HttpPerson.machine(port, people.account("uji-pemodel-" + role.ordinal(), role));
        var answer = other.multipart(CREATE, fields(), null, Map.of("a.bpmn", changed()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Hanya SDM");
        assertThat(shelf.stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", "file:///x"})
    void anotherSiteUsesNobodysPassword(String origin) {
        var before = shelf.stored();
        var answer = hr.of(origin).multipart(CREATE, fields(), null, Map.of("target-setting.bpmn", changed()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(shelf.stored()).isEqualTo(before);
    }

    @Test
    void aSessionDeploysThroughNoDoorOfTheEngine() {
        var before = shelf.stored();
        var browser = HttpPerson.loggedIn(port, "uji-pemodel");
        var files = Map.of("target-setting.bpmn", changed());

        assertThat(browser.multipart(CREATE, fields(), null, files).statusCode())
                .isEqualTo(401);
        assertThat(browser.multipart("/camunda/api/engine/engine/default/deployment/create", fields(), null, files)
                        .statusCode())
                .isEqualTo(404);
        assertThat(shelf.stored()).isEqualTo(before);
    }

    @Test
    void deletingAndSuspendingStayClosed() {
        var deployment = shelf.deployments().get(0);
        var closed = List.of(
                hr.delete("/engine-rest/deployment/" + deployment + "?cascade=true"),
                hr.post("/engine-rest/deployment/" + deployment + "/redeploy", "{}"),
                hr.put("/engine-rest/process-definition/key/Evaluation/suspended", "{\"suspended\":true}"),
                hr.delete("/engine-rest/process-definition/key/Evaluation"),
                hr.post("/engine-rest/migration/execute", "{}"),
                hr.post("/engine-rest/process-definition/key/Evaluation/start", "{}"));

        assertThat(closed).allMatch(answer -> answer.statusCode() == 404);
    }

    @Test
    void whatWaitsForASecondPersonIsSaidInWords() {
        shelf.secondPerson(true);
        var answer = deploy("target-setting.bpmn", changed());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(HttpPerson.parse(answer.body()).path("message").asText())
                .contains("menunggu persetujuan", "Tidak perlu dikirim kembali");
        assertThat(shelf.proposals()).isEqualTo(1);
        assertThat(shelf.books()).isEqualTo(1);

        assertThat(deploy("target-setting.bpmn", changed()).statusCode()).isEqualTo(409);
        assertThat(shelf.proposals()).isEqualTo(1);
    }

    private static byte[] changed() {
        return Shelf.shipped("target-setting.bpmn", APPROVAL, APPROVAL.replace("P7D", "P3D"));
    }

    private HttpResponse<String> deploy(String file, byte[] content) {
        return hr.multipart(CREATE, fields(), null, Map.of(file, content));
    }

    /** As the tool names them; whatever is in them, a whole book is made. */
    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("deployment-name", "Sasaran lebih cepat");
        fields.put("deployment-source", "Camunda Modeler");
        fields.put("enable-duplicate-filtering", "true");
        fields.put("deploy-changed-only", "true");
        fields.put("tenant-id", "lain");
        return fields;
    }

    private static void assertRefused(HttpResponse<String> answer, String rule) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(HttpPerson.parse(answer.body()).path("faults").findValuesAsText("rule"))
                .contains(rule);
    }
}
