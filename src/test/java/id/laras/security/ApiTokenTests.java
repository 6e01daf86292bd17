package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.rules.Refusal;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Machines come in by tokens: as the owner and with no more rights, until the owner or an administrator says stop. */
@LarasTest
@Tag("database")
class ApiTokenTests {

    private static final Actor ADMIN = new Actor("uji-admin", Set.of(Role.ADMIN));
    private static final String UPLOADS = "/api/hr/imports";

    private static final String PASSWORD = "&password=" + TestPeople.PASSWORD;

    /** Answers 204 to whoever is let in. */
    private static final String CALL = "/api/tasks/next?businessKey=tidak-ada";

    @Autowired
    ApiTokenService tokens;

    @Autowired
    AccountService accounts;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    String name;
    Actor owner;

    @BeforeEach
    void arrive() {
        name = "uji" + UUID.randomUUID().toString().substring(0, 8);
        people.account(name, Role.HR);
        owner = new Actor(name, Set.of(Role.STAFF, Role.HR));
    }

    @Test
    void aTokenOpensBothApisWithoutSessionCookieOrCsrfToken() {
        var machine = machine(token(Role.HR));
        assertThat(machine.get(CALL).statusCode()).isEqualTo(204);
        assertThat(machine.multipart(UPLOADS, "units", "unit.csv", "kode,nama,induk\nX1,Unit X1,\n")
                        .statusCode())
                .isBetween(200, 299);
        var answer = machine.get("/engine-rest/user?id=" + name);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(name);
        assertThat(machine.cookie("LARAS-SESSION")).isEmpty();
    }

