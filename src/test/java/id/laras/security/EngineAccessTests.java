package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every endpoint of Camunda's REST API and web applications × every role, on somebody's running evaluation. The list of
 * endpoints is read from Camunda's own classes; {@code access/engine-endpoints.txt} says who is answered: an endpoint
 * without a line there fails the build, as does one that answers somebody else, tells of the evaluation to whoever may
 * not read it through the engine, or changes anything.
 */
@LarasTest
@Tag("engine-doors")
class EngineAccessTests {

    private enum Person {
        SUPERVISOR,
        SUPERIOR,
        COLLEAGUE,
        HR,
        UNIT_HR,
        OTHER_UNIT_HR,
        PERFORMANCE_TEAM,
        AUDITOR,
        ADMIN,
        /** Last: he may give his task back. */
        EMPLOYEE
    }

    /** Who reads running evaluations in the engine; everybody else has our pages. */
    private static final Set<Person> READERS = EnumSet.of(Person.EMPLOYEE, Person.HR, Person.AUDITOR);

    /** Whom the answers of these paths tell of is no evaluation: accounts, which administrators find. */
    private static final Set<String> ABOUT_ACCOUNTS = Set.of("user", "identity", "authorization", "group", "tenant");

    /** Where an empty one would ask for nothing. */
    private static final Map<String, String> BODIES = Map.of(
            "/process-instance/{id}/modification",
            "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"UserTask_DraftTargets\"}]}",
            "/process-instance/{id}/variables",
            "{\"modifications\":{\"supervisor\":{\"value\":\"rogue\",\"type\":\"String\"}}}",
            "/process-instance/{id}/suspended",
            "{\"suspended\":true}",
            "/job/{id}/suspended",
            "{\"suspended\":true}",
            "/job-definition/{id}/suspended",
            "{\"suspended\":true,\"includeJobs\":true}",
            "/job/{id}/retries",
            "{\"retries\":0}",
            "/task/{id}/assignee",
            "{\"userId\":\"rogue\"}");

    private static final Path TABLE = Path.of("src/test/resources/access/engine-endpoints.txt");

    @Autowired
    Town town;

    @Autowired
    AccountService accounts;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    private Town.Organisation organisation;
    private String evaluation;
    private String task;
    private final Map<Person, String> people = new EnumMap<>(Person.class);
    private final Map<String, String> ids = new LinkedHashMap<>();

    @BeforeEach
    void open() {
        // camunda-admin may have made the job of the clean-up; everybody sees that there is one
        engine.getHistoryService().cleanUpHistoryAsync(true);
        organisation = town.organisation();
        evaluation = town.openForStaf(organisation, town.cycle(organisation, Scheme.QUADRANT));
        town.letIn(organisation, TestPeople.PASSWORD);
        people.put(Person.EMPLOYEE, organisation.staf());
        people.put(Person.SUPERVISOR, organisation.supervisor());
        people.put(Person.SUPERIOR, organisation.head());
        people.put(Person.COLLEAGUE, organisation.peer());
        people.put(Person.HR, organisation.hr());
        var others = town.organisation();
        town.letIn(others, TestPeople.PASSWORD);
        give(Person.UNIT_HR, others.staf(), Role.UNIT_HR, organisation);
        give(Person.OTHER_UNIT_HR, others.peer(), Role.UNIT_HR, others);
        give(Person.PERFORMANCE_TEAM, others.supervisor(), Role.PERFORMANCE_TEAM, others);
        give(Person.AUDITOR, others.head(), Role.AUDITOR, others);
        give(Person.ADMIN, "rekanlain" + others.number(), Role.ADMIN, others);
        var open = new Walker(engine, json).task(evaluation, "UserTask_DraftTargets");
        task = open.getId();
        var variable = engine.getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(open.getProcessInstanceId())
                .variableName("employee")
                .singleResult();
        ids.put("task", task);
        ids.put("process-instance", open.getProcessInstanceId());
        ids.put("execution", open.getExecutionId());
        ids.put("variable-instance", variable.getId());
        ids.put("process-definition", open.getProcessDefinitionId());
        ids.put("key", "Evaluation");
        ids.put("varId", "employee");
        ids.put(
                "deployment",
                engine.getRepositoryService()
                        .getProcessDefinition(open.getProcessDefinitionId())
                        .getDeploymentId());
        ids.put(
                "filter",
                engine.getFilterService()
                        .createFilterQuery()
                        .filterName("Tugas saya")
                        .singleResult()
                        .getId());
        ids.put(
                "decision-definition",
                engine.getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("QuadrantPredicate")
                        .latestVersion()
                        .singleResult()
                        .getId());
        var meeting = new Walker(engine, json).calibration("Bidang Pencegahan " + organisation.number());
        var timer =
                engine
                        .getManagementService()
                        .createJobQuery()
                        .timers()
                        .processDefinitionKey("Calibration")
                        .list()
                        .stream()
                        .filter(job -> meeting.equals(engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey()))
                        .findFirst()
                        .orElseThrow();
        ids.put("job", timer.getId());
        ids.put("job-definition", timer.getJobDefinitionId());
        ids.put("user", organisation.staf());
        ids.put("group", "sdm");
        ids.put("activity-instance", activity(open.getProcessInstanceId()));
        ids.put(
                "authorization",
                engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .resourceId(task)
                        .list()
                        .get(0)
                        .getId());
    }

