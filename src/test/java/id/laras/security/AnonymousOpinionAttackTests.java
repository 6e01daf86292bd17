package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.TestTeam;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.engine.probe.Probes;
import id.laras.security.EngineAttackTests.Door;
import id.laras.steps.Step;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** None of the engine's doors tells who was asked about a colleague, and when they answered (docs/law.md#opinions). */
@LarasTest
@Tag("walk")
@TestInstance(Lifecycle.PER_CLASS)
class AnonymousOpinionAttackTests {

    private static final String GIVE_FEEDBACK = Step.GIVE_FEEDBACK.task();
    private static final List<String> VALUES =
            List.of("SERVICE_ORIENTED", "ACCOUNTABLE", "COMPETENT", "HARMONIOUS", "LOYAL", "ADAPTIVE", "COLLABORATIVE");

    @Autowired
    ApplicationContext application;

    @Autowired
    RuntimeService processes;

    @Autowired
    HistoryService history;

    @Autowired
    Probes probes;

    @Autowired
    TestPeople people;

    @Autowired
    AccountDirectory accounts;

    @Autowired
    ApiTokenService tokens;

    @LocalServerPort
    int port;

    private TestTeam team;
    private EvaluationId id;
    private String process;
    private String definition;
    private String openTask;
    private String doneTask;
    private List<String> respondents;

    /** Tests that only read share what was opened. */
    private boolean untouched;

    private final Map<String, HttpPerson> callers = new HashMap<>();

    /** Four colleagues of "staff" are asked; "peer1" has answered. */
    @BeforeEach
    void aColleagueHasAnsweredAndThreeHaveNot() {
        if (untouched) {
            return;
        }
        probes.start();
        team = TestTeam.open(application, Scheme.QUADRANT);
        id = team.id("staff");
        var instance = team.assess();
        process = instance.getId();
        definition = instance.getProcessDefinitionId();
        respondents =
                Stream.of("peer1", "peer2", "sub1", "sub2").map(team::account).toList();
        doneTask = team.task(id, "peer1", Step.GIVE_FEEDBACK).getId();
        openTask = team.task(id, "peer2", Step.GIVE_FEEDBACK).getId();
        answer(id, "peer1");
        assertThat(history.createHistoricTaskInstanceQuery()
                        .taskId(doneTask)
                        .finished()
                        .count())
                .isEqualTo(1);
        people.account(team.account("staff"), Role.HR, Role.AUDITOR);
        people.account(team.account("officer"));
        people.account(team.account("peer1"));
        people.account(team.account("peer2"));
        callers.clear();
        untouched = true;
    }

    /**
     * Has logged in once, as a machine with a token: to check a password with every call takes longer than many answers. One of them comes
     * with a password, which is another chain of filters.
     */
    private HttpPerson caller(Door door, String account) {
        return callers.computeIfAbsent(door + " " + account, name -> {
            if (door == Door.WEBAPP || account.equals("uji-auditor")) {
                return door.as(port, account);
            }
            var owner = new Actor(account, accounts.roles(account));
            var machine = HttpPerson.stranger(port)
                    .bearing(tokens.create("uji", owner.roles(), LocalDate.now().plusDays(2), owner));
            var profile = machine.get(door.path() + "/user/" + account + "/profile");
            assertThat(profile.statusCode())
                    .as("whoever is not let in reads nothing")
                    .isEqualTo(200);
            return machine;
        });
    }

    private void answer(EvaluationId id, String person) {
        var behaviour = VALUES.stream()
                .map(value -> Map.of("value", value, "rating", "MEETS"))
                .toList();
        team.complete(id, person, Step.GIVE_FEEDBACK, Map.of("behaviour", behaviour, "comment", "Ramah"));
    }

