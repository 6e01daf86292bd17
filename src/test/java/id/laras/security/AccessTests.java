package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.evidence.FileService;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint × every person, on somebody's evaluation that is his own, his people's or none of his business. The list
 * of endpoints is the application's own: a new one without a line here fails the build.
 */
@LarasTest
class AccessTests {

    /** Who asks, seen from the evaluation. */
    private enum Person {
        STRANGER,
        EMPLOYEE,
        SUPERVISOR,
        SUPERIOR,
        COLLEAGUE,
        HR,
        AUDITOR,
        ADMIN
    }

    private static final Set<Person> ALL = EnumSet.allOf(Person.class);
    private static final Set<Person> KNOWN = EnumSet.complementOf(EnumSet.of(Person.STRANGER));
    private static final Set<Person> HR = EnumSet.of(Person.HR);
    private static final Set<Person> ADMIN = EnumSet.of(Person.ADMIN);
    private static final Set<Person> HR_AND_AUDITOR = EnumSet.of(Person.HR, Person.AUDITOR);
    private static final Set<Person> TASK_READERS = EnumSet.of(Person.EMPLOYEE, Person.HR, Person.AUDITOR);
    private static final Set<Person> READERS =
            EnumSet.of(Person.EMPLOYEE, Person.SUPERVISOR, Person.SUPERIOR, Person.HR, Person.AUDITOR);

    /** Method and pattern of an endpoint, and who is let in. */
    private static final Map<String, Set<Person>> MAY = may();

