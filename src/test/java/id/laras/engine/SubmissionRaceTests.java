package id.laras.engine;

import static id.laras.Races.whileUncommitted;
import static id.laras.engine.probe.Probes.ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.engine.probe.ProbeSteps;
import id.laras.engine.probe.Probes;
import id.laras.engine.probe.Probes.Probe;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Two who work on one task at the same moment: the first counts, the second reads a sentence, and nothing is left behind. */
@LarasTest
@Tag("database")
@Tag("walk")
class SubmissionRaceTests {

    private static final Actor EMPLOYEE = new Actor("uji-pegawai", Set.of(Role.STAFF));

    @Autowired
    Probes probes;

    @Autowired
    TestPeople people;

    @Autowired
    TaskService tasks;

    @Autowired
    TaskDesk desk;

    @Autowired
    AnswerPreviews previews;

    @Autowired
    JdbcClient database;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    Probe probe;

    @BeforeEach
    void start() {
        probe = probes.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/complete", "/submit-form"})
    void theSecondOfTwoCompletionsReadsThatItIsSentAlready(String how) {
        var path = "/task/" + probe.taskId() + how;
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        var machine = HttpPerson.machine(port, "uji-pegawai");
        var first = person.post("/camunda/api/engine/engine/default" + path, answer());
        assertThat(first.statusCode()).as(first.body()).isEqualTo(204);

        var again = person.post("/camunda/api/engine/engine/default" + path, answer());
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("sudah dikirim").doesNotContain("ENGINE-");
        var byMachine = machine.post("/engine-rest" + path, answer());
        assertThat(byMachine.statusCode()).isEqualTo(400);
        assertThat(byMachine.body()).contains("sudah dikirim");
        person.page("/?lang=en");
        assertThat(person.post("/camunda/api/engine/engine/default" + path, answer())
                        .body())
                .contains("sent already");
    }

    @Test
    void whoSendsWhileTheFirstIsBeingWrittenReadsTheSame() throws Exception {
        assertThatThrownBy(() -> whileUncommitted(transactions, () -> complete(probe), () -> {
                    complete(probe);
                    return null;
                }))
                .hasRootCauseInstanceOf(Refusal.class)
                .rootCause()
                .hasMessage("engine.submission.sent");
        assertThat(probes.task(probe.businessKey()).getTaskDefinitionKey()).isEqualTo("UserTask_Boss");
    }

    @Test
    void aPreviewThatOnlyCollidedIsTriedAgainAsTheAnswerIs() {
        ProbeSteps.COLLISIONS.set(2);
        assertThatThrownBy(() -> previews.preview(probe.taskId(), EMPLOYEE, "{\"failing\":false}"))
                .isInstanceOf(Refusal.class)
                .hasMessage("engine.submission.missing");
        assertThat(ProbeSteps.COLLISIONS).hasValue(0);
    }

    @Test
    void aTaskThatEndedByItselfSaysSo() {
        probes.cancel(probe);
        assertThatThrownBy(() -> complete(probe))
                .isInstanceOf(StepRefused.class)
                .hasRootCauseMessage("engine.submission.over");
    }

    @Test
    void aStrangerIsNotToldWhoSentIt() {
        complete(probe);
        var stranger = HttpPerson.loggedIn(port, people.account("uji-rekan"));
        var answer = stranger.post("/camunda/api/engine/engine/default/task/" + probe.taskId() + "/complete", answer());
        assertThat(answer.statusCode()).isBetween(400, 599);
        assertThat(answer.body()).doesNotContain("sudah dikirim");
    }

    @Test
    void aDraftThatComesWhileItsTaskIsBeingCompletedIsNotKept() throws Exception {
        var kept = whileUncommitted(
                transactions,
                () -> complete(probe),
                () -> desk.keepDraft(probe.taskId(), EMPLOYEE, "{\"a\":1}", 0, List.of()));
        assertThat(kept).isEmpty();
        assertThat(drafts(probe)).isZero();
    }

    @Test
    void aDraftThatComesWhileItsTaskRunsOutIsNotKept() throws Exception {
        var kept = whileUncommitted(
                transactions,
                () -> {
                    probes.cancel(probe);
                    return null;
                },
                () -> desk.keepDraft(probe.taskId(), EMPLOYEE, "{\"a\":1}", 0, List.of()));
        assertThat(kept).isEmpty();
        assertThat(drafts(probe)).isZero();
    }

    @Test
    void aCompletionWaitsForTheDraftAndTakesItAlong() throws Exception {
        whileUncommitted(
                transactions,
                () -> desk.keepDraft(probe.taskId(), EMPLOYEE, "{\"a\":1}", 0, List.of()),
                () -> complete(probe));
        assertThat(drafts(probe)).isZero();
        assertThat(probes.task(probe.businessKey()).getTaskDefinitionKey()).isEqualTo("UserTask_Boss");
    }

    @Test
    void whoOnlyMetOthersAtTheProcessIsTriedAgainAndLetInOnce() throws Exception {
        whileUncommitted(transactions, () -> touch("ACT_RU_EXECUTION"), () -> complete(probe));
        assertThat(probes.task(probe.businessKey()).getTaskDefinitionKey()).isEqualTo("UserTask_Boss");
        assertThat(database.sql("select count(*) from trail_entry where subject = ? and kind = 'STEP'")
                        .param(probe.businessKey())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whoClaimsOrReleasesATaskThatIsTouchedAtThisMomentHasIt() throws Exception {
        tasks.addCandidateUser(probe.taskId(), "uji-pegawai");
        whileUncommitted(transactions, () -> touch("ACT_RU_TASK"), () -> {
            onBehalf.of("uji-pegawai", () -> tasks.setAssignee(probe.taskId(), null));
            return null;
        });
        assertThat(probes.task(probe.businessKey()).getAssignee()).isNull();
        whileUncommitted(transactions, () -> touch("ACT_RU_TASK"), () -> {
            onBehalf.of("uji-pegawai", () -> tasks.claim(probe.taskId(), "uji-pegawai"));
            return null;
        });
        assertThat(probes.task(probe.businessKey()).getAssignee()).isEqualTo("uji-pegawai");
    }

    /** As any other deed about the same process does: it counts up the revision of the rows that it writes. */
    private Object touch(String table) {
        return database.sql("update " + table + " set REV_ = REV_ + 1 where PROC_INST_ID_ ="
                        + " (select h.PROC_INST_ID_ from ACT_HI_TASKINST h where h.ID_ = ?)")
                .param(probe.taskId())
                .update();
    }

    private Object complete(Probe of) {
        onBehalf.of("uji-pegawai", () -> tasks.complete(of.taskId(), Map.of("answer", ANSWER)));
        return null;
    }

    private long drafts(Probe of) {
        return database.sql("select count(*) from task_draft where task_id = ?")
                .param(of.taskId())
                .query(Long.class)
                .single();
    }

    private static String answer() {
        return "{\"variables\":{\"answer\":{\"type\":\"Json\",\"value\":" + quoted(ANSWER) + "}}}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
