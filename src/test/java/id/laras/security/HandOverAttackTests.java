package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.security.EngineAttackTests.Door;
import id.laras.succession.HandOvers;
import id.laras.succession.SupervisorChange.Choice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who judged before, who wants to judge, and HR itself try to turn a hand-over to their own ends. */
@LarasTest
class HandOverAttackTests {

    @Autowired
    Town town;

    @Autowired
    HandOvers handOvers;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    AccountService accounts;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    private final Answers answers = new Answers(Scheme.QUADRANT);
    private Town.Organisation people;
    private String id;
    private String task;

    /** Kabid is to approve the targets of staf, who answers to a peer since today. */
    @BeforeEach
    void begin() {
        var walker = new Walker(engine, json);
        people = town.organisation();
        town.letIn(people, TestPeople.PASSWORD);
        id = town.openForStaf(people, town.cycle(people, Scheme.QUADRANT));
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        task = walker.task(id, "UserTask_ApproveTargets").getId();
        town.answerTo(people, 4);
    }

    @ParameterizedTest
    @EnumSource
    void theFormerAssessorFindsTheTaskNoMoreAndCannotTakeItBack(Door door) throws Exception {
        choose(Choice.MOVE);
        var former = door.as(port, people.supervisor());

        assertThat(tries(former, door, people.supervisor())).isEmpty();
        assertThat(former.get(door.path() + "/task?processInstanceBusinessKey=" + id)
                        .body())
                .contains("UserTask_WriteHandOverNote")
                .doesNotContain("UserTask_ApproveTargets", task);
        assertThat(former.get(door.path() + "/history/task?taskId=" + task).body())
                .doesNotContain(task);
        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.TARGET_SETTING);

        var successor = door.as(port, people.peer());
        assertThat(successor
                        .post(door.path() + "/task/" + task + "/complete", answer())
                        .statusCode())
                .isEqualTo(204);
        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.MONITORING);
    }

    @ParameterizedTest
    @EnumSource
    void aSharedTaskIsForBothAndForNobodyElse(Door door) throws Exception {
        choose(Choice.SHARE);

        for (var other : List.of(people.head(), people.staf(), people.hr())) {
            assertThat(tries(door.as(port, other), door, other)).as(other).isEmpty();
        }
        var former = door.as(port, people.supervisor());
        assertThat(former.post(door.path() + "/task/" + task + "/claim", "{\"userId\":\"" + people.head() + "\"}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(former.post(door.path() + "/task/" + task + "/claim", "{\"userId\":\"" + people.supervisor() + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(tries(door.as(port, people.peer()), door, people.peer())).isEmpty();
        assertThat(former.post(door.path() + "/task/" + task + "/complete", answer())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void anEmployeeWhoWorksForHrChoosesNobodyForThemselves() {
        accounts.grant(people.staf(), Role.HR);
        var self = HttpPerson.loggedIn(port, people.staf());

        assertThat(self.form("/hr/lines/evaluations/" + id + "/choice", "choice=MOVE&reason=Mau+pindah")
                        .statusCode())
                .isEqualTo(422);
        assertThat(self.form("/hr/lines/evaluations/" + id + "/end", "kind=MISTAKE&reason=Salah")
                        .statusCode())
                .isEqualTo(422);
        assertThat(evaluations.get(EvaluationId.of(id)).supervisor()).isEqualTo(people.supervisor());
        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.TARGET_SETTING);
    }

    @Test
    void whoeverLostTheRoleOfHrAddsNoFileAnyMore() {
        var door = "/api/evaluations/" + id + "/files";
        var pdf = "%PDF-1.4\n%%EOF\n";
        var before = HttpPerson.loggedIn(port, people.hr());
        assertThat(before.multipart(door, "file", "berita-acara.pdf", pdf).statusCode())
                .isEqualTo(200);
        accounts.putRoles(people.hr(), Set.of(Role.STAFF), Set.of(), new Actor("uji-admin", Set.of(Role.ADMIN)));

        assertThat(before.multipart(door, "file", "berita-acara.pdf", pdf).statusCode())
                .as("in the session of before")
                .isBetween(300, 499);
        assertThat(HttpPerson.loggedIn(port, people.hr())
                        .multipart(door, "file", "berita-acara.pdf", pdf)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void hrCannotNameTheSuccessor() {
        HttpPerson.loggedIn(port, people.hr())
                .form(
                        "/hr/lines/evaluations/" + id + "/choice",
                        "choice=MOVE&reason=Titipan&successor=" + people.hr() + "&supervisor=" + people.hr());

        assertThat(evaluations.get(EvaluationId.of(id)).supervisor()).isEqualTo(people.peer());
    }

    @Test
    void anotherSiteMovesNothing() {
        var answer = HttpPerson.loggedIn(port, people.hr())
                .withoutTokens()
                .form("/hr/lines/evaluations/" + id + "/choice", "choice=MOVE&reason=Lain");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(evaluations.get(EvaluationId.of(id)).supervisor()).isEqualTo(people.supervisor());
    }

    /** Everything that would give the task to this person or end it; what succeeded. */
    private List<String> tries(HttpPerson person, Door door, String account) throws Exception {
        var path = door.path() + "/task/" + task;
        var user = "{\"userId\":\"" + account + "\"}";
        var bodies = Map.of(
                "/claim",
                user,
                "/assignee",
                user,
                "/delegate",
                user,
                "/unclaim",
                "{}",
                "/complete",
                answer(),
                "/submit-form",
                answer());
        return bodies.entrySet().stream()
                .filter(attempt ->
                        person.post(path + attempt.getKey(), attempt.getValue()).statusCode() < 400)
                .map(Map.Entry::getKey)
                .toList();
    }

    private String answer() throws Exception {
        var text = json.writeValueAsString(answers.approval());
        return json.writeValueAsString(Map.of("variables", Map.of("answer", Map.of("value", text, "type", "Json"))));
    }

    private void choose(Choice choice) {
        handOvers.choose(EvaluationId.of(id), choice, "Mutasi jabatan", new Actor(people.hr(), Set.of(Role.HR)));
    }
}
