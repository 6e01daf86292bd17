package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.evidence.FileService;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.steps.Step;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint × every person, on an evaluation that is their own, their people's or none of their business. The list
 * of endpoints is the application's own: a new one without a line here fails the build.
 */
@LarasTest
@Tag("walk")
class AccessTests {

    /** Who asks, seen from the evaluation. */
    enum Person {
        STRANGER,
        EMPLOYEE,
        ASSESSOR,
        SUPERIOR,
        COLLEAGUE,
        HR,
        /** HR of the unit above the employee's. */
        UNIT_HR,
        /** HR of another unit. */
        OTHER_UNIT_HR,
        PERFORMANCE_TEAM,
        AUDITOR,
        ADMIN;

        /** On their own evaluation the two have changed places: the one's own unit is the other's other one. */
        Person onTheirOwn() {
            return this == UNIT_HR ? OTHER_UNIT_HR : this == OTHER_UNIT_HR ? UNIT_HR : this;
        }
    }

    /** Those who have a role, and an evaluation of their own too. */
    static final Map<Person, Role> HOLDERS = Map.of(
            Person.HR, Role.HR,
            Person.UNIT_HR, Role.UNIT_HR,
            Person.OTHER_UNIT_HR, Role.UNIT_HR,
            Person.PERFORMANCE_TEAM, Role.PERFORMANCE_TEAM,
            Person.AUDITOR, Role.AUDITOR,
            Person.ADMIN, Role.ADMIN);

    private static final Set<Person> ALL = EnumSet.allOf(Person.class);
    private static final Set<Person> KNOWN = EnumSet.complementOf(EnumSet.of(Person.STRANGER));
    private static final Set<Person> HR = EnumSet.of(Person.HR);
    private static final Set<Person> HR_OR_ADMIN = EnumSet.of(Person.HR, Person.ADMIN);
    private static final Set<Person> HR_OF_IT = EnumSet.of(Person.HR, Person.UNIT_HR);
    private static final Set<Person> ANY_HR = EnumSet.of(Person.HR, Person.UNIT_HR, Person.OTHER_UNIT_HR);
    private static final Set<Person> FOLLOWERS =
            EnumSet.of(Person.HR, Person.UNIT_HR, Person.OTHER_UNIT_HR, Person.PERFORMANCE_TEAM);
    private static final Set<Person> HOLDERS_OF_ROLES = EnumSet.copyOf(HOLDERS.keySet());
    private static final Set<Person> ADMIN = EnumSet.of(Person.ADMIN);
    private static final Set<Person> HR_AND_AUDITOR = EnumSet.of(Person.HR, Person.AUDITOR);
    private static final Set<Person> READERS_OF_BOOKS = EnumSet.of(Person.HR, Person.AUDITOR, Person.ADMIN);
    private static final Set<Person> TASK_READERS = EnumSet.of(Person.EMPLOYEE, Person.HR, Person.AUDITOR);
    private static final Set<Person> READERS = EnumSet.of(
            Person.EMPLOYEE,
            Person.ASSESSOR,
            Person.SUPERIOR,
            Person.HR,
            Person.UNIT_HR,
            Person.PERFORMANCE_TEAM,
            Person.AUDITOR);

    /** Method and pattern of an endpoint, and who is let in. */
    static final Map<String, Set<Person>> MAY = may();

