package id.laras.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.HttpPerson;
import id.laras.TestPeople;
import id.laras.intake.PeopleImport;
import id.laras.people.AbsenceKind;
import id.laras.people.PeopleFixture;
import id.laras.people.ReportingLines;
import id.laras.steps.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** Whoever left long ago is a pseudonym, once nothing that is kept needs their name. */
@Tag("walk")
class ErasedPersonTests extends RetentionScene {

    @Autowired
    PeopleImport imports;

    @Autowired
    ReportingLines lines;

    @Test
    void whoeverHasLeftIsAPseudonymOnceNobodysRecordsNeedThem() {
        var name = "Budi Santoso " + people.number();
        live();
        town.letIn(people, TestPeople.PASSWORD);
        var reader = HttpPerson.machine(port, people.hr());
        reader.get("/engine-rest/history/task?taskAssignee=" + people.staf());
        reader.get("/engine-rest/history/task?taskNameLike=%25" + name.replace(' ', '+'));
        reader.post("/engine-rest/history/task", "{\"taskAssignee\":\"" + people.staf() + "\"}");
        var hr = HttpPerson.loggedIn(port, people.hr());
        hr.get("/hr/evaluations?name=" + name.replace(' ', '+'));
        hr.get("/audit/evaluations?export=csv&text=" + people.staf());
        assertThat(deedsOf("engine.searched").toString()).contains(people.staf(), name);
        assertThat(deedsOf("evaluations.searched").toString()).contains(name);
        assertThat(deedsOf("list.exported").toString()).contains(people.staf());
        offices.leave(people.nip(3), AbsenceKind.RETIRED, LocalDate.now(clock), null, hr());
        yearsLater(7);
        assertThat(retention.people(Pageable.unpaged()))
                .filteredOn(one -> one.id().equals(people.staf()))
                .extracting(Retention.Kept::nip)
                .as("beside the name, which others may have too")
                .containsExactly(people.nip(3));

        walker.runJobs(erasures.erasePerson(people.staf(), "Masa simpan habis", people.nip(3), hr()));

        for (var word : List.of(people.staf(), people.nip(3), name, planted)) {
            assertThat(tablesWith(word)).as(word).isSubsetOf(wordsOfTheMeeting(word));
        }
        assertThat(database.queryForObject("select employee from evaluation where id = ?", String.class, id))
                .matches(Pseudonym.PATTERN);
        assertThat(database.queryForList(
                        "select actor from trail_entry where subject = ? and what = ?",
                        String.class,
                        id,
                        Step.DRAFT_TARGETS.task()))
                .allMatch(actor -> actor.matches(Pseudonym.PATTERN));
        assertThat(retention.people(Pageable.unpaged()))
                .extracting(Retention.Kept::id)
                .doesNotContain(people.staf());
    }

    /** HR could take a watcher's role by an import that gives their account to somebody who left long ago. */
    @Test
    void anAccountWithARoleIsNotErased() {
        live();
        offices.leave(people.nip(3), AbsenceKind.RETIRED, LocalDate.now(clock), null, hr());
        database.update("insert into account_role (account_name, role) values (?, 'AUDITOR')", people.staf());
        yearsLater(7);
        assertThatThrownBy(() -> erasures.erasePerson(people.staf(), "Masa simpan habis", people.nip(3), hr()))
                .hasMessage("retention.hasRole");
    }

    @Test
    void assessorsKeepTheirNameWhileAKeptEvaluationNeedsIt() {
        live();
        offices.leave(people.nip(2), AbsenceKind.RETIRED, LocalDate.now(clock), null, hr());
        var mayor = mayorWhoDecided();
        yearsLater(7);
        var person = retention.person(people.supervisor()).orElseThrow();
        assertThat(person.needed()).isPositive();
        assertThat(person.isDue()).isFalse();
        assertThat(retention.person(people.supervisor() + " "))
                .as("MariaDB takes it for the name")
                .isEmpty();
        assertThatThrownBy(() -> erasures.erasePerson(people.supervisor(), "Habis", people.nip(2), hr()))
                .hasMessage("retention.notDue");
        assertThatThrownBy(() -> erasures.erasePerson(mayor, "Habis", mayor, hr()))
                .hasMessage("retention.notDue");

        walker.runJobs(erasures.eraseCycle(cycle.id(), "Habis", cycle.name(), hr()));
        walker.runJobs(erasures.erasePerson(people.supervisor(), "Habis", people.nip(2), hr()));
        walker.runJobs(erasures.erasePerson(mayor, "Habis", mayor, hr()));

        assertThat(database.queryForMap("select supervisor, supervisor_name from evaluation where id = ?", id))
                .hasEntrySatisfying(
                        "supervisor", account -> assertThat(account.toString()).matches(Pseudonym.PATTERN))
                .containsValue("Pegawai anonim");
        assertThat(tablesWith("Ratna Dewi " + people.number())).isEmpty();
        assertThat(tablesWith(mayor)).isEmpty();
        assertThat(tablesWith("Hj. Ratih " + people.number())).isEmpty();
    }

    /** The note of the unit's meeting is about everybody in it and goes with the cycle. */
    private Set<String> wordsOfTheMeeting(String word) {
        return word.equals(planted) ? Set.of("calibration", "cycle_change", "trail_entry") : Set.of();
    }

    /** Of no unit and without a NIP: a code stands where others have one. */
    private String mayorWhoDecided() {
        var mayor = "WALIKOTA" + people.number();
        var rows =
                "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n%s,Hj. Ratih %d,,Wali Kota,LUAR_ASN,,,,\n";
        assertThat(imports.run(
                                null,
                                PeopleFixture.file("employees.csv", rows.formatted(mayor, people.number())),
                                people.hr())
                        .errors())
                .isEmpty();
        database.update("update evaluation set superior = ? where id = ?", mayor, id);
        database.update("update employee set ended_on = ? where nip = ?", LocalDate.now(clock), mayor);
        return mayor;
    }
}
