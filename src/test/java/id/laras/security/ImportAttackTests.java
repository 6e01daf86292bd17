package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.intake.ImportTable;
import id.laras.people.AbsenceKind;
import id.laras.people.ActingKind;
import id.laras.steps.TaskKind;
import id.laras.substitution.NewSubstitution;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** HR tries by every table of an import to become somebody's superior. */
@LarasTest
@Tag("database")
@Tag("walk")
class ImportAttackTests extends ImportAttackScene {

    @Test
    void rowsThatLetSomebodyActWaitAndTheOthersAreApplied() {
        var position = "K" + n;
        var report = run(Map.of(
                ImportTable.POSITIONS,
                "kode,nama,jenis_jabatan,jenjang,kompetensi\n" + position + ",Kepala Bidang " + n + ",JA,,\n",
                ImportTable.ACTING,
                ACTING
                        + acting("", "", people.nip(2), 8)
                        + acting("U" + n, "", "", 8)
                        + acting("", position, "", 8)
                        + acting("B" + n, "", "", 4)));

        assertThat(report).isEqualTo(3);
        assertThat(actingOf(people.nip(8))).isZero();
        assertThat(actingOf(people.nip(4))).isOne();
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void anEmployeesRowThatNamesOneselfWaits() {
        var report = run(employees(row(3, "U", people.nip(8), "staf") + row(6, "H", people.nip(2), "bawahan")));

        assertThat(report).isOne();
        assertThat(superior(3)).isEqualTo(people.nip(2));
        assertThat(superior(6)).isEqualTo(people.nip(2));
    }

    @Test
    void nobodyIsPutBelowWhoeverAnswersToOneself() {
        answerToHr(4);

        assertThat(run(employees(row(3, "B", people.nip(4), "staf")))).isOne();
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void nobodyComesNearerBecauseTheSuperiorInBetweenEnds() {
        answerToHr(4);
        imports.run(null, file("e.csv", EMPLOYEES + row(3, "B", people.nip(4), "staf")), null);

        var ended = EMPLOYEES.replace("akun", "akun,berakhir")
                + row(4, "H", people.nip(8), "rekan").replace("\n", "," + today.minusDays(1) + "\n");
        assertThat(run(Map.of(ImportTable.EMPLOYEES, ended))).isOne();
        assertThat(superior(3)).isEqualTo(people.nip(4));
        var later = EMPLOYEES.replace("akun", "akun,berakhir")
                + row(4, "H", people.nip(8), "rekan").replace("\n", "," + today.plusDays(40) + "\n");
        assertThat(run(Map.of(ImportTable.EMPLOYEES, later))).isOne();
    }

    @Test
    void whoeverActsForAUnitGetsNobodyMovedIntoIt() {
        agreed(Map.of(
                ImportTable.UNITS,
                "kode,nama,induk\nZ" + n + ",Bidang Baru " + n + ",U" + n + "\n",
                ImportTable.ACTING,
                ACTING + acting("Z" + n, "", "", 8)));

        assertThat(run(employees(row(4, "Z", people.nip(2), "rekan")))).isOne();
        assertThat(employees.findById(people.nip(4)).orElseThrow().unitCode()).isEqualTo("H" + n);
    }

    @Test
    void whoeverActsForAPositionOrFromNextMonthGetsNobodyBelowIt() {
        var position = "J" + n;
        agreed(Map.of(
                ImportTable.POSITIONS,
                "kode,nama,jenis_jabatan,jenjang,kompetensi\n" + position + ",Jabatan " + n + ",JA,,\n",
                ImportTable.ACTING,
                ACTING + "PLT,," + position + ",," + people.nip(8) + "," + today.plusDays(30) + ",\n"));

        assertThat(run(employees(row(2, "U", people.nip(1), "kabid").replace("Jabatan", "Jabatan " + n))))
                .isOne();
        assertThat(employees.findById(people.nip(2)).orElseThrow().position()).isEqualTo("Kepala Bidang");
    }

    @Test
    void aNewEmployeeWithOnesOwnAccountBringsNobodyAlong() {
        var account = testPeople.account("sdmbaru" + n, Role.HR);
        var nip = people.nip(0);
        var report = imports.run(
                null,
                file(
                        "e.csv",
                        EMPLOYEES + nip + ",Baru,,Analis,JA,,H" + n + ",," + account + "\n" + row(3, "B", nip, "staf")),
                account);

        assertThat(report.errors()).isEmpty();
        assertThat(report.waiting()).isOne();
        assertThat(employees.existsById(nip)).isTrue();
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void nobodyChoosesWhoAssessesThem() {
        agreed(employees(row(8, "H", people.nip(2), "sdm")));
        var hr = new Actor(people.hr(), Set.of(Role.HR));
        var next = today.plusDays(10);

        assertThat(run(employees(row(8, "H", people.nip(5), "sdm")))).isOne();
        assertThat(run(employees(row(2, "U", "", "kabid")))).isOne();
        assertThat(run(Map.of(ImportTable.ACTING, ACTING + acting("", "", people.nip(2), 5))))
                .isOne();
        assertThatThrownBy(() -> offices.leave(people.nip(2), AbsenceKind.LONG_LEAVE, today, next, hr))
                .hasMessage("people.lines.favoursYou");
        assertThatThrownBy(() -> offices.appoint(people.nip(1), people.nip(5), ActingKind.PLH, today, next, hr))
                .hasMessage("people.lines.favoursYou");
        assertThat(superior(8)).isEqualTo(people.nip(2));
        assertThat(run(employees(row(3, "B", people.nip(1), "staf") + row(0, "H", people.nip(2), "baru"))))
                .isZero();
    }

    @Test
    void whoBecomesKnownWithTheirSuperiorWaitsForNobody() {
        var newcomer = testPeople.account("sdmbaru" + n, Role.HR);
        assertThat(imports.run(files(employees(row(0, "H", people.nip(2), "sdmbaru"))), newcomer)
                        .waiting())
                .isZero();
        assertThat(superior(0)).isEqualTo(people.nip(2));
    }

    @Test
    void whomOneStandsInForCountsAsOneself() {
        var days = new NewSubstitution(people.hr(), today, today.plusDays(10), Set.of(TaskKind.TARGETS));
        substitutions.name(days, new Actor(people.peer(), Set.of(Role.STAFF)));

        assertThat(run(employees(row(3, "B", people.nip(4), "staf")))).isOne();
        assertThat(superior(3)).isEqualTo(people.nip(2));
    }

    @Test
    void rowsThatTakeSomethingFromOneselfAreAppliedAtOnce() {
        answerToHr(4);

        assertThat(run(employees(row(4, "H", people.nip(2), "rekan")))).isZero();
        assertThat(superior(4)).isEqualTo(people.nip(2));
    }

    private long actingOf(String nip) {
        return jdbc.queryForObject("select count(*) from official_acting where acting_nip = ?", Long.class, nip);
    }
}
