package id.laras.security;

import static id.laras.security.AccessTests.HOLDERS;
import static id.laras.security.AccessTests.MAY;
import static id.laras.security.EndpointBodies.BODIES;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.evidence.FileService;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.security.AccessTests.Person;
import id.laras.security.EndpointBodies.Body;
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import id.laras.substitution.NewSubstitution;
import id.laras.substitution.SubstitutionService;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Every endpoint of ours × every person × every way to write its path, with bodies that would be taken: who may not, may not
 * in any spelling, and nothing has changed afterwards. The engine's endpoints have a walk of their own.
 */
@LarasTest
@Tag("walk")
class SpellingsTests {

    /** Opens to everybody with a login; what is somebody else's must stay as it is, but for these persons. */
    private static final Map<String, Set<Person>> FOREIGN_STAYS = Map.of(
            "POST /account/tokens/{id}/revoke", Set.of(Person.ADMIN),
            "POST /account/substitutes/{id}/end", Set.of(Person.HR),
            "POST /account/substitutes/tasks/{taskId}/return", Set.of());

    /** Refused or confirmed by administrators; the others see it only. */
    private static final Set<String> DECISIONS =
            Set.of("POST /account/changes/{id}/confirm", "POST /account/changes/{id}/refuse");

    /**
     * Nobody can be handed to a directory where none is configured: LdapTests does it with one. No task of these is held up:
     * HeldUpTasksTests hands such tasks over. A rule book would be everybody's: HostileBookTests and BookPageTests upload and decide.
     */
    private static final Set<String> NOT_HERE = Set.of(
            "POST /admin/accounts/{name}/directory",
            "POST /hr/tasks/{taskId}",
            "POST /design/upload",
            "POST /design/waiting/{id}/approve",
            "POST /design/waiting/{id}/decline");

    /** After another line has ended the same thing. */
    private static final Set<String> ON_A_FRESH_ONE = Set.of(
            "DELETE /api/substitutions/{id}",
            "POST /hr/substitutes/{id}/end",
            "POST /hr/lines/evaluations/{id}/period",
            "POST /admin/tokens/{id}/revoke");

    private static final Pattern SENT = Pattern.compile("data-sent=\"([^\"]*)\"");

    /** There is nobody any more to be told. */
    private static final String ENDS_THE_SESSION = "POST /account/password/sessions";

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    AccountService accounts;

    @Autowired
    FourEyes fourEyes;

    @Autowired
    ApiTokenService tokens;

    @Autowired
    SubstitutionService substitutions;

    @Autowired
    RipeThings ripeThings;

    @Autowired
    SealedNames references;

    @Autowired
    TestPeople people;

    @Autowired
    ProcessEngine engine;

    @Autowired
    FileService files;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    /** Account of each who has logged in. */
    private final Map<HttpPerson, String> names = new IdentityHashMap<>();

    @Test
    void whoMayNotMayNotInAnySpellingWithAnyBody() {
        var others = scene(town.organisation());
        var callers = new EnumMap<Person, HttpPerson>(Person.class);
        var own = new EnumMap<Person, Scene>(Person.class);
        callers.put(Person.STRANGER, stranger());
        callers.put(Person.EMPLOYEE, login(others.town().staf()));
        callers.put(Person.ASSESSOR, login(others.town().assessor()));
        callers.put(Person.SUPERIOR, login(others.town().head()));
        callers.put(Person.COLLEAGUE, login(others.town().peer()));
        HOLDERS.forEach((person, role) -> {
            var elsewhere = town.organisation();
            own.put(person, scene(elsewhere));
            var unit = person == Person.UNIT_HR ? others.town() : elsewhere;
            accounts.putRoles(elsewhere.staf(), Set.of(role), Set.of("U" + unit.number()), SOMEBODY);
            callers.put(person, login(elsewhere.staf()));
        });
        var before = contents();
        var wrong = new ArrayList<String>();

        for (var person : Person.values()) {
            for (var line : MAY.entrySet()) {
                var endpoint = line.getKey();
                if (!isOurs(endpoint)) {
                    continue;
                }
                var may = line.getValue().contains(person);
                if (!may) {
                    knock(callers.get(person), endpoint, others, wrong, person + " at a foreign " + endpoint);
                } else if (staysForeign(endpoint, person) || DECISIONS.contains(endpoint) && person != Person.ADMIN) {
                    send(callers.get(person), endpoint, others.path(endpoint), others);
                }
                var mine = own.get(person);
                if (mine != null
                        && endpoint.contains("{")
                        && !line.getValue().contains(person.onTheirOwn())
                        && !line.getValue().contains(Person.EMPLOYEE)) {
                    knock(callers.get(person), endpoint, mine, wrong, person + " at their own " + endpoint);
                }
            }
        }
        assertThat(wrong).isEmpty();
        var after = contents();
        assertThat(before.keySet().stream().filter(table -> !before.get(table).equals(after.get(table))))
                .as("tables in which something has changed")
                .isEmpty();
    }

