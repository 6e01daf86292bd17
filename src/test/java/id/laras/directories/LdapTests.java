package id.laras.directories;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.TestPeople;
import id.laras.security.AccountDirectory;
import id.laras.security.AccountService;
import id.laras.security.Actor;
import id.laras.security.FourEyes;
import id.laras.security.Role;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The login form with a real OpenLDAP behind it. */
@DirectoryTest
class LdapTests {

    private static final Actor ADMIN = new Actor("uji-admin", Set.of(Role.ADMIN));

    @Autowired
    OpenLdap ldap;

    @Autowired
    AccountService accounts;

    @Autowired
    FourEyes fourEyes;

    @Autowired
    AccountDirectory directory;

    @Autowired
    TestPeople people;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int health;

    @Test
    void peopleHaveTheRolesOfTheirGroupsUntilTheyLeaveThem() {
        accounts.register("ldbudi", "Budi", null);

        var person = HttpPerson.loggedIn(port, "ldbudi");
        assertThat(directory.roles("ldbudi")).containsExactlyInAnyOrder(Role.STAFF, Role.HR, Role.AUDITOR);
        assertThat(person.get("/hr/incidents").statusCode()).isEqualTo(200);
        assertThat(person.json("/camunda/api/admin/auth/user/default")
                        .path("authorizedApps")
                        .toString())
                .contains("tasklist", "cockpit");

        ldap.leave("ldbudi", "tim-sdm");
        HttpPerson.loggedIn(port, "ldbudi");
        assertThat(directory.roles("ldbudi")).containsExactlyInAnyOrder(Role.STAFF, Role.AUDITOR);
        assertThat(location(person.get("/hr/incidents")))
                .as("the session with the old role has ended")
                .endsWith("/login?expired");
    }

    @Test
    void anAccountIsTheSameInCapitals() {
        accounts.register("ldsiti", "Siti", null);
        assertThat(HttpPerson.loggedIn(port, "LDSiti")
                        .json("/camunda/api/admin/auth/user/default")
                        .path("userId")
                        .asText())
                .isEqualTo("ldsiti");
    }

    @Test
    void whoIsUnknownHereIsToldSoAndGetsNoSession() {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        assertThat(location(login(person, "ldasing", TestPeople.PASSWORD))).endsWith("/login?unknown");
        assertThat(person.get("/login?unknown").body())
                .contains("belum terdaftar di Laras")
                .doesNotContain("tidak dapat dihubungi");
        assertThat(location(person.get("/evaluations"))).endsWith("/login");
        assertThat(directory.roles("ldasing")).isEmpty();
    }

    @Test
    void aClosedAccountStaysClosedWhateverTheDirectorySays() {
        accounts.register("ldtutup", "Tutup", null);
        assertThat(answer("ldtutup", TestPeople.PASSWORD)).doesNotContain("error");
        fourEyes.close("ldtutup", ADMIN);
        assertThat(answer("ldtutup", TestPeople.PASSWORD)).endsWith("/login?error");
        fourEyes.open("ldtutup", ADMIN);
        assertThat(answer("ldtutup", TestPeople.PASSWORD)).doesNotContain("error");
    }

    @Test
    void wrongPasswordsMakeOneWaitHoweverTheNameIsWritten() {
        accounts.register("ldkunci", "Kunci", null);
        for (var name : List.of("ldkunci", "LDKUNCI", "LdKunci", "ldKunci", "lDkunci")) {
            assertThat(answer(name, "salah-salah-salah")).endsWith("/login?error");
            assertThat(answer(name, "salah-sekali-lagi")).endsWith("/login?error");
        }
        assertThat(ldap.binds("ldkunci", TestPeople.PASSWORD)).isTrue();
        var person = HttpPerson.stranger(port);
        person.get("/login");
        assertThat(login(person, "LdKunci", TestPeople.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void anEmptyPasswordIsRefusedThoughTheDirectoryWouldAcceptIt() {
        accounts.register("ldkosong", "Kosong", null);
        assertThat(ldap.binds("ldkosong", "")).as("the hole is there").isTrue();
        assertThat(answer("ldkosong", "")).endsWith("/login?error");
        assertThat(answer("ldkosong", TestPeople.PASSWORD)).doesNotContain("error");
    }

    @Test
    void aNameThatIsAFilterFindsNobody() {
        accounts.register("ldserang", "Serang", null);
        for (var name : List.of("ldserang*", "*", "ldserang)(uid=*", "*)(uid=ldserang", "ld\\73erang", "ldserang\0x")) {
            assertThat(answer(name, TestPeople.PASSWORD)).as(name).endsWith("/login?error");
        }
        assertThat(answer("ldserang", TestPeople.PASSWORD)).doesNotContain("error");
    }

    @Test
    void theDirectoryDoesNotOpenAnAccountWithAPasswordOfItsOwn() {
        people.account("ldlokal");
        assertThat(ldap.binds("ldlokal", "kata-sandi-direktori")).isTrue();
        assertThat(answer("ldlokal", "kata-sandi-direktori")).endsWith("/login?error");
        assertThat(answer("ldlokal", TestPeople.PASSWORD)).doesNotContain("error");

        fourEyes.handToDirectory("ldlokal", ADMIN);
        assertThat(answer("ldlokal", TestPeople.PASSWORD)).endsWith("/login?error");
        assertThat(answer("ldlokal", "kata-sandi-direktori")).doesNotContain("error");
        assertThat(directory.roles("ldlokal"))
                .as("the groups decide now")
                .containsExactlyInAnyOrder(Role.STAFF, Role.HR);
    }

    @Test
    void withTheDirectoryDownLocalAccountsEnterAndOthersAreToldWhy() {
        accounts.register("ldpadam", "Padam", null);
        people.account("uji-lokal");
        ldap.stop();
        try {
            assertThat(answer("ldpadam", TestPeople.PASSWORD)).endsWith("/login?unreachable");
            assertThat(HttpPerson.stranger(port).get("/login?unreachable").body())
                    .contains("tidak dapat dihubungi");
            assertThat(answer("uji-lokal", TestPeople.PASSWORD)).doesNotContain("/login");
            assertThat(answer("uji-lokal", "salah-salah-salah")).endsWith("/login?error");
            assertThat(HttpPerson.stranger(health).get("/actuator/health").statusCode())
                    .isEqualTo(200);
        } finally {
            ldap.start();
        }
        assertThat(answer("ldpadam", TestPeople.PASSWORD)).doesNotContain("/login");
    }

    /** Machines bring a token; a person's password for the whole agency has no place in a script. */
    @Test
    void theEnginesRestTakesNoPasswordOfTheDirectory() {
        accounts.register("ldsiti", "Siti", null);
        assertThat(HttpPerson.machine(port, "ldsiti")
                        .get("/engine-rest/task?assignee=x")
                        .statusCode())
                .isEqualTo(401);
    }

    private String answer(String name, String password) {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        return location(login(person, name, password));
    }

    private static HttpResponse<String> login(HttpPerson person, String name, String password) {
        return person.form("/login", "username=" + encoded(name) + "&password=" + encoded(password));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
