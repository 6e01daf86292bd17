package id.laras.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.people.AbsenceKind;
import id.laras.people.ReportingLines;
import id.laras.security.Actor;
import id.laras.security.FourEyes;
import id.laras.security.Role;
import id.laras.steps.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may be named, for how long, by whom; and how people are found. */
class NamingASubstituteTests extends SubstitutionScene {

    @Autowired
    ReportingLines lines;

    @Autowired
    FourEyes fourEyes;

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var today = LocalDate.now(clock);
        var nothing = new NewSubstitution(null, null, null, Set.of());
        assertThat(refused(() -> substitutions.name(nothing, staff(people.assessor()))))
                .containsExactly("substitution.kinds.missing", "substitution.unknown", "substitution.days");
        assertThat(refused(people.assessor(), today, today)).containsExactly("substitution.oneself");
        assertThat(refused("tidakada", today, today)).containsExactly("substitution.unknown");
        // MariaDB takes it for the name; the guard that asks who stands in does not
        assertThat(refused(standIn + " ", today, today)).containsExactly("substitution.unknown");
        assertThat(refused(standIn, today.minusDays(1), today)).containsExactly("substitution.past");
        assertThat(refused(standIn, today.plusDays(2), today.plusDays(1))).containsExactly("substitution.order");
        assertThat(refused(standIn, today, today.plusDays(366))).containsExactly("substitution.long");
    }

    @Test
    void aSubstituteMustBeInServiceOnTheFirstDay() {
        var today = LocalDate.now(clock);
        offices.leave(others.nip(2), AbsenceKind.RETIRED, today.plusDays(3), null, hr());
        assertThat(refused(standIn, today.plusDays(3), today.plusDays(4))).containsExactly("substitution.away");
    }

    @Test
    void aSubstituteMustHaveAnAccountThatIsNotClosed() {
        fourEyes.close(standIn, new Actor("admin", Set.of(Role.ADMIN)));
        var today = LocalDate.now(clock);
        assertThat(refused(standIn, today, today)).containsExactly("substitution.closed");
    }

    @Test
    void oneKindHasOneSubstituteAtATime() {
        var today = LocalDate.now(clock);
        name(people.assessor(), standIn, TaskKind.TARGETS, TaskKind.ASSESSMENT);
        assertThat(refused(() -> substitutions.name(
                        new NewSubstitution(
                                others.head(), today.plusDays(5), today.plusDays(9), Set.of(TaskKind.ASSESSMENT)),
                        staff(people.assessor()))))
                .containsExactly("substitution.taken");
        name(people.assessor(), others.head(), TaskKind.OBJECTION);
        substitutions.name(
                new NewSubstitution(others.head(), today.plusDays(6), today.plusDays(9), Set.of(TaskKind.ASSESSMENT)),
                staff(people.assessor()));
        assertThat(lists.of(people.assessor())).hasSize(3);
    }

    @Test
    void onlyHrNamesForSomebodyElseWithAReasonAndNeverItself() {
        var today = LocalDate.now(clock);
        var asked = new NewSubstitution(standIn, today, today, Set.of(TaskKind.ASSESSMENT));
        assertThat(refused(() -> substitutions.nameFor(people.assessor(), asked, "Sakit", staff(people.head()))))
                .containsExactly("substitution.notHr");
        assertThat(refused(() -> substitutions.nameFor(people.assessor(), asked, " ", hr())))
                .containsExactly("substitution.reason");
        var itself = new NewSubstitution(people.hr(), today, today, Set.of(TaskKind.ASSESSMENT));
        assertThat(refused(() -> substitutions.nameFor(people.assessor(), itself, "Sakit", hr())))
                .containsExactly("substitution.hrItself");
        var almost = new NewSubstitution(people.hr() + " ", today, today, Set.of(TaskKind.ASSESSMENT));
        assertThat(refused(() -> substitutions.nameFor(people.assessor(), almost, "Sakit", hr())))
                .containsExactly("substitution.unknown");
        for (var nobody : List.of("tidakada", people.assessor() + " ")) {
            assertThat(refused(() -> substitutions.nameFor(nobody, asked, "Sakit", hr())))
                    .containsExactly("substitution.person");
        }

        substitutions.nameFor(people.assessor(), asked, "Sakit mendadak", hr());
        assertThat(lists.of(people.assessor())).singleElement().satisfies(one -> {
            assertThat(one.byHr()).isTrue();
            assertThat(one.reason()).isEqualTo("Sakit mendadak");
        });
        assertThat(database.sql("select answer from trail_entry where what = 'substitution.named' and actor = ?")
                        .param(people.hr())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("Sakit mendadak", "Ratna Dewi");
    }

    @Test
    void nobodyEndsWhatIsNeitherTheirsNorHrs() {
        var substitution = name(people.assessor(), standIn, TaskKind.TARGETS);
        for (var other : List.of(standIn, people.staf(), people.head())) {
            assertThat(refused(() -> substitutions.end(substitution, staff(other))))
                    .containsExactly("substitution.none");
        }
        substitutions.end(substitution, hr());
        assertThat(refused(() -> substitutions.end(substitution, hr()))).containsExactly("substitution.over");
    }

    @Test
    void aPersonIsFoundByNameAndTheNipIsForHr() {
        var found = search.search("ratna dewi " + people.number(), staff(people.staf()));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.nip()).isNull();
            assertThat(one.unitName()).isEqualTo("Dinas Kesehatan " + people.number());
            assertThat(one.toString()).doesNotContain(people.assessor(), people.nip(2));
            assertThat(search.account(one.reference(), staff(people.staf()))).isEqualTo(people.assessor());
            assertThat(search.find(one.reference(), staff(people.head())))
                    .as("what was told to somebody else")
                    .isEmpty();
        });
        assertThat(search.search(people.nip(2), staff(people.staf()))).isEmpty();
        assertThat(search.search(people.nip(2).substring(0, 17), staff(people.staf())))
                .isEmpty();
        assertThat(search.search(people.nip(2), hr()))
                .extracting(SubstituteSearch.Found::nip)
                .containsExactly(people.nip(2));
        assertThat(search.search("r", hr())).isEmpty();
    }

    @Test
    void ofNamesakesEachIsFoundWithWhatTellsThemApart() {
        database.sql("update employee set name = ?, bare_name = ? where nip in (?, ?)")
                .params("Wiwin " + people.number(), "wiwin" + people.number(), people.nip(2), people.nip(4))
                .update();
        assertThat(search.search("wiwin " + people.number(), staff(people.staf())))
                .hasSize(2)
                .extracting(SubstituteSearch.Found::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("Wiwin %s (".formatted(people.number())));
    }
}