    private static Map<String, Set<Person>> may() {
        var may = new LinkedHashMap<String, Set<Person>>();
        may.put("GET /", KNOWN);
        may.put("GET /login", ALL);
        may.put("* /error", ALL);
        may.put("GET /account/password", KNOWN);
        may.put("POST /account/password", KNOWN);
        may.put("GET /account/data", KNOWN);
        may.put("GET /account/tokens", KNOWN);
        may.put("POST /account/tokens", KNOWN);
        may.put("POST /account/tokens/{id}/revoke", KNOWN);
        may.put("GET /account/substitutes", KNOWN);
        may.put("POST /account/substitutes", KNOWN);
        may.put("POST /account/substitutes/{id}/end", KNOWN);
        may.put("POST /account/substitutes/tasks/{taskId}/return", KNOWN);
        may.put("GET /api/substitutions", KNOWN);
        may.put("POST /api/substitutions", KNOWN);
        may.put("DELETE /api/substitutions/{id}", KNOWN);
        may.put("GET /hr/substitutes", HR);
        may.put("POST /hr/substitutes", HR);
        may.put("POST /hr/substitutes/{id}/end", HR);
        may.put("GET /api/hr/substitutions", HR);
        may.put("POST /api/hr/substitutions", HR);
        may.put("GET /evaluations", KNOWN);
        may.put("GET /evaluations/{id}", READERS);
        may.put("GET /evaluations/{id}/targets", READERS);
        may.put("POST /evaluations/{id}/revision", READERS);
        may.put("GET /api/tasks/{taskId}", EnumSet.of(Person.EMPLOYEE));
        may.put("PUT /api/tasks/{taskId}/draft", EnumSet.of(Person.EMPLOYEE));
        may.put("GET /api/tasks/next", KNOWN);
        may.put(
                "POST /api/evaluations/{evaluationId}/files",
                EnumSet.of(Person.EMPLOYEE, Person.SUPERVISOR, Person.SUPERIOR, Person.HR));
        may.put("GET /api/files/{fileId}", READERS);
        may.put("GET /hr/people", HR);
        may.put("POST /hr/people", HR);
        may.put("GET /hr/people/templates/{file}", HR);
        may.put("GET /hr/people/imports/{id}", HR);
        may.put("GET /hr/people/imports/{id}/progress", HR);
        may.put("POST /hr/people/imports/{id}/apply", HR);
        may.put("GET /hr/people/imports/{id}/errors.csv", HR);
        may.put("POST /api/hr/imports", HR);
        may.put("GET /api/hr/imports/{id}", HR);
        may.put("POST /api/hr/imports/{id}/apply", HR);
        may.put("GET /api/hr/imports/{id}/errors.csv", HR);
        may.put("GET /hr/lines", HR);
        may.put("POST /hr/lines/absences", HR);
        may.put("POST /hr/lines/actings", HR);
        may.put("GET /hr/lines/evaluations/{id}", HR);
        may.put("POST /hr/lines/evaluations/{id}/choice", HR);
        may.put("POST /hr/lines/evaluations/{id}/end", HR);
        may.put("POST /hr/lines/evaluations/{id}/period", HR);
        may.put("POST /hr/lines/evaluations/{id}/reopening", HR);
        may.put("GET /hr/cycles", HR);
        may.put("POST /hr/cycles", HR);
        may.put("GET /hr/cycles/new", HR);
        may.put("GET /hr/cycles/{id}", HR);
        may.put("POST /hr/cycles/{id}/opening", HR);
        may.put("GET /hr/cycles/{id}/progress", HR);
        may.put("POST /hr/cycles/{id}/predicates", HR);
        may.put("GET /hr/evaluations", HR);
        may.put("GET /hr/incidents", HR);
        may.put("POST /hr/incidents/{incidentId}/retry", HR);
        may.put("GET /audit/evaluations", HR_AND_AUDITOR);
        may.put("GET /audit/evaluations/{id}", HR_AND_AUDITOR);
        may.put("GET /audit/calibrations/{id}", HR_AND_AUDITOR);
        may.put("GET /audit/deeds", HR_AND_AUDITOR);
        may.put("GET /admin/accounts", ADMIN);
        may.put("POST /admin/accounts", ADMIN);
        may.put("POST /admin/accounts/{name}/password", ADMIN);
        may.put("POST /admin/accounts/{name}/roles", ADMIN);
        may.put("POST /admin/accounts/{name}/close", ADMIN);
        may.put("POST /admin/accounts/{name}/open", ADMIN);
        may.put("POST /admin/accounts/{name}/directory", ADMIN);
        may.put("GET /admin/tokens", ADMIN);
        may.put("POST /admin/tokens/{id}/revoke", ADMIN);
        may.put("GET /camunda/app/tasklist/default/", KNOWN);
        may.put("GET /camunda/api/engine/engine/default/task/{taskId}", TASK_READERS);
        may.put("GET /camunda/api/engine/engine/default/task/{taskId}/form", TASK_READERS);
        may.put("POST /camunda/api/engine/engine/default/task/{taskId}/submit-form", EnumSet.of(Person.EMPLOYEE));
        may.put("POST /camunda/api/admin/setup/default/user/create", Set.of());
        may.put("POST /camunda/api/engine/engine/default/identity/verify", Set.of());
        may.put("GET /engine-rest/task/{taskId}", TASK_READERS);
        may.put("POST /engine-rest/task/{taskId}/complete", EnumSet.of(Person.EMPLOYEE));
        may.put("GET /engine-rest/user", KNOWN);
        may.put("POST /engine-rest/identity/verify", Set.of());
        may.put("GET /v3/api-docs", ALL);
        may.put("GET /v3/api-docs.yaml", ALL);
        may.put("GET /actuator/health", ALL);
        may.put("GET /actuator/env", Set.of());
        may.put("GET /no/such/door", Set.of());
        return may;
    }

    @Autowired
    Town town;

    @Autowired
    TestPeople people;

    @Autowired
    ProcessEngine engine;

    @Autowired
    FileService files;

    @Autowired
    ObjectMapper json;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @LocalServerPort
    int port;

    @Test
    void everyEndpointOfTheApplicationStandsInTheTable() {
        var real = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> names(mapping).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(real).contains("GET /evaluations/{id}").isSubsetOf(MAY.keySet());
    }

