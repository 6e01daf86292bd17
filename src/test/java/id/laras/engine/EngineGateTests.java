package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.LarasTest;
import id.laras.security.AccountService;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.words.Sentences;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** What is closed is closed before anybody is asked who they are, in whatever spelling: no walk has to try it by role. */
@LarasTest
class EngineGateTests {

    private final Sentences sentences = mock();
    private final EngineGate gate =
            new EngineGate(null, null, mock(), sentences, new ObjectMapper(), new SearchTurns(Duration.ofMillis(1)));

    @Autowired
    AccountService accounts;

    @Test
    void everyOpenLineIsAnEndpointOfCamundas() {
        assertThat(endpoints())
                .containsAll(EngineAccess.lines().stream()
                        .map(EngineGateTests::withoutQuestion)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whatNoLineNamesIsClosedAtEveryRoot() throws Exception {
        var open = EngineAccess.lines().stream()
                .map(EngineGateTests::withoutQuestion)
                .toList();
        for (var endpoint : endpoints()) {
            if (!open.contains(endpoint)) {
                assertClosed(endpoint.substring(0, endpoint.indexOf(' ')), filled(endpoint));
            }
        }
        assertClosed("HEAD", "/engine-rest/task");
        assertClosed("PATCH", "/engine-rest/task");
        assertClosed("get", "/engine-rest/task");
        assertClosed("GET", "/engine-rest");
        assertClosed("GET", "/engine-rest/");
    }

    @Test
    void everyEndpointIsClosedInEveryOtherSpelling() throws Exception {
        // two paths stand in the table with the slash that Cockpit appends
        var open = EngineAccess.lines().stream()
                .flatMap(line -> Stream.of(filled(withoutQuestion(line)), filled(line)))
                .collect(Collectors.toSet());
        for (var endpoint : endpoints()) {
            var verb = endpoint.substring(0, endpoint.indexOf(' '));
            var root = EngineAccess.ROOTS.stream()
                    .filter(endpoint.substring(verb.length() + 1)::startsWith)
                    .findFirst()
                    .orElse("/camunda/api");
            var path = filled(endpoint).substring(root.length());
            for (var spelling : EngineSpellings.of(root, path).entrySet()) {
                if (!open.contains(spelling.getValue())) {
                    assertThat(EngineAccess.find(verb, spelling.getValue(), name -> null)
                                    // another id, which there is not: /task/COUNT
                                    .filter(call ->
                                            call.about() == null || call.id().equals("a1")))
                            .as(spelling.getKey() + ": " + verb + " " + spelling.getValue())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theLogOfTasksIsReadOfOneTaskOrNotAtAll() {
        var log = "/engine-rest/history/user-operation";
        assertThat(EngineAccess.find("GET", log, question("taskId", "a1")))
                .hasValue(new EngineAccess.Call(EngineObject.TASK, "a1", false));
        assertThat(EngineAccess.find("GET", log, question("category", "Operator")))
                .hasValue(new EngineAccess.Call(null, null, true));
        assertThat(EngineAccess.find("GET", log, question("category", "TaskWorker")))
                .isEmpty();
        assertThat(EngineAccess.find("GET", log, question("taskId", "a1", "a2")))
                .isEmpty();
        assertThat(EngineAccess.find("GET", log, question("processInstanceId", "a1")))
                .isEmpty();
    }

    @Test
    void anIdIsReadAsTheEngineReadsIt() {
        assertThat(EngineAccess.find("GET", "/engine-rest/process-definition/Evaluation%3A1%3Aa1", name -> null))
                .hasValue(new EngineAccess.Call(EngineObject.PROCESS_DEFINITION, "Evaluation:1:a1", false));
        for (var id : List.of("..", ".", "%61", "a%2Fb", "a;b", "a b", "%3a", "")) {
            assertThat(EngineAccess.find("GET", "/engine-rest/task/" + id, name -> null))
                    .as(id)
                    .isEmpty();
        }
    }

    /** The engine searches for who may read nothing of it too, and counts everybody's instances for everybody. */
    @Test
    void whatCockpitAndAdminAskIsForOversightAlone() throws Exception {
        var searches = List.of(
                "/engine-rest/process-definition/statistics",
                "/camunda/api/engine/engine/default/process-definition/statistics",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count",
                "/engine-rest/history/variable-instance",
                "/engine-rest/history/variable-instance/count",
                "/engine-rest/history/task",
                "/engine-rest/history/process-instance",
                "/engine-rest/history/activity-instance",
                "/engine-rest/history/decision-instance",
                "/engine-rest/variable-instance",
                "/engine-rest/process-instance/count",
                "/engine-rest/job",
                "/engine-rest/deployment",
                "/engine-rest/user",
                "/engine-rest/authorization",
                "/camunda/api/engine/engine/default/history/task/count",
                "/camunda/api/engine/engine/default/authorization");
        try {
            for (var path : searches) {
                SecurityContextHolder.clearContext();
                assertClosed("GET", path);
                for (var role : Role.values()) {
                    as(role);
                    if (Set.of(Role.HR, Role.AUDITOR, Role.ADMIN).contains(role)) {
                        assertOpen("GET", path);
                    } else {
                        assertClosed("GET", path);
                    }
                }
            }
            as(Role.STAFF);
            for (var path : List.of("/task", "/task/count", "/filter", "/process-definition")) {
                assertOpen("GET", "/engine-rest" + path);
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
        assertThat(EngineAccess.find("GET", "/engine-rest/process-definition/a1/statistics", name -> null))
                .hasValue(new EngineAccess.Call(EngineObject.PROCESS_DEFINITION, "a1", true));
    }

    private static void as(Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "ani", null, AuthorityUtils.createAuthorityList(role.name())));
    }

    private void assertOpen(String verb, String path) throws Exception {
        var engine = new MockFilterChain();
        gate.doFilter(new MockHttpServletRequest(verb, path), new MockHttpServletResponse(), engine);
        assertThat(engine.getRequest()).as("%s %s", verb, path).isNotNull();
    }

    @Test
    void whoAsksTooMuchAtOnceIsToldToWait() throws Exception {
        as(Role.HR);
        when(sentences.of(any(String.class))).thenReturn("Tunggu");
        var most = new AtomicInteger();
        var refused = new MockHttpServletResponse();
        try {
            ask(most, SearchTurns.AT_ONCE, refused);
        } finally {
            SecurityContextHolder.clearContext();
        }
        assertThat(most).hasValue(SearchTurns.AT_ONCE);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentAsString()).contains("TooManyRequests", "Tunggu");
    }

    /** Each search asks the next from within, so that all of them run at once. */
    private void ask(AtomicInteger running, int more, MockHttpServletResponse response) throws Exception {
        gate.doFilter(new MockHttpServletRequest("GET", "/engine-rest/task"), response, (asked, answered) -> {
            running.incrementAndGet();
            try {
                ask(running, more - 1, response);
            } catch (IOException | ServletException e) {
                throw e;
            } catch (Exception e) {
                throw new ServletException(e);
            }
        });
    }

    /** No other sign can stand in an account's name, so none is missing here. */
    @Test
    void everyNameThatAnAccountMayHaveIsTaken() {
        for (var name : List.of("ab", "198001012005011001", "a".repeat(64), "Siti-Aminah")) {
            assertThat(EngineAccess.find("GET", "/engine-rest/user/" + name + "/profile", any -> null))
                    .hasValue(new EngineAccess.Call(EngineObject.USER, name, false));
        }
        for (var name : List.of("o'brien", "a+b", "a b", "a@b", "a.b", "a:b", "\u00e9va")) {
            assertThatThrownBy(() -> accounts.add(name, "Orang", new Actor("uji-admin", Set.of(Role.ADMIN))))
                    .as(name)
                    .hasMessage("security.account.badName");
        }
    }

    @Test
    void noLineIsOpenForWhatNobodyCanBeAskedAbout() {
        assertThatThrownBy(() -> EngineObject.in("/engine-rest/case-instance/{id}"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static EngineAccess.Question question(String parameter, String... values) {
        return name -> name.equals(parameter) ? values : null;
    }

    private void assertClosed(String verb, String path) throws Exception {
        when(sentences.of(any(String.class))).thenReturn("Tidak ada");
        var request = new MockHttpServletRequest(verb, path);
        var response = new MockHttpServletResponse();
        var engine = new MockFilterChain();

        gate.doFilter(request, response, engine);

        assertThat(engine.getRequest())
                .as("%s %s came to the engine", verb, path)
                .isNull();
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(new ObjectMapper()
                        .readTree(response.getContentAsString())
                        .path("message")
                        .asText())
                .isEqualTo("Tidak ada");
    }

    private static String withoutQuestion(String line) {
        return line.replaceFirst("\\?.*", "")
                .replaceFirst("(.)/$", "$1")
                .replace("/default/", "/{engine}/")
                .replaceFirst("auth/user/default", "auth/user/{processEngineName}");
    }

    /** Every endpoint with its whole path; those of the API at both roots. */
    private static Set<String> endpoints() {
        var all = new ArrayList<String>();
        EngineEndpoints.rest()
                .forEach(endpoint -> EngineAccess.ROOTS.forEach(
                        root -> all.add(withoutQuestion(endpoint.replaceFirst(" ", " " + root)))));
        EngineEndpoints.restByEngine().forEach(endpoint -> all.add(endpoint.replaceFirst(" ", " /engine-rest")));
        EngineEndpoints.webapps().stream()
                .map(endpoint -> endpoint.replaceFirst(" ", " /camunda/api"))
                .map(endpoint -> endpoint.replaceFirst("/engine/engine/\\{name}(?=/)", "/engine/engine/{engine}"))
                .map(endpoint -> endpoint.replaceFirst("static/\\{file}", "static/app/plugin.js"))
                .forEach(endpoint -> {
                    all.add(endpoint);
                    all.add(endpoint.replace("plugin.js", "plugin.css"));
                });
        return new TreeSet<>(all);
    }

    private static String filled(String endpoint) {
        return endpoint.substring(endpoint.indexOf(' ') + 1)
                .replaceAll("\\{(engine|name|processEngineName)}", "default")
                .replaceAll("\\{[\\w-]+}", "a1");
    }
}
