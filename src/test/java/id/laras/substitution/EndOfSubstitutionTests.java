package id.laras.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.Stage;
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import id.laras.succession.AssessorChange.Choice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When it ends, whatever ends it, tasks come back and no right is left. */
class EndOfSubstitutionTests extends SubstitutionScene {

    @Test
    void anEarlyEndGivesTasksBackAndLeavesNoRight() {
        var substitution = name(people.assessor(), standIn, TaskKind.TARGETS);
        walker.begin(substitution);
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var task = walker.task(id, Step.APPROVE_TARGETS).getId();
        claim(task);
        desk.keepDraft(task, staff(standIn), "{\"remark\":\"setengah\"}", 0, List.of());
        substitutions.end(substitution, staff(people.assessor()));

        // Not even before the engine has run its job.
        assertThat(desk.open(task, staff(standIn))).isEmpty();
        assertThatThrownBy(() -> walker.complete(task(task), standIn, answers.approval()))
                .hasMessageContaining("tidak (lagi) menjadi pengganti");
        walker.runJobs(substitution);

        assertThat(task(task).getAssignee()).isEqualTo(people.assessor());
        assertThat(task(task).getOwner()).isNull();
        assertThat(engine.getTaskService().getIdentityLinksForTask(task)).hasSize(1);
        assertThat(engine.getTaskService().getVariablesLocal(task)).isEmpty();
        assertNoRightLeft(task);
        assertThat(walker.listed(SHARED, standIn)).isEmpty();
        assertThat(walker.listed("Tugas saya", people.assessor())).contains(task);
        assertThat(desk.open(task, staff(people.assessor())).orElseThrow().draft())
                .isNull();
        assertThat(instances(substitution)).isZero();
        walker.complete(id, Step.APPROVE_TARGETS, answers.approval());
        assertThat(stage()).isEqualTo(Stage.MONITORING);
    }

    @Test
    void whenTheLastDayIsOverTasksComeBackAndAStaleRightNeverSuffices() {
        var substitution = name(people.assessor(), standIn, TaskKind.TARGETS);
        walker.begin(substitution);
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var task = walker.task(id, Step.APPROVE_TARGETS).getId();
        var yesterday = LocalDate.now(clock).minusDays(1);
        database.sql("update substitution set first_day = ?, last_day = ? where id = ?")
                .params(yesterday, yesterday, substitution)
                .update();

        assertThatThrownBy(() -> claim(task)).hasMessageContaining("tidak (lagi) menjadi pengganti");
        assertThat(desk.open(task, staff(standIn))).isEmpty();
        assertThat(desk.keepDraft(task, staff(standIn), "{}", 0, List.of())).isEmpty();
        walker.ring(substitution, "TimerCatch_LastDayOver");
        walker.runJobs(substitution);
        assertThat(task(task).getAssignee()).isEqualTo(people.assessor());
        assertNoRightLeft(task);
        assertThat(instances(substitution)).isZero();
    }

    @Test
    void whatTheSubstituteDidLeavesThemNoRightEither() {
        var task = sharedApproval();
        walker.claimAndComplete(id, Step.APPROVE_TARGETS, standIn, answers.approval());
        assertNoRightLeft(task);
    }

    @Test
    void oneSubstituteFollowsOnAnotherOnTheSameTask() {
        var first = name(people.assessor(), standIn, TaskKind.TARGETS);
        walker.begin(first);
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        var task = walker.task(id, Step.APPROVE_TARGETS).getId();
        claim(task);
        substitutions.end(first, staff(people.assessor()));
        walker.begin(name(people.assessor(), others.head(), TaskKind.TARGETS));

        assertThat(task(task).getAssignee()).isNull();
        assertThat(walker.listed(SHARED, others.head())).contains(task);
        assertThat(walker.listed(SHARED, standIn)).isEmpty();
        assertNoRightLeft(task);
    }

    @Test
    void aHandOverTakesTheTaskFromTheSubstituteToo() {
        var task = sharedApproval();
        claim(task);
        town.answerTo(people, 4);
        name(people.peer(), others.head(), TaskKind.TARGETS);
        handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Mutasi jabatan", hr());

        assertThat(task(task).getOwner()).isEqualTo(people.peer());
        assertThat(task(task).getAssignee()).isNull();
        assertThat(desk.open(task, staff(standIn))).isEmpty();
        assertThat(desk.open(task, staff(people.assessor()))).isEmpty();
        assertThat(desk.open(task, staff(others.head()))).isPresent();
        assertNoRightLeft(task);
    }

    private long instances(String substitution) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(substitution)
                .count();
    }
}