    private List<String> overseers() {
        return List.of("uji-sdm", "uji-auditor", "uji-admin", team.account("staff"), team.account("officer"));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReadsWhoWasAskedOrWhoAnswered(Door door) {
        for (var reader : overseers()) {
            var person = caller(door, reader);
            for (var path : readings()) {
                assertSilent(reader, person.get(door.path() + path));
            }
            for (var path : List.of("/task", "/history/task")) {
                for (var body : searches()) {
                    assertSilent(reader, person.post(door.path() + path, body));
                }
            }
            var filters = person.json(door.path() + "/filter?resourceType=Task");
            for (var filter : filters) {
                for (var body : searches()) {
                    var list = door.path() + "/filter/" + filter.path("id").asText() + "/list";
                    assertSilent(reader, person.post(list, body));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyCountsWhomOneHasAskedOrWhatOneHasAnswered(Door door) {
        var peer = team.account("peer2");
        for (var reader : overseers()) {
            var person = caller(door, reader);
            for (var path : List.of(
                    "/task/count?taskDefinitionKey=" + GIVE_FEEDBACK,
                    "/task/count?processDefinitionKey=Assessment&assignee=" + peer,
                    "/task/count?processVariables=invitation_eq_" + peer,
                    "/execution/count?activityId=" + GIVE_FEEDBACK,
                    "/process-instance/count?activityIdIn=" + GIVE_FEEDBACK,
                    "/history/task/count?taskDefinitionKey=" + GIVE_FEEDBACK,
                    "/history/task/count?processDefinitionKey=Assessment&taskInvolvedUser=" + peer,
                    "/history/activity-instance/count?activityId=" + GIVE_FEEDBACK,
                    "/history/identity-link-log/count?processDefinitionKey=Assessment&userId=" + peer,
                    "/history/variable-instance/count?variableName=invitation",
                    "/history/user-operation/count?userId=" + team.account("peer1"))) {
                var answer = person.get(door.path() + path);
                assertThat(answer.statusCode() == 404
                                || answer.statusCode() == 400
                                || HttpPerson.parse(answer.body()).path("count").asInt(-1) == 0)
                        .as(reader + " " + path + " " + answer.body())
                        .isTrue();
            }
        }
    }

    /** Whoever asks again and again would see the difference: until the closing day every door answers the same. */
    @ParameterizedTest
    @EnumSource
    void whatIsReadBeforeAnOpinionCameIsReadAfterItAndAfterTheLast(Door door) {
        untouched = false;
        var before = read(door, overseers());
        // of those who are nobody's colleague here, one who oversees all in between
        var overseer = List.of("uji-sdm");
        var readByOverseer = read(door, overseer);
        // One has answered before, one answers after the others.
        var colleagues = List.of(team.account("peer1"), team.account("peer2"));
        var readByColleagues = read(door, colleagues);
        for (var person : List.of("sub1", "sub2")) {
            answer(id, person);
            assertThat(read(door, overseer)).as("after " + person).isEqualTo(readByOverseer);
            assertThat(read(door, colleagues)).as("after " + person).isEqualTo(readByColleagues);
        }
        answer(id, "peer2");
        assertThat(read(door, overseers())).as("after the last").isEqualTo(before);
    }

    /** Answers by reader and path. */
    private Map<String, String> read(Door door, List<String> readers) {
        var answers = new TreeMap<String, String>();
        var silent = Stream.concat(
                        readings().stream(),
                        Stream.of(
                                "/history/activity-instance/count?processInstanceId=" + process,
                                "/history/activity-instance/count?processDefinitionId=" + definition,
                                "/history/task/count?processInstanceId=" + process,
                                "/history/variable-instance/count?processInstanceId=" + process,
                                "/history/detail/count?processInstanceId=" + process,
                                "/history/job-log/count?processInstanceId=" + process,
                                "/history/process-definition/" + definition
                                        + "/statistics?finished=true&completeScope=true&canceled=true",
                                "/process-definition/" + definition + "/statistics?incidents=true",
                                "/job-definition?processDefinitionId=" + definition,
                                "/job?activityId=BoundaryTimer_FeedbackCloses",
                                "/job?activityId=TimerCatch_FeedbackCloses",
                                "/job/count?processInstanceId=" + process,
                                "/execution/count?processInstanceId=" + process,
                                "/variable-instance/count?processInstanceIdIn=" + process,
                                "/process-instance/count?activityIdIn=TimerCatch_FeedbackCloses",
                                "/process-instance?activityIdIn=TimerCatch_FeedbackCloses",
                                "/task/count?processInstanceId=" + process,
                                "/metrics/activity-instance-start/sum",
                                "/metrics/root-process-instance-start/sum",
                                "/metrics"))
                .toList();
        for (var reader : readers) {
            var person = caller(door, reader);
            for (var path : silent) {
                var answer = person.get(door.path() + path);
                answers.put(reader + " " + path, answer.statusCode() + " " + answer.body());
            }
        }
        return answers;
    }

    /** An account is often a NIP; the form tells whom the opinion is about by name. */
    @ParameterizedTest
    @EnumSource
    void theVariablesOfARespondentsTaskHoldNobodysAccount(Door door) {
        var peer = caller(door, team.account("peer2"));
        for (var variables : List.of("/variables", "/form-variables")) {
            var answer = peer.get(door.path() + "/task/" + openTask + variables);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("feedbackCloses")
                    .doesNotContain(team.account("staff"), team.account("officer"));
        }
    }

    /** Else whoever has a task in the process finds it by trying whether a variable equals a colleague's account. */
    @Test
    void noVariableOfTheAssessmentHoldsWhoWasAsked() {
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(process)
                        .list())
                .isNotEmpty()
                .extracting(variable -> String.valueOf(variable.getValue()))
                .doesNotContainAnyElementsOf(respondents);
    }

    @Test
    void cockpitsOwnRestTellsNothingEither() {
        var root = "/camunda/api/cockpit/plugin/base/default";
        for (var reader : overseers()) {
            var person = HttpPerson.loggedIn(port, reader);
            assertSilent(reader, person.get(root + "/process-definition/statistics"));
            var called = "/process-instance/" + process + "/called-process-instances";
            assertSilent(reader, person.post(root + called, "{}"));
            var asked = Map.of(
                    "/process-definition/" + definition + "/called-process-definitions",
                    "{}",
                    "/process-instance",
                    "{\"processDefinitionId\":\"" + definition + "\"}",
                    "/process-instance/count",
                    "{\"processDefinitionId\":\"" + definition + "\"}",
                    "/incident/",
                    "{\"processInstanceIdIn\":[\"" + process + "\"]}");
            asked.forEach((path, body) -> {
                var answer = person.post(root + path, body);
                // in another spelling or by another verb nothing is there, and all would be silent
                assertSilent(reader, answer);
                if (reader.equals(team.account("officer"))) {
                    // has no Cockpit
                    assertThat(answer.statusCode()).as(reader + " " + path).isEqualTo(404);
                    return;
                }
                assertThat(answer.statusCode()).as(reader + " " + path).isEqualTo(200);
                assertThat(answer.body()).as(reader + " " + path).isIn("[]", "{\"count\":0}");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void respondentsFindTheirOwnTaskAndNobodyElses(Door door) {
        var peer = caller(door, team.account("peer2"));
        assertThat(peer.json(door.path() + "/task?taskDefinitionKey=" + GIVE_FEEDBACK + "&assignee="
                        + team.account("peer2")))
                .extracting(task -> task.path("id").asText())
                .containsExactly(openTask);
        assertThat(peer.get(door.path() + "/task/" + openTask).statusCode()).isEqualTo(200);
        for (var path : readings()) {
            if (!path.contains(openTask)) {
                assertThat(peer.get(door.path() + path).body())
                        .as(path)
                        .doesNotContain(respondents.get(0), respondents.get(2), respondents.get(3));
            }
        }
    }

    /** Read again and again they would tell when the next opinion came. */
    @ParameterizedTest
    @EnumSource
    void aRespondentsOwnTaskDoesNotTellHowManyHaveAnswered(Door door) {
        assertThat(processes
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(process)
                        .variableName("nrOfCompletedInstances")
                        .singleResult()
                        .getValue())
                .isEqualTo(1);
        var peer = caller(door, team.account("peer2"));
        var task = door.path() + "/task/" + openTask;
        for (var variables : List.of("/variables", "/form-variables")) {
            assertThat(peer.get(task + variables).statusCode()).as(variables).isEqualTo(200);
            assertThat(peer.get(task + variables + "?variableNames=nrOfCompletedInstances")
                            .body())
                    .as(variables)
                    .doesNotContain("\"nrOfCompletedInstances\"");
        }
        for (var path : readings()) {
            assertThat(peer.get(door.path() + path).body()).as(path).doesNotContain("nrOf", "loopCounter");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEmployeeFindsTheirSelfAssessmentInTheirTaskList(Door door) {
        var employee = caller(door, team.account("staff"));
        assertThat(employee.json(door.path() + "/task?assignee=" + team.account("staff")))
                .extracting(task -> task.path("taskDefinitionKey").asText())
                .contains(Step.ASSESS_SELF.task());
    }

    private List<String> readings() {
        var peer = team.account("peer2");
        var paths = new ArrayList<String>();
        for (var task : List.of(openTask, doneTask)) {
            paths.addAll(List.of(
                    "/task/" + task,
                    "/task/" + task + "/identity-links",
                    "/task/" + task + "/variables",
                    "/task/" + task + "/localVariables",
                    "/task/" + task + "/form-variables",
                    "/task/" + task + "/comment",
                    "/task/" + task + "/attachment",
                    "/history/task?taskId=" + task,
                    "/history/identity-link-log?taskId=" + task,
                    "/history/variable-instance?taskIdIn=" + task,
                    "/history/detail?taskId=" + task,
                    "/history/user-operation?taskId=" + task));
        }
        for (var asked : List.of(team.account("peer1"), peer)) {
            paths.addAll(List.of(
                    "/task?processDefinitionKey=Assessment&assignee=" + asked,
                    "/task?taskVariables=invitation_eq_" + asked,
                    "/task?processVariables=invitation_eq_" + asked,
                    "/process-instance?variables=invitation_eq_" + asked,
                    "/execution?variables=invitation_eq_" + asked,
                    "/variable-instance?variableValues=invitation_eq_" + asked,
                    "/history/task?processDefinitionKey=Assessment&taskAssignee=" + asked,
                    "/history/task?processDefinitionKey=Assessment&taskInvolvedUser=" + asked,
                    "/history/activity-instance?activityType=userTask&processDefinitionId=" + definition
                            + "&taskAssignee=" + asked,
                    "/history/identity-link-log?processDefinitionKey=Assessment&userId=" + asked,
                    "/history/identity-link-log?processDefinitionKey=Assessment&assignerId=" + asked,
                    "/history/process-instance?variables=invitation_eq_" + asked,
                    "/history/user-operation?processDefinitionKey=Assessment&userId=" + asked,
                    "/authorization?userIdIn=" + asked));
        }
        for (var name : List.of("processInstanceId", "rootProcessInstanceId")) {
            paths.add("/history/user-operation?" + name + "=" + process);
        }
        paths.addAll(List.of(
                "/task?processInstanceId=" + process,
                "/task?processDefinitionKey=Assessment",
                "/task?taskDefinitionKey=" + GIVE_FEEDBACK,
                "/task/report/candidate-group-count",
                "/process-instance/" + process,
                "/process-instance/" + process + "/variables",
                "/process-instance/" + process + "/activity-instances",
                "/process-instance/" + process + "/comment",
                "/process-instance?processDefinitionKey=Assessment",
                "/process-definition/" + definition + "/statistics",
                "/process-definition/key/Assessment/statistics",
                "/execution?processInstanceId=" + process,
                "/execution?activityId=" + GIVE_FEEDBACK,
                "/variable-instance?processInstanceIdIn=" + process,
                "/variable-instance?variableName=invitation",
                "/event-subscription?processInstanceId=" + process,
                "/incident?processInstanceId=" + process,
                "/history/task?processInstanceId=" + process,
                "/history/task?taskDefinitionKey=" + GIVE_FEEDBACK,
                "/history/task/report?reportType=count&groupBy=taskName",
                "/history/task/report?reportType=duration&periodUnit=month",
                "/history/process-instance/" + process,
                "/history/process-instance?processDefinitionKey=Assessment",
                "/history/process-definition/" + definition + "/statistics",
                "/history/identity-link-log?processDefinitionKey=Assessment",
                "/history/activity-instance?processInstanceId=" + process,
                "/history/activity-instance?activityId=" + GIVE_FEEDBACK,
                "/history/variable-instance?processInstanceId=" + process,
                "/history/variable-instance?variableName=invitation",
                "/history/detail?processInstanceId=" + process,
                "/history/user-operation?processDefinitionKey=Assessment",
                "/history/user-operation?category=TaskWorker",
                "/history/job-log?processInstanceId=" + process,
                "/job?processInstanceId=" + process,
                "/authorization?resourceType=7"));
        return paths;
    }

    private List<String> searches() {
        return List.of(
                "{\"taskDefinitionKey\":\"" + GIVE_FEEDBACK + "\"}",
                "{\"processInstanceId\":\"" + process + "\"}",
                "{\"orQueries\":[{\"processDefinitionKey\":\"Assessment\",\"taskDefinitionKey\":\"" + GIVE_FEEDBACK
                        + "\"}]}");
    }

    private void assertSilent(String reader, HttpResponse<String> answer) {
        var what = reader + " " + answer.uri() + " " + answer.statusCode() + " " + answer.body();
        assertThat(answer.body()).as(what).doesNotContain(respondents).doesNotContain(GIVE_FEEDBACK);
    }
}