    @Test
    void eachOpensToThoseWhoMayAndToNobodyElse() {
        var organisation = town.organisation();
        var cycle = town.cycle(organisation, Scheme.QUADRANT);
        var id = town.openForStaf(organisation, cycle);
        town.letIn(organisation, TestPeople.PASSWORD);
        people.account("uji-pemeriksa", Role.AUDITOR);
        people.account("uji-admin", Role.ADMIN);
        var owner = new Actor(organisation.staf(), Set.of(Role.STAFF));
        var file = files.store(owner, EvaluationId.of(id), "bukti.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        var task = new Walker(engine, json).task(id, "UserTask_DraftTargets").getId();
        var accounts = new EnumMap<Person, String>(Map.of(
                Person.EMPLOYEE, organisation.staf(),
                Person.SUPERVISOR, organisation.supervisor(),
                Person.SUPERIOR, organisation.head(),
                Person.COLLEAGUE, "rekan" + organisation.number(),
                Person.HR, organisation.hr(),
                Person.AUDITOR, "uji-pemeriksa",
                Person.ADMIN, "uji-admin"));
        var meeting = new Walker(engine, json).calibration("Bidang Pencegahan " + organisation.number());
        var upload = HttpPerson.parse(HttpPerson.loggedIn(port, organisation.hr())
                        .multipart("/api/hr/imports", "units", "unit.csv", "kode,nama,induk\nX1,Unit X1,\n")
                        .body())
                .get("id")
                .asText();
        List<String> wrong = new ArrayList<>();

        for (var person : Person.values()) {
            for (var line : MAY.entrySet()) {
                var endpoint = line.getKey();
                var path = endpoint.substring(endpoint.indexOf(' ') + 1)
                        .replace("{taskId}", task)
                        .replace("{fileId}", file.fileId())
                        .replace("{file}", "employees.csv")
                        .replace("{name}", "tidak-ada")
                        .replace("{incidentId}", "tidak-ada")
                        .replaceFirst("/imports/\\{id}", "/imports/" + upload)
                        .replaceFirst("^/hr/cycles/\\{id}", "/hr/cycles/" + cycle.id())
                        .replaceFirst("^/audit/calibrations/\\{id}", "/audit/calibrations/" + meeting)
                        .replaceAll("\\{(id|evaluationId)}", id);
                var who = caller(person, accounts.get(person), endpoint);
                if (opens(who, endpoint, path) != line.getValue().contains(person)) {
                    wrong.add(
                            endpoint + (line.getValue().contains(person) ? " is closed to " : " is open to ") + person);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private final Map<Person, HttpPerson> browsers = new EnumMap<>(Person.class);
    private final Map<Person, HttpPerson> machines = new EnumMap<>(Person.class);

    /** Machines call the engine with name and password, people have a session. */
    private HttpPerson caller(Person person, String account, String endpoint) {
        if (account == null) {
            return browsers.computeIfAbsent(person, stranger -> {
                var unknown = HttpPerson.stranger(port);
                unknown.get("/login");
                return unknown;
            });
        }
        return endpoint.contains("/engine-rest/")
                ? machines.computeIfAbsent(person, each -> HttpPerson.machine(port, account))
                : browsers.computeIfAbsent(person, each -> HttpPerson.loggedIn(port, account));
    }

    /** Whether the door opened; what is sent is empty, so that nobody changes anything. */
    private static boolean opens(HttpPerson who, String endpoint, String path) {
        var answer =
                switch (endpoint.substring(0, endpoint.indexOf(' '))) {
                    case "PUT" -> who.put(path, "{}");
                    case "DELETE" -> who.delete(path);
                    case "POST" ->
                        path.endsWith("/files") || path.equals("/api/hr/imports")
                                ? who.multipart(path, "file", "bukti.txt", "")
                                : path.contains("/engine/") || path.startsWith("/engine-rest/")
                                        ? who.post(path, "{}")
                                        : who.form(path, "");
                    default -> who.get(path);
                };
        var led = answer.headers().firstValue("Location").orElse("");
        return !Set.of(401, 403, 404).contains(answer.statusCode()) && !led.endsWith("/login");
    }

    private static Set<String> names(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("* " + path)
                        : methods.stream().map(method -> method + " " + path))
                .collect(Collectors.toSet());
    }
}
