package id.laras.disturbed;

import static id.laras.disturbed.Wired.isWaiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import id.laras.HttpPerson;
import id.laras.TestPeople;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The application on a real MariaDB at the other end of a wire that breaks, with its job executor running: nobody waits long for a
 * database that is away, everybody is told, and what comes back is used again; and no job runs by a clock that has jumped days
 * ahead. What stands still here would stand still for every other test.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = Wired.class)
@DirtiesContext
@Tag("disturbed")
@ExtendWith(OutputCaptureExtension.class)
class DisturbedNodeTests {

    /** Three seconds for a connection, and as many again for a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    private static final Duration TWELVE_DAYS = Duration.ofDays(12);

    /** Health asks the job table twice a minute. */
    private static final Duration HEALTH = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @LocalManagementPort
    int health;

    @Autowired
    TestPeople people;

    @Autowired
    HikariDataSource pool;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JobExecutor executor;

    @Autowired
    Clock clock;

    HttpPerson person;
    HttpPerson machine;

    @BeforeEach
    void logIn() {
        person = HttpPerson.loggedIn(port, people.account("terputus"));
        machine = HttpPerson.machine(port, "terputus");
    }

    @AfterEach
    void mend() {
        ClockUtil.reset();
        Wired.wire().mend();
        pool.getHikariPoolMXBean().softEvictConnections();
        // The pool waits some seconds before it tries again; whoever comes next shares it.
        await().atMost(Wired.LONGEST_IDLE)
                .ignoreExceptions()
                .until(() -> engine.getManagementService().createJobQuery().count() >= 0);
    }

