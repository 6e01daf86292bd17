package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

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
import id.laras.steps.Step;
import id.laras.succession.AssessorChange.Choice;
import id.laras.succession.HandOvers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who assessed before, who wants to, and HR itself try to turn a hand-over to their own ends. */
@LarasTest
class HandOverAttackTests {

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    HandOvers handOvers;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    AccountService accounts;

    @LocalServerPort
    int port;

    private final Answers answers = new Answers(Scheme.QUADRANT);
    private Town.Organisation people;
    private String id;
    private String task;

    /** Kabid is to approve the targets of staf, who answers to a peer since today. */
    @BeforeEach
    void begin() {
        people = town.organisation();
        town.letIn(people, TestPeople.PASSWORD);
        id = town.openForStaf(people, Scheme.QUADRANT);
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        task = walker.task(id, Step.APPROVE_TARGETS).getId();
        town.answerTo(people, 4);
    }

    @ParameterizedTest
    @EnumSource
    void theFormerAssessorFindsTheTaskNoMoreAndCannotTakeItBack(Door door) {
        choose(Choice.MOVE);
        var former = door.as(port, people.assessor());

        assertThat(tried(door, people.assessor())).isEmpty();
        assertThat(former.get(door.path() + "/task?processInstanceBusinessKey=" + id)
                        .body())
                .contains(Step.WRITE_HAND_OVER_NOTE.task())
                .doesNotContain(Step.APPROVE_TARGETS.task(), task);
        assertThat(former.get(door.path() + "/history/task?taskId=" + task).body())
                .doesNotContain(task);
        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.TARGET_SETTING);

        assertThat(deeds(door, people.peer()).complete(answers.approval())).isEqualTo(204);
        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.MONITORING);
    }

    @ParameterizedTest
    @EnumSource
    void aSharedTaskIsForBothAndForNobodyElse(Door door) {
        choose(Choice.SHARE);

        for (var other : List.of(people.head(), people.staf(), people.hr())) {
            assertThat(tried(door, other)).as(other).isEmpty();
        }
        var former = deeds(door, people.assessor());
        assertThat(former.claim(people.head())).isBetween(400, 499);
        assertThat(former.claim(people.assessor())).isEqualTo(204);
        assertThat(tried(door, people.peer())).isEmpty();
        assertThat(former.complete(answers.approval())).isEqualTo(204);
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
        assertThat(evaluations.get(EvaluationId.of(id)).assessor()).isEqualTo(people.assessor());
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
                        "choice=MOVE&reason=Titipan&successor=" + people.hr() + "&assessor=" + people.hr());

        assertThat(evaluations.get(EvaluationId.of(id)).assessor()).isEqualTo(people.peer());
    }

    @Test
    void anotherSiteMovesNothing() {
        var answer = HttpPerson.loggedIn(port, people.hr())
                .withoutTokens()
                .form("/hr/lines/evaluations/" + id + "/choice", "choice=MOVE&reason=Lain");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(evaluations.get(EvaluationId.of(id)).assessor()).isEqualTo(people.assessor());
    }

    private TaskDeeds deeds(Door door, String account) {
        return new TaskDeeds(door.as(port, account), door, task);
    }

    private List<String> tried(Door door, String account) {
        return deeds(door, account).succeeding(account, answers.approval());
    }

    private void choose(Choice choice) {
        handOvers.choose(EvaluationId.of(id), choice, "Mutasi jabatan", new Actor(people.hr(), Set.of(Role.HR)));
    }
}
