package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.rules.Refusal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody ever knows somebody else's password: a code lets the person set it, once, and they are told of it. */
@LarasTest
@Tag("database")
class OneTimeCodeTests {

    private static final String OWN = "kuda hitam lari pagi";
    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{5}(-[A-Z2-9]{5}){3}");

    @Autowired
    TestPeople people;

    @Autowired
    AccountService accounts;

    @Autowired
    FourEyes fourEyes;

    @Autowired
    ApiTokenService tokens;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    String name;
    Actor admin;

    @BeforeEach
    void arrive() {
        name = "uji" + UUID.randomUUID().toString().substring(0, 8);
        people.account(name);
        people.account("uji-admin", Role.ADMIN);
        admin = new Actor("uji-admin", Set.of(Role.ADMIN));
    }

    @Test
    void theCodeIsShownOnceAndKeptAsAHash() {
        var browser = HttpPerson.loggedIn(port, "uji-admin");
        var body = browser.form("/admin/accounts/" + name + "/code", "").body();
        var found = CODE.matcher(body);
        assertThat(found.find()).isTrue();
        assertThat(body).doesNotContain("??");
        assertThat(browser.get("/admin/accounts?search=" + name).body()).doesNotContain(found.group());
        assertThat(database.sql("select hash from one_time_code where account_name = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .isEqualTo(ApiTokenService.hash(found.group().replace("-", "")));
        assertThat(answers(name, found.group(), OWN)).endsWith("/login?changed");
    }

    @Test
    void theOldPasswordSessionsAndTokensLastUntilTheCodeIsUsed() {
        var session = HttpPerson.loggedIn(port, name);
        var token =
                tokens.create("mesin", Set.of(), LocalDate.now(clock).plusDays(1), new Actor(name, Set.of(Role.STAFF)));
        var code = code();
        assertThat(session.get("/evaluations").statusCode()).isEqualTo(200);
        assertThat(session.get("/").body()).contains("Uji uji-admin membuat kode", "belum dipakai");
        HttpPerson.loggedIn(port, name);

        assertThat(answers(name, code, OWN)).endsWith("/login?changed");
        assertThat(location(session.get("/evaluations"))).endsWith("/login?expired");
        assertThat(HttpPerson.stranger(port)
                        .bearing(token)
                        .get("/api/tasks/next?businessKey=x")
                        .statusCode())
                .isEqualTo(401);
        assertThatThrownBy(() -> HttpPerson.loggedIn(port, name)).hasMessageContaining("cannot log in");
        assertThat(logIn(name, OWN).get("/").body())
                .as("the owner is told by whom and when")
                .contains("dibuat dengan kode sekali pakai", "dibuat oleh Uji uji-admin")
                .doesNotContain("??");
        assertThat(database.sql("select what from trail_entry where actor = ?")
                        .param(name)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("token.created", "account.codeUsed");
    }

    @Test
    void aCodeWorksOnce() throws Exception {
        var code = code();
        var barrier = new CyclicBarrier(4);
        var pool = Executors.newFixedThreadPool(4);
        var running = List.of("satu", "dua", "tiga", "empat").stream()
                .map(word -> pool.submit(() -> {
                    barrier.await();
                    return answers(name, code, OWN + " " + word);
                }))
                .toList();
        var changed = 0;
        for (var one : running) {
            changed += one.get().endsWith("/login?changed") ? 1 : 0;
        }
        pool.shutdown();
        assertThat(changed).isEqualTo(1);
        assertThat(answers(name, code, OWN)).isEmpty();
    }

    @Test
    void wrongUsedOverForeignAndUnknownAreAnsweredTheSame() {
        var code = code();
        var other = people.account("uji" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(refusal(name, "ABCDE-ABCDE-ABCDE-ABCDE")).contains("tidak cocok dengan akun itu");
        assertThat(refusal(other, code)).contains("tidak cocok dengan akun itu");
        assertThat(refusal("tidakada", code)).contains("tidak cocok dengan akun itu");
        assertThat(refusal(name, "")).contains("tidak cocok dengan akun itu");
        database.sql("update account set closed = true where name = ?")
                .param(name)
                .update();
        assertThat(refusal(name, code)).contains("tidak cocok dengan akun itu");
        database.sql("update account set closed = false where name = ?")
                .param(name)
                .update();
        database.sql("update one_time_code set expires_at = timestamp '2020-01-01 00:00:00' where account_name = ?")
                .param(name)
                .update();
        assertThat(refusal(name, code)).contains("tidak cocok dengan akun itu");
    }

    @Test
    void aWeakPasswordIsRefusedAndTheCodeIsNotSpent() {
        var code = code();
        for (var weak : List.of("password1234", "aaaaaaaaaaaa", "pendek", "uji " + name)) {
            assertThat(answers(name, code, weak)).isEmpty();
        }
        assertThat(answers(name, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), OWN))
                .as("typed as people type")
                .endsWith("/login?changed");
    }

    @Test
    void aNewCodeAndAnOwnNewPasswordEndTheOldCode() {
        var before = code();
        var after = code();
        assertThat(answers(name, before, OWN)).isEmpty();
        accounts.changePassword(TestPeople.PASSWORD, OWN, new Actor(name, Set.of(Role.STAFF)));
        assertThat(answers(name, after, OWN + " lagi")).isEmpty();
    }

    @Test
    void onesOwnPasswordNeedsTheOldOneAndIsNoCommonOne() {
        var owner = new Actor(name, Set.of(Role.STAFF));
        assertThatThrownBy(() -> accounts.changePassword("salah-salah-salah", OWN, owner))
                .isInstanceOf(Refusal.class)
                .hasMessage("security.password.wrong");
        for (var common : List.of("password1234", "aaaaaaaaaaaa")) {
            assertThatThrownBy(() -> accounts.changePassword(TestPeople.PASSWORD, common, owner))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("security.account.commonPassword");
        }
    }

    @Test
    void theTrailTellsOfANewAccountAndItsCodeWithoutTheCode() {
        var browser = HttpPerson.loggedIn(port, "uji-admin");
        var added = "uji" + UUID.randomUUID().toString().substring(0, 8);
        browser.form("/admin/accounts", "name=" + added + "&displayName=Orang+Baru");
        var code = fourEyes.makeCode(added, admin).code().orElseThrow().code();
        var deeds = database.sql("select what, answer from trail_entry where answer like ? order by id")
                .param("%" + added + "%")
                .query((row, number) -> row.getString(1) + row.getString(2))
                .list();
        assertThat(deeds).hasSize(2);
        assertThat(deeds.get(0)).contains("account.added", "Orang Baru");
        assertThat(deeds.get(1)).contains("account.codeMade").doesNotContain(code);
    }

    private String code() {
        return fourEyes.makeCode(name, admin).code().orElseThrow().code();
    }

    private String answers(String account, String code, String password) {
        return location(use(account, code, password));
    }

    private String refusal(String account, String code) {
        return use(account, code, OWN).body();
    }

    private HttpResponse<String> use(String account, String code, String password) {
        var stranger = HttpPerson.stranger(port);
        stranger.get("/code");
        return stranger.form(
                "/code",
                "account=" + account + "&code=" + encoded(code) + "&password=" + encoded(password) + "&again="
                        + encoded(password));
    }

    private HttpPerson logIn(String account, String password) {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        person.form("/login", "username=" + account + "&password=" + encoded(password));
        return person;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
