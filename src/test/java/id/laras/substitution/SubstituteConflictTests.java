package id.laras.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.cycle.CycleService;
import id.laras.cycle.EvaluationId;
import id.laras.feedback.FeedbackService;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.steps.TaskKind;
import id.laras.succession.SupervisorChange.Choice;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a conflict of interest keeps from doing it for another. */
@Tag("walk")
class SubstituteConflictTests extends SubstitutionScene {

    @Autowired
    FeedbackService feedback;

    @Autowired
    CycleService cycles;

    @Test
    void nobodyHasASayInTheirOwnEvaluation() {
        walker.begin(nameAll(people.supervisor(), people.staf()));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        assertStays(Step.APPROVE_TARGETS, people.supervisor(), people.staf());
        untilRated();
        assertStays(Step.RATE_EMPLOYEE, people.supervisor(), people.staf());
    }

    @Test
    void nobodyHasASayAboutTheirSuperior() {
        walker.begin(nameAll(people.supervisor(), "bawahan" + people.number()));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        assertStays(Step.APPROVE_TARGETS, people.supervisor(), "bawahan" + people.number());
    }

    @Test
    void aColleagueMayApproveTargetsButNeverRateNorReadOpinions() {
        walker.begin(nameAll(people.supervisor(), people.peer()));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        walker.claimAndComplete(id, Step.APPROVE_TARGETS, people.peer(), answers.approval());
        untilRated();
        assertStays(Step.RATE_EMPLOYEE, people.supervisor(), people.peer());
    }

    @Test
    void aSubstituteAboveWhoseAssessorNobodyStandsIsNoFault() {
        openings.open(cycle.id(), Set.of("B" + people.number()), people.hr()).join();
        assertThat(database.sql("update evaluation set superior = null where employee = ?")
                        .param(people.peer())
                        .update())
                .isPositive();
        walker.begin(name(people.supervisor(), people.peer(), TaskKind.TARGETS));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        walker.claimAndComplete(id, Step.APPROVE_TARGETS, people.peer(), answers.approval());
    }

    @Test
    void nobodyWhoWasAskedForAnOpinionRates() {
        walker.untilApproved(id, answers);
        untilRated();
        var asked = feedback.respondents(EvaluationId.of(id));
        assertThat(asked).isNotEmpty();
        for (var respondent : asked) {
            var substitution = nameAll(people.supervisor(), respondent);
            walker.begin(substitution);
            assertStays(Step.RATE_EMPLOYEE, people.supervisor(), respondent);
            substitutions.end(substitution, staff(people.supervisor()));
            walker.runJobs(substitution);
        }
    }

    @Test
    void whoeverWouldDecideTheObjectionDoesNotRate() {
        walker.begin(nameAll(people.supervisor(), people.head()));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        walker.claimAndComplete(id, Step.APPROVE_TARGETS, people.head(), answers.approval());
        untilRated();
        assertStays(Step.RATE_EMPLOYEE, people.supervisor(), people.head());
    }

    @Test
    void theAssessorDoesNotDecideTheObjectionForTheirSuperior() {
        walker.begin(nameAll(people.head(), people.supervisor()));
        untilObjection();
        assertStays(Step.DECIDE_OBJECTION, people.head(), people.supervisor());
    }

    @Test
    void neitherWhoRatedForTheAssessorNorTheAssessorDecides() {
        walker.begin(name(people.supervisor(), standIn, TaskKind.ASSESSMENT));
        untilObjection();
        assertThat(assessments.raters(EvaluationId.of(id))).containsExactlyInAnyOrder(standIn, people.supervisor());
        walker.begin(name(people.head(), standIn, TaskKind.OBJECTION));
        assertStays(Step.DECIDE_OBJECTION, people.head(), standIn);
    }

    @Test
    void whoRatedForAnotherIsPassedOverWhenAHandOverPicksWhoDecides() {
        database.sql("insert into substituted_step (task_id, business_key, task, actor, person, done_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        id,
                        Step.RATE_EMPLOYEE.task(),
                        people.head(),
                        people.supervisor(),
                        Timestamp.from(clock.instant()))
                .update();
        town.answerTo(people, 4);
        handOvers.choose(EvaluationId.of(id), Choice.MOVE, "Mutasi jabatan", hr());

        assertThat(evaluations.get(EvaluationId.of(id)).superior()).isNull();
    }

    @Test
    void whoeverHasAStakeCannotHaveHrsPowerPickWhoDecides() {
        var today = LocalDate.now(clock);
        var asked = new NewSubstitution(standIn, today, today, Set.of(TaskKind.OBJECTION));
        untilObjection();
        for (var party : List.of(people.supervisor(), people.peer())) {
            var named =
                    substitutions.nameFor(people.head(), asked, "Sakit", new Actor(party, Set.of(Role.STAFF, Role.HR)));
            walker.begin(named);
            assertStays(Step.DECIDE_OBJECTION, people.head(), standIn);
            substitutions.end(named, hr());
            walker.runJobs(named);
        }
        walker.begin(substitutions.nameFor(people.head(), asked, "Sakit", hr()));

        walker.claimAndComplete(
                id,
                Step.DECIDE_OBJECTION,
                standIn,
                answers.changedDecision(answers.rating(walker.plan(id), "ABOVE", "110")));
    }

    @Test
    void whoIsRatedCannotHaveHrsPowerPickTheirAssessor() {
        database.sql("update evaluation set employee = ? where id = ?")
                .params(people.hr(), id)
                .update();
        var today = LocalDate.now(clock);
        var asked = new NewSubstitution(standIn, today, today, Set.of(TaskKind.TARGETS));
        walker.begin(substitutions.nameFor(people.supervisor(), asked, "Sakit", hr()));
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());

        assertStays(Step.APPROVE_TARGETS, people.supervisor(), standIn);
    }

    @Test
    void aConflictThatArisesLaterIsSeenWhenTheTaskIsCompleted() {
        walker.begin(name(people.supervisor(), standIn, TaskKind.ASSESSMENT));
        walker.untilApproved(id, answers);
        untilRated();
        var task = walker.task(id, Step.RATE_EMPLOYEE).getId();
        claim(task);
        database.sql("update evaluation set superior = ? where id = ?")
                .params(standIn, id)
                .update();

        assertThatThrownBy(() -> walker.complete(task(task), standIn, answers.rating(walker.plan(id), "MEETS", "95")))
                .hasMessageContaining("tidak (lagi) menjadi pengganti");
    }

    private void assertStays(Step step, String person, String excluded) {
        var stays = walker.task(id, step);
        assertThat(stays.getAssignee()).isEqualTo(person);
        assertThat(stays.getOwner()).isNull();
        assertThat(desk.open(stays.getId(), staff(excluded))).isEmpty();
        assertThat(walker.listed(SHARED, excluded)).isEmpty();
        assertThat(persons.of(person))
                .filteredOn(open -> open.taskId().equals(stays.getId()))
                .singleElement()
                .satisfies(open -> assertThat(open.with()).isNull());
    }
}