    /**
     * The browser keeps what was typed until the page names the form as taken (typed.js): a page that refuses never does, one
     * that takes it always.
     */
    @Test
    void eachBodyIsTakenFromWhoMayAndNoRefusedOneIsNamedAsTaken() {
        var others = scene(town.organisation());
        var hr = town.organisation();
        var admin = people.account("uji-admin", Role.ADMIN);
        var callers = Map.of(
                Person.HR, login(letIn(hr.hr())),
                Person.ADMIN, login(admin),
                Person.ASSESSOR, login(others.town().assessor()),
                Person.EMPLOYEE, login(others.town().staf()));
        var refused = new ArrayList<String>();
        var forgotten = new ArrayList<String>();
        for (var line : MAY.entrySet()) {
            var endpoint = line.getKey();
            if (isOurs(endpoint)
                    && !endpoint.startsWith("GET")
                    && !endpoint.startsWith("*")
                    && !RipeThings.MAY.containsKey(endpoint)
                    && !NOT_HERE.contains(endpoint)) {
                var person = FOREIGN_STAYS.containsKey(endpoint) || endpoint.endsWith("substitutions/{id}")
                        ? Person.EMPLOYEE
                        : List.of(Person.EMPLOYEE, Person.HR, Person.ADMIN, Person.ASSESSOR).stream()
                                .filter(line.getValue()::contains)
                                .findFirst()
                                .orElseThrow();
                if (DECISIONS.contains(endpoint)
                        || endpoint.equals("POST /account/password")
                        || endpoint.equals("POST /code")) {
                    continue;
                }
                var scene = ON_A_FRESH_ONE.contains(endpoint) ? scene(town.organisation()) : others;
                // a scene gives the administrator a new password, which ends their session
                var who = person == Person.EMPLOYEE
                        ? login(scene.town().staf())
                        : person == Person.ADMIN ? login(admin) : callers.get(person);
                var path = scene.path(endpoint);
                var isPage = BODIES.get(endpoint) instanceof Body.Form;
                if (BODIES.get(endpoint) instanceof Body.Form form
                        && !form.fields().isEmpty()) {
                    send(who, endpoint, path, sent(form.fields().replaceAll("=[^&]*", "=x"), "ditolak"), scene);
                    if (isTaken(who, "ditolak")) {
                        forgotten.add(endpoint);
                    }
                }
                var body = BODIES.get(endpoint) instanceof Body.Form form ? sent(form.fields(), "diterima") : null;
                var answer = send(who, endpoint, path, isPage ? body : BODIES.get(endpoint), scene);
                if (answer.statusCode() >= 400 || shown(who, answer).contains("role=\"alert\"")) {
                    refused.add(endpoint + " answers " + person + " " + answer.statusCode());
                } else if (isPage && !endpoint.equals(ENDS_THE_SESSION) && !isTaken(who, "diterima")) {
                    refused.add(endpoint + " does not say that it was taken: " + answer.statusCode() + " "
                            + answer.headers().firstValue("Location").orElse(""));
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(forgotten).as("refused, and forgotten by the browser").isEmpty();
    }

    private static Body.Form sent(String fields, String name) {
        return new Body.Form(fields + "&_sent=" + name);
    }

    /** Whether the next page names the form. */
    private static boolean isTaken(HttpPerson who, String form) {
        return SENT.matcher(who.page("/").body())
                .results()
                .anyMatch(sent -> sent.group(1).contains(form));
    }

    /** What has to differ, fail, wait or be old before anybody succeeds: whoever may does, everybody else changes nothing. */
    @Test
    void whatIsRipeForItIsDoneByWhoMayAlone() {
        var organisation = town.organisation();
        town.letIn(organisation, TestPeople.PASSWORD);
        var callers = callersOf(organisation);
        var owner = login(organisation.hr());
        var first = ripeThings.of(organisation, walker, owner, 5);
        var last = ripeThings.of(organisation, walker, owner, 6);
        ripeThings.putClaimed(last, organisation, walker);
        town.answerTo(organisation, 4);
        ripeThings.putPreview(last, organisation, owner);
        var ripe = new LinkedHashMap<>(last);
        ripe.replaceAll((endpoint, thing) -> thing.today(callers.get(Person.ADMIN)));
        assertThat(last.keySet()).isEqualTo(RipeThings.MAY.keySet());

        var before = contents();
        var wrong = new ArrayList<String>();
        ripe.forEach((endpoint, thing) -> callers.forEach((person, caller) -> {
            if (!RipeThings.MAY.get(endpoint).contains(person)) {
                var opens = MAY.get(endpoint).contains(person);
                Spellings.of(thing.path()).forEach((way, path) -> {
                    var answer = send(caller, endpoint, path, thing.body(), null);
                    if (opens(answer) && !(opens && isRefused(caller, answer))) {
                        wrong.add(person + " at " + endpoint + ", " + way + ": " + path + " answers "
                                + answer.statusCode());
                    }
                });
            }
        }));
        var approval = "POST /hr/people/waiting/{id}/approve";
        var own = ripe.get(approval);
        assertThat(isRefused(owner, send(owner, approval, own.path(), own.body(), null)))
                .as("who imported it agrees to it")
                .isTrue();
        assertThat(wrong).isEmpty();
        var after = contents();
        assertThat(before.keySet().stream().filter(table -> !before.get(table).equals(after.get(table))))
                .as("tables in which something has changed")
                .isEmpty();

        RipeThings.MAY.forEach((endpoint, may) -> {
            var round = List.of(last, first).iterator();
            may.forEach(person -> assertDone(
                    callers.get(person), endpoint, round.next().get(endpoint).today(callers.get(Person.ADMIN))));
            if (endpoint.contains("/imports/")) {
                assertDone(owner, endpoint, last.get(endpoint));
                ripeThings.putPreview(last, organisation, owner);
            }
        });
    }

    private void assertDone(HttpPerson who, String endpoint, RipeThings.Ripe thing) {
        var answer = send(who, endpoint, thing.path(), thing.body(), null);
        assertThat(answer.statusCode() >= 400 || isRefused(who, answer))
                .as(names.get(who) + " at " + endpoint + ": " + answer.statusCode() + " " + answer.body())
                .isFalse();
    }

    /** The endpoint opens, and says no. */
    private static boolean isRefused(HttpPerson who, HttpResponse<String> answer) {
        return answer.statusCode() == 422 || shown(who, answer).contains("role=\"alert\"");
    }

    /** One of each, all with a password, and the roles with people of another town. */
    private Map<Person, HttpPerson> callersOf(Town.Organisation organisation) {
        var elsewhere = town.organisation();
        var unit = "U" + organisation.number();
        var callers = new EnumMap<Person, HttpPerson>(Person.class);
        callers.put(Person.STRANGER, stranger());
        callers.put(Person.EMPLOYEE, login(organisation.staf()));
        callers.put(Person.ASSESSOR, login(organisation.assessor()));
        callers.put(Person.SUPERIOR, login(organisation.head()));
        callers.put(Person.COLLEAGUE, login("rekanlain" + organisation.number()));
        var holders = Map.of(
                Person.HR, elsewhere.hr(),
                Person.UNIT_HR, elsewhere.head(),
                Person.OTHER_UNIT_HR, elsewhere.assessor(),
                Person.PERFORMANCE_TEAM, elsewhere.staf(),
                Person.AUDITOR, elsewhere.peer(),
                Person.ADMIN, "bawahan" + elsewhere.number());
        town.letIn(elsewhere, TestPeople.PASSWORD);
        holders.forEach((person, account) -> {
            accounts.putRoles(
                    account,
                    Set.of(HOLDERS.get(person)),
                    Set.of(person == Person.UNIT_HR ? unit : "U" + elsewhere.number()),
                    SOMEBODY);
            callers.put(person, login(account));
        });
        return callers;
    }

    @Test
    void anEndpointThatChangesSomethingHasABodyHere() {
        assertThat(MAY.keySet().stream()
                        .filter(SpellingsTests::isOurs)
                        .filter(endpoint -> endpoint.startsWith("POST") || endpoint.startsWith("PUT"))
                        .filter(endpoint -> !BODIES.containsKey(endpoint)))
                .isEmpty();
    }

    /** The page that says what became of it. */
    private static String shown(HttpPerson who, HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(next -> who.get(next.replaceFirst("^https?://[^/]+", "")).body())
                .orElse(answer.body());
    }

    private static final Actor SOMEBODY = new Actor("uji-admin", Set.of(Role.ADMIN));

    private static boolean staysForeign(String endpoint, Person person) {
        return FOREIGN_STAYS.containsKey(endpoint)
                && person != Person.EMPLOYEE
                && !FOREIGN_STAYS.get(endpoint).contains(person);
    }

    private static boolean isOurs(String endpoint) {
        var path = endpoint.substring(endpoint.indexOf(' ') + 1);
        return !path.startsWith("/camunda/") && !path.startsWith("/engine-rest/") && !path.startsWith("/actuator/");
    }

    private void knock(HttpPerson who, String endpoint, Scene scene, List<String> wrong, String what) {
        Spellings.of(scene.path(endpoint)).forEach((way, path) -> {
            var answer = send(who, endpoint, path, scene);
            if (opens(answer)) {
                wrong.add(what + ", " + way + ": " + path + " answers " + answer.statusCode());
            }
        });
    }

    /** What a firewall or no handler answers is closed too. */
    private static boolean opens(HttpResponse<String> answer) {
        var led = answer.headers().firstValue("Location").orElse("");
        return !Set.of(400, 401, 403, 404, 405).contains(answer.statusCode()) && !led.endsWith("/login");
    }

    private HttpResponse<String> send(HttpPerson who, String endpoint, String path, Scene scene) {
        return send(who, endpoint, path, BODIES.get(endpoint), scene);
    }

    /** @param scene whose names stand in the body; null where it has none to fill in */
    private HttpResponse<String> send(HttpPerson who, String endpoint, String path, Body body, Scene scene) {
        var verb = endpoint.substring(0, endpoint.indexOf(' '));
        if (verb.equals("DELETE")) {
            return who.delete(path);
        }
        if (body == null) {
            return who.get(path);
        }
        if (body instanceof Body.Upload upload) {
            return who.multipart(path, upload.field(), upload.name(), upload.content());
        }
        if (body instanceof Body.Json text) {
            return verb.equals("PUT")
                    ? who.put(path, filled(text.text(), scene, who))
                    : who.post(path, filled(text.text(), scene, who));
        }
        return who.form(path, filled(((Body.Form) body).fields(), scene, who));
    }

    private String filled(String body, Scene scene, HttpPerson who) {
        if (scene == null) {
            return body;
        }
        var reader = names.getOrDefault(who, "");
        var today = LocalDate.now(clock);
        return body.replace("{day}", today.plusDays(1).toString())
                .replace("{later}", today.plusDays(40).toString())
                .replace("{latest}", today.plusDays(60).toString())
                .replace("{cycleFirst}", today.minusMonths(1).toString())
                .replace("{sealedStranger}", references.seal(scene.stranger(), reader))
                .replace("{sealedKabid}", references.seal(scene.town().assessor(), reader))
                .replace("{stranger}", scene.stranger())
                .replace("{kabid}", scene.town().assessor())
                .replace("{staf}", scene.town().staf())
                .replace("{nip}", scene.town().nip(4))
                .replace("{actingNip}", scene.town().nip(5))
                .replace("{number}", String.valueOf(scene.town().number()))
                // a year of its own: no other cycle overlaps, which would be asked about
                .replace("{year}", String.valueOf(2100 + scene.town().number() % 100))
                .replace("{new}", "baru" + scene.town().number());
    }

    /** An evaluation with everything that belongs to it and to its employee and superior. */
    private record Scene(
            Town.Organisation town,
            String cycle,
            String evaluation,
            String task,
            String file,
            String meeting,
            String upload,
            String token,
            String substitution,
            String change,
            String stranger,
            String incident) {

        String path(String endpoint) {
            return endpoint.substring(endpoint.indexOf(' ') + 1)
                    .replace("{taskId}", task)
                    .replace("{fileId}", file)
                    .replace("{file}", "employees.csv")
                    .replace("{name}", town.peer())
                    .replace("{incidentId}", incident)
                    .replaceFirst("/imports/\\{id}", "/imports/" + upload)
                    .replace("{account}", town.staf())
                    .replaceFirst("^/hr/retention/cycles/\\{id}", "/hr/retention/cycles/" + cycle)
                    .replaceFirst("^/hr/cycles/\\{id}", "/hr/cycles/" + cycle)
                    .replaceFirst("^/audit/calibrations/\\{id}", "/audit/calibrations/" + meeting)
                    .replaceFirst("tokens/\\{id}", "tokens/" + token)
                    .replaceFirst("(substitutes|substitutions)/\\{id}", "$1/" + substitution)
                    .replaceFirst("changes/\\{id}", "changes/" + change)
                    .replaceFirst("^/hr/evaluations$", "/hr/evaluations?cycle=" + cycle)
                    .replaceAll("\\{(id|evaluationId)}", evaluation);
        }
    }

    private Scene scene(Town.Organisation organisation) {
        var cycle = town.cycle(organisation, Scheme.QUADRANT);
        var id = town.openForStaf(organisation, cycle);
        town.letIn(organisation, TestPeople.PASSWORD);
        var owner = new Actor(organisation.staf(), Set.of(Role.STAFF));
        var file = files.store(owner, EvaluationId.of(id), "bukti.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        var day = LocalDate.now(clock).plusDays(20);
        tokens.create("mesin", Set.of(), day, owner);
        var stranger = town.organisation().peer();
        var substitution =
                substitutions.name(new NewSubstitution(stranger, day, day, Set.of(TaskKind.CHECK_INS)), owner);
        people.account("uji-admin", Role.ADMIN);
        people.account("uji-admin-lain", Role.ADMIN);
        fourEyes.setRoles("rekanlain" + organisation.number(), Set.of(Role.AUDITOR), Set.of(), SOMEBODY);
        return new Scene(
                organisation,
                cycle.id(),
                id,
                walker.task(id, Step.DRAFT_TARGETS).getId(),
                file.fileId(),
                walker.calibration("Bidang Pencegahan " + organisation.number()),
                upload(organisation),
                one("select id from api_token where account_name = ?", organisation.staf()),
                substitution,
                one("select id from privileged_change where account = ?", "rekanlain" + organisation.number()),
                stranger,
                "tidak-ada");
    }

    private String upload(Town.Organisation organisation) {
        return HttpPerson.parse(login(organisation.hr())
                        .multipart("/api/hr/imports", "units", "unit.csv", "kode,nama,induk\nX1,Unit X1,\n")
                        .body())
                .get("id")
                .asText();
    }

    private String one(String question, String about) {
        return database.sql(question).param(about).query(String.class).single();
    }

    private String letIn(String account) {
        accounts.setPassword(account, TestPeople.PASSWORD);
        return account;
    }

    private HttpPerson login(String account) {
        var person = HttpPerson.loggedIn(port, account);
        names.put(person, account);
        return person;
    }

    private HttpPerson stranger() {
        var unknown = HttpPerson.stranger(port);
        unknown.get("/login");
        return unknown;
    }

    /** A sum over every row of every table; readings are written down, and a machine's last call is. */
    private Map<String, Integer> contents() {
        var tables = database.sql(
                        "select table_name from information_schema.tables where table_type = 'BASE TABLE' and (lower(table_schema) ="
                                + " lower(coalesce(database(), 'x')) or table_schema = 'PUBLIC')")
                .query(String.class)
                .list();
        var contents = new LinkedHashMap<String, Integer>();
        for (var table : tables) {
            if (!Set.of("trail_entry", "trail_sequence", "flyway_schema_history")
                    .contains(table.toLowerCase(Locale.ROOT))) {
                var sum = new AtomicInteger();
                database.sql("select * from " + table).query(row -> {
                    sum.addAndGet(sum(row));
                });
                contents.put(table, sum.get());
            }
        }
        return contents;
    }

    private static int sum(ResultSet row) throws SQLException {
        var sum = 0;
        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            var value = JdbcUtils.getResultSetValue(row, column);
            sum += value instanceof byte[] bytes
                    ? bytes.length
                    : String.valueOf(value).length() * 31
                            + String.valueOf(value).hashCode();
        }
        return sum;
    }
}