    private static Map<String, Set<Person>> may() {
        var may = new LinkedHashMap<String, Set<Person>>();
        may.put("GET /", KNOWN);
        may.put("GET /glossary", KNOWN);
        may.put("GET /login", ALL);
        may.put("GET /laras/zone.js", ALL);
        may.put("* /error", ALL);
        may.put("GET /account/password", KNOWN);
        may.put("POST /account/password", KNOWN);
        may.put("POST /account/password/sessions", KNOWN);
        may.put("GET /account/data", KNOWN);
        may.put("GET /code", ALL);
        may.put("POST /code", ALL);
        may.put("GET /account/changes", HOLDERS_OF_ROLES);
        may.put("POST /account/changes/{id}/confirm", HOLDERS_OF_ROLES);
        may.put("POST /account/changes/{id}/refuse", HOLDERS_OF_ROLES);
        may.put("GET /account/tokens", KNOWN);
        may.put("POST /account/tokens", KNOWN);
        may.put("POST /account/tokens/{id}/revoke", KNOWN);
        may.put("GET /account/substitutes", KNOWN);
        may.put("POST /account/substitutes", KNOWN);
        may.put("POST /account/substitutes/{id}/end", KNOWN);
        may.put("POST /account/substitutes/tasks/{taskId}/return", KNOWN);
        may.put("GET /api/me", KNOWN);
        may.put("GET /api/substitutions", KNOWN);
        may.put("GET /api/substitutions/people", KNOWN);
        may.put("POST /api/substitutions", KNOWN);
        may.put("DELETE /api/substitutions/{id}", KNOWN);
        may.put("GET /hr/substitutes", HR);
        may.put("POST /hr/substitutes", HR);
        may.put("POST /hr/substitutes/{id}/end", HR);
        may.put("GET /api/hr/substitutions", HR);
        may.put("POST /api/hr/substitutions", HR);
        may.put("GET /account/data.zip", KNOWN);
        may.put("GET /evaluations", KNOWN);
        may.put("GET /evaluations/{id}", READERS);
        may.put("GET /evaluations/{id}/targets", READERS);
        may.put("POST /evaluations/{id}/revision", READERS);
        may.put("GET /api/tasks/{taskId}", EnumSet.of(Person.EMPLOYEE));
        may.put("PUT /api/tasks/{taskId}/draft", EnumSet.of(Person.EMPLOYEE));
        may.put("POST /api/tasks/{taskId}/preview", EnumSet.of(Person.EMPLOYEE));
        may.put("GET /api/tasks/names", KNOWN);
        may.put("GET /api/tasks/next", KNOWN);
        may.put(
                "POST /api/evaluations/{evaluationId}/files",
                EnumSet.of(Person.EMPLOYEE, Person.ASSESSOR, Person.SUPERIOR, Person.HR, Person.UNIT_HR));
        may.put("GET /api/files/{fileId}", READERS);
        may.put("GET /hr/people", HR);
        may.put("POST /hr/people", HR);
        may.put("POST /hr/people/outside", HR);
        may.put("GET /hr/people/templates/{file}", HR);
        may.put("GET /hr/people/imports/{id}", HR);
        may.put("GET /hr/people/imports/{id}/progress", HR);
        may.put("POST /hr/people/imports/{id}/apply", HR);
        may.put("GET /hr/people/imports/{id}/errors.csv", HR);
        may.put("GET /hr/people/waiting", HR_OR_ADMIN);
        may.put("GET /hr/people/waiting/{id}", Set.of());
        may.put("POST /hr/people/waiting/{id}/approve", HR_OR_ADMIN);
        may.put("POST /hr/people/waiting/{id}/refuse", HR_OR_ADMIN);
        may.put("POST /api/hr/imports", HR);
        may.put("GET /api/hr/imports/{id}", HR);
        may.put("POST /api/hr/imports/{id}/apply", HR);
        may.put("GET /api/hr/imports/{id}/errors.csv", HR);
        may.put("GET /hr/lines", ANY_HR);
        may.put("POST /hr/lines/absences", ANY_HR);
        may.put("POST /hr/lines/actings", ANY_HR);
        may.put("GET /hr/lines/evaluations/{id}", HR_OF_IT);
        may.put("POST /hr/lines/evaluations/{id}/choice", HR_OF_IT);
        may.put("POST /hr/lines/evaluations/{id}/end", HR_OF_IT);
        may.put("POST /hr/lines/evaluations/{id}/period", HR_OF_IT);
        may.put("POST /hr/lines/evaluations/{id}/reopening", HR_OF_IT);
        may.put("GET /hr/cycles", HR);
        may.put("POST /hr/cycles", HR);
        may.put("GET /hr/cycles/new", HR);
        may.put("GET /hr/cycles/{id}", HR);
        may.put("POST /hr/cycles/{id}/opening", HR);
        may.put("GET /hr/cycles/{id}/progress", HR);
        may.put("POST /hr/cycles/{id}/predicates", HR);
        may.put("GET /hr/cycles/{id}/change", HR);
        may.put("POST /hr/cycles/{id}/change", HR);
        may.put("POST /hr/cycles/{id}/withdrawal", HR);
        may.put("POST /hr/cycles/{id}/following", HR);
        may.put("GET /hr/evaluations", FOLLOWERS);
        may.put("GET /hr/retention", HR);
        may.put("GET /hr/retention/cycles/{id}", Set.of());
        may.put("POST /hr/retention/cycles/{id}", Set.of());
        may.put("GET /hr/retention/people/{account}", Set.of());
        may.put("POST /hr/retention/people/{account}", Set.of());
        may.put("GET /hr/tasks", ANY_HR);
        may.put("POST /hr/tasks/{taskId}", ANY_HR);
        may.put("GET /hr/incidents", ANY_HR);
        may.put("POST /hr/incidents/{incidentId}/retry", ANY_HR);
        may.put("GET /audit/evaluations", HR_AND_AUDITOR);
        may.put("GET /audit/evaluations/{id}", HR_AND_AUDITOR);
        may.put("GET /audit/calibrations/{id}", HR_AND_AUDITOR);
        may.put("GET /audit/deeds", HR_AND_AUDITOR);
        may.put("GET /audit/deeds/{id}", Set.of());
        may.put("GET /design", READERS_OF_BOOKS);
        may.put("GET /design/comparison", READERS_OF_BOOKS);
        may.put("GET /design/upload", HR);
        may.put("POST /design/upload", HR);
        may.put("POST /design/waiting/{id}/approve", HR);
        may.put("POST /design/waiting/{id}/decline", HR);
        may.put("GET /admin/accounts", ADMIN);
        may.put("POST /admin/accounts", ADMIN);
        may.put("POST /admin/accounts/{name}/code", ADMIN);
        may.put("POST /admin/accounts/{name}/roles", ADMIN);
        may.put("POST /admin/accounts/{name}/close", ADMIN);
        may.put("POST /admin/accounts/{name}/sessions", ADMIN);
        may.put("POST /admin/accounts/{name}/open", ADMIN);
        may.put("POST /admin/accounts/{name}/directory", ADMIN);
        may.put("GET /admin/logins", EnumSet.of(Person.ADMIN, Person.AUDITOR));
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
        may.put("GET /engine-rest/user", EnumSet.of(Person.HR, Person.AUDITOR, Person.ADMIN));
        may.put("POST /engine-rest/identity/verify", Set.of());
        may.put("GET /v3/api-docs", ALL);
        may.put("GET /v3/api-docs.yaml", ALL);
        // answers on a port of its own
        may.put("GET /actuator/health", Set.of());
        may.put("GET /actuator/env", Set.of());
        may.put("GET /no/such/door", Set.of());
        return may;
    }

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    AccountService service;