    private String activity(String processInstance) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(processInstance)
                .activityId("UserTask_DraftTargets")
                .singleResult()
                .getId();
    }

    private void give(Person person, String account, Role role, Town.Organisation unit) {
        accounts.setRoles(
                account, Set.of(role), Set.of("U" + unit.number()), new Actor("uji-admin", Set.of(Role.ADMIN)));
        people.put(person, account);
    }

    @Test
    void everyEndpointOfTheEngineStandsInTheTable() throws IOException {
        var rest = EngineEndpoints.rest();
        var real = new TreeSet<>(rest);
        EngineEndpoints.webapps().stream()
                .filter(endpoint -> !endpoint.contains(" /engine/"))
                .map(EngineAccessTests::ofWebapp)
                .forEach(real::add);

        assertThat(rest).contains("GET /task/{id}", "DELETE /deployment/{id}");
        assertThat(table().keySet()).isEqualTo(real);
    }

    @Test
    void theSameApiBehindTheWebAppsAndByTheNameOfTheEngineHasNoEndpointMore() {
        assertThat(withoutEngine(EngineEndpoints.restByEngine(), " /engine/{name}"))
                .isSubsetOf(EngineEndpoints.rest());
        assertThat(withoutEngine(EngineEndpoints.webapps(), " /engine/engine/{name}"))
                .isSubsetOf(EngineEndpoints.rest());
    }

    private static Set<String> withoutEngine(Set<String> endpoints, String prefix) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.contains(prefix + "/"))
                .map(endpoint -> endpoint.replace(prefix, " "))
                .map(endpoint -> endpoint.replace(" /", " /").replaceFirst(" +", " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String ofWebapp(String endpoint) {
        return endpoint.replaceFirst(" ", " /camunda/api");
    }

    @Test
    void eachAnswersThoseWhoMayAndChangesNothing() throws IOException {
        var table = table();
        Map<String, Set<Person>> answered = new TreeMap<>();
        table.keySet().forEach(endpoint -> answered.put(endpoint, EnumSet.noneOf(Person.class)));
        List<String> wrong = new ArrayList<>();

        for (var person : Person.values()) {
            var machine = HttpPerson.machine(port, people.get(person));
            var browser = HttpPerson.loggedIn(port, people.get(person));
            var before = state();
            for (var endpoint : table.keySet()) {
                var answer = knock(endpoint.contains("/camunda/api") ? browser : machine, endpoint, "/engine-rest");
                if (answer.statusCode() < 400) {
                    answered.get(endpoint).add(person);
                }
                tell(person, endpoint, answer, wrong);
            }
            if (person != Person.EMPLOYEE && !state().equals(before)) {
                wrong.add(person + " changed the engine: " + before + " → " + state());
            }
        }
        Files.createDirectories(Path.of("target"));
        Files.write(
                Path.of("target/engine-endpoints.txt"),
                answered.entrySet().stream().map(EngineAccessTests::line).toList());
        assertThat(wrong).isEmpty();
        assertThat(answered).isEqualTo(table);
    }

    @Test
    void theWebAppsHandOutNoMoreThanTheApiItself() throws IOException {
        List<String> wrong = new ArrayList<>();
        var table = table();
        for (var person : List.of(Person.COLLEAGUE, Person.OTHER_UNIT_HR)) {
            var browser = HttpPerson.loggedIn(port, people.get(person));
            for (var endpoint : EngineEndpoints.rest()) {
                var answer = knock(browser, endpoint, "/camunda/api/engine/engine/default");
                if (answer.statusCode() < 400 && !table.get(endpoint).contains(person)) {
                    wrong.add(endpoint + " answers " + person);
                }
                tell(person, endpoint, answer, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aStrangerIsAskedForHisLoginEverywhere() throws IOException {
        var stranger = HttpPerson.stranger(port);
        stranger.get("/login");
        var wrong = table().keySet().stream()
                .filter(endpoint -> knock(stranger, endpoint, "/engine-rest").statusCode() != 401)
                // closed to everybody, so that there is nothing to log in for
                .filter(endpoint -> !endpoint.contains("/setup/") && !endpoint.contains("/login/"))
                // ends a session that there is not
                .filter(endpoint -> !endpoint.endsWith("/logout"))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private void tell(Person person, String endpoint, HttpResponse<String> answer, List<String> wrong) {
        var about = endpoint.split("/", 3)[1];
        var body = answer.body();
        if (!READERS.contains(person)
                && !ABOUT_ACCOUNTS.contains(about)
                && (body.contains("Budi Santoso " + organisation.number())
                        || body.contains(organisation.staf())
                        || body.contains(evaluation))) {
            wrong.add(endpoint + " tells " + person + " of the evaluation");
        }
    }

    private HttpResponse<String> knock(HttpPerson who, String endpoint, String api) {
        var verb = endpoint.substring(0, endpoint.indexOf(' '));
        var pattern = endpoint.substring(endpoint.indexOf(' ') + 1);
        var path = filled(pattern.startsWith("/camunda/api") ? pattern : api + pattern, pattern);
        return switch (verb) {
            case "GET" -> who.get(path);
            case "DELETE" -> who.delete(path);
            case "PUT" -> who.put(path, BODIES.getOrDefault(pattern, "{}"));
            case "POST" -> who.post(path, BODIES.getOrDefault(pattern, "{}"));
            default -> who.method(verb, path);
        };
    }

    private String filled(String path, String pattern) {
        var parts =
                pattern.replace("/camunda/api", "").replaceFirst("/history", "").split("/");
        var about = parts.length > 1 ? parts[1] : "";
        return path.replace("{id}", ids.getOrDefault(about, "tidak-ada"))
                .replace("{key}", "decision-definition".equals(about) ? "QuadrantPredicate" : ids.get("key"))
                .replace("{varId}", ids.get("varId"))
                .replace("{userId}", organisation.staf())
                .replace("{groupId}", "sdm")
                .replaceAll("\\{(engine|processEngineName)}", "default")
                .replaceAll("\\{[\\w-]+}", "tidak-ada");
    }

    /** How many there are of everything that somebody could make, change or remove. */
    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put(
                "instances",
                engine.getRuntimeService().createProcessInstanceQuery().count());
        state.put(
                "suspended",
                engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .suspended()
                        .count());
        state.put("tasks", engine.getTaskService().createTaskQuery().count());
        state.put(
                "assignee",
                String.valueOf(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee()));
        state.put("links", engine.getTaskService().getIdentityLinksForTask(task).size());
        state.put(
                "variables",
                engine.getRuntimeService().createVariableInstanceQuery().count());
        state.put(
                "jobs",
                engine.getManagementService().createJobQuery().count()
                        // camunda-admin's own right (ADR 5)
                        - engine.getHistoryService().findHistoryCleanupJobs().size());
        state.put(
                "stopped",
                engine.getManagementService().createJobQuery().suspended().count());
        state.put("batches", engine.getManagementService().createBatchQuery().count());
        state.put(
                "deployments",
                engine.getRepositoryService().createDeploymentQuery().count());
        state.put(
                "definitions",
                engine.getRepositoryService().createProcessDefinitionQuery().count());
        state.put(
                "authorizations",
                engine.getAuthorizationService().createAuthorizationQuery().count());
        state.put("filters", engine.getFilterService().createFilterQuery().count());
        state.put(
                "history",
                engine.getHistoryService().createHistoricProcessInstanceQuery().count());
        state.put("comments", engine.getTaskService().getTaskComments(task).size());
        return state;
    }

    private static String line(Map.Entry<String, Set<Person>> entry) {
        return entry.getKey() + ": "
                + (entry.getValue().equals(EnumSet.allOf(Person.class))
                        ? "ALL"
                        : entry.getValue().stream().map(Person::name).collect(Collectors.joining(" ")));
    }

    private static Map<String, Set<Person>> table() throws IOException {
        Map<String, Set<Person>> table = new TreeMap<>();
        for (var line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#")) {
                var parts = line.split(": ?", 2);
                var people = EnumSet.noneOf(Person.class);
                for (var name : parts[1].strip().split(" ")) {
                    if (name.equals("ALL")) {
                        people.addAll(EnumSet.allOf(Person.class));
                    } else if (!name.isEmpty()) {
                        people.add(Person.valueOf(name));
                    }
                }
                table.put(parts[0], people);
            }
        }
        return table;
    }
}
