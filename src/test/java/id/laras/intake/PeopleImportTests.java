package id.laras.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.intake.ImportReport.Counts;
import id.laras.people.Employees;
import id.laras.people.Namesakes;
import id.laras.people.PeopleFixture;
import id.laras.people.Units;
import id.laras.security.AccountService;
import id.laras.security.Accounts;
import id.laras.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

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

    @Autowired
    Namesakes namesakes;

    @Autowired
    JdbcTemplate jdbc;

    private final PeopleFixture fixture = new PeopleFixture();

    @Test
    void importingTwiceChangesNothing() {
        var first = people.run(fixture.units(), fixture.employees(), "sdm");
        var second = people.run(fixture.units(), fixture.employees(), "sdm");

        assertThat(first.units()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(first.employees()).isEqualTo(new Counts(4, 0, 0, 0));
        assertThat(second.units()).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(second.employees()).isEqualTo(new Counts(0, 0, 0, 4));
    }

    @Test
    void aChangedRowChangesOnlyThatPerson() {
        people.run(fixture.units(), fixture.employees(), "sdm");
        var changed = people.run(null, edited("Budi Santoso", "Budi Santosa"), "sdm");

        assertThat(changed.employees()).isEqualTo(new Counts(0, 1, 0, 3));
        assertThat(employees.findById(fixture.nip(2)).orElseThrow().name()).isEqualTo("Budi Santosa");
        assertThat(accounts.findById(fixture.account("staff")).orElseThrow().displayName())
                .isEqualTo("Budi Santosa");
    }

    @Test
    void whoIsCalledTheSameButForTitlesCapitalsAndBlanksIsANamesake() {
        var other = new PeopleFixture();
        var name = "Siti Aminah " + fixture.unit();
        people.run(fixture.units(), edited("Budi Santoso", name), "sdm");
        var titled = text(other.employees()).replace("Budi Santoso", "SITI  AMINAH " + fixture.unit() + " S.Kom.");
        people.run(other.units(), PeopleFixture.file("employees.csv", titled), "sdm");

        var unit = units.findById(fixture.unit()).orElseThrow().name();
        assertThat(namesakes.beside(fixture.nip(2))).contains(unit);
        assertThat(namesakes.beside(List.of(fixture.account("staff"), other.account("staff"))))
                .containsOnlyKeys(fixture.account("staff"), other.account("staff"));
        people.run(null, edited("Budi Santoso", name + " Putri"), "sdm");
        assertThat(namesakes.beside(other.nip(2))).isEmpty();
    }

    /** Every agency has its "Sekretariat": the name of the unit alone told nobody apart. */
    @Test
    void namesakesInUnitsOfOneNameHaveThePositionBesideThem() {
        var other = new PeopleFixture();
        var name = "Siti Aminah " + fixture.unit();
        var unit = "Sekretariat " + fixture.unit();
        for (var one : List.of(fixture, other)) {
            var position = one == fixture ? "Perawat" : "Bidan";
            people.run(
                    PeopleFixture.file("units.csv", "kode,nama,induk\n" + one.unit() + "," + unit + ",\n"),
                    PeopleFixture.file(
                            "employees.csv",
                            text(one.employees()).replace("Budi Santoso", name).replace("Perawat", position)),
                    "sdm");
        }

        assertThat(namesakes.beside(fixture.nip(2))).contains("Perawat");
        assertThat(namesakes.beside(other.nip(2))).contains("Bidan");
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
    void theSuperiorMayStandBelowTheirPeopleInTheFile() {
        var lines = text(fixture.employees()).split("\n");
        var upsideDown = String.join("\n", lines[0], lines[4], lines[3], lines[2], lines[1]);

        var report = people.run(fixture.units(), PeopleFixture.file("employees.csv", upsideDown), "sdm");

        assertThat(report.errors()).isEmpty();
        assertThat(employees.findById(fixture.nip(2)).orElseThrow().superiorNip())
                .isEqualTo(fixture.nip(1));
    }

    @Test
    void aNewAccountHasNoRoleAndCannotLogIn() {
        people.run(fixture.units(), fixture.employees(), "sdm");

        assertThat(accounts.findById(fixture.account("head")).orElseThrow().roles())
                .isEqualTo(Set.of(Role.STAFF));
    }

    @Test
    void withoutTheColumnTheNipIsTheAccountUnlessOneWasGiven() {
        people.run(fixture.units(), fixture.employees(), "sdm");
        var report = people.run(null, withoutAccounts(), "sdm");

        assertThat(report.employees()).isEqualTo(new Counts(0, 0, 0, 4));
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

    @Test
    void aLastDayEndsSomebodyAndIsKeptByAFileWithoutTheColumn() {
        people.run(fixture.units(), fixture.employees(), "sdm");
        var ending = PeopleFixture.file(
                "employees.csv",
                text(fixture.employees())
                        .replace("\n", ",\n")
                        .replace("akun,\n", "akun,berakhir\n")
                        .replace(fixture.account("staff") + ",", fixture.account("staff") + ",2026-03-31"));

        assertThat(people.run(null, ending, "sdm").employees()).isEqualTo(new Counts(0, 0, 1, 3));
        assertThat(people.run(null, ending, "sdm").employees()).isEqualTo(new Counts(0, 0, 0, 4));
        assertThat(people.run(null, fixture.employees(), "sdm").employees()).isEqualTo(new Counts(0, 0, 0, 4));

        assertThat(employees.findById(fixture.nip(2)).orElseThrow().endedOn()).isEqualTo("2026-03-31");
    }

    @Test
    void positionsAndActingOfficialsAreImportedOnceAndChanged() {
        people.run(fixture.units(), fixture.employees(), "sdm");
        var code = "J" + fixture.unit();
        var positions = PeopleFixture.file(
                "positions.csv",
                "kode,nama,jenis_jabatan,jenjang,kompetensi\n" + code + ",Kepala,JPT,,KERJASAMA:3|INTEGRITAS:4\n");
        var open = acting(code, "");
        var closed = acting(code, "30/06/2026");

        assertThat(run(positions, open)).containsExactly(new Counts(1, 0, 0, 0), new Counts(1, 0, 0, 0));
        assertThat(run(positions, open)).containsExactly(new Counts(0, 0, 0, 1), new Counts(0, 0, 0, 1));
        var changed = PeopleFixture.file("positions.csv", text(positions).replace("KERJASAMA:3", "KERJASAMA:5"));
        assertThat(run(changed, closed)).containsExactly(new Counts(0, 1, 0, 0), new Counts(0, 0, 1, 0));
        assertThat(run(changed, closed)).containsExactly(new Counts(0, 0, 0, 1), new Counts(0, 0, 0, 1));
        assertThat(jdbc.queryForList(
                        "select level from job_position_competency where position_code = ? order by competency",
                        Integer.class,
                        code))
                .containsExactly(4, 5);
    }

    private List<Counts> run(SourceFile positions, SourceFile acting) {
        var report = people.run(
                new ImportFiles(Map.of(ImportTable.POSITIONS, positions, ImportTable.ACTING, acting)), "sdm");
        assertThat(report.errors()).isEmpty();
        return List.copyOf(report.counts().values());
    }

    private SourceFile acting(String position, String until) {
        return PeopleFixture.file(
                "acting.csv",
                "jenis,unit,kode_jabatan,digantikan_nip,pelaksana_nip,mulai,sampai\nPLT,," + position + ",,"
                        + fixture.nip(1) + ",2026-01-01," + until + "\n");
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
