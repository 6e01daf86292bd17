package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator gives people a password and roles. */
@LarasTest
class AccountPageTests {

    @Autowired
    TestPeople people;

    @Autowired
    AccountDirectory directory;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountService service;

    @LocalServerPort
    int port;

    HttpPerson admin;
    String name;

    @BeforeEach
    void add() {
        people.account("uji-admin", Role.ADMIN);
        admin = HttpPerson.loggedIn(port, "uji-admin");
        name = "uji" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(admin.form("/admin/accounts", "name=" + name + "&displayName=Orang+Baru")
                        .statusCode())
                .isEqualTo(302);
        // reads the notice, so that the next page shows only its own
        admin.get("/admin/accounts?search=" + name);
    }

    @Test
    void aNewAccountHasNoPasswordUntilItsOwnerSetsOneByACode() {
        assertThat(admin.get("/admin/accounts?search=" + name).body())
                .contains("Orang Baru", "belum ada kata sandi")
                .doesNotContain("??");
        assertThat(admin.form("/admin/accounts/" + name + "/code", "").body()).contains("Kode untuk akun " + name);
        assertThat(admin.form("/admin/accounts/" + name + "/password", "password=" + TestPeople.PASSWORD)
                        .statusCode())
                .as("nobody gives a password any more")
                .isEqualTo(404);
        assertThatThrownBy(() -> HttpPerson.loggedIn(port, name)).hasMessageContaining("cannot log in");
    }

    @Test
    void rolesAreTakenAtOnceButStaffStays() {
        people.account(name, Role.UNIT_HR, Role.PERFORMANCE_TEAM);
        admin.form("/admin/accounts/" + name + "/roles", "");
        assertThat(directory.roles(name)).containsExactly(Role.STAFF);
    }

    @Test
    void rolesChangedByAnotherMeanwhileAreNotOverwrittenUnseen() {
        people.account(name, Role.UNIT_HR, Role.PERFORMANCE_TEAM);
        var list = "/admin/accounts?search=" + name;
        var opened = seen(list);
        admin.form("/admin/accounts/" + name + "/roles", "roles=PERFORMANCE_TEAM&seen=" + opened);
        assertThat(admin.get(list).body()).contains("disimpan");
        admin.form("/admin/accounts/" + name + "/roles", "roles=UNIT_HR&units=X1&seen=" + opened);
        assertThat(admin.get(list).body())
                .contains("sementara itu sudah diubah", "name=\"units\" type=\"text\" value=\"X1\"");
        assertThat(directory.roles(name)).contains(Role.PERFORMANCE_TEAM);
        admin.form("/admin/accounts/" + name + "/roles", "seen=" + seen(list));
        assertThat(directory.roles(name)).containsExactly(Role.STAFF);
    }

    /** What the form on the page says that its person has seen. */
    private String seen(String list) {
        var field = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"")
                .matcher(admin.get(list).body());
        assertThat(field.find()).isTrue();
        return URLEncoder.encode(field.group(1), StandardCharsets.UTF_8);
    }

    @Test
    void nobodyMakesACodeForThemself() {
        admin.form("/admin/accounts/uji-admin/code", "");
        assertThat(admin.get("/admin/accounts?search=uji-admin").body())
                .contains("minta kode kepada administrator lain");
    }

    @Test
    void administratorsDoNotLockThemselvesOut() {
        admin.form("/admin/accounts/uji-admin/roles", "roles=HR");
        assertThat(directory.roles("uji-admin")).contains(Role.ADMIN).doesNotContain(Role.HR);
        assertThat(admin.get("/admin/accounts?search=uji-admin").body()).contains("dari diri sendiri");
    }

    @Test
    void aClosedAccountHasNoSessionAndNoDoorUntilItIsOpenedAgain() {
        people.account(name);
        var person = HttpPerson.loggedIn(port, name);
        admin.form("/admin/accounts/" + name + "/close", "");
        assertThat(admin.get("/admin/accounts?search=" + name).body())
                .contains("Ditutup", "Buka akun")
                .doesNotContain("??");
        assertThat(person.get("/evaluations").headers().firstValue("Location").orElse(""))
                .endsWith("/login?expired");
        assertThatThrownBy(() -> HttpPerson.loggedIn(port, name)).hasMessageContaining("cannot log in");
        assertThat(HttpPerson.machine(port, name)
                        .get("/engine-rest/task?assignee=x")
                        .statusCode())
                .isEqualTo(401);

        admin.form("/admin/accounts/" + name + "/open", "");
        HttpPerson.loggedIn(port, name);
    }

    @Test
    void nobodyClosesTheirOwnAccount() {
        admin.form("/admin/accounts/uji-admin/close", "");
        assertThat(admin.get("/admin/accounts?search=uji-admin").body()).contains("menutup akun sendiri");
    }

    @Test
    void aTakenOrOddNameIsRefused() {
        admin.form("/admin/accounts", "name=" + name + "&displayName=Lain");
        assertThat(admin.get("/admin/accounts?search=" + name).body())
                .contains("sudah ada")
                .doesNotContain("Lain<");
        admin.form("/admin/accounts", "name=Bukan+Nama&displayName=Lain");
        assertThat(admin.get("/admin/accounts?search=Bukan+Nama").body()).contains("huruf kecil");
    }

    @Test
    void aNameThatTheEngineWouldRefuseAsUserIsRefused() {
        for (var odd : new String[] {"budi.santoso" + name, "budi-santoso" + name, "b"}) {
            admin.form("/admin/accounts", "name=" + odd + "&displayName=Lain");
            assertThat(admin.get("/admin/accounts?search=" + odd).body()).contains("2–64 huruf kecil dan angka");
            assertThat(accounts.existsById(odd)).isFalse();
        }
    }

    @Test
    void everyDeedComesBackToTheListAsItWasShown() {
        var list = "/admin/accounts?search=" + name + "&state=OPEN&order=displayName&down=true&page=1";
        var back = "_back=" + URLEncoder.encode(list, StandardCharsets.UTF_8);
        assertThat(admin.get(list).body()).contains("name=\"_back\" value=\"" + list.replace("&", "&amp;") + "\"");
        for (var deed : List.of(
                "/" + name + "/sessions", "/uji-admin/close", "/" + name + "/roles", "/" + name + "/close", "")) {
            var answer = admin.form("/admin/accounts" + deed, back + "&name=Salah&displayName=x");
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .as(deed)
                    .endsWith(list);
            assertThat(admin.get(list).body()).as(deed).containsPattern("role=\"(status|alert)\"");
        }
        var elsewhere = admin.form("/admin/accounts/" + name + "/open", "_back=https://example.com/admin/accounts?x=y");
        assertThat(elsewhere.headers().firstValue("Location").orElseThrow()).endsWith("/admin/accounts");
        admin.get("/admin/accounts");
    }

    @Test
    void theNoticeIsReadWhateverWasSought() {
        var list = "/admin/accounts?search=Orang+%26+%22Baru%22+%C3%A9";
        admin.form("/admin/accounts/" + name + "/sessions", "_back=" + URLEncoder.encode(list, StandardCharsets.UTF_8));
        assertThat(admin.get(list).body()).contains("class=\"notice success\"");
    }

    @Test
    void nobodyElseEnters() {
        people.account("uji-sdm", Role.HR);
        people.account("uji-pegawai");
        for (var account : new String[] {"uji-sdm", "uji-pegawai"}) {
            var person = HttpPerson.loggedIn(port, account);
            assertThat(person.get("/admin/accounts").statusCode()).isEqualTo(403);
            assertThat(person.form("/admin/accounts/" + account + "/roles", "roles=ADMIN")
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