    @Autowired
    ProcessEngine engine;

    @Autowired
    FileService files;

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

        assertThat(real).contains("GET /evaluations/{id}");
        assertThat(unlisted(real)).isEmpty();
    }

    private static Set<String> unlisted(Set<String> real) {
        var unlisted = new TreeSet<>(real);
        unlisted.removeAll(MAY.keySet());
        return unlisted;
    }

    @Test
    void anEndpointWithoutALineIsFound() {
        assertThat(unlisted(Set.of("GET /evaluations/{id}", "GET /evaluations/{id}/secret")))
                .containsExactly("GET /evaluations/{id}/secret");
    }

    @Test
    void eachOpensToThoseWhoMayAndToNobodyElse() {
        var organisation = town.organisation();
        var others = home(organisation);
        var accounts = new EnumMap<Person, String>(Map.of(
                Person.EMPLOYEE, organisation.staf(),
                Person.ASSESSOR, organisation.assessor(),
                Person.SUPERIOR, organisation.head(),
                Person.COLLEAGUE, organisation.peer()));
        var own = new EnumMap<Person, Home>(Person.class);
        for (var holder : HOLDERS.entrySet()) {
            var elsewhere = town.organisation();
            own.put(holder.getKey(), home(elsewhere));
            var unit = holder.getKey() == Person.UNIT_HR ? organisation : elsewhere;
            service.setRoles(elsewhere.staf(), Set.of(holder.getValue()), Set.of("U" + unit.number()), SOMEBODY);
            accounts.put(holder.getKey(), elsewhere.staf());
        }
        var upload = HttpPerson.parse(HttpPerson.loggedIn(port, accounts.get(Person.HR))
                        .multipart("/api/hr/imports", "units", "unit.csv", "kode,nama,induk\nX1,Unit X1,\n")
                        .body())
                .get("id")
                .asText();
        List<String> wrong = new ArrayList<>();

        for (var person : Person.values()) {
            for (var line : MAY.entrySet()) {
                var endpoint = line.getKey();
                var who = caller(person, accounts.get(person), endpoint);
                var may = line.getValue().contains(person);
                var answer = knock(who, endpoint, others.path(endpoint, upload));
                if (opens(answer) != may) {
                    wrong.add(endpoint + (may ? " is closed to " : " is open to ") + person);
                }
                if (!READERS.contains(person)
                        && !TELLS_NAMES.contains(endpoint)
                        && others.isToldIn(answer.body().replace(others.path(endpoint, upload), ""))) {
                    wrong.add(endpoint + " tells of the evaluation to " + person);
                }
                if (own.containsKey(person) && !NOT_ONES_OWN.contains(endpoint)) {
                    var mayOnTheirOwn = line.getValue().contains(person.onTheirOwn())
                            || line.getValue().contains(Person.EMPLOYEE);
                    var ownAnswer = knock(who, endpoint, own.get(person).path(endpoint, upload));
                    if (endpoint.contains("{") && opens(ownAnswer) != mayOnTheirOwn) {
                        wrong.add(endpoint + " on their own" + (mayOnTheirOwn ? " is closed to " : " is open to ")
                                + person);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyReadsTheirOwnTrailBeforeTheResultIsShown() {
        var organisation = town.organisation();
        var home = home(organisation);
        service.setRoles(organisation.staf(), Set.of(Role.HR, Role.AUDITOR), Set.of(), SOMEBODY);
        var answer = HttpPerson.loggedIn(port, organisation.staf()).get("/audit/evaluations/" + home.evaluation());
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private static final Actor SOMEBODY = new Actor("uji-admin", Set.of(Role.ADMIN));

    /** The administrator gives roles to accounts and sees how their owners are called and when they came in. */
    private static final Set<String> TELLS_NAMES =
            Set.of("GET /admin/accounts", "GET /admin/logins", "GET /engine-rest/user");

    /** Has a test of its own. */
    private static final Set<String> NOT_ONES_OWN = Set.of("GET /audit/evaluations/{id}");

    /** An evaluation with what belongs to it. */
    private record Home(
            Town.Organisation organisation, String cycle, String evaluation, String task, String file, String meeting) {

        String path(String endpoint, String upload) {
            return endpoint.substring(endpoint.indexOf(' ') + 1)
                    .replace("{taskId}", task)
                    .replace("{fileId}", file)
                    .replace("{file}", "employees.csv")
                    .replace("{name}", "tidak-ada")
                    .replace("{incidentId}", "tidak-ada")
                    .replaceFirst("/imports/\\{id}", "/imports/" + upload)
                    .replace("{account}", organisation.staf())
                    .replaceFirst("^/hr/retention/cycles/\\{id}", "/hr/retention/cycles/" + cycle)
                    .replaceFirst("^/hr/cycles/\\{id}", "/hr/cycles/" + cycle)
                    .replaceFirst("^/audit/calibrations/\\{id}", "/audit/calibrations/" + meeting)
                    .replaceFirst("^/hr/evaluations$", "/hr/evaluations?cycle=" + cycle)
                    .replaceAll("\\{(id|evaluationId)}", evaluation);
        }

        /** Names the employee, their account or the evaluation. */
        boolean isToldIn(String body) {
            return body.contains("Budi Santoso " + organisation.number())
                    || body.contains(organisation.staf())
                    || body.contains(evaluation);
        }
    }

    private Home home(Town.Organisation organisation) {
        var cycle = town.cycle(organisation, Scheme.QUADRANT);
        var id = town.openForStaf(organisation, cycle);
        town.letIn(organisation, TestPeople.PASSWORD);
        var owner = new Actor(organisation.staf(), Set.of(Role.STAFF));
        var file = files.store(owner, EvaluationId.of(id), "bukti.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        return new Home(
                organisation,
                cycle.id(),
                id,
                walker.task(id, Step.DRAFT_TARGETS).getId(),
                file.fileId(),
                walker.calibration("Bidang Pencegahan " + organisation.number()));
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

    /** What is sent is empty, so that nobody changes anything. */
    private static HttpResponse<String> knock(HttpPerson who, String endpoint, String path) {
        return switch (endpoint.substring(0, endpoint.indexOf(' '))) {
            case "PUT" -> who.put(path, "{}");
            case "DELETE" -> who.delete(path);
            case "POST" ->
                path.endsWith("/files") || path.equals("/api/hr/imports")
                        ? who.multipart(path, "file", "bukti.txt", "")
                        : path.contains("/engine/")
                                        || path.startsWith("/engine-rest/")
                                        || path.startsWith("/api/tasks/")
                                ? who.post(path, "{}")
                                : who.form(path, "");
            default -> who.get(path);
        };
    }

    /** Whether the door opened. */
    private static boolean opens(HttpResponse<String> answer) {
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
