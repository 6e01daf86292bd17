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
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import id.laras.substitution.NewSubstitution;
import id.laras.substitution.SubstitutionLists;
import id.laras.substitution.SubstitutionService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Substitutes, those who were it, those who would like to be it and those who named them try to get more than that. */
@LarasTest
@Tag("database")
@Tag("walk")
class SubstitutionAttackTests {

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    SubstitutionService substitutions;

    @Autowired
    SubstitutionLists lists;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final Answers answers = new Answers(Scheme.QUADRANT);
    private Town.Organisation people;
    private Town.Organisation others;
    private String standIn;
    private String id;

    @BeforeEach
    void begin() {
        people = town.organisation();
        others = town.organisation();
        standIn = others.supervisor();
        town.letIn(people, TestPeople.PASSWORD);
        town.letIn(others, TestPeople.PASSWORD);
        id = town.openForStaf(people, Scheme.QUADRANT);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheTwoReachASharedTask(Door door) {
        name(people.supervisor(), standIn, TaskKind.TARGETS);
        var task = approval();
        for (var other : List.of(people.head(), people.staf(), people.peer(), people.hr(), others.head())) {
            assertThat(tried(door, task, other)).as(other).isEmpty();
        }
        var person = door.as(port, standIn);
        var theirs = new TaskDeeds(person, door, task);
        assertThat(person.get(door.path() + "/task?candidateUser=" + standIn + "&includeAssignedTasks=true")
                        .body())
                .contains(task);
        assertThat(theirs.claim(standIn)).isEqualTo(204);
        assertThat(theirs.complete(answers.approval())).isEqualTo(204);
        assertThat(stage()).isEqualTo(Stage.MONITORING);
    }

    @ParameterizedTest
    @EnumSource
    void aSubstituteCanOnlyTakeCompleteAndRelease(Door door) {
        name(people.supervisor(), standIn, TaskKind.TARGETS);
        var task = approval();
        var person = door.as(port, standIn);
        var theirs = new TaskDeeds(person, door, task);
        assertThat(theirs.claim(others.head())).isBetween(400, 499);
        assertThat(theirs.complete(answers.approval())).isBetween(400, 499);
        assertThat(theirs.claim(standIn)).isEqualTo(204);
        assertThat(theirs.post("/delegate", TaskDeeds.user(others.head()))).isBetween(400, 499);
        assertThat(theirs.post("/assignee", TaskDeeds.user(others.head()))).isBetween(400, 499);
        assertThat(theirs.post("/identity-links", "{\"userId\":\"" + others.head() + "\",\"type\":\"candidate\"}"))
                .isBetween(400, 499);
        assertThat(person.put(
                                door.path() + "/task/" + task,
                                "{\"owner\":\"" + standIn + "\",\"assignee\":\"" + standIn + "\"}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(person.put(
                                door.path() + "/task/" + task + "/localVariables/substituted",
                                "{\"value\":false,\"type\":\"Boolean\"}")
                        .statusCode())
                .isBetween(400, 499);
        // What the owner cannot do either: the one who holds it is not pushed aside through the engine.
        var owner = new TaskDeeds(door.as(port, people.supervisor()), door, task);
        assertThat(owner.complete(answers.approval())).isBetween(400, 499);
        assertThat(owner.claim(people.supervisor())).isBetween(400, 499);
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).singleResult())
                .satisfies(open -> assertThat(open.getOwner()).isEqualTo(people.supervisor()))
                .satisfies(open -> assertThat(open.getAssignee()).isEqualTo(standIn));
        assertThat(owner.post("/unclaim", "{}")).isBetween(400, 499);
        assertThat(theirs.post("/unclaim", "{}")).isEqualTo(204);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isNull();
        assertThat(stage()).isEqualTo(Stage.TARGET_SETTING);
    }

    @ParameterizedTest
    @EnumSource
    void aPartyReachesNothingInAnEvaluationAsSubstitute(Door door) {
        name(people.supervisor(), people.staf(), TaskKind.TARGETS, TaskKind.ASSESSMENT, TaskKind.FOLLOW_UP);
        name(people.head(), people.supervisor(), TaskKind.OBJECTION);
        var approval = approval();
        assertThat(tried(door, approval, people.staf())).isEmpty();
        walker.complete(id, Step.APPROVE_TARGETS, answers.approval());
        walker.untilRating(id, answers, "MEETS", "95");
        var rating = walker.task(id, Step.RATE_EMPLOYEE).getId();
        assertThat(tried(door, rating, people.staf())).isEmpty();
        assertThat(door.as(port, people.staf())
                        .get(door.path() + "/task?processInstanceBusinessKey=" + id)
                        .body())
                .doesNotContain(rating);
        walker.complete(id, Step.RATE_EMPLOYEE, answers.rating(walker.plan(id), "MEETS", "95"));
        walker.runJobs(id);
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
        var decision = walker.task(id, Step.DECIDE_OBJECTION).getId();
        for (var party : List.of(people.supervisor(), people.staf())) {
            assertThat(tried(door, decision, party)).as(party).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFormerSubstituteFindsNothingMore(Door door) {
        var substitution = name(people.supervisor(), standIn, TaskKind.TARGETS);
        var task = approval();
        var person = door.as(port, standIn);
        var theirs = new TaskDeeds(person, door, task);
        assertThat(theirs.claim(standIn)).isEqualTo(204);
        substitutions.end(substitution, actor(people.supervisor()));

        // The engine has not run its job yet: what they still hold there is worth nothing.
        assertThat(theirs.complete(answers.approval())).isBetween(400, 499);
        assertThat(person.put("/api/tasks/" + task + "/draft", "{}").statusCode())
                .isNotEqualTo(204);
        walker.runJobs(substitution);
        assertThat(tried(door, task, standIn)).isEmpty();
        assertThat(person.get(door.path() + "/task/" + task).statusCode()).isBetween(400, 499);
        assertThat(person.get(door.path() + "/task?assignee=" + standIn).body()).isEqualTo("[]");
        assertThat(person.get(door.path() + "/history/task?taskId=" + task).body())
                .doesNotContain(task);
        assertThat(stage()).isEqualTo(Stage.TARGET_SETTING);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyLeavesATaskThatOnlyTheyMayDoToNobody(Door door) {
        var task = approval();
        var owner = new TaskDeeds(door.as(port, people.supervisor()), door, task);
        assertThat(owner.post("/unclaim", "{}")).isBetween(400, 499);
        assertThat(owner.post("/claim", "{\"userId\":null}")).isBetween(400, 499);
        assertThat(walker.task(id, Step.APPROVE_TARGETS).getAssignee()).isEqualTo(people.supervisor());
    }

    @Test
    void aFormOpensToTheSubstituteAndToNobodyWhoIsExcluded() {
        name(people.supervisor(), standIn, TaskKind.TARGETS);
        var task = approval();
        var form = HttpPerson.loggedIn(port, standIn).json("/api/tasks/" + task);
        assertThat(form.path("onBehalfOf").asText()).isEqualTo("Ratna Dewi " + people.number());
        assertThat(form.path("readOnly").asBoolean()).isTrue();
        assertThat(form.toString())
                .contains("Budi Santoso " + people.number())
                .doesNotContain(people.nip(3), people.nip(2));
        for (var other : List.of(people.staf(), people.head(), others.head(), people.hr())) {
            assertThat(HttpPerson.loggedIn(port, other)
                            .get("/api/tasks/" + task)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoLooksForASubstituteLearnsNeitherNipNorAccount() {
        var staff = HttpPerson.loggedIn(port, people.staf());
        var found = staff.page("/account/substitutes?search=Ratna+Dewi+" + people.number())
                .body();
        assertThat(found)
                .contains("Ratna Dewi " + people.number(), "Dinas Kesehatan " + people.number())
                .doesNotContain(people.nip(2), people.supervisor());
        assertThat(staff.page("/account/substitutes?search=" + people.nip(2)).body())
                .as("a NIP is not guessed digit by digit")
                .doesNotContain("Ratna Dewi " + people.number());

        var reference = found.replaceAll("(?s).*[?]substitute=([A-Za-z0-9_-]+)#baru.*", "$1");
        var chosen = staff.page("/account/substitutes?substitute=" + reference).body();
        assertThat(chosen).contains("Ratna Dewi " + people.number()).doesNotContain(people.nip(2), people.supervisor());
        var day = LocalDate.now(clock);
        var rest = "&first=" + day + "&last=" + day + "&kinds=ASSESSMENT";
        for (var account : List.of(people.supervisor(), people.nip(2))) {
            assertThat(staff.form("/account/substitutes", "substitute=" + account + rest)
                            .statusCode())
                    .as("an account is no reference")
                    .isEqualTo(422);
        }
        assertThat(HttpPerson.loggedIn(port, people.head())
                        .form("/account/substitutes", "substitute=" + reference + rest)
                        .statusCode())
                .as("somebody else's reference")
                .isEqualTo(422);
        assertThat(staff.form("/account/substitutes", "substitute=" + reference + rest)
                        .statusCode())
                .isEqualTo(302);
        assertThat(staff.get("/api/substitutions").body()).doesNotContain(people.supervisor(), people.nip(2));
        assertThat(staff.get("/account/data").body()).doesNotContain(people.nip(2));
    }

    @Test
    void anAccountGivenToTheApiTellsNoName() {
        var owner = HttpPerson.loggedIn(port, people.supervisor());
        var name = "Ratna Dewi " + others.number();
        for (var account : List.of(standIn, standIn.toUpperCase(Locale.ROOT), others.nip(2), "tidak-ada")) {
            var refused = owner.post("/api/substitutions", substitution(account));
            assertThat(refused.statusCode()).as(account).isEqualTo(422);
            assertThat(refused.body()).as(account).doesNotContain(name);
        }
        assertThat(owner.post("/api/substitutions", substitution(standIn)).body())
                .as("as one that nobody has")
                .isEqualTo(owner.post("/api/substitutions", substitution("tidak-ada"))
                        .body());
        assertThat(owner.get("/api/substitutions").body()).doesNotContain(name);
        assertThat(lists.of(people.supervisor())).isEmpty();
    }

    @Test
    void whoAsksTheApiForPeopleLearnsNeitherNipNorAccount() {
        var name = "Ratna Dewi " + others.number();
        var search = "/api/substitutions/people?search=" + name.replace(' ', '+');
        for (var reader : List.of(people.staf(), people.hr())) {
            var found = HttpPerson.loggedIn(port, reader).get(search);
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.body()).contains(name).doesNotContain(standIn, others.nip(2));
        }
        var staff = HttpPerson.loggedIn(port, people.staf());
        assertThat(staff.get("/api/substitutions/people?search=" + others.nip(2))
                        .body())
                .as("a NIP is not guessed digit by digit")
                .isEqualTo("[]");
        assertThat(staff.get("/api/substitutions/people").body()).isEqualTo("[]");

        var reference = reference(staff, name);
        assertThat(HttpPerson.loggedIn(port, people.head())
                        .post("/api/substitutions", substitution(reference))
                        .statusCode())
                .as("somebody else's reference")
                .isEqualTo(422);
        assertThat(staff.post("/api/substitutions", substitution(reference)).statusCode())
                .isEqualTo(201);
    }

    private static String reference(HttpPerson reader, String name) {
        return reader.json("/api/substitutions/people?search=" + name.replace(' ', '+'))
                .path(0)
                .path("reference")
                .asText();
    }

    /** Of today, as the API takes it. */
    private String substitution(String substitute) {
        var today = LocalDate.now(clock);
        return "{\"substitute\":\"" + substitute + "\",\"first\":\"" + today + "\",\"last\":\"" + today
                + "\",\"kinds\":[\"ASSESSMENT\"]}";
    }

    @Test
    void nobodyNamesOrEndsForOthersThroughRest() {
        var forHr = substitution(standIn);
        var forAnother =
                "{\"person\":\"" + people.supervisor() + "\",\"reason\":\"Titipan\",\"substitution\":" + forHr + "}";
        var staff = HttpPerson.loggedIn(port, people.staf());
        assertThat(staff.post("/api/hr/substitutions", forAnother).statusCode()).isEqualTo(403);
        assertThat(staff.form("/hr/substitutes", "person=" + people.supervisor())
                        .statusCode())
                .isEqualTo(403);
        assertThat(lists.of(people.supervisor())).isEmpty();

        var owner = HttpPerson.loggedIn(port, people.supervisor());
        var body = substitution(reference(owner, "Ratna Dewi " + others.number()));
        var created = owner.post("/api/substitutions", body);
        assertThat(created.statusCode()).isEqualTo(201);
        var substitution = HttpPerson.parse(created.body()).path("id").asText();
        var refused = owner.post("/api/substitutions", body);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(HttpPerson.parse(refused.body()).path("detail").asText()).contains("sudah diserahkan kepada");
        assertThat(staff.delete("/api/substitutions/" + substitution).statusCode())
                .isEqualTo(422);
        assertThat(owner.withoutTokens()
                        .delete("/api/substitutions/" + substitution)
                        .statusCode())
                .isEqualTo(403);
        assertThat(HttpPerson.loggedIn(port, standIn).get("/api/substitutions").body())
                .contains(substitution);
        assertThat(staff.get("/api/substitutions").body()).doesNotContain(substitution);
        assertThat(HttpPerson.loggedIn(port, people.supervisor())
                        .delete("/api/substitutions/" + substitution)
                        .statusCode())
                .isEqualTo(204);

        var hr = HttpPerson.loggedIn(port, people.hr());
        assertThat(hr.post("/api/hr/substitutions", forAnother).statusCode()).isEqualTo(201);
        assertThat(hr.get("/hr/substitutes").body())
                .contains("Ratna Dewi " + people.number())
                .doesNotContain("??");
        assertThat(HttpPerson.loggedIn(port, people.supervisor())
                        .get("/account/data")
                        .body())
                .contains("\"substitutes\"", "Titipan");
    }

    private List<String> tried(Door door, String task, String account) {
        return new TaskDeeds(door.as(port, account), door, task).succeeding(account, answers.approval());
    }

    private String approval() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        return walker.task(id, Step.APPROVE_TARGETS).getId();
    }

    private String name(String person, String substitute, TaskKind... kinds) {
        var today = LocalDate.now(clock);
        var substitution = substitutions.name(
                new NewSubstitution(substitute, today, today.plusDays(5), Set.of(kinds)), actor(person));
        walker.begin(substitution);
        return substitution;
    }

    private Stage stage() {
        return evaluations.get(EvaluationId.of(id)).stage();
    }

    private static Actor actor(String account) {
        return new Actor(account, Set.of(Role.STAFF));
    }
}
