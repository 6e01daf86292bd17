package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.engine.probe.Probes;
import id.laras.engine.probe.Probes.Probe;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who comes in by which door, and who does not. */
@LarasTest
class DoorTests {

    @Autowired
    Probes probes;

    @Autowired
    AccountDirectory directory;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int healthPort;

    Probe probe;

    @BeforeEach
    void start() {
        probe = probes.start();
    }

    @Test
    void aStrangerIsSentToTheLoginAndScriptsAreToldSo() {
        var stranger = HttpPerson.stranger(port);
        for (var page : List.of(
                "/",
                "/hr/incidents",
                "/audit/",
                "/evaluations",
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/cockpit/default/",
                "/h2-console",
                "/h2-console/")) {
            var answer = stranger.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .as(page)
                    .endsWith("/login");
        }
        for (var script : List.of(
                "/api/tasks/" + probe.taskId(),
                "/camunda/api/engine/engine/default/task?assignee=x",
                "/camunda/api/engine/engine",
                "/camunda/api/admin/auth/user/default",
                "/engine-rest/task?assignee=x",
                "/engine-rest/engine",
                "/engine-rest/openapi.json",
                "/engine-rest/version")) {
            assertThat(stranger.get(script).statusCode()).as(script).isEqualTo(401);
        }
    }

