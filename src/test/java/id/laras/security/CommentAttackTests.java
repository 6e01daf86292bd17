package id.laras.security;

import static id.laras.Races.whileUncommitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.Scheme;
import id.laras.engine.OnBehalf;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.security.EngineAttackTests.Door;
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import id.laras.substitution.NewSubstitution;
import id.laras.substitution.SubstitutionService;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Comments and attachments of the engine: who tries to write, read, change or remove what is not theirs. */
@LarasTest
@Tag("database")
@Tag("walk")
class CommentAttackTests {

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    TestPeople testPeople;

    @Autowired
    SubstitutionService substitutions;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final Answers answers = new Answers(Scheme.QUADRANT);
    private final String words = "kata" + UUID.randomUUID().toString().substring(0, 8);
    private Town.Organisation people;
    private String id;
    private Task draft;

    @BeforeEach
    void open() {
        people = town.organisation();
        id = town.openForStaf(people, Scheme.QUADRANT);
        town.letIn(people, TestPeople.PASSWORD);
        testPeople.account("uji-auditor", Role.AUDITOR);
        draft = walker.task(id, Step.DRAFT_TARGETS);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyStoresAnAttachment(Door door) {
        for (var person : List.of(people.staf(), people.supervisor(), people.hr(), "uji-auditor")) {
            var caller = door.as(port, person);
            for (var part : List.of("content", "url", "attachment-name")) {
                var answer = caller.multipart(
                        door.path() + "/task/" + draft.getId() + "/attachment/create",
                        part,
                        "jahat.html",
                        "javascript:alert('" + words + "')");
                assertRefused(answer);
            }
        }
        assertThat(attachments()).isZero();
    }

    @Test
    void noAttachmentComesInByTheEnginesOwnServicesEither() {
        var content = words.getBytes(StandardCharsets.UTF_8);
        var deeds = List.<Runnable>of(
                () -> tasks.createAttachment(
                        "text", draft.getId(), draft.getProcessInstanceId(), "n", "d", "javascript:alert(1)"),
                () -> tasks.createAttachment(
                        "text",
                        draft.getId(),
                        draft.getProcessInstanceId(),
                        "n",
                        "d",
                        new ByteArrayInputStream(content)));
        for (var deed : deeds) {
            assertThatThrownBy(deed::run).hasMessageContaining("Lampiran");
            assertThatThrownBy(() -> onBehalf.of(people.staf(), deed)).hasMessageContaining("Lampiran");
        }
        assertThat(attachments()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anAttachmentOfOldIsReadAndRemovedByNobody(Door door) {
        var attachment = UUID.randomUUID().toString();
        database.sql("insert into ACT_HI_ATTACHMENT (ID_, REV_, USER_ID_, NAME_, TYPE_, TASK_ID_, PROC_INST_ID_, URL_)"
                        + " values (?, 1, ?, ?, 'text', ?, ?, 'javascript:alert(1)')")
                .params(attachment, people.staf(), words, draft.getId(), draft.getProcessInstanceId())
                .update();
        var path = door.path() + "/task/" + draft.getId() + "/attachment";
        for (var person : List.of(people.staf(), people.supervisor(), people.peer(), people.hr(), "uji-auditor")) {
            var caller = door.as(port, person);
            for (var reading : List.of("", "/" + attachment, "/" + attachment + "/data")) {
                assertSilent(caller.get(path + reading));
            }
            assertRefused(caller.delete(path + "/" + attachment));
        }
        assertThat(attachments()).isOne();
        database.sql("delete from ACT_HI_ATTACHMENT where ID_ = ?")
                .param(attachment)
                .update();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoHoldsTheTaskComments(Door door) {
        for (var person : List.of(people.supervisor(), people.peer(), people.hr(), people.head(), "uji-auditor")) {
            assertRefused(comment(door, person, draft, words));
        }
        assertThat(comments()).isEmpty();

        assertAccepted(comment(door, people.staf(), draft, words));
        assertThat(comments()).containsExactly(people.staf());
        assertThat(trail()).containsExactly(people.staf() + " " + Step.DRAFT_TARGETS.task());

        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        assertRefused(comment(door, people.staf(), draft, "Terlambat " + words));
        assertThat(comments()).hasSize(1);
        assertThat(trail()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aSubstituteCommentsOnceTheyHoldTheTaskAndTheTrailNamesBoth(Door door) {
        var others = town.organisation();
        town.letIn(others, TestPeople.PASSWORD);
        var standIn = others.supervisor();
        var today = LocalDate.now(clock);
        var substitution = substitutions.name(
                new NewSubstitution(standIn, today, today.plusDays(9), Set.of(TaskKind.TARGETS)),
                new Actor(people.supervisor(), Set.of(Role.STAFF)));
        walker.begin(substitution);
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var approval = walker.task(id, Step.APPROVE_TARGETS);
        assertRefused(comment(door, standIn, approval, words));
        assertRefused(comment(door, people.supervisor(), approval, words));

        onBehalf.of(standIn, () -> tasks.claim(approval.getId(), standIn));
        assertRefused(comment(door, people.supervisor(), approval, words));
        assertAccepted(comment(door, standIn, approval, words));
        assertThat(trail()).containsExactly(standIn + " " + Step.APPROVE_TARGETS.task());
        assertThat(database.sql("select on_behalf_of from trail_entry where subject = ? and kind = 'COMMENT'")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly(people.supervisor());
    }

    @ParameterizedTest
    @EnumSource
    void aCommentGoesIntoNoOtherProcessAndUnderNoOtherName(Door door) {
        var others = town.organisation();
        var foreign = walker.task(town.openForStaf(others, Scheme.QUADRANT), Step.DRAFT_TARGETS);
        var create = door.path() + "/task/" + draft.getId() + "/comment/create";
        var caller = door.as(port, people.staf());
        assertRefused(caller.post(
                create,
                "{\"message\":\"%s\",\"processInstanceId\":\"%s\"}".formatted(words, foreign.getProcessInstanceId())));
        assertThat(comments()).isEmpty();

        var answer = caller.post(
                create,
                "{\"message\":\"%s\",\"processInstanceId\":\"%s\",\"userId\":\"%s\",\"id\":\"1\",\"taskId\":\"%s\"}"
                        .formatted(words, draft.getProcessInstanceId(), people.supervisor(), foreign.getId()));
        assertAccepted(answer);
        assertThat(comments()).containsExactly(people.staf());
        assertThat(database.sql("select TASK_ID_ from ACT_HI_COMMENT where MESSAGE_ like ?")
                        .param("%" + words + "%")
                        .query(String.class)
                        .list())
                .containsExactly(draft.getId());
        assertThatThrownBy(() -> onBehalf.of(
                        people.staf(), () -> tasks.createComment(null, foreign.getProcessInstanceId(), words)))
                .hasMessageContaining("komentar");
        assertThatThrownBy(() -> tasks.createComment(draft.getId(), draft.getProcessInstanceId(), words))
                .as("of nobody")
                .hasMessageContaining("komentar");
        assertThat(comments()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCommentedIsNeitherChangedNorRemovedNotEvenByItsAuthor(Door door) {
        assertAccepted(comment(door, people.staf(), draft, words));
        var comment = database.sql("select ID_ from ACT_HI_COMMENT where MESSAGE_ like ?")
                .param("%" + words + "%")
                .query(String.class)
                .single();
        var other = "{\"id\":\"%s\",\"message\":\"Diganti\"}".formatted(comment);
        for (var person : List.of(people.staf(), people.supervisor(), people.hr(), "uji-auditor")) {
            var caller = door.as(port, person);
            for (var of : List.of("/task/" + draft.getId(), "/process-instance/" + draft.getProcessInstanceId())) {
                var path = door.path() + of + "/comment";
                assertRefused(caller.put(path, other));
                assertRefused(caller.delete(path + "/" + comment));
                assertRefused(caller.delete(path));
            }
        }
        var deeds = List.<Runnable>of(
                () -> tasks.updateTaskComment(draft.getId(), comment, "Diganti"),
                () -> tasks.updateProcessInstanceComment(draft.getProcessInstanceId(), comment, "Diganti"),
                () -> tasks.deleteTaskComment(draft.getId(), comment),
                () -> tasks.deleteTaskComments(draft.getId()),
                () -> tasks.deleteProcessInstanceComment(draft.getProcessInstanceId(), comment),
                () -> tasks.deleteProcessInstanceComments(draft.getProcessInstanceId()));
        for (var deed : deeds) {
            assertThatThrownBy(() -> onBehalf.of(people.staf(), deed)).hasMessageContaining("Komentar");
            assertThatThrownBy(deed::run).hasMessageContaining("Komentar");
        }
        assertThat(comments()).containsExactly(people.staf());
    }

    @ParameterizedTest
    @EnumSource
    void onAConfidentialStepNobodyComments(Door door) {
        var asked = opinion();
        var answer = comment(door, asked.getAssignee(), asked, words);
        assertRefused(answer);
        assertThat(answer.body()).contains("rahasia");
        assertThat(comments()).isEmpty();
        assertThat(trail()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCommentOfOldOnAConfidentialStepIsReadByItsAuthorOnly(Door door) {
        var asked = opinion();
        var comment = UUID.randomUUID().toString();
        database.sql(
                        "insert into ACT_HI_COMMENT (ID_, TYPE_, TIME_, USER_ID_, TASK_ID_, PROC_INST_ID_, ACTION_, FULL_MSG_)"
                                + " values (?, 'comment', current_timestamp, ?, ?, ?, 'AddComment', ?)")
                .params(
                        comment,
                        asked.getAssignee(),
                        asked.getId(),
                        asked.getProcessInstanceId(),
                        words.getBytes(StandardCharsets.UTF_8))
                .update();
        for (var person : List.of(people.staf(), people.supervisor(), people.head(), people.hr(), "uji-auditor")) {
            var caller = door.as(port, person);
            for (var path : List.of(
                    "/task/" + asked.getId() + "/comment",
                    "/task/" + asked.getId() + "/comment/" + comment,
                    "/process-instance/" + asked.getProcessInstanceId() + "/comment")) {
                assertSilent(caller.get(door.path() + path));
            }
        }
        assertThat(door.as(port, asked.getAssignee())
                        .get(door.path() + "/task/" + asked.getId() + "/comment")
                        .body())
                .contains(words);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoMayReadTheEvaluationReadsAComment(Door door) {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var approval = walker.task(id, Step.APPROVE_TARGETS);
        assertAccepted(comment(door, people.supervisor(), approval, words));
        var comment = database.sql("select ID_ from ACT_HI_COMMENT where MESSAGE_ like ?")
                .param("%" + words + "%")
                .query(String.class)
                .single();
        var ofTask = door.path() + "/task/" + approval.getId() + "/comment";
        // not the employee: nobody reads what was written about them before the result is shown
        for (var person : List.of(people.staf(), people.peer(), "rekanlain" + people.number())) {
            for (var path : List.of(
                    ofTask,
                    ofTask + "/" + comment,
                    door.path() + "/process-instance/" + approval.getProcessInstanceId() + "/comment")) {
                assertSilent(door.as(port, person).get(path));
            }
            assertThat(onBehalf.of(person, () -> tasks.getTaskComments(approval.getId())))
                    .as(person)
                    .isEmpty();
            assertThat(onBehalf.of(person, () -> tasks.getTaskComment(approval.getId(), comment)))
                    .as(person)
                    .isNull();
            assertThat(onBehalf.of(person, () -> tasks.getProcessInstanceComments(approval.getProcessInstanceId())))
                    .as(person)
                    .isEmpty();
        }
        for (var person : List.of(people.supervisor(), people.hr(), "uji-auditor")) {
            assertThat(door.as(port, person).get(ofTask).body()).as(person).contains(words);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommentHasBounds(Door door) {
        assertRefused(comment(door, people.staf(), draft, " "));
        assertRefused(
                door.as(port, people.staf()).post(door.path() + "/task/" + draft.getId() + "/comment/create", "{}"));
        assertRefused(comment(door, people.staf(), draft, "x".repeat(10_001)));
        assertThat(comments()).isEmpty();
    }

    @Test
    void aTaskHoldsAHundredComments() {
        for (int i = 0; i < 100; i++) {
            onBehalf.of(people.staf(), () -> tasks.createComment(draft.getId(), null, words));
        }
        assertRefused(comment(Door.WEBAPP, people.staf(), draft, words));
        assertThat(comments()).hasSize(100);
    }

    @Test
    void theLastOfAHundredCommentsIsWrittenOnceByTwoAtTheSameMoment() {
        for (int i = 0; i < 99; i++) {
            onBehalf.of(people.staf(), () -> tasks.createComment(draft.getId(), null, words));
        }
        assertThatThrownBy(() -> whileUncommitted(transactions, this::comment, this::comment))
                .hasStackTraceContaining("engine.comment.tooMany");
        assertThat(comments()).hasSize(100);
    }

    private Object comment() {
        onBehalf.of(people.staf(), () -> tasks.createComment(draft.getId(), null, words));
        return null;
    }

    /** An emoji is two characters to Java: the engine's excerpt ends between the two of the last one here. */
    @ParameterizedTest
    @ValueSource(ints = {158, 159, 160, 161, 162, 163})
    void emojiAreKeptWhereverTheyStand(int before) {
        var text = words + "x".repeat(before - words.length()) + "👍".repeat(20) + " selesai";
        assertAccepted(comment(Door.ENGINE_REST, people.staf(), draft, text));
        assertThat(HttpPerson.machine(port, people.staf())
                        .json("/engine-rest/task/" + draft.getId() + "/comment")
                        .path(0)
                        .path("message")
                        .asText())
                .isEqualTo(text);
        assertThat(database.sql("select answer from trail_entry where subject = ? and kind = 'COMMENT'")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("{\"comment\":\"" + text + "\"}");
    }

    @Test
    void aCommentStandsInTheTimelineAndInTheDataOfItsAuthor() {
        assertAccepted(comment(Door.WEBAPP, people.staf(), draft, "Sudah 👍 " + words));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var approval = walker.task(id, Step.APPROVE_TARGETS);
        assertAccepted(comment(Door.WEBAPP, people.supervisor(), approval, "Baik " + words));

        var timeline = HttpPerson.loggedIn(port, people.hr())
                .get("/audit/evaluations/" + id)
                .body();
        assertThat(timeline)
                .contains(
                        "Berkomentar pada tugas: Menyusun sasaran kinerja",
                        "Sudah 👍 " + words,
                        "Berkomentar pada tugas: Memeriksa sasaran kinerja",
                        "Baik " + words)
                .doesNotContain("??");
        var own = HttpPerson.loggedIn(port, people.staf()).json("/account/data").toString();
        assertThat(own).contains("Sudah 👍 " + words).doesNotContain("Baik " + words);
        assertThat(HttpPerson.loggedIn(port, people.supervisor())
                        .json("/account/data")
                        .toString())
                .contains("Baik " + words)
                .doesNotContain("Sudah 👍 " + words);
    }

    private Task opinion() {
        walker.untilApproved(id, answers);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        return walker.tasks(id, Step.GIVE_FEEDBACK).get(0);
    }

    private HttpResponse<String> comment(Door door, String person, Task task, String message) {
        var body = json.valueToTree(Map.of("message", message)).toString();
        return door.as(port, person).post(door.path() + "/task/" + task.getId() + "/comment/create", body);
    }

    private List<String> comments() {
        return database.sql("select USER_ID_ from ACT_HI_COMMENT where MESSAGE_ like ?")
                .param("%" + words + "%")
                .query(String.class)
                .list();
    }

    private long attachments() {
        return database.sql("select count(*) from ACT_HI_ATTACHMENT where TASK_ID_ = ?")
                .param(draft.getId())
                .query(Long.class)
                .single();
    }

    private List<String> trail() {
        return new ArrayList<>(
                database.sql("select concat(actor, ' ', what) from trail_entry where subject = ? and kind = 'COMMENT'")
                        .param(id)
                        .query(String.class)
                        .list());
    }

    private static void assertAccepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(200);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(answer.request().method() + " " + answer.uri() + " " + answer.body())
                .isBetween(400, 499);
    }

    private void assertSilent(HttpResponse<String> answer) {
        assertThat(answer.body())
                .as(answer.request().method() + " " + answer.uri() + " " + answer.statusCode())
                .doesNotContain(words)
                .doesNotContain("javascript:");
    }
}
