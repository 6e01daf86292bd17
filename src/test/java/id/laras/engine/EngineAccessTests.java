package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.engine.EngineScene.Person;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Every endpoint of Camunda's REST API and web applications, with valid bodies: the open ones as every role, on objects
 * of one's own, of others and on ids of nothing; the closed ones and all other spellings as those who could use them
 * most, since they are refused before roles are asked ({@link EngineGateTests}). {@code access/engine-endpoints.txt}
 * says whom each open endpoint answers about somebody's running evaluation.
 */
@LarasTest
@DirtiesContext
@Tag("walk")
@Tag("engine-doors")
class EngineAccessTests {

    private static final String MACHINES = EngineAccess.ROOTS.get(0);
    private static final String WEBAPP = EngineAccess.ROOTS.get(1);
    private static final Path TABLE = Path.of("src/test/resources/access/engine-endpoints.txt");

    /** Who reads running evaluations in the engine; everybody else has our pages. */
    private static final Set<Person> READERS = EnumSet.of(Person.EMPLOYEE, Person.HR, Person.AUDITOR);

    /** Whom the answers of these paths tell of is no evaluation: accounts, which administrators find. */
    private static final Set<String> ABOUT_ACCOUNTS = Set.of("user", "authorization", "group", "tenant");

    /** What everybody does with a task of their own. */
    private static final List<String> WITH_ONES_OWN = List.of(
            "GET /task/{id}",
            "GET /task/{id}/form-variables",
            "GET /task/{id}/variables",
            "GET /task/{id}/identity-links",
            "GET /task/{id}/comment",
            "POST /task/{id}/comment/create",
            "GET /history/user-operation?taskId={id}",
            "POST /task/{id}/claim");

    /** Lists that are open for given processes only. */
    private static final Pattern VARIABLES = Pattern.compile("GET .*/variable-instance(?:/count)?");

    /** A list that is open to staff for given people only. */
    private static final Pattern TASKS = Pattern.compile("GET /task(?:/count)?");

    private static final List<String> ENDS = List.of("POST /task/{id}/complete", "POST /task/{id}/submit-form");

    @Autowired
    ApplicationContext application;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    private EngineScene scene;
    private EngineBodies bodies;
    private final Map<String, HttpPerson> callers = new HashMap<>();

    @BeforeEach
    void open() {
        scene = new EngineScene(application);
        bodies = new EngineBodies(json);
    }

    @Test
    void camundaDescribesItsBodies() {
        assertThat(bodies.known()).isGreaterThan(130);
    }