    @Test
    void aTokenOpensNoPageAndNoWebapp() {
        var machine = machine(token(Role.HR));
        assertThat(location(machine.get("/hr/incidents"))).endsWith("/login");
        assertThat(location(machine.get("/account/tokens"))).endsWith("/login");
        assertThat(machine.get("/camunda/api/engine/engine/default/task?assignee=x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenHasOnlyItsOwnRolesAlsoInTheEngine() {
        var machine = machine(token());
        assertThat(machine.get(CALL).statusCode()).isEqualTo(204);
        assertThat(machine.multipart(UPLOADS, "units", "unit.csv", "kode,nama,induk\n")
                        .statusCode())
                .isEqualTo(403);
        assertThat(machine.get("/engine-rest/user?id=uji-admin").statusCode())
                .as("staff look for nobody")
                .isEqualTo(404);
        people.account("uji-admin", Role.ADMIN);
        assertThat(machine(token(Role.HR)).json("/engine-rest/user?id=uji-admin"))
                .hasSize(1);
    }

    @Test
    void nobodyGivesATokenWhatTheyDoNotHave() {
        assertThatThrownBy(() -> tokens.create("mesin", Set.of(Role.ADMIN), tomorrow(), owner))
                .isInstanceOf(Refusal.class)
                .hasMessage("security.token.foreignRole");
        var page = HttpPerson.loggedIn(port, name);
        var body = page.form("/account/tokens", "name=mesin&lastDay=" + tomorrow() + "&roles=ADMIN" + PASSWORD)
                .body();
        assertThat(body).contains("tidak Anda miliki", "value=\"mesin\"").doesNotContain("laras_");
    }

    @Test
    void aTokenNeedsANameAndADayThatIsNotTooFar() {
        var today = LocalDate.now(clock);
        assertThatThrownBy(() -> tokens.create(" ", Set.of(), today.minusDays(1), owner))
                .isInstanceOf(Refusal.class)
                .hasMessage("security.token.badName, security.token.badDay");
        assertThatThrownBy(() -> tokens.create("mesin", Set.of(), today.plusDays(366), owner))
                .isInstanceOf(Refusal.class)
                .hasMessage("security.token.badDay");
        tokens.create("mesin", Set.of(), today.plusDays(365), owner);
    }

    @Test
    void aTokenIsShownOnceAndKeptAsAHash() {
        var page = HttpPerson.loggedIn(port, name);
        var body = page.form("/account/tokens", "name=Mesin+impor&lastDay=" + tomorrow() + "&roles=HR" + PASSWORD)
                .body();
        var matcher = Pattern.compile("laras_[\\w-]{43}").matcher(body);
        assertThat(matcher.find()).isTrue();
        var token = matcher.group();
        assertThat(machine(token).get(CALL).statusCode()).isEqualTo(204);

        assertThat(page.get("/account/tokens").body()).contains("Mesin impor").doesNotContain(token, "laras_", "??");
        assertThat(database.sql("select hash from api_token where account_name = ?")
                        .param(name)
                        .query(String.class)
                        .list())
                .containsExactly(ApiTokenService.hash(token));
    }

    @Test
    void aTokenIsNotMadeWithoutTheOwnersPassword() {
        var page = HttpPerson.loggedIn(port, name);
        for (var password : List.of("", "&password=", "&password=salah-salah-salah")) {
            var body = page.form("/account/tokens", "name=mesin&lastDay=" + tomorrow() + password)
                    .body();
            assertThat(body).contains("tidak cocok", "value=\"mesin\"").doesNotContainPattern("laras_[\\w-]{43}");
        }
        assertThat(tokens.own(owner)).isEmpty();
    }

    @Test
    void aTokenEndsWithThePasswordOfItsOwner() {
        var token = token(Role.HR);
        assertThat(machine(token).get(CALL).statusCode()).isEqualTo(204);
        accounts.changePassword(TestPeople.PASSWORD, "kuda hitam lari pagi", owner);
        opensNothing(token);
        assertThat(tokens.own(owner))
                .singleElement()
                .satisfies(view -> assertThat(view.works()).isFalse());
    }

    @Test
    void theOwnerSeesWhenItWasLastUsed() {
        var token = token();
        assertThat(tokens.own(owner))
                .singleElement()
                .satisfies(view -> assertThat(view.lastUsed()).isNull());
        machine(token).get(CALL);
        assertThat(tokens.own(owner))
                .singleElement()
                .satisfies(view -> assertThat(view.lastUsed()).isNotNull());
    }

    @Test
    void anExpiredTokenOpensNothing() {
        var token = token();
        database.sql("update api_token set expires_at = timestamp '2020-01-01 00:00:00' where account_name = ?")
                .param(name)
                .update();
        opensNothing(token);
    }

    @Test
    void aRevokedTokenOpensNothingAndOnlyOwnerOrAdministratorRevoke() {
        var token = token();
        var id = tokens.own(owner).get(0).id();
        assertThatThrownBy(() -> tokens.revoke(id, new Actor("uji-sdm", Set.of(Role.HR))))
                .isInstanceOf(Refusal.class);
        var other = people.account("uji" + UUID.randomUUID().toString().substring(0, 8));
        HttpPerson.loggedIn(port, other).form("/account/tokens/" + id + "/revoke", "");
        assertThat(machine(token).get(CALL).statusCode()).isEqualTo(204);

        people.account("uji-admin", Role.ADMIN);
        var admin = HttpPerson.loggedIn(port, "uji-admin");
        assertThat(admin.get("/admin/tokens").body()).contains(name).doesNotContain("??");
        assertThat(admin.form("/admin/tokens/" + id + "/revoke", "").body()).contains("Token dicabut");
        opensNothing(token);
        assertThat(tokens.own(owner)).isEmpty();
    }

    @Test
    void aTokenDiesWithTheLostRoleAndDoesNotComeBackWithIt() {
        var withRole = token(Role.HR);
        var plain = token();
        accounts.setRoles(name, Set.of(Role.HR, Role.AUDITOR), ADMIN);
        assertThat(machine(withRole).get(CALL).statusCode()).isEqualTo(204);
        accounts.setRoles(name, Set.of(), ADMIN);
        opensNothing(withRole);
        accounts.setRoles(name, Set.of(Role.HR), ADMIN);
        opensNothing(withRole);
        assertThat(database.sql("select answer from trail_entry where actor = ? and what = 'token.revoked'")
                        .param(ADMIN.account())
                        .query(String.class)
                        .list())
                .as("the deed that took the role ended it")
                .filteredOn(deed -> deed.contains("\"" + name + "\""))
                .hasSize(1);
        assertThat(machine(plain).get(CALL).statusCode()).isEqualTo(204);
    }

    @Test
    void aTokenDiesWhileItsOwnersAccountIsClosed() {
        var token = token();
        accounts.close(name, ADMIN);
        opensNothing(token);
        accounts.open(name, ADMIN);
        assertThat(machine(token).get(CALL).statusCode()).isEqualTo(204);
    }

    @Test
    void aTokenWorksWhileItsOwnersPasswordIsGuessed() {
        var token = token();
        var guesser = HttpPerson.stranger(port);
        guesser.get("/login");
        for (var guess = 0; guess < 25; guess++) {
            guesser.form("/login", "username=" + name + "&password=salah-salah-" + guess);
        }
        assertThat(guesser.form("/login", "username=" + name + "&password=" + TestPeople.PASSWORD)
                        .statusCode())
                .isEqualTo(429);
        assertThat(machine(token).get(CALL).statusCode()).isEqualTo(204);
        assertThat(machine(token).get("/engine-rest/task?assignee=x").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aGuessedTokenOpensNothingNotEvenWithSomebodysSession() {
        for (var guess : List.of("laras_", "laras_" + "A".repeat(43), "x", "laras_' or '1'='1")) {
            opensNothing(guess);
        }
        var person = HttpPerson.loggedIn(port, name).bearing("laras_" + "A".repeat(43));
        assertThat(person.get(CALL).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionIsNotFreedFromItsCsrfTokenByAnyOtherHeader() {
        var person = HttpPerson.loggedIn(port, name).withoutTokens();
        assertThat(person.multipart(UPLOADS, "units", "unit.csv", "kode,nama,induk\n")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void newAndRevokedTokensStandInTheTrail() {
        token(Role.HR);
        tokens.revoke(tokens.own(owner).get(0).id(), owner);
        assertThat(database.sql("select what from trail_entry where actor = ? order by what")
                        .param(name)
                        .query(String.class)
                        .list())
                .containsExactly("token.created", "token.revoked");
    }

    private void opensNothing(String token) {
        for (var path : List.of(CALL, "/engine-rest/task?assignee=x")) {
            var answer = machine(token).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("Bearer");
        }
    }

    private String token(Role... roles) {
        return tokens.create("mesin", Set.of(roles), tomorrow(), owner);
    }

    private HttpPerson machine(String token) {
        return HttpPerson.stranger(port).bearing(token);
    }

    private LocalDate tomorrow() {
        return LocalDate.now(clock).plusDays(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
