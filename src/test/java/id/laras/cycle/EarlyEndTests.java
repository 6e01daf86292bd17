package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.cycle.SupervisorChange.Choice;
import id.laras.people.AbsenceKind;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People leave while evaluations run. */
@LarasTest
@Tag("database")
class EarlyEndTests extends HandOverScene {

    @Test
    void whoIsAwayIsShownToHr() {
        lines.leave(people.nip(3), AbsenceKind.DIED, LocalDate.now(clock), null, people.hr());

        assertThat(deviations()).hasSize(1).allMatch(HandOvers.Deviation::away);
    }

    @Test
    void aCancelledEvaluationEndsEverythingThatRunsAndStaysReadable() {
        walker.complete(id, "UserTask_DraftTargets", answers.targets());
        end(EndReason.DIED);

        assertThat(walker.tasks(id)).isEmpty();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        assertThat(evaluation().stage()).isEqualTo(Stage.CANCELLED);
        assertThat(evaluation().reached()).isEqualTo(Stage.TARGET_SETTING);
        assertThat(evaluations.mayRead(staff(people.staf()), evaluation())).isTrue();
        assertThat(targets.versions(EvaluationId.of(id))).hasSize(1);
        assertThat(deviations()).isEmpty();
        assertThat(trail("evaluation.ended")).hasSize(1).first().asString().contains("CANCELLED", "DIED", "Mutasi");
        assertThatThrownBy(() -> end(EndReason.DIED)).hasMessage("cycle.evaluation.over");
        assertThatThrownBy(() -> choose(Choice.MOVE)).hasMessage("cycle.evaluation.over");
    }

    @Test
    void theMeetingOfTheUnitDoesNotWaitForACancelledEvaluation() {
        cycles.open(cycle.id(), Set.of("H" + people.number()), people.hr()).join();
        var unit = rows.findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), "H" + people.number());
        id = rows.findByEmployeeOrderByCycleFirstDayDesc(people.peer())
                .get(0)
                .id()
                .value();
        untilReview();
        walker.complete(id, "UserTask_ReviewResult", answers.acceptance());
        walker.runJobs(id);
        var meeting = walker.calibration(evaluation().unitName());
        assertThat(walker.tasks(meeting)).isEmpty();

        unit.stream()
                .map(Evaluation::id)
                .filter(one -> !one.value().equals(id))
                .forEach(one -> handOvers.end(one, EndReason.MISTAKE, "Mutasi jabatan", hr()));

        assertThat(walker.task(meeting, "UserTask_CalibrateUnit")).isNotNull();
    }

    @Test
    void aFixedPredicateStaysWhenTheFollowUpIsEnded() {
        evaluations.fix(EvaluationId.of(id), Predicate.GOOD, null, people.supervisor());
        end(EndReason.RETIRED);

        assertThat(evaluation().stage()).isEqualTo(Stage.CLOSED);
        assertThat(evaluation().predicate()).isEqualTo(Predicate.GOOD);
        assertThat(walker.tasks(id)).isEmpty();
    }
}