    @Test
    void eachAnswersThoseWhoMayAndChangesNothing() throws IOException {
        var table = table();
        Map<String, Set<Person>> answered = new TreeMap<>();
        lines(MACHINES).forEach(line -> answered.put(line, EnumSet.noneOf(Person.class)));
        List<String> wrong = new ArrayList<>();

        for (var person : Person.values()) {
            var before = scene.state();
            for (var line : answered.keySet()) {
                var answer = knock(person, line, line.contains(" /camunda") ? "" : MACHINES, scene.ofEvaluation);
                if (answer.statusCode() < 400) {
                    answered.get(line).add(person);
                }
                if (answer.statusCode() >= 500) {
                    wrong.add(line + " breaks for " + person + ": " + answer.body());
                }
                tell(person, line, answer, wrong);
            }
            if (person != Person.EMPLOYEE && !scene.state().equals(before)) {
                wrong.add(person + " changed the engine: " + changed(before));
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
        for (var person : List.of(Person.COLLEAGUE, Person.OTHER_UNIT_HR, Person.ADMIN)) {
            for (var line : lines(WEBAPP)) {
                if (!line.contains(" /camunda")) {
                    var answer = knock(person, line, WEBAPP, scene.ofEvaluation);
                    if (answer.statusCode() < 400 && !table.get(line).contains(person)) {
                        wrong.add(line + " answers " + person);
                    }
                    tell(person, line, answer, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Objects of the evaluation that somebody does not see, and those of the opinion, which none of them sees. */
    @Test
    void whatIsNotThereAndWhatIsNotYoursIsOneAnswerOnEveryVerb() {
        List<String> wrong = new ArrayList<>();
        for (var root : EngineAccess.ROOTS) {
            for (var person : Person.values()) {
                for (var objects : List.of(scene.ofEvaluation, scene.ofOpinion)) {
                    compare(person, root, objects, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void compare(Person person, String root, Map<String, String> objects, List<String> wrong) {
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        lines(root).stream()
                .filter(line -> line.contains("{id}") && objects.containsKey(kind(line)))
                .forEach(line -> answers.put(line, knock(person, line, rootOf(line, root), objects)));
        var seen = answers.entrySet().stream()
                .filter(answer -> answer.getValue().statusCode() < 400)
                .map(answer -> kind(answer.getKey()))
                .collect(Collectors.toCollection(HashSet::new));
        if (objects == scene.ofOpinion) {
            for (var kind : List.of("task", "process-instance", "variable-instance", "job")) {
                if (seen.contains(kind)) {
                    wrong.add(person + " sees the " + kind + " of an opinion");
                }
            }
        }
        answers.forEach((line, answer) -> {
            if (!seen.contains(kind(line))) {
                var nothing = knock(person, line, rootOf(line, root), scene.ofNothing);
                if (!told(nothing).equals(told(answer)) || nothing.statusCode() != 404) {
                    wrong.add("%s learns by %s: %s, not %s".formatted(person, line, told(answer), told(nothing)));
                }
            }
        });
    }

    @Test
    void everybodyDoesTheirOwnTaskAndNobodyElses() {
        List<String> wrong = new ArrayList<>();
        var people = List.of(Person.values());
        for (var person : people) {
            var neighbour = people.get((people.indexOf(person) + 1) % people.size());
            var root = EngineAccess.ROOTS.get(people.indexOf(person) % 2);
            var ends = ENDS.stream().collect(Collectors.toMap(end -> end, end -> scene.ownTask(person)));
            for (var own : ends.entrySet()) {
                for (var line : Stream.concat(WITH_ONES_OWN.stream(), Stream.of(own.getKey()))
                        .toList()) {
                    var foreign = knock(neighbour, line, root, own.getValue());
                    var nothing = knock(neighbour, line, root, scene.ofNothing);
                    if (!told(foreign).equals(told(nothing))) {
                        wrong.add(neighbour + " learns by " + line + ": " + told(foreign));
                    }
                    var answer = knock(person, line, root, own.getValue());
                    if (answer.statusCode() >= 400) {
                        wrong.add(line + " refuses " + person + " their own: " + told(answer));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsClosedIsClosedToThosePeopleWhoCouldUseIt() {
        List<String> wrong = new ArrayList<>();
        var before = scene.state();
        var closed = closed();
        assertThat(closed)
                .contains("DELETE /task/{id}", "POST /identity/verify")
                .hasSizeGreaterThan(350);
        for (var person : List.of(Person.EMPLOYEE, Person.HR, Person.ADMIN)) {
            for (var endpoint : closed) {
                for (var root : endpoint.contains(" /camunda") ? List.of("") : EngineAccess.ROOTS) {
                    var answer = knock(person, endpoint, root, scene.ofEvaluation);
                    if (answer.statusCode() != 404 && !denied(endpoint, answer)) {
                        wrong.add(root + " " + endpoint + " answers " + person + ": " + told(answer));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(scene.state()).isEqualTo(before);
    }

    /** The webapp's setup and its own login are denied by the login's own table. */
    private static boolean denied(String endpoint, HttpResponse<String> answer) {
        return answer.statusCode() == 403 && (endpoint.contains("/setup/") || endpoint.contains("/login/"));
    }

    @Test
    void inAnotherSpellingNothingIsThere() {
        List<String> wrong = new ArrayList<>();
        var before = scene.state();
        for (var root : EngineAccess.ROOTS) {
            var endpoints = Stream.concat(
                            lines(root).stream().filter(line -> !line.contains(" /camunda")),
                            Stream.of(
                                    "POST /identity/verify", "DELETE /task/{id}", "POST /task/{id}/attachment/create"))
                    .filter(line -> !line.contains("?"))
                    .toList();
            for (var endpoint : endpoints) {
                var path = filled(endpoint.substring(endpoint.indexOf(' ') + 1), endpoint, scene.ofEvaluation);
                for (var spelling : EngineSpellings.of(root, path).entrySet()) {
                    var answer = send(Person.EMPLOYEE, endpoint, root, spelling.getValue(), scene.ofEvaluation);
                    if (answer.statusCode() != 404 && answer.statusCode() != 400) {
                        wrong.add(spelling.getKey() + ": " + endpoint + " " + spelling.getValue() + " " + told(answer));
                    }
                }
            }
        }
        wrong.removeIf(
                found -> EngineAccess.lines().stream().anyMatch(line -> line.endsWith("/") && found.contains(line)));
        assertThat(wrong).isEmpty();
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void aStrangerIsAskedForTheirLoginEverywhere() {
        var stranger = HttpPerson.stranger(port);
        stranger.get("/login");
        var wrong = Stream.concat(lines(MACHINES).stream(), closed().stream())
                .filter(endpoint ->
                        send(stranger, endpoint, address(endpoint), "{}").statusCode() != 401)
                // closed to everybody, so that there is nothing to log in for
                .filter(endpoint -> !endpoint.contains("/setup/") && !endpoint.contains("/login/"))
                // ends a session that there is not
                .filter(endpoint -> !endpoint.endsWith("/logout"))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private String address(String endpoint) {
        var path = endpoint.substring(endpoint.indexOf(' ') + 1);
        return (path.startsWith("/camunda") ? "" : MACHINES) + filled(path, endpoint, scene.ofEvaluation);
    }

    private List<String> changed(Map<String, Object> before) {
        return scene.state().entrySet().stream()
                .filter(now -> !now.getValue().equals(before.get(now.getKey())))
                .map(now -> now + " instead of " + before.get(now.getKey()))
                .toList();
    }

    private void tell(Person person, String endpoint, HttpResponse<String> answer, List<String> wrong) {
        var body = answer.body();
        if (!READERS.contains(person)
                && !ABOUT_ACCOUNTS.contains(endpoint.split("/", 3)[1])
                && (body.contains("Budi Santoso " + scene.organisation.number())
                        || body.contains(scene.organisation.staf())
                        || body.contains(scene.evaluation))) {
            wrong.add(endpoint + " tells " + person + " of the evaluation");
        }
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Content-Type").orElse("") + " " + answer.body();
    }

    /** The open lines without the root, and with it those that are the web applications' own. */
    private static List<String> lines(String root) {
        return EngineAccess.lines().stream()
                .filter(line -> line.contains(" " + root + "/")
                        || EngineAccess.ROOTS.stream().noneMatch(other -> line.contains(" " + other + "/")))
                .map(line -> line.replace(" " + root + "/", " /"))
                .toList();
    }

    private static String rootOf(String line, String root) {
        return line.contains(" /camunda") ? "" : root;
    }

    /** Endpoints that no line opens, those of the web applications with their whole path. */
    private static List<String> closed() {
        var open = EngineAccess.lines().stream()
                .map(line ->
                        line.replaceFirst("\\?.*", "").replaceFirst("/$", "").replace(" " + MACHINES, " "))
                .map(line -> line.replace("/default", "/{engine}"))
                .collect(Collectors.toSet());
        return Stream.concat(
                        EngineEndpoints.rest().stream(),
                        EngineEndpoints.webapps().stream()
                                .filter(endpoint -> !endpoint.contains(" /engine/"))
                                .map(endpoint -> endpoint.replaceFirst(" ", " /camunda/api")))
                .filter(endpoint -> !open.contains(endpoint.replace("{processEngineName}", "{engine}")))
                // answers with other files than those that the applications ask for: none
                .filter(endpoint -> !endpoint.endsWith("/logout"))
                .toList();
    }

    /** What a list must be asked with. */
    private String condition(Person person, String endpoint, Map<String, String> objects) {
        return VARIABLES.matcher(endpoint).matches()
                ? "?processInstanceIdIn=" + objects.get("process-instance")
                : TASKS.matcher(endpoint).matches() ? "?assignee=" + scene.people.get(person) : "";
    }

    private HttpResponse<String> knock(Person person, String endpoint, String root, Map<String, String> objects) {
        return send(
                person,
                endpoint,
                root,
                root
                        + filled(endpoint.substring(endpoint.indexOf(' ') + 1), endpoint, objects)
                        + condition(person, endpoint, objects),
                objects);
    }

    private HttpResponse<String> send(
            Person person, String endpoint, String root, String address, Map<String, String> objects) {
        var account = scene.people.get(person);
        var caller = root.equals(MACHINES)
                ? callers.computeIfAbsent("machine " + account, name -> HttpPerson.machine(port, account))
                : callers.computeIfAbsent("browser " + account, name -> HttpPerson.loggedIn(port, account));
        return send(caller, endpoint, address, bodies.of(endpoint, objects, account));
    }

    private static HttpResponse<String> send(HttpPerson caller, String endpoint, String address, String body) {
        var verb = endpoint.substring(0, endpoint.indexOf(' '));
        return switch (verb) {
            case "GET" -> caller.get(address);
            case "DELETE" -> caller.delete(address);
            case "PUT" -> caller.put(address, body);
            case "POST" ->
                endpoint.endsWith("/deployment/create")
                                || endpoint.endsWith("/attachment/create")
                                || endpoint.endsWith("/data")
                        ? caller.multipart(address, "data", "rogue.bpmn", "<definitions/>")
                        : caller.post(address, body);
            default -> caller.method(verb, address);
        };
    }

    private static final Pattern KIND = Pattern.compile("/([a-z-]+)/\\{(?:id|key|varId)}|(task)Id=\\{id}");

    private static String kind(String endpoint) {
        var found = KIND.matcher(endpoint);
        return !found.find() ? "" : found.group(1) != null ? found.group(1) : found.group(2);
    }

    private static String filled(String path, String endpoint, Map<String, String> objects) {
        return path.replace("{id}", objects.getOrDefault(kind(endpoint), "tidak-ada"))
                .replace("{key}", objects.getOrDefault("key", "tidak-ada"))
                .replace("{varId}", objects.getOrDefault("varId", "tidak-ada"))
                .replace("{userId}", objects.getOrDefault("user", "tidak-ada"))
                .replace("{resourceId}", objects.getOrDefault("resource", "tidak-ada"))
                .replace("{groupId}", "sdm")
                .replaceAll("\\{(engine|processEngineName)}", "default")
                .replaceAll("\\{[\\w-]+}", "tidak-ada");
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
