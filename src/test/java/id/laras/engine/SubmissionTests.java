package id.laras.engine;

import static id.laras.engine.probe.Probes.ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.engine.probe.Probes;
import id.laras.engine.probe.Probes.Probe;
import id.laras.rules.Reasons;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What the guard lets through: the assignee's one answer, checked by its step, kept out of the engine's tables. */
@LarasTest
@Tag("database")
@RecordApplicationEvents
class SubmissionTests {

    @Autowired
    Probes probes;

    @Autowired
    TestPeople people;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService processes;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient database;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    ApplicationEvents events;

    @LocalServerPort
    int port;

    Probe probe;

    @BeforeEach
    void start() {
        probe = probes.start();
    }

    @Test
    void theNameOfATaskSaysWhomItIsAbout() {
        assertThat(probes.task(probe.businessKey()).getName()).isEqualTo("Jawab · Siti Aminah");
    }

    @Test
    void anAcceptedAnswerMovesTheProcessOnAndIsTold() {
        complete("uji-pegawai", ANSWER);

        assertThat(probes.task(probe.businessKey()).getTaskDefinitionKey()).isEqualTo("UserTask_Boss");
        assertThat(processes.getVariable(probe.processInstanceId(), "failing")).isEqualTo(false);
        assertThat(events.stream(StepCompleted.class)).singleElement().satisfies(told -> {
            assertThat(told.businessKey()).isEqualTo(probe.businessKey());
            assertThat(told.process()).isEqualTo("Probe");
            assertThat(told.task()).isEqualTo("UserTask_Answer");
            assertThat(told.actor()).isEqualTo("uji-pegawai");
            assertThat(told.answer()).isEqualTo(ANSWER);
        });
    }

