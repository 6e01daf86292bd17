package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import java.util.Set;
import java.util.UUID;
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

    @Test
    void afterFiveWrongPasswordsInARowTheRightOneDoesNotHelpForAWhile() {
        for (var guess = 0; guess < 4; guess++) {
            assertThat(logsIn("salah-salah-salah")).isFalse();
        }
        assertThat(logsIn(TestPeople.PASSWORD)).as("four are forgiven").isTrue();
        for (var guess = 0; guess < 5; guess++) {
            assertThat(logsIn("salah-salah-salah")).isFalse();
        }
        assertThat(logsIn(TestPeople.PASSWORD)).isFalse();
        assertThat(HttpPerson.machine(port, name).get("/engine-rest/task").statusCode())
                .as("no other door is open either")
                .isEqualTo(401);

        database.sql("update account set locked_until = timestamp '2020-01-01 00:00:00' where name = ?")
                .param(name)
                .update();
        assertThat(logsIn(TestPeople.PASSWORD)).as("the time is over").isTrue();
    }

    @Test
    void aGuesserIsToldTheSameOfALockedAccountAnUnknownOneAndAWrongPassword() {
        for (var guess = 0; guess < 5; guess++) {
            logsIn("salah-salah-salah");
        }
        for (var who : new String[] {name, "tidak-ada"}) {
            assertThat(answerTo(who, "salah-salah-salah")).endsWith("/login?error");
        }
        assertThat(answerTo(name, TestPeople.PASSWORD)).endsWith("/login?error");
    }

    @Test
    void aGivenPasswordOpensNothingUntilItIsReplacedByOnesOwn() {
        database.sql("update account set must_change = true where name = ?")
                .param(name)
                .update();
        var person = HttpPerson.loggedIn(port, name);

        assertThat(location(person.get("/evaluations"))).endsWith("/account/password");
        assertThat(location(person.get("/camunda/app/tasklist/default/"))).endsWith("/account/password");
        assertThat(person.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(403);
        assertThat(HttpPerson.machine(port, name).get("/engine-rest/task").statusCode())
                .isEqualTo(403);

        var change = "old=" + TestPeople.PASSWORD + "&password=" + OWN + "&again=" + OWN;
        assertThat(location(person.form("/account/password", change))).endsWith("/login?changed");
        assertThat(logsIn(TestPeople.PASSWORD)).isFalse();
        assertThat(logsIn(OWN)).isTrue();
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsTheOldOneAndTypesTheNewOneTwice() {
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
        assertThat(person.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsEverySessionAndOpensALockedAccount() {
        var elsewhere = HttpPerson.loggedIn(port, name);
        for (var guess = 0; guess < 5; guess++) {
            logsIn("salah-salah-salah");
        }
        accounts.setPassword(name, OWN);

        assertThat(location(elsewhere.get("/evaluations"))).endsWith("/login?expired");
        assertThat(logsIn(OWN)).isTrue();
    }

    private boolean logsIn(String password) {
        return !answerTo(name, password).contains("error");
    }

    private String answerTo(String who, String password) {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        return location(person.form("/login", "username=" + who + "&password=" + password));
    }

    private static String change(HttpPerson person, String old, String password, String again) {
        return person.form("/account/password", "old=" + old + "&password=" + password + "&again=" + again)
                .body();
    }

    private static String location(java.net.http.HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
