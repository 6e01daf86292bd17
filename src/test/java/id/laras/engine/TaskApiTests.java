package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.engine.probe.ProbeDelegate;
import id.laras.engine.probe.Probes;
import id.laras.engine.probe.Probes.Probe;
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
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What forms read and keep, and what HR does when the background fails. */
@LarasTest
@Tag("database")
class TaskApiTests {

    @Autowired
    Probes probes;

    @Autowired
    ProbeDelegate delegate;

    @Autowired
    Incidents incidents;

    @Autowired
    TaskService tasks;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    Probe probe;

    @BeforeEach
    void start() {
        probe = probes.start();
    }

    @Test
    void theAssigneesFormReadsTheTaskWithDecimalsAsText() {
        var task = HttpPerson.loggedIn(port, "uji-pegawai").json("/api/tasks/" + probe.taskId());
        assertThat(task.path("process").asText()).isEqualTo("Probe");
        assertThat(task.path("task").asText()).isEqualTo("UserTask_Answer");
        assertThat(task.path("name").asText()).isEqualTo("Jawab · Siti Aminah");
        assertThat(task.path("businessKey").asText()).isEqualTo(probe.businessKey());
        assertThat(task.path("readOnly").asBoolean()).isFalse();
        assertThat(task.path("dueAt").asText()).startsWith("2026-12-31T").endsWith("Z");
        assertThat(task.path("subject").isNull()).isTrue();
        assertThat(task.path("draft").isNull()).isTrue();
        assertThat(task.path("data").path("boss").asText()).isEqualTo("uji-atasan");
        assertThat(task.path("data").path("value").isTextual()).isTrue();
        assertThat(task.path("data").path("value").asText()).isEqualTo("12.50");
    }

