package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Scheme;
import id.laras.people.AbsenceKind;
import id.laras.people.ActingKind;
import id.laras.rules.Refusal;
import id.laras.steps.TaskKind;
import id.laras.substitution.NewSubstitution;
import id.laras.succession.AssessorChange.Choice;
import id.laras.succession.HandOvers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** HR tries by the pages beside the import to become somebody's superior. */
@LarasTest
@Tag("database")
class LineAttackTests extends ImportAttackScene {

    @Autowired
    HandOvers handOvers;

    @Autowired
    EvaluationLookup evaluations;

    @Test
    void anAbsenceOrAnAppointmentThatBringsOneNearerIsForSomebodyElse() {
        answerToHr(4);
        imports.run(null, file("e.csv", EMPLOYEES + row(3, "B", people.nip(4), "staf")), null);
        var hr = new Actor(people.hr(), Set.of(Role.HR));
        var next = today.plusDays(10);

        assertThatThrownBy(() -> offices.leave(people.nip(4), AbsenceKind.LONG_LEAVE, today, next, hr))
                .isInstanceOf(Refusal.class)
                .hasMessage("people.lines.favoursYou");
        assertThatThrownBy(() -> offices.leave(people.nip(4), AbsenceKind.RETIRED, next, null, hr))
                .hasMessage("people.lines.favoursYou");
        // Acting for one's own superior is being passed over.
        assertThatThrownBy(() -> offices.appoint(people.nip(4), people.nip(3), ActingKind.PLH, today, next, hr))
                .hasMessage("people.lines.favoursYou");
        offices.appoint(people.nip(4), people.nip(5), ActingKind.PLH, today, next, hr);
        assertThat(superior(3)).isEqualTo(people.nip(5));
    }

    @Test
    void noAssessorDecidesToRemainAndNobodyTakesTheObjection() {
        var id = EvaluationId.of(towns.openForStaf(people, Scheme.QUADRANT));
        accounts.grant(people.assessor(), Role.HR);
        towns.answerTo(people, 4);
        var assessor = new Actor(people.assessor(), Set.of(Role.HR));

        for (var choice : List.of(Choice.STAY, Choice.SHARE)) {
            assertThatThrownBy(() -> handOvers.choose(id, choice, "Saya saja", assessor))
                    .hasMessage("cycle.handOver.keepOneself");
        }
        // Now staf answers to the peer, who answers to HR.
        answerToHr(4);
        var hr = new Actor(people.hr(), Set.of(Role.HR));
        assertThatThrownBy(() -> handOvers.choose(id, Choice.MOVE, "Mutasi", hr))
                .hasMessage("cycle.handOver.toOneself");
        assertThat(evaluations.get(id).assessor()).isEqualTo(people.assessor());
    }

    @Test
    void nobodyHandsAnEvaluationToWhomTheyStandInFor() {
        var id = EvaluationId.of(towns.openForStaf(people, Scheme.QUADRANT));
        towns.answerTo(people, 4);
        var days = new NewSubstitution(people.hr(), today, today.plusDays(10), Set.of(TaskKind.ASSESSMENT));
        substitutions.name(days, new Actor(people.peer(), Set.of(Role.STAFF)));

        assertThatThrownBy(() -> handOvers.choose(id, Choice.MOVE, "Mutasi", new Actor(people.hr(), Set.of(Role.HR))))
                .hasMessage("cycle.handOver.toOneself");
        assertThat(evaluations.get(id).assessor()).isEqualTo(people.assessor());
        handOvers.choose(id, Choice.MOVE, "Mutasi", new Actor("sdmlain" + n, Set.of(Role.HR)));
        assertThat(evaluations.get(id).assessor()).isEqualTo(people.peer());
    }
}
