package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

/** Guessing, given passwords, and what a change of the account does to those who are inside. */
@LarasTest
@Tag("database")
class LoginTests {

    private static final String OWN = "kuda hitam lari pagi";

    @Autowired
    TestPeople people;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    String name;
    Actor admin;

    @BeforeEach
    void arrive() {
        name = "uji-" + UUID.randomUUID().toString().substring(0, 8);
        people.account(name, Role.HR);
        admin = new Actor("uji-admin", Set.of(Role.ADMIN));
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void afterTenWrongPasswordsTheRightOneWaitsEverLonger() {
        for (var guess = 0; guess < 9; guess++) {
            assertThat(logsIn("salah-salah-salah")).isFalse();
        }
        assertThat(logsIn(TestPeople.PASSWORD)).as("nine are forgiven").isTrue();
        for (var guess = 0; guess < 10; guess++) {
            assertThat(answer(name, "salah-salah-salah").statusCode()).isEqualTo(302);
        }
        var told = answer(name, TestPeople.PASSWORD);
        assertThat(told.statusCode()).isEqualTo(429);
        assertThat(seconds(told)).isBetween(25L, 30L);
        assertThat(told.body())
                .contains("Coba lagi dalam " + seconds(told) + " detik", "value=\"" + name + "\"")
                .doesNotContain("??", TestPeople.PASSWORD);
        var machine = HttpPerson.machine(port, name).get("/engine-rest/task?assignee=x");
        assertThat(machine.statusCode()).as("no other door is open either").isEqualTo(429);
        assertThat(seconds(machine)).isBetween(25L, 30L);

        ClockUtil.offset(Duration.ofSeconds(31).toMillis());
        assertThat(answer(name, "salah-salah-salah").statusCode())
                .as("one is looked at")
                .isEqualTo(302);
        assertThat(seconds(answer(name, TestPeople.PASSWORD))).isBetween(55L, 60L);
        ClockUtil.offset(Duration.ofSeconds(92).toMillis());
        assertThat(logsIn(TestPeople.PASSWORD)).isTrue();
        assertThat(answer(name, "salah-salah-salah").statusCode())
                .as("the right one begins anew")
                .isEqualTo(302);
    }

    @Test
    void aGuesserIsToldTheSameOfUnknownClosedAndOpenAccounts() {
        var closed = people.account("uji-" + UUID.randomUUID().toString().substring(0, 8));
        accounts.close(closed, admin);
        for (var who : List.of(name, closed, "tidak-ada-" + name, "\u00fa" + name)) {
            for (var guess = 0; guess < 10; guess++) {
                assertThat(answerTo(who, "salah-salah-salah")).as(who).endsWith("/login?error");
            }
            assertThat(answer(who, TestPeople.PASSWORD).statusCode()).as(who).isEqualTo(429);
        }
    }

    @Test
    void aNameInCapitalsIsTheSameAccountAndCountsAsOne() {
        var typed = name.toUpperCase(Locale.ROOT);
        for (var guess = 0; guess < 5; guess++) {
            assertThat(answerTo(name, "salah-salah-salah")).endsWith("/login?error");
            assertThat(answerTo(typed, "salah-salah-salah")).endsWith("/login?error");
        }
        assertThat(answer(typed, TestPeople.PASSWORD).statusCode()).isEqualTo(429);
        ClockUtil.offset(Duration.ofSeconds(31).toMillis());
        var person = HttpPerson.loggedIn(port, typed);
        assertThat(person.json("/camunda/api/admin/auth/user/default")
                        .path("userId")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void aBrowserThatIsKnownIsNotSlowedByGuessesFromItsOwnAddress() {
        var own = HttpPerson.loggedIn(port, name);
        assertThat(own.cookie("LARAS-DEVICE")).isPresent();
        for (var guess = 0; guess < 10; guess++) {
            logsIn("salah-salah-salah");
        }
        assertThat(answer(name, TestPeople.PASSWORD).statusCode()).isEqualTo(429);
        own.post("/logout", "");
        own.get("/login");
        assertThat(own.form("/login", "username=" + name + "&password=" + TestPeople.PASSWORD)
                        .statusCode())
                .isEqualTo(302);
        assertThat(own.get("/evaluations").statusCode()).isEqualTo(200);
    }

    @Test
    void ofTheOwnPasswordOnlySomeGuessesAreLookedAt() {
        var person = HttpPerson.loggedIn(port, name);
        for (var guess = 0; guess < 10; guess++) {
            assertThat(change(person, "bukan yang lama", OWN, OWN)).contains("tidak cocok");
        }
        assertThat(change(person, TestPeople.PASSWORD, OWN, OWN)).contains("Coba lagi dalam");
        assertThat(logsIn(TestPeople.PASSWORD))
                .as("the doors do not count that")
                .isTrue();
    }

    @Test
    void aGivenPasswordOpensNothingUntilItIsReplacedByOnesOwn() {
        database.sql("update account set must_change = true where name = ?")
                .param(name)
                .update();
        var person = HttpPerson.loggedIn(port, name);

        assertThat(location(person.get("/evaluations"))).endsWith("/account/password");
        assertThat(location(person.get("/camunda/app/tasklist/default/"))).endsWith("/account/password");
        assertThat(person.get("/camunda/api/engine/engine/default/task?assignee=x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(HttpPerson.machine(port, name)
                        .get("/engine-rest/task?assignee=x")
                        .statusCode())
                .isEqualTo(403);

        var change = "old=" + TestPeople.PASSWORD + "&password=" + OWN + "&again=" + OWN;
        assertThat(location(person.form("/account/password", change))).endsWith("/login?changed");
        assertThat(logsIn(TestPeople.PASSWORD)).isFalse();
        assertThat(logsIn(OWN)).isTrue();
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndIsTypedTwice() {
        var person = HttpPerson.loggedIn(port, name);
        assertThat(change(person, "bukan yang lama", OWN, OWN)).contains("tidak cocok");
        assertThat(change(person, TestPeople.PASSWORD, OWN, OWN + "x")).contains("berbeda");
        assertThat(change(person, TestPeople.PASSWORD, "pendek", "pendek")).contains("paling pendek 12");
        assertThat(change(person, TestPeople.PASSWORD, name + "-1234", name + "-1234"))
                .contains("memuat nama akun");
        assertThat(change(person, TestPeople.PASSWORD, TestPeople.PASSWORD, TestPeople.PASSWORD))
                .contains("sama dengan yang lama");
        assertThat(change(person, TestPeople.PASSWORD, "a".repeat(73), "a".repeat(73)))
                .contains("paling panjang 72");
        assertThat(logsIn(TestPeople.PASSWORD)).isTrue();
    }

    @Test
    void aWithdrawnRoleEndsTheSessionAtOnce() {
        var person = HttpPerson.loggedIn(port, name);
        assertThat(person.get("/hr/incidents").statusCode()).isEqualTo(200);

        accounts.setRoles(name, Set.of(), admin);

        assertThat(location(person.get("/hr/incidents"))).endsWith("/login?expired");
        assertThat(person.get("/camunda/api/engine/engine/default/task?assignee=x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsEverySession() {
        var elsewhere = HttpPerson.loggedIn(port, name);
        accounts.setPassword(name, OWN);

        assertThat(location(elsewhere.get("/evaluations"))).endsWith("/login?expired");
        assertThat(logsIn(OWN)).isTrue();
    }

    private boolean logsIn(String password) {
        var answer = answer(name, password);
        return answer.statusCode() == 302 && !location(answer).contains("error");
    }

    private String answerTo(String who, String password) {
        return location(answer(who, password));
    }

    private HttpResponse<String> answer(String who, String password) {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        return person.form(
                "/login", "username=" + URLEncoder.encode(who, StandardCharsets.UTF_8) + "&password=" + password);
    }

    private static long seconds(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Retry-After").orElseThrow();
    }

    private static String change(HttpPerson person, String old, String password, String again) {
        return person.form("/account/password", "old=" + old + "&password=" + password + "&again=" + again)
                .body();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