    @Test
    void aBrowserIsToldInBothLanguagesAndWhenToComeBack() {
        Wired.wire().cut();
        for (var path : new String[] {"/", "/evaluations", "/hr/evaluations", "/tidak-ada"}) {
            var page = soon(() -> person.page(path));
            assertThat(page.statusCode()).as(path).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.body())
                    .contains("Ada gangguan sistem", "The system is disturbed", "/laras/pages.css")
                    .doesNotContain("Exception", "HTTP Status", "{");
        }
    }

    @Test
    void aScriptReadsItAsRfc9457() {
        Wired.wire().cut();
        var ours = soon(() -> person.get("/api/tasks/next?businessKey=x"));
        assertThat(ours.statusCode()).isEqualTo(503);
        assertThat(ours.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=UTF-8");
        assertThat(HttpPerson.parse(ours.body()).path("status").asInt()).isEqualTo(503);
        assertThat(soon(() -> person.get("/camunda/api/engine/engine/default/task?assignee=x"))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void noPasswordIsCalledWrongThatNobodyCouldCheck() {
        Wired.wire().cut();
        var stranger = HttpPerson.stranger(port);
        assertThat(stranger.page("/login").statusCode()).isEqualTo(200);
        var answer = soon(() -> stranger.form("/login", "username=terputus&password=" + TestPeople.PASSWORD));
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?disturbed");
            var login = stranger.page("/login?disturbed");
            assertThat(login.body()).contains("gangguan sistem").doesNotContain("kata sandi salah");
        } else {
            assertThat(answer.statusCode()).isEqualTo(503);
        }
        assertThat(soon(() -> machine.get("/engine-rest/task?assignee=x")).statusCode())
                .isEqualTo(503);
        assertThat(soon(() -> HttpPerson.stranger(port).bearing("laras_unknown").get("/api/tasks/next?businessKey=x"))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void filesAndLivenessAskNoDatabase() {
        Wired.wire().silence();
        for (var file : new String[] {
            "/laras/icon.svg",
            "/favicon.ico",
            "/camunda/app/tasklist/scripts/config.js",
            "/camunda/app/tasklist/styles/user-styles.css",
            "/camunda/app/tasklist/locales/id.json"
        }) {
            var began = System.nanoTime();
            assertThat(person.get(file).statusCode()).as(file).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as(file).isLessThan(Duration.ofSeconds(2));
        }
        var probe = HttpPerson.stranger(health);
        assertThat(probe.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(soon(() -> probe.get("/actuator/health/readiness")).statusCode())
                .isEqualTo(503);
    }

    /** All that a browser asks for, one after the other: whoever came before has not made the next one wait. */
    @Test
    void aSilentDatabaseIsNotWaitedForEither() {
        var stranger = HttpPerson.stranger(port);
        Wired.wire().silence();
        for (var path : new String[] {"/", "/evaluations", "/account/password", "/hr/cycles", "/tidak-ada"}) {
            assertBare(path, soon(() -> person.page(path)));
        }
        assertThat(soon(() -> stranger.page("/login")).statusCode()).isEqualTo(200);
        assertBare("/login", soon(() -> stranger.form("/login", "username=terputus&password=salah")));
        assertBare("/code", soon(() -> stranger.form("/code", "account=terputus&code=x&password=a&again=a")));
        for (var path : new String[] {"/engine-rest/task?assignee=x", "/engine-rest/history/task?maxResults=1"}) {
            var answer = soon(() -> machine.get(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).as(path).contains("gangguan sistem");
        }
        assertThat(soon(() -> person.get("/camunda/api/engine/engine/default/task?assignee=x"))
                        .statusCode())
                .isEqualTo(503);
        assertBare("Tasklist", soon(() -> person.page("/camunda/app/tasklist/default/")));
    }

    private static void assertBare(String what, HttpResponse<String> answer) {
        var login = answer.headers().firstValue("Location").orElse("");
        if (!login.endsWith("/login?disturbed")) {
            assertThat(answer.statusCode()).as(what).isEqualTo(503);
            assertThat(answer.body()).as(what).contains("gangguan sistem").doesNotContain("Exception", "HTTP Status");
        }
    }

    @Test
    void whatComesBackIsUsedAgainByEverybodyWithoutARestart() {
        // due when nobody can run it
        var due = Wired.timer(engine, clock.instant().plusSeconds(5));
        Wired.wire().silence();
        assertThat(soon(() -> person.page("/evaluations")).statusCode()).isEqualTo(503);
        Wired.wire().cut();
        assertThat(soon(() -> person.page("/evaluations")).statusCode()).isEqualTo(503);
        Wired.wire().mend();

        assertThat(person.page("/evaluations").statusCode()).isEqualTo(200);
        assertThat(machine.get("/engine-rest/task?assignee=x").statusCode()).isEqualTo(200);
        assertThat(HttpPerson.loggedIn(port, "terputus").page("/").statusCode()).isEqualTo(200);
        assertThat(HttpPerson.stranger(health).get("/actuator/health/readiness").statusCode())
                .isEqualTo(200);
        await().atMost(Wired.LONGEST_IDLE).until(() -> !isWaiting(engine, due));
    }

    @Test
    void noJobRunsUntilTheClockIsRightAgain(CapturedOutput log) {
        var now = clock.instant();
        ClockUtil.offset(TWELVE_DAYS.toMillis());
        var ofTomorrow = Wired.timer(engine, now.plus(Duration.ofDays(1)));
        var dueNow = Wired.timer(engine, now);
        executor.jobWasAdded();

        await().atMost(Wired.LONGEST_IDLE)
                .untilAsserted(() -> assertThat(log).contains("it runs no jobs until both agree again"));
        await().atMost(HEALTH).untilAsserted(() -> {
            var told = health("/engine");
            assertThat(told.statusCode()).isEqualTo(503);
            assertThat(HttpPerson.parse(told.body())
                            .at("/details/clockAheadOfDatabaseMillis")
                            .asLong())
                    .isGreaterThan(TWELVE_DAYS.toMillis() - 60_000);
        });
        assertThat(isWaiting(engine, ofTomorrow)).isTrue();
        assertThat(isWaiting(engine, dueNow)).isTrue();
        assertThat(health("/liveness").statusCode())
                .as("a restart mends no clock")
                .isEqualTo(200);
        assertThat(health("/readiness").statusCode()).as("pages go on").isEqualTo(200);

        ClockUtil.reset();
        await().atMost(Wired.LONGEST_IDLE).until(() -> !isWaiting(engine, dueNow));
        assertThat(isWaiting(engine, ofTomorrow)).isTrue();
        assertThat(log).contains("This node's clock is right again");
        await().atMost(HEALTH)
                .untilAsserted(() -> assertThat(health("/engine").statusCode()).isEqualTo(200));
    }

    private HttpResponse<String> health(String what) {
        return HttpPerson.stranger(health).get("/actuator/health" + what);
    }

    private static HttpResponse<String> soon(Supplier<HttpResponse<String>> call) {
        var began = System.nanoTime();
        var answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
        return answer;
    }
}
