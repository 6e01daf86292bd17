package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Sessions end: when nobody uses them, and after a working day however much somebody does. */
@LarasTest
class SessionTests {

    private static final String NAME = "uji-sesi";

    @Autowired
    ServletWebServerApplicationContext server;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    @BeforeEach
    void arrive() {
        people.account(NAME);
    }

    @Test
    void anIdleSessionLastsAnHour() {
        assertThat(session(HttpPerson.loggedIn(port, NAME)).getMaxInactiveInterval())
                .isEqualTo(3600);
    }

    @Test
    void anExpiredSessionLeadsToTheLoginAndTellsScripts401() {
        var person = HttpPerson.loggedIn(port, NAME);
        session(person).expire();

        assertThat(location(person.get("/evaluations"))).endsWith("/login?expired");
        assertThat(person.get("/login?expired").body()).contains("Sesi Anda sudah berakhir");
        assertThat(person.get("/login").body()).doesNotContain("Sesi Anda sudah berakhir");

        var script = HttpPerson.loggedIn(port, NAME);
        session(script).expire();
        assertThat(script.get("/api/tasks/next").statusCode()).isEqualTo(401);
        assertThat(script.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoHasLoggedOutIsNotToldThatTheirSessionExpired() {
        var person = HttpPerson.loggedIn(port, NAME);
        assertThat(location(person.post("/logout", ""))).endsWith("/login?logout");
        assertThat(location(person.get("/evaluations"))).endsWith("/login");
    }

    @Test
    void oneSeesOnesLastLoginsAndEndsAllSessionsByThePassword() {
        var stranger = HttpPerson.stranger(port);
        stranger.get("/login");
        stranger.form("/login", "username=" + NAME + "&password=salah-salah-salah");
        var here = HttpPerson.loggedIn(port, NAME);
        var elsewhere = HttpPerson.loggedIn(port, NAME);
        for (var language : List.of("id", "en")) {
            assertThat(here.get("/account/password?lang=" + language).body())
                    .contains("127.0.0.1", language.equals("id") ? "Halaman masuk" : "Login page")
                    .contains(language.equals("id") ? "Salah" : "Wrong")
                    .doesNotContain("??");
        }

        var refused = here.form("/account/password/sessions", "password=salah-salah-salah");
        assertThat(refused.body()).contains("role=\"alert\"");
        assertThat(elsewhere.get("/evaluations").statusCode()).isEqualTo(200);
        assertThat(entries("OWN_PASSWORD WRONG 127.0.0.1")).isPositive();

        var ended = here.form("/account/password/sessions", "password=" + TestPeople.PASSWORD);
        assertThat(location(ended)).endsWith("/login?ended");
        assertThat(location(elsewhere.get("/evaluations"))).contains("/login");
        assertThat(location(here.get("/evaluations"))).contains("/login");
        assertThat(deeds(NAME)).isPositive();
        HttpPerson.loggedIn(port, NAME);
    }

    @Test
    void anAdministratorEndsSomebodysSessionsAndThatIsADeed() {
        var admin = people.account("uji-sesi-admin", Role.ADMIN);
        var person = HttpPerson.loggedIn(port, NAME);
        var before = deeds(admin);
        HttpPerson.loggedIn(port, admin).form("/admin/accounts/" + NAME + "/sessions", "");
        assertThat(location(person.get("/evaluations"))).contains("/login");
        assertThat(deeds(admin)).isEqualTo(before + 1);
        HttpPerson.loggedIn(port, NAME);
    }

    private long entries(String wanted) {
        return database.sql("select count(*) from login_entry where account = ?"
                        + " and concat(way, ' ', outcome, ' ', address) = ?")
                .params(NAME, wanted)
                .query(Long.class)
                .single();
    }

    private long deeds(String actor) {
        return database.sql("select count(*) from trail_entry where actor = ? and what = 'account.sessionsEnded'")
                .param(actor)
                .query(Long.class)
                .single();
    }

    @Test
    void aBusySessionEndsAfterItsLife() throws Exception {
        var start = Instant.parse("2026-01-05T01:00:00Z");
        assertThat(goesOn(start, start.plus(Duration.ofHours(12)).minusMillis(1)))
                .isTrue();
        assertThat(goesOn(start, start.plus(Duration.ofHours(12)))).isFalse();
    }

    @Test
    void tasklistsOwnFilesCostNoQuestionAndItsDataDo() throws Exception {
        assertThat(asks("/camunda/app/tasklist/scripts/camunda-tasklist-ui.js")).isFalse();
        assertThat(asks("/camunda/lib/deps.css")).isFalse();
        assertThat(asks("/laras/pages.css")).isFalse();
        assertThat(asks("/camunda/app/tasklist/default/")).isTrue();
        assertThat(asks("/camunda/api/engine/engine/default/task")).isTrue();
        assertThat(asks("/camunda/api/engine/engine/default/task/x.js")).isTrue();
        assertThat(asks("/evaluations")).isTrue();
        assertThat(asks("/evaluations/x.js")).isTrue();
    }

    /** Whether somebody who logged in then is still logged in now. */
    private static boolean goesOn(Instant then, Instant now) throws IOException, ServletException {
        var accounts = mock(Accounts.class);
        when(accounts.stamp(NAME)).thenReturn(Optional.of(0L));
        return passes(accounts, then, now, "/evaluations");
    }

    /** An account that is gone: whoever asks about it ends the session. */
    private static boolean asks(String path) throws IOException, ServletException {
        var accounts = mock(Accounts.class);
        when(accounts.stamp(NAME)).thenReturn(Optional.empty());
        var now = Instant.parse("2026-01-05T01:00:00Z");
        return !passes(accounts, now, now, path);
    }

    private static boolean passes(Accounts accounts, Instant then, Instant now, String path)
            throws IOException, ServletException {
        var settings = TestLogins.settings(Map.of(), false);
        var logins = new Logins(accounts, Clock.fixed(now, ZoneOffset.UTC), settings);
        var login = new Login(new Account(NAME), Clock.fixed(then, ZoneOffset.UTC));
        var request = new MockHttpServletRequest("GET", path);
        try {
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(login, null, login.getAuthorities()));
            new StandingLogin(logins, any -> false, any -> false)
                    .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
            return SecurityContextHolder.getContext().getAuthentication() != null;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Session session(HttpPerson person) {
        var tomcat = ((TomcatWebServer) server.getWebServer()).getTomcat();
        var context = (Context) tomcat.getHost().findChildren()[0];
        try {
            return context.getManager()
                    .findSession(person.cookie("LARAS-SESSION").orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
