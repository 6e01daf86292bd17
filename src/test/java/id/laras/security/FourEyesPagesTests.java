package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What waits, and who sees it; the pages go the way of the service. */
@LarasTest
@ExtendWith(OutputCaptureExtension.class)
@Tag("database")
class FourEyesPagesTests extends FourEyesScene {

    @Autowired
    SecondPersonAtStart atStart;

    @Test
    void whoConfirmsARoleSeesThatAnAdministratorsCodeSetThePassword() {
        var code = fourEyes.makeCode(somebody, first).code().orElseThrow().code();
        accounts.useCode(somebody, code, "payung ungu di gunung");
        give(somebody, first, Role.PERFORMANCE_TEAM);
        assertThat(page(second, "/account/changes")).contains("dengan kode dari Uji " + first.account());
        assertThat(page(first, "/account/changes"))
                .contains(onlyChange())
                .doesNotContain("dengan kode dari Uji " + first.account());
    }

    @Test
    void whatWaitedIsGivenOnlyIfItWouldBeAllowedNow() {
        give(somebody, first, Role.HR);
        database.sql("update account set closed = true where name = ?")
                .param(somebody)
                .update();
        refused(() -> fourEyes.confirm(onlyChange(), second), "security.change.closed");
        refused(() -> give(somebody, first, Role.AUDITOR), "security.change.closed");
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);

        var other = person().account();
        database.sql(
                        "insert into privileged_change (id, account, kind, roles, units, state, asked_by, asked_at, version)"
                                + " values (?, ?, 'GIVE', 'UNIT_HR', 'TIDAKADA', 'WAITING', ?, current_timestamp, 0)")
                .params(UUID.randomUUID().toString(), other, first.account())
                .update();
        refused(() -> fourEyes.confirm(changeOf(other), second), "security.account.unknownUnit");
        database.sql("update privileged_change set account = 'tidakada' where account = ?")
                .param(other)
                .update();
        refused(() -> fourEyes.confirm(changeOf("tidakada"), second), "security.account.unknown");
    }

    @Test
    void theNewestStandsFirst() {
        give(somebody, first, Role.HR);
        database.sql("update privileged_change set asked_at = '2020-01-01 00:00:00' where account = ?")
                .param(somebody)
                .update();
        var newer = person().account();
        give(newer, first, Role.HR);
        var page = page(second, "/account/changes");
        assertThat(page.indexOf(changeOf(newer))).isPositive().isLessThan(page.indexOf(changeOf(somebody)));
    }

    @Test
    void nobodyWhoCouldConfirmIsSaidAtTheStartAndOnThePages(CapturedOutput log) {
        var missing = "laras.admin.witnesses";
        assertThat(page(first, "/")).doesNotContain(missing);
        nobodyWatchesBut(first);
        assertThat(page(first, "/")).contains(missing).doesNotContain("??");
        assertThat(page(first, "/account/changes")).contains(missing);
        assertThat(page(person(Role.UNIT_HR), "/")).contains(missing);
        assertThat(page(person(), "/")).doesNotContain(missing);
        atStart.run(null);
        assertThat(log.getOut()).contains("Nobody can confirm what the only administrator does");

        give(somebody, first, Role.AUDITOR);
        assertThat(page(first, "/")).as("nor can their own creature").contains(missing);
        person(Role.AUDITOR);
        assertThat(page(first, "/")).doesNotContain(missing);
    }

    @Test
    void thePagesGoTheSameWay() {
        var browser = HttpPerson.loggedIn(port, first.account());
        browser.form("/admin/accounts/" + somebody + "/roles", "roles=HR");
        assertThat(browser.get("/admin/accounts?search=" + somebody).body())
                .contains("menunggu orang kedua", "Belum berlaku")
                .doesNotContain("??");
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);
        browser.form("/account/changes/" + onlyChange() + "/confirm", "");
        assertThat(directory.roles(somebody)).containsExactly(Role.STAFF);

        var other = HttpPerson.loggedIn(port, second.account());
        assertThat(other.get("/account/changes").body()).contains(somebody, "Konfirmasi");
        assertThat(other.form("/account/changes/" + onlyChange() + "/confirm", "")
                        .body())
                .contains("dikonfirmasi dan tercatat");
        assertThat(directory.roles(somebody)).contains(Role.HR);
        assertThat(other.form("/account/changes/tidak-ada/confirm", "").body()).contains("sudah diputuskan");
    }

    private void nobodyWatchesBut(Actor only) {
        alone(only);
        var names = database.sql("select distinct a.name from account a join account_role r on r.account_name = a.name"
                        + " where r.role in ('HR', 'AUDITOR') and a.closed = false")
                .query(String.class)
                .list();
        shutOut.addAll(names);
        database.sql("update account set closed = true where name in (:names)")
                .param("names", names)
                .update();
    }
}