    @Test
    void noAnswerEverLandsInATableOfTheEngine() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        var answer =
                person.post(engine("/task/" + probe.taskId() + "/submit-form"), variables("answer", "Json", ANSWER));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);

        assertThat(processes.getVariable(probe.processInstanceId(), "answer")).isNull();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(probe.processInstanceId())
                        .variableName("answer")
                        .count())
                .isZero();
        for (var column : List.of(
                "ACT_RU_VARIABLE.TEXT_",
                "ACT_RU_VARIABLE.TEXT2_",
                "ACT_HI_VARINST.TEXT_",
                "ACT_HI_VARINST.TEXT2_",
                "ACT_HI_DETAIL.TEXT_",
                "ACT_HI_DETAIL.TEXT2_",
                "ACT_HI_OP_LOG.NEW_VALUE_",
                "ACT_HI_COMMENT.MESSAGE_")) {
            var parts = column.split("\\.");
            assertThat(database.sql("select count(*) from " + parts[0] + " where " + parts[1] + " like '%rahasia%'")
                            .query(Long.class)
                            .single())
                    .as(column)
                    .isZero();
        }
        assertThat(database.sql("select BYTES_ from ACT_GE_BYTEARRAY where BYTES_ is not null")
                        .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .list())
                .noneMatch(bytes -> bytes.contains("rahasia-jawaban"));
    }

    @Test
    void aRefusedAnswerIsNoErrorInTheLogButAFailureIs() {
        var log = (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine");
        var written = new ListAppender<ILoggingEvent>();
        written.start();
        log.addAppender(written);
        try {
            assertThatThrownBy(() -> complete("uji-pegawai", "{\"value\":\"-1\"}"))
                    .isInstanceOf(StepRefused.class);
            assertThat(written.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.WARN));
            assertThatThrownBy(() -> processes.startProcessInstanceByKey("Nowhere"));
            assertThat(written.list).anyMatch(line -> line.getLevel() == Level.ERROR);
        } finally {
            log.detachAppender(written);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "😀"})
    void aTextUpToTheLimitIsTakenAndNotOneCharacterMore(String letter) {
        var limit = Reasons.LONGEST;
        assertThatThrownBy(() -> complete("uji-pegawai", ANSWER.replace("rahasia-jawaban", letter.repeat(limit + 1))))
                .isInstanceOf(StepRefused.class)
                .hasMessage("Isian “Isi” terlalu panjang: 10.001 karakter, paling banyak 10.000. Ringkas teksnya.");
        assertThat(probes.task(probe.businessKey()).getTaskDefinitionKey()).isEqualTo("UserTask_Answer");
        complete("uji-pegawai", ANSWER.replace("rahasia-jawaban", letter.repeat(limit)));
        assertThat(probes.task(probe.businessKey()).getTaskDefinitionKey()).isEqualTo("UserTask_Boss");
    }

    @Test
    void anAnswerOfManyTextsIsNotLongerThanItsDraftMayBe() {
        assertThatThrownBy(() -> complete("uji-pegawai", ANSWER + " ".repeat(TaskDesk.LONGEST_DRAFT)))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("256 KB");
    }

    @Test
    void everyVariableButTheAnswerIsRefused() {
        assertRefused(Map.of("answer", ANSWER, "boss", "uji-pegawai"), "uji-pegawai", "boss");
        assertThat(processes.getVariable(probe.processInstanceId(), "boss")).isEqualTo("uji-atasan");
    }

    @Test
    void aStepThatRefusesSaysAllItsSentencesAndLeavesTheTaskOpen() {
        assertRefused(Map.of("answer", "{\"value\":\"-1\"}"), "uji-pegawai", "Formulir belum diisi", "7 KB");
    }

    @Test
    void jsonThatIsNotTheAnswerIsRefusedInPlainWords() {
        assertRefused(Map.of("answer", "{\"text\":"), "uji-pegawai", "tidak dapat dibaca");
        assertRefused(Map.of("answer", "{\"text\":\"a\",\"rogue\":1}"), "uji-pegawai", "tidak dapat dibaca (rogue)");
        assertRefused(Map.of("answer", "{\"value\":\"banyak\"}"), "uji-pegawai", "(value)");
        assertRefused(Map.of("answer", "null"), "uji-pegawai", "Formulir belum diisi");
        assertRefused(Map.of(), "uji-pegawai", "Formulir belum diisi");
        assertRefused(null, "uji-pegawai", "Formulir belum diisi");
    }

    @Test
    void onlyTheAssigneeCompletes() {
        // HR may read the task; the right to work on it is not enough either.
        assertThatThrownBy(() -> complete("uji-rekan", ANSWER)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> complete("uji-sdm", ANSWER)).isInstanceOf(RuntimeException.class);
        // Nobody: a call of the application itself, which no authorization stops.
        assertThatThrownBy(() -> tasks.complete(probe.taskId(), Map.of("answer", ANSWER)))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("tidak (lagi) ditugaskan kepada Anda");
        assertOpen();
    }

    @Test
    void aFormerAssigneeKeepsNoWayIn() {
        people.account("uji-pengganti");
        tasks.setAssignee(probe.taskId(), "uji-pengganti");

        assertRefused(Map.of("answer", ANSWER), "uji-pegawai", "tidak (lagi) ditugaskan kepada Anda");
        complete("uji-pengganti", ANSWER);
    }

    @Test
    void aTaskOfAGroupIsClaimedFirstAndForOneselfOnly() {
        complete("uji-pegawai", ANSWER);
        complete("uji-atasan", ANSWER);

        assertThatThrownBy(() -> complete("uji-sdm", ANSWER))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("Ambil tugasnya terlebih dahulu");
        var task = probes.task(probe.businessKey()).getId();
        assertThatThrownBy(() -> onBehalf.of("uji-sdm", () -> tasks.claim(task, "uji-pegawai")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("untuk diri sendiri");
        onBehalf.of("uji-sdm", () -> tasks.claim(task, "uji-sdm"));
        complete("uji-sdm", ANSWER);

        assertThat(probes.task(probe.businessKey()).getTaskDefinitionKey()).isEqualTo("UserTask_Stepless");
    }

    @Test
    void aTaskWithoutAStepIsNotCompletedByAnybody() {
        complete("uji-pegawai", ANSWER);
        complete("uji-atasan", ANSWER);
        var task = probes.task(probe.businessKey()).getId();
        onBehalf.of("uji-sdm", () -> tasks.claim(task, "uji-sdm"));
        complete("uji-sdm", ANSWER);

        assertThatThrownBy(() -> complete("uji-pegawai", ANSWER))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("Probe/UserTask_Stepless");
    }

    @Test
    void noSideExitEndsATaskUnanswered() {
        var task = probe.taskId();
        for (Runnable exit : List.<Runnable>of(
                () -> tasks.resolveTask(task),
                () -> tasks.resolveTask(task, Map.of("answer", ANSWER)),
                () -> tasks.handleBpmnError(task, "any"),
                () -> tasks.handleBpmnError(task, "any", "message"),
                () -> tasks.handleBpmnError(task, "any", "message", Map.of("boss", "uji-pegawai")),
                () -> tasks.handleEscalation(task, "any"),
                () -> tasks.handleEscalation(task, "any", Map.of("boss", "uji-pegawai")))) {
            assertThatThrownBy(() -> onBehalf.of("uji-pegawai", exit))
                    .isInstanceOf(StepRefused.class)
                    .hasMessageContaining("mengirim formulirnya");
        }
        assertOpen();
    }

    @Test
    void tasklistShowsTheSentencesThemselvesInTheReadersLanguage() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        var path = engine("/task/" + probe.taskId() + "/submit-form");

        var indonesian = person.post(path, variables("answer", "Json", "{\"text\":\"a\",\"value\":\"-1\"}"));
        assertThat(indonesian.statusCode()).isEqualTo(400);
        assertThat(HttpPerson.parse(indonesian.body()).path("message").asText())
                .startsWith("Isian Anda terlalu panjang");

        person.get("/login?lang=en");
        var english = person.post(path, variables("answer", "Json", "{\"text\":\"a\",\"value\":\"-1\"}"));
        assertThat(HttpPerson.parse(english.body()).path("message").asText()).startsWith("Your input is too long");
        assertOpen();
    }

    @Test
    void anAbsurdNumberIsRefusedInASentenceThatNamesItsField() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        for (var number : List.of("0E+99999", "1E+999999999", "9".repeat(200))) {
            var answer = person.post(
                    engine("/task/" + probe.taskId() + "/submit-form"),
                    variables("answer", "Json", "{\"text\":\"a\",\"value\":\"" + number + "\"}"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(HttpPerson.parse(answer.body()).path("message").asText())
                    .startsWith("Ada angka yang terlalu panjang")
                    .contains("(value)");
        }
        assertOpen();
    }

    private void complete(String account, String answer) {
        var task = probes.task(probe.businessKey());
        onBehalf.of(account, () -> tasks.complete(task.getId(), Map.of("answer", answer)));
    }

    private void assertRefused(Map<String, Object> variables, String account, String... sentences) {
        assertThatThrownBy(() -> onBehalf.of(
                        account,
                        () -> tasks.complete(probe.taskId(), variables == null ? null : new HashMap<>(variables))))
                .isInstanceOf(StepRefused.class)
                .hasMessageContainingAll(sentences);
        assertOpen();
    }

    private void assertOpen() {
        assertThat(probes.task(probe.businessKey()).getId()).isEqualTo(probe.taskId());
    }

    private static String engine(String path) {
        return "/camunda/api/engine/engine/default" + path;
    }

    private static String variables(String name, String type, String value) {
        return "{\"variables\":{\"" + name + "\":{\"type\":\"" + type + "\",\"value\":" + quoted(value) + "}}}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
