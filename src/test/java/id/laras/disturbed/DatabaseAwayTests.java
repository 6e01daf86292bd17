package id.laras.disturbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import id.laras.HttpPerson;
import id.laras.TestDatabase;
import id.laras.TestPeople;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The application on a real MariaDB at the other end of a wire that breaks, in a JVM of its own: what stands still here would
 * stand still for every other test.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = DatabaseAwayTests.Wired.class)
@Tag("disturbed")
class DatabaseAwayTests {

    /** Three seconds for a connection, and as many again for a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    private static Wire wire;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int health;

    @Autowired
    TestPeople people;

    @Autowired
    HikariDataSource pool;

    HttpPerson person;
    HttpPerson machine;

    static final class Wired implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var url = TestDatabase.newMariaDbUrl();
            var port = url.replaceFirst(".*localhost:(\\d+)/.*", "$1");
            wire = new Wire(Integer.parseInt(port));
            TestPropertyValues.of(
                            "spring.datasource.url=" + url.replace("localhost:" + port, "localhost:" + wire.port()),
                            "spring.datasource.username=root",
                            "laras.database.silent-for=4s",
                            "spring.datasource.hikari.maximum-pool-size=3",
                            "spring.datasource.hikari.minimum-idle=1")
                    .applyTo(context);
        }
    }

    @BeforeEach
    void logIn() {
        person = HttpPerson.loggedIn(port, people.account("terputus"));
        machine = HttpPerson.machine(port, "terputus");
    }

    @AfterEach
    void mend() {
        wire.mend();
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Test
    void aBrowserIsToldInBothLanguagesAndWhenToComeBack() {
        wire.cut();
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
        wire.cut();
        var ours = soon(() -> person.get("/api/tasks/next?businessKey=x"));
        assertThat(ours.statusCode()).isEqualTo(503);
        assertThat(ours.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=UTF-8");
        assertThat(HttpPerson.parse(ours.body()).path("status").asInt()).isEqualTo(503);
        assertThat(soon(() -> person.get("/camunda/api/engine/engine/default/task"))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void noPasswordIsCalledWrongThatNobodyCouldCheck() {
        wire.cut();
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
        assertThat(soon(() -> machine.get("/engine-rest/task")).statusCode()).isEqualTo(503);
        assertThat(soon(() -> HttpPerson.stranger(port).bearing("laras_unknown").get("/api/tasks/next?businessKey=x"))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void filesAndLivenessAskNoDatabase() {
        wire.silence();
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

    @Test
    void aSilentDatabaseIsNotWaitedForEither() {
        wire.silence();
        assertThat(soon(() -> person.page("/evaluations")).statusCode()).isEqualTo(503);
    }

    @Test
    void whatComesBackIsUsedAgain() {
        wire.cut();
        assertThat(soon(() -> person.page("/evaluations")).statusCode()).isEqualTo(503);
        wire.mend();
        assertThat(person.page("/evaluations").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> soon(Supplier<HttpResponse<String>> call) {
        var began = System.nanoTime();
        var answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
        return answer;
    }
}
