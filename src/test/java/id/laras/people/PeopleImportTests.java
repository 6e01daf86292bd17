package id.laras.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.people.ImportReport.Counts;
import id.laras.security.AccountService;
import id.laras.security.Accounts;
import id.laras.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LarasTest
@Tag("database")
class PeopleImportTests {

    @Autowired
    PeopleImport people;

    @Autowired
    Units units;

    @Autowired
    Employees employees;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountService accountService;

    private final PeopleFixture fixture = new PeopleFixture();

    @Test
    void importingTwiceChangesNothing() {
        var first = people.run(fixture.units(), fixture.employees(), "sdm");
        var second = people.run(fixture.units(), fixture.employees(), "sdm");

        assertThat(first.units()).isEqualTo(new Counts(1, 0, 0));
        assertThat(first.employees()).isEqualTo(new Counts(4, 0, 0));
        assertThat(second.units()).isEqualTo(new Counts(0, 0, 1));
        assertThat(second.employees()).isEqualTo(new Counts(0, 0, 4));
    }

    @Test
    void aChangedRowChangesOnlyThatPerson() {
        people.run(fixture.units(), fixture.employees(), "sdm");
        var changed = people.run(null, edited("Budi Santoso", "Budi Santosa"), "sdm");

        assertThat(changed.employees()).isEqualTo(new Counts(0, 1, 3));
        assertThat(employees.findById(fixture.nip(2)).orElseThrow().name()).isEqualTo("Budi Santosa");
        assertThat(accounts.findById(fixture.account("staff")).orElseThrow().displayName())
                .isEqualTo("Budi Santosa");
    }

    @Test
    void oneErrorKeepsEverythingOut() {
        var report = people.run(fixture.units(), edited(fixture.nip(3), "123"), "sdm");

        assertThat(report.accepted()).isFalse();
        assertThat(units.existsById(fixture.unit())).isFalse();
        assertThat(employees.existsById(fixture.nip(0))).isFalse();
        assertThat(accounts.existsById(fixture.account("head"))).isFalse();
    }

    @Test
    void theSupervisorMayStandBelowHisPeopleInTheFile() {
        var lines = text(fixture.employees()).split("\n");
        var upsideDown = String.join("\n", lines[0], lines[4], lines[3], lines[2], lines[1]);

        var report = people.run(fixture.units(), PeopleFixture.file("employees.csv", upsideDown), "sdm");

        assertThat(report.errors()).isEmpty();
        assertThat(employees.findById(fixture.nip(2)).orElseThrow().supervisorNip())
                .isEqualTo(fixture.nip(1));
    }

    @Test
    void aNewAccountHasNoRoleAndCannotLogIn() {
        people.run(fixture.units(), fixture.employees(), "sdm");

        assertThat(accounts.findById(fixture.account("head")).orElseThrow().roles())
                .isEqualTo(Set.of(Role.STAFF));
    }

    @Test
    void withoutAnAccountColumnTheNipIsTheAccountAndAnAccountOnceGivenStays() {
        people.run(fixture.units(), fixture.employees(), "sdm");
        var report = people.run(null, withoutAccounts(), "sdm");

        assertThat(report.employees()).isEqualTo(new Counts(0, 0, 4));
        assertThat(employees.findById(fixture.nip(0)).orElseThrow().account()).isEqualTo(fixture.account("head"));

        var other = new PeopleFixture();
        people.run(
                other.units(),
                PeopleFixture.file(
                        "employees.csv",
                        "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip\n" + other.nip(0)
                                + ",Sri,,Kepala,JPT,," + other.unit() + ",\n"),
                "sdm");
        assertThat(employees.findById(other.nip(0)).orElseThrow().account()).isEqualTo(other.nip(0));
    }

    @Test
    void aFileNeverChangesHowSomebodyWithARoleIsReached() {
        var account = fixture.account("head");
        accountService.register(account, "Pengelola", "pengelola@kota.go.id");
        accountService.grant(account, Role.HR);

        people.run(fixture.units(), edited("Sri Wahyuni,", "Sri Wahyuni,penyusup@contoh.id"), "sdm");

        var kept = accounts.findById(account).orElseThrow();
        assertThat(kept.email()).isEqualTo("pengelola@kota.go.id");
        assertThat(kept.roles()).contains(Role.HR);
        assertThat(employees.findByAccount(account)).isPresent();
    }

    private SourceFile edited(String from, String to) {
        return PeopleFixture.file("employees.csv", text(fixture.employees()).replace(from, to));
    }

    private SourceFile withoutAccounts() {
        return PeopleFixture.file("employees.csv", text(fixture.employees()).replaceAll("(?m),[^,\n]*$", ""));
    }

    private static String text(SourceFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