    @Test
    void onlyHealthIsPublic() {
        var probe = HttpPerson.stranger(healthPort);
        assertThat(probe.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(probe.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        for (var path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans")) {
            assertThat(probe.get(path).statusCode()).as(path).isIn(302, 401, 403, 404);
        }
        var stranger = HttpPerson.stranger(port);
        assertThat(stranger.get("/actuator/health").statusCode()).isEqualTo(404);
        var admin = HttpPerson.loggedIn(port, "uji-admin");
        for (var path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans")) {
            assertThat(stranger.get(path).statusCode()).as(path).isIn(302, 401, 403, 404);
            assertThat(admin.get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(admin.get("/h2-console").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongPasswordOpensNothing() {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        assertThat(person.form("/login", "username=uji-pegawai&password=salah")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login?error"));
        assertThat(person.form("/login", "username=uji-pegawai&password=")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login?error"));
        assertThat(person.get("/").statusCode()).isEqualTo(302);
        assertThat(directory.matches("uji-pegawai", "salah")).isFalse();
        assertThat(directory.matches("nobody-at-all", "nobody")).isFalse();
    }

    @Test
    void theSessionGetsANewNumberAtLogin() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        var before = person.cookie("LARAS-SESSION");
        assertThat(before).isPresent();
        person.form("/login", "username=uji-pegawai&password=" + TestPeople.PASSWORD);
        assertThat(person.cookie("LARAS-SESSION")).isPresent().isNotEqualTo(before);
    }

    @Test
    void theOneLoginIsTasklistsToo() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        var who = person.json("/camunda/api/admin/auth/user/default");
        assertThat(who.path("userId").asText()).isEqualTo("uji-pegawai");
        assertThat(who.path("authorizedApps").toString()).contains("tasklist").doesNotContain("cockpit", "admin");
        assertThat(HttpPerson.loggedIn(port, "uji-sdm")
                        .json("/camunda/api/admin/auth/user/default")
                        .path("authorizedApps")
                        .toString())
                .contains("tasklist", "cockpit")
                .doesNotContain("admin");
    }

    @Test
    void theWebappsOwnLoginIsNoSecondDoor() {
        var path = "/camunda/api/admin/auth/user/default/login/tasklist";
        var fields = "username=uji-pegawai&password=" + TestPeople.PASSWORD;
        assertThat(HttpPerson.stranger(port).form(path, fields).statusCode()).isEqualTo(401);
        assertThat(HttpPerson.loggedIn(port, "uji-rekan").form(path, fields).statusCode())
                .isEqualTo(403);
    }

    @Test
    void loggingOutOfTasklistLogsOutOfEverything() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        assertThat(person.post("/camunda/api/admin/auth/user/default/logout", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(person.get("/camunda/api/engine/engine/default/task?assignee=x")
                        .statusCode())
                .isEqualTo(401);
        assertThat(person.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void loggingOutOfThePagesLogsOutOfTasklist() {
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        assertThat(person.post("/logout", "").statusCode()).isEqualTo(302);
        assertThat(person.get("/camunda/api/engine/engine/default/task?assignee=x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCallFromAnotherSiteIsRefusedBecauseItHasNoToken() {
        var draft = "/api/tasks/" + probe.taskId() + "/draft";
        var person = HttpPerson.loggedIn(port, "uji-pegawai");
        assertThat(person.put(draft, "{}").statusCode()).isEqualTo(200);

        person.withoutTokens();
        assertThat(person.put(draft, "{}").statusCode()).isEqualTo(403);
        assertThat(person.post("/logout", "").statusCode()).isEqualTo(403);
        assertThat(HttpPerson.loggedIn(port, "uji-sdm")
                        .withoutTokens()
                        .post("/hr/incidents/any/retry", "")
                        .statusCode())
                .isEqualTo(403);
        // last, because the webapp's filter ends the session
        assertThat(person.post("/camunda/api/engine/engine/default/task/" + probe.taskId() + "/complete", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Whoever typed their password into the browser's own window would send it along. */
    @Test
    void engineRestTakesNothingFromAnotherSite() {
        var machine = HttpPerson.machine(port, "uji-pegawai");
        assertThat(machine.from("https://lain.example", "/engine-rest/task?assignee=x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(machine.from("http://localhost:" + port, "/engine-rest/task?assignee=x")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void engineRestTakesNoCookieAndGivesNone() {
        var browser = HttpPerson.loggedIn(port, "uji-pegawai");
        assertThat(browser.get("/engine-rest/task?assignee=x").statusCode()).isEqualTo(401);

        var machine = HttpPerson.machine(port, "uji-pegawai");
        var answer = machine.get("/engine-rest/task?assignee=x");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(machine.cookie("LARAS-SESSION")).isEmpty();
    }

    @Test
    void pagesNameWhatTheyMayLoadAndAreNeverFramed() {
        var answer = HttpPerson.stranger(port).get("/login");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.body()).contains("Masuk ke Laras").doesNotContain("laras-demo", "??");
        assertThat(HttpPerson.loggedIn(port, "uji-pegawai")
                        .get("/camunda/app/tasklist/default/")
                        .headers()
                        .allValues("Content-Security-Policy"))
                .hasSize(1);
    }

    @Test
    void hrAndAuditPagesAreForThoseRoles() {
        assertThat(HttpPerson.loggedIn(port, "uji-pegawai").get("/hr/incidents").statusCode())
                .isEqualTo(403);
        assertThat(HttpPerson.loggedIn(port, "uji-auditor").get("/hr/incidents").statusCode())
                .isEqualTo(403);
        assertThat(HttpPerson.loggedIn(port, "uji-pegawai").get("/audit/x").statusCode())
                .isEqualTo(403);
        assertThat(HttpPerson.loggedIn(port, "uji-auditor").get("/audit/x").statusCode())
                .isNotEqualTo(403);
        assertThat(HttpPerson.loggedIn(port, "uji-sdm").get("/hr/incidents").statusCode())
                .isEqualTo(200);
    }

    /** CVE-2026-77226. */
    @Test
    void nobodyMakesThemselvesTheFirstAdministrator() {
        var user = "{\"profile\":{\"id\":\"rogue\",\"firstName\":\"R\",\"lastName\":\"R\",\"email\":\"r@r\"},"
                + "\"credentials\":{\"password\":\"rogue-rogue\"}}";
        var setup = "/camunda/api/admin/setup/default/user/create";
        assertThat(HttpPerson.stranger(port).post(setup, user).statusCode()).isEqualTo(401);
        for (var account : List.of("uji-pegawai", "uji-admin")) {
            var person = HttpPerson.loggedIn(port, account);
            assertThat(person.post(setup, user).statusCode()).isEqualTo(403);
            assertThat(person.get("/camunda/app/admin/default/setup/").statusCode())
                    .isEqualTo(403);
        }
        assertThat(directory.find(new AccountDirectory.Search(List.of("rogue"), null, null, null), 0, 1))
                .isEmpty();
    }
}
