package id.laras.books.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.books.BookRefused;
import id.laras.books.Shelf;
import id.laras.engine.RuleBook;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What HR, or somebody with their password, may send: whatever it is, it is refused in words and nothing of it stays. */
@LarasTest
class HostileBookTests {

    private static final String CREATE = "/engine-rest/deployment/create";
    private static final String DELEGATE = "camunda:delegateExpression=\"${calculateScoreDelegate}\"";
    private static final String ASSIGNEE = "camunda:assignee=\"${assessor}\"";
    private static final String RATING = "camunda:assignee=\"${assessor}\" camunda:dueDate=\"P7D\">";
    private static final String RATED = "<bpmn:outgoing>Flow_EmployeeRated</bpmn:outgoing>";
    private static final String INVITED = "${colleaguesInvited}";
    private static final String CONDITION = "${targetsApproved}";

    @Autowired
    ApplicationContext application;

    @Autowired
    TestPeople people;

    @Autowired
    RepositoryService models;

    @LocalServerPort
    int port;

    private Shelf shelf;
    private HttpPerson hr;

    @BeforeEach
    void asHr() {
        shelf = new Shelf(application).secondPerson(false);
        hr = HttpPerson.machine(port, people.account("uji-pengirim", Role.HR));
    }

    @AfterEach
    void onlyTheShippedBook() {
        shelf.restore();
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                model("CODE", DELEGATE, "camunda:class=\"java.lang.Object\""),
                model("CODE", DELEGATE, "camunda:type=\"external\" camunda:topic=\"x\""),
                model("CODE", "<bpmn:extensionElements>", "<bpmn:extensionElements><camunda:connector/>"),
                model(
                        "CODE",
                        "</bpmn:process>",
                        "<bpmn:scriptTask id=\"S\" scriptFormat=\"js\"><bpmn:script>1</bpmn:script></bpmn:scriptTask></bpmn:process>"),
                model("BEAN", DELEGATE, "camunda:delegateExpression=\"${dataSource}\""),
                model("BEAN", DELEGATE, "camunda:delegateExpression=\"${eraseBatchDelegate}\""),
                model("BEAN", DELEGATE, "camunda:delegateExpression=\"${noSuchDelegate}\""),
                model("EXPRESSION", DELEGATE, "camunda:delegateExpression=\"${empty calculateScoreDelegate}\""),
                model("EXPRESSION", ASSIGNEE, "camunda:assignee=\"${execution.processEngineServices}\""),
                model("EXPRESSION", ASSIGNEE, "camunda:assignee=\"${execution.getProcessEngineServices()}\""),
                model("EXPRESSION", ASSIGNEE, "camunda:assignee=\"${execution['class']}\""),
                model("EXPRESSION", ASSIGNEE, "camunda:assignee=\"${''.getClass().forName('x')}\""),
                model("EXPRESSION", ASSIGNEE, "camunda:assignee=\"${assessor.class}\""),
                model("EXPRESSION", ASSIGNEE, "camunda:assignee=\"${(execution)['class']}\""),
                model(
                        "EXPRESSION",
                        RATING,
                        RATING + "<bpmn:documentation>${execution.processEngineServices}</bpmn:documentation>"),
                model("EXPRESSION", INVITED, "$<!-- -->{execution.processEngineServices}"),
                model("EXPRESSION", INVITED, "$<![CDATA[{execution.processEngineServices}]]>"),
                model("TOO_OFTEN", RATED, RATED + loop("999999999")),
                model("TOO_OFTEN", RATED, RATED + loop("${999999999}")),
                model("EXPRESSION", ASSIGNEE, "camunda:assignee=\"${execution.setVariable('a','b')}\""),
                model("EXPRESSION", ASSIGNEE, "camunda:assignee=\"#{''.class.classLoader}\""),
                model("EXPRESSION", ASSIGNEE, "camunda:assignee=\"${secret(assessor)}\""),
                model("EXPRESSION", ASSIGNEE, "camunda:assignee=\"${assessor\""),
                model("BEAN", ASSIGNEE, "camunda:assignee=\"${objectionDeciders.groups(assessor)}\""),
                model("FORM_MISSING", "embedded:deployment:rate-employee.html", "embedded:app:evil.html"),
                model("FORM_OTHER", "embedded:deployment:rate-employee.html", "embedded:deployment:give-feedback.html"),
                model("FORM_OTHER", "embedded:deployment:rate-employee.html", "embedded:deployment:objection.bpmn"),
                model("STEP_UNKNOWN", Step.RATE_EMPLOYEE.task(), Step.CONFIRM_RESULT.task()),
                model("STEP_UNKNOWN", Step.RATE_EMPLOYEE.task(), "UserTask_Mine"),
                model("DOCTYPE", "<bpmn:definitions", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><bpmn:definitions"),
                model(
                        "DOCTYPE",
                        "<bpmn:definitions",
                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><bpmn:definitions"),
                model("UNREADABLE", "</bpmn:definitions>", ""),
                model("UNREADABLE", "<bpmn:process ", "<bpmn:nonsense/><bpmn:process "),
                model("NOT_EXECUTABLE", "isExecutable=\"true\"", "isExecutable=\"false\""),
                model("PROCESS_LOST", "id=\"Assessment\"", "id=\"Other\""),
                model("TOO_MANY", "</bpmn:process>", "<bpmn:association/>".repeat(5_000) + "</bpmn:process>"),
                file("UNREADABLE", "a.bpmn", "no xml"),
                file("UNREADABLE", "a.dmn", "<x/>"),
                file("NAME", "a.js", "alert(1)"),
                file("NAME", "a.bpmn20.xml", "<x/>"),
                file("NAME", "../a.bpmn", "<x/>"),
                file("NAME", "META-INF/processes.xml", "<x/>"),
                file("FORM_BUILT_IN", "rate-employee.html", "<script>alert(1)</script>"),
                file("FORM_BUILT_IN", "new.html", "<script>alert(1)</script>"),
                file("FORM_FIELD", "a.form", "{\"id\":\"a\",\"components\":[{\"type\":\"iframe\",\"url\":\"x\"}]}"),
                file(
                        "FORM_FIELD",
                        "a.form",
                        "{\"id\":\"a\",\"components\":[{\"type\":\"group\",\"components\":[{\"type\":\"html\"}]}]}"),
                file("FORM_UNREADABLE", "a.form", "[]"),
                Arguments.of("NAME", "a.zip", zip("../../evil.bpmn", 10)),
                Arguments.of("NAME", "a.zip", zip("/etc/evil.bpmn", 10)),
                Arguments.of("BOOK_LARGE", "a.zip", zip(201)),
                Arguments.of("BOOK_LARGE", "a.zip", zip("large.bpmn", 50 << 20)),
                file("ARCHIVE", "a.zip", "PK\u0003\u0004nothing"));
    }

    private static Arguments model(String rule, String text, String other) {
        return Arguments.of(rule, "assessment.bpmn", Shelf.shipped("assessment.bpmn", text, other));
    }

    private static Arguments file(String rule, String name, String content) {
        return Arguments.of(rule, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String loop(String times) {
        return "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>" + times
                + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";
    }

    /** Empty files, none of which may be in a book. */
    private static byte[] zip(int files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var each = 0; each < files; each++) {
                zip.putNextEntry(new ZipEntry(each + ".exe"));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, int zeros) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[zeros]);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsHostileIsRefusedInWords(String rule, String name, byte[] content) {
        var before = shelf.stored();
        var answer = hr.multipart(CREATE, Map.of("deployment-name", "jahat"), null, Map.of(name, content));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        var told = HttpPerson.parse(answer.body());
        assertThat(told.path("faults").findValuesAsText("rule")).contains(rule);
        assertThat(told.path("message").asText()).isNotBlank().doesNotContain("books.gate", "??", "root:");
        assertThat(shelf.stored()).isEqualTo(before);
        assertThat(shelf.trail("ruleBook.refused", rule)).isPositive();
    }

    @Test
    void whatIsTooLargeIsNotEvenReadByTheGate() {
        var before = shelf.stored();
        var answer = hr.multipart(CREATE, Map.of(), null, Map.of("a.bpmn", new byte[(1 << 20) + 1]));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(shelf.stored()).isEqualTo(before);
    }

    @Test
    void nothingIsNoBook() {
        assertThat(hr.multipart(CREATE, Map.of("deployment-name", "x"), null, Map.of())
                        .statusCode())
                .isEqualTo(422);
        assertThat(hr.post(CREATE, "{}").statusCode()).isEqualTo(400);
        assertThat(hr.get(CREATE).statusCode()).isEqualTo(404);
    }

    @Test
    void javaDeploysNothingBesideTheGate() {
        var before = shelf.stored();
        var whole = models.createDeployment().name(RuleBook.DEPLOYMENT).addString("a.html", "<p>a</p>");
        var beside = models.createDeployment()
                .name("lain")
                .addString("b.bpmn", new String(Shelf.shipped("objection.bpmn"), StandardCharsets.UTF_8));

        assertThatThrownBy(whole::deploy).isInstanceOf(BookRefused.class);
        assertThatThrownBy(beside::deploy).isInstanceOf(BookRefused.class);
        assertThat(shelf.stored()).isEqualTo(before);
    }
}