    @Test
    void forAnybodyElseTheTaskDoesNotExist() {
        for (var account : new String[] {"uji-rekan", "uji-atasan", "uji-sdm", "uji-auditor", "uji-admin"}) {
            var person = HttpPerson.loggedIn(port, account);
            var answer = person.get("/api/tasks/" + probe.taskId());
            assertThat(answer.statusCode()).as(account).isEqualTo(404);
            assertThat(HttpPerson.parse(answer.body()).path("detail").asText()).isEqualTo("Tidak ditemukan.");
            assertThat(answer.body())
                    .isEqualTo(person.get("/api/tasks/" + probe.taskId()).body());
            assertThat(person.put("/api/tasks/" + probe.taskId() + "/draft", "{}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aCandidateReadsTheGroupsTaskButKeepsNoDraftBeforeClaimingIt() {
        complete("uji-pegawai");
        complete("uji-atasan");
        var task = probes.task(probe.businessKey()).getId();
        var hr = HttpPerson.loggedIn(port, "uji-sdm");

        assertThat(hr.json("/api/tasks/" + task).path("readOnly").asBoolean()).isTrue();
        assertThat(hr.put("/api/tasks/" + task + "/draft", "{}").statusCode()).isEqualTo(404);
        assertThat(hr.post("/camunda/api/engine/engine/default/task/" + task + "/claim", "{\"userId\":\"uji-sdm\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(hr.json("/api/tasks/" + task).path("readOnly").asBoolean()).isFalse();
        assertThat(HttpPerson.loggedIn(port, "uji-pegawai")
                        .get("/api/tasks/" + task)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDraftIsKeptOnTheServerAndGoneWithTheAnswer() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        var path = "/api/tasks/" + probe.taskId();
        assertThat(kept(person, 0, "setengah 👍").path("version").asLong()).isEqualTo(1);
        assertThat(kept(person, 1, "hampir 👍").path("version").asLong()).isEqualTo(2);
        assertThat(HttpPerson.loggedIn(port, "uji-pegawai")
                        .json(path)
                        .path("draft")
                        .path("text")
                        .asText())
                .isEqualTo("hampir 👍");

        kept(person, 0, "jendela lain");
        complete("uji-pegawai");
        assertThat(drafts()).isZero();
    }

    @Test
    void theTextsOfAllWindowsAreKeptUntilOneIsChosenThatHasSeenThem() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        kept(person, 0, "pertama");
        // the same text again, whose answer did not arrive, is no other
        assertThat(kept(person, 0, "pertama").path("beside").isNull()).isTrue();

        var second = kept(person, 0, "kedua");
        assertThat(texts(second)).containsExactly("pertama");
        var third = kept(person, 0, "ketiga");
        assertThat(texts(third)).containsExactly("pertama", "kedua");
        // the second window types on: its own text is replaced, the third's stays
        var typedOn = kept(person, 0, "kedua lagi", second.path("beside").asText());
        assertThat(texts(typedOn)).containsExactly("pertama", "ketiga");
        assertThat(kept(person, 0, "kedua lagi").path("beside").asText())
                .isEqualTo(typedOn.path("beside").asText());
        var first = kept(person, 1, "pertama lagi");
        assertThat(first.path("beside").isNull()).isTrue();
        assertThat(texts(first)).containsExactlyInAnyOrder("kedua lagi", "ketiga");
        var opened = person.json("/api/tasks/" + probe.taskId());
        assertThat(opened.path("draft").path("text").asText()).isEqualTo("pertama lagi");
        assertThat(opened.path("draftVersion").asLong()).isEqualTo(2);
        assertThat(opened.path("otherDrafts").findValuesAsText("text"))
                .containsExactlyInAnyOrder("kedua lagi", "ketiga");

        // what the third window typed since it was looked at is not dropped with what was seen of it
        var unseen = kept(person, 0, "ketiga terus", third.path("beside").asText());
        var chosen = kept(
                person,
                2,
                "kedua lagi",
                typedOn.path("beside").asText(),
                third.path("beside").asText());
        assertThat(chosen.path("version").asLong()).isEqualTo(3);
        assertThat(texts(chosen)).containsExactly("ketiga terus");
        assertThat(texts(kept(person, 3, "kedua lagi", unseen.path("beside").asText())))
                .isEmpty();
    }

    @Test
    void aDraftBeyondTheLimitIsRefusedAndNoneIsLost() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        kept(person, 0, "pertama");
        for (var window = 1; window <= 20; window++) {
            kept(person, 0, "jendela " + window);
        }
        var refused = person.put("/api/tasks/" + probe.taskId() + "/draft?version=0", "{\"text\":\"terakhir\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("tetap ada di jendela ini");
        assertThat(person.json("/api/tasks/" + probe.taskId()).path("otherDrafts"))
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void anAnswerThatDoesNotKnowTheTextOfAnotherWindowIsRefused(long seen) {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        kept(person, 0, "pertama");
        kept(person, 1, "kedua");
        var answer = person.post(
                "/camunda/api/engine/engine/default/task/" + probe.taskId() + "/submit-form",
                "{\"variables\":{\"answer\":{\"type\":\"Json\",\"value\":\""
                        + Probes.ANSWER.replace("\"", "\\\"")
                        + "\"},\"draftVersion\":{\"type\":\"Long\",\"value\":" + seen + "}}}");
        if (seen == 2) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        } else {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("jendela lain");
            assertThat(drafts()).isEqualTo(1);
        }
    }

    @Test
    void aDraftIsGoneWithACancelledTask() {
        HttpPerson.loggedIn(port, "uji-pegawai").put("/api/tasks/" + probe.taskId() + "/draft", "{}");
        assertThat(drafts()).isEqualTo(1);
        probes.cancel(probe);
        assertThat(drafts()).isZero();
    }

    @Test
    void aDraftThatIsTooLongOrNoJsonIsRefusedInPlainWords() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        var path = "/api/tasks/" + probe.taskId() + "/draft";
        var tooLong = person.put(path, "\"" + "x".repeat(256 * 1024) + "\"");
        assertThat(tooLong.statusCode()).isEqualTo(422);
        var problem = HttpPerson.parse(tooLong.body());
        assertThat(problem.path("detail").asText()).contains("256 KB");
        assertThat(problem.path("problems")).hasSize(1);
        assertThat(person.put(path, "{\"text\":").statusCode()).isEqualTo(422);
        assertThat(drafts()).isZero();
    }

    @Test
    void theNextTaskOfTheSameEvaluationIsOneCallAway() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        var path = "/api/tasks/next?businessKey=" + probe.businessKey();
        assertThat(person.json(path).path("taskId").asText()).isEqualTo(probe.taskId());
        assertThat(HttpPerson.loggedIn(port, "uji-atasan").get(path).statusCode())
                .isEqualTo(204);
        complete("uji-pegawai");
        assertThat(person.get(path).statusCode()).isEqualTo(204);
        assertThat(HttpPerson.loggedIn(port, "uji-atasan")
                        .json(path)
                        .path("name")
                        .asText())
                .isEqualTo("Putuskan · Siti Aminah");
    }

    @Test
    void whatFailsInTheBackgroundWaitsForHrToRunItAgain() {
        delegate.breakDown();
        onBehalf.of(
                "uji-pegawai",
                () -> tasks.complete(probe.taskId(), Map.of("answer", "{\"text\":\"a\",\"failing\":true}")));
        probes.exhaust(probe);

        var open = incidents.open(new Actor("sdm", Set.of(Role.HR)), Pageable.unpaged()).stream()
                .filter(incident -> incident.businessKey().equals(probe.businessKey()))
                .toList();
        assertThat(open).singleElement().satisfies(incident -> {
            assertThat(incident.activity()).isEqualTo("Coba hitung");
            assertThat(incident.message()).contains("Tabel tidak ditemukan");
        });
        var hr = HttpPerson.loggedIn(port, "uji-sdm");
        assertThat(hr.get("/hr/incidents").body())
                .contains("Coba hitung", "Tabel tidak ditemukan")
                .doesNotContain("??");

        delegate.repair();
        assertThat(hr.post("/hr/incidents/" + open.get(0).id() + "/retry", "").statusCode())
                .isEqualTo(302);
        assertThat(hr.get("/hr/incidents").body()).contains("dijadwalkan ulang");
        probes.jobs(probe).forEach(probes::execute);
        assertThat(incidents.open(new Actor("sdm", Set.of(Role.HR)), Pageable.unpaged()))
                .noneMatch(incident -> incident.businessKey().equals(probe.businessKey()));
        hr.post("/hr/incidents/" + open.get(0).id() + "/retry", "");
        assertThat(hr.get("/hr/incidents").body()).contains("sudah ditangani");
    }

    private void complete(String account) {
        var task = probes.task(probe.businessKey()).getId();
        onBehalf.of(account, () -> tasks.complete(task, Map.of("answer", Probes.ANSWER)));
    }

    private JsonNode kept(HttpPerson person, long version, String text, String... replaces) {
        var address = "/api/tasks/" + probe.taskId() + "/draft?version=" + version + "&replaces="
                + String.join("&replaces=", replaces);
        var answer = person.put(address, "{\"text\":\"" + text + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return HttpPerson.parse(answer.body());
    }

    private static List<String> texts(JsonNode kept) {
        return kept.path("others").findValuesAsText("text");
    }

    private long drafts() {
        return database.sql("select (select count(*) from task_draft where task_id = :id)"
                        + " + (select count(*) from task_draft_beside where task_id = :id)")
                .param("id", probe.taskId())
                .query(Long.class)
                .single();
    }
}
