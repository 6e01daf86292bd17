package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestDatabase;
import id.laras.TestPeople;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who came in, or tried to, with name and address. */
@LarasTest
@Tag("database")
class LoginLogTests {

    @Autowired
    TestPeople people;

    @Autowired
    ApiTokenService tokens;

    @Autowired
    JdbcClient database;

    @Autowired
    LoginLog log;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    String name;

    @BeforeEach
    void arrive() {
        name = people.account("uji-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void everyWayInAndEveryFailureStandsThereWithNameAndAddress() {
        HttpPerson.loggedIn(port, name);
        var guesser = HttpPerson.stranger(port);
        guesser.get("/login");
        for (var guess = 0; guess < 11; guess++) {
            guesser.form("/login", "username=" + name + "&password=salah-salah-salah");
        }
        var machine = people.account("uji-" + UUID.randomUUID().toString().substring(0, 8));
        HttpPerson.machine(port, machine).get("/engine-rest/task?assignee=x");
        HttpPerson.machine(port, machine).get("/engine-rest/task?assignee=x");
        var owner = new Actor(machine, Set.of(Role.STAFF));
        var token = tokens.create("mesin gaji", Set.of(), LocalDate.now(clock).plusDays(1), owner);
        HttpPerson.stranger(port).bearing(token).get("/engine-rest/task?assignee=x");
        HttpPerson.stranger(port).bearing(token).get("/api/tasks/next");

        assertThat(entries(name))
                .contains("FORM LET_IN 127.0.0.1 null")
                .filteredOn(entry -> entry.equals("FORM WRONG 127.0.0.1 null"))
                .hasSize(10);
        assertThat(entries(machine))
                .as("what machines do with every call stands there once in a while")
                .containsExactlyInAnyOrder("BASIC LET_IN 127.0.0.1 null", "TOKEN LET_IN 127.0.0.1 mesin gaji");
    }

    @Test
    void codesThatWereTriedStandThereToo() {
        var guesser = HttpPerson.stranger(port);
        guesser.get("/code");
        for (var guess = 0; guess < 2; guess++) {
            guesser.form(
                    "/code",
                    "account=" + name + "&code=ABCDE-ABCDE-ABCDE-ABCDE&password=kuda+hitam+lari+pagi"
                            + "&again=kuda+hitam+lari+pagi");
        }
        assertThat(entries(name)).containsExactly("CODE WRONG 127.0.0.1 null");
    }

    @Test
    void aRefusalOfAProviderTellsWhoseAccountItWas() throws Exception {
        var request = new MockHttpServletRequest();
        var shut = new DirectoryRefusal(DirectoryRefusal.Why.CLOSED, name, "shut");
        RefusedLogin.byProvider(log).onAuthenticationFailure(request, new MockHttpServletResponse(), shut);
        assertThat(entries(name)).containsExactly("OIDC REFUSED 127.0.0.1 null");
    }

    @Test
    void whatWasTypedForANameThatNobodyHasIsNotKept() {
        var typed = "sandi-di-kolom-nama-" + UUID.randomUUID();
        var guesser = HttpPerson.stranger(port);
        guesser.get("/login");
        guesser.form("/login", "username=" + typed + "&password=salah-salah-salah");
        assertThat(database.sql("select count(*) from login_entry where account = ? or token = ? or address = ?")
                        .params(typed, typed, typed)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from login_entry where account is null and outcome = 'WRONG'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void auditorAndAdministratorReadItAndThatStandsInTheTrail() {
        HttpPerson.loggedIn(port, name);
        for (var role : List.of(Role.AUDITOR, Role.ADMIN)) {
            var reader = people.account("uji-" + UUID.randomUUID().toString().substring(0, 8), role);
            var page = HttpPerson.loggedIn(port, reader).get("/admin/logins?account=" + name);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains(name, "Halaman masuk", "127.0.0.1", "Masuk")
                    .doesNotContain("??");
            assertThat(database.sql("select answer from trail_entry where what = 'logins.read' and actor = ?")
                            .param(reader)
                            .query(String.class)
                            .list())
                    .containsExactly("{\"account\":\"" + name + "\"}");
        }
        var hr = people.account("uji-" + UUID.randomUUID().toString().substring(0, 8), Role.HR);
        assertThat(HttpPerson.loggedIn(port, hr).get("/admin/logins").statusCode())
                .isEqualTo(403);
    }

    @Test
    void entriesGoWhenTheirTimeIsOver() {
        for (var days : List.of(370, 300)) {
            database.sql("insert into login_entry (id, recorded_at, account, address, way, outcome)"
                            + " values (?, ?, ?, ?, 'FORM', 'WRONG')")
                    .params(
                            UUID.randomUUID().toString(),
                            LocalDateTime.now(ZoneOffset.UTC).minusDays(days),
                            name,
                            days + " days")
                    .update();
        }
        ClockUtil.offset(Duration.ofDays(3).toMillis());
        log.record(LoginLog.Way.FORM, LoginLog.Outcome.WRONG, name, "203.0.113.9");
        assertThat(entries(name)).containsExactlyInAnyOrder("FORM WRONG 300 days null", "FORM WRONG 203.0.113.9 null");
    }

    @Test
    void nobodyKeepsThemForLessThanAQuarter() {
        assertThatThrownBy(() -> new LoginSettings(
                        10, 20, 50, 1, Period.ofDays(89), Duration.ofHours(12), Map.of(), false, null, null))
                .hasMessageContaining("log-kept");
        new LoginSettings(10, 20, 50, 1, Period.ofMonths(3), Duration.ofHours(12), Map.of(), false, null, null);
    }

    @Test
    void theDatabaseKeepsFreshEntriesAndThatKeepsNobodyOut() {
        assumeTrue(TestDatabase.isMariaDb(), "H2 has no triggers in SQL");
        log.record(LoginLog.Way.FORM, LoginLog.Outcome.WRONG, name, "203.0.113.9");
        assertThatThrownBy(() -> database.sql("delete from login_entry where account = ?")
                        .param(name)
                        .update())
                .hasMessageContaining("kept for 90 days");
        ClockUtil.offset(Duration.ofDays(5000).toMillis());
        log.record(LoginLog.Way.FORM, LoginLog.Outcome.WRONG, name, "203.0.113.10");
        assertThat(entries(name)).hasSize(2);
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnEntry() {
        assumeTrue(TestDatabase.isMariaDb(), "H2 has no triggers in SQL");
        log.record(LoginLog.Way.FORM, LoginLog.Outcome.WRONG, name, "203.0.113.9");
        for (var change : List.of(
                "id = 'lain'",
                "recorded_at = timestamp '2001-01-01 00:00:00'",
                "account = 'rogue'",
                "account = null",
                "address = '203.0.113.10'",
                "way = 'OIDC'",
                "outcome = 'LET_IN'",
                "outcome = lower(outcome)",
                "token = 'mesin'")) {
            var sql = "update login_entry set " + change + " where account = '" + name + "'";
            assertThatThrownBy(() -> database.sql(sql).update(), change).hasMessageContaining("append-only");
        }
        assertThat(entries(name)).containsExactly("FORM WRONG 203.0.113.9 null");
        assertThat(database.sql("update login_entry set account = 'anon0123456789abcdef' where account = ?")
                        .param(name)
                        .update())
                .as("a person who is erased")
                .isEqualTo(1);
    }

    private List<String> entries(String account) {
        return database.sql("select way, outcome, address, token from login_entry where account = ?")
                .param(account)
                .query((row, number) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4))
                .list();
    }
}
