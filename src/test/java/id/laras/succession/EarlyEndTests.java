package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.cycle.EndReason;
import id.laras.cycle.Evaluation;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Predicate;
import id.laras.cycle.Stage;
import id.laras.people.AbsenceKind;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.AssessorChange.Choice;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Pageable;

/** People leave while evaluations run. */
@LarasTest
@Tag("database")
class EarlyEndTests extends HandOverScene {

    @Autowired
    Reopenings reopenings;

    @Autowired
    Shortenings shortenings;

    @Test
    void nobodyWithAStakeEndsAnObjectionTogetherWithTheEvaluation() {
        untilObjection();
        for (var account : List.of(people.assessor(), people.peer(), "bawahan" + people.number())) {
            var hr = new Actor(account, Set.of(Role.STAFF, Role.HR));
            assertThatThrownBy(() -> earlyEnds.end(EvaluationId.of(id), EndReason.MOVED, "Pindah", hr))
                    .as(account)
                    .hasMessage("cycle.end.stake");
        }
        assertThat(openTasks()).contains(Step.DECIDE_OBJECTION);
        end(EndReason.MOVED);

        assertThat(openTasks()).isEmpty();
    }

    @Test
    void anAssessorOfHrNeitherEndsNorShortensWhatTheyRate() {
        var assessor = new Actor(people.assessor(), Set.of(Role.STAFF, Role.HR));
        var evaluation = EvaluationId.of(id);

        assertThatThrownBy(() -> earlyEnds.end(evaluation, EndReason.MISTAKE, "Salah dibuka", assessor))
                .hasMessage("cycle.evaluation.assessor");
        assertThatThrownBy(() -> shortenings.shorten(
                        evaluation,
                        cycle.firstDay(),
                        cycle.lastDay().minusDays(30),
                        EndReason.MOVED,
                        "Pindah",
                        assessor))
                .hasMessage("cycle.evaluation.assessor");
        assertThat(evaluation().stage()).isEqualTo(Stage.TARGET_SETTING);
        assertThat(shortenings.of(evaluation)).isEmpty();
        end(EndReason.MISTAKE);
        assertThat(evaluation().stage()).isEqualTo(Stage.CANCELLED);
    }

    @Test
    void whoIsAwayIsShownToHr() {
        offices.leave(people.nip(3), AbsenceKind.DIED, LocalDate.now(clock), null, hr());

        assertThat(deviations()).hasSize(1).allMatch(Deviations.Deviation::away);
    }

    @Test
    void aCancelledEvaluationEndsEverythingThatRunsAndStaysReadable() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        end(EndReason.DIED);

        assertThat(walker.tasks(id)).isEmpty();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
        assertThat(evaluation().stage()).isEqualTo(Stage.CANCELLED);
        assertThat(evaluation().reached()).isEqualTo(Stage.TARGET_SETTING);
        assertThat(readers.mayRead(staff(people.staf()), evaluation())).isTrue();
        assertThat(targets.versions(EvaluationId.of(id))).hasSize(1);
        assertThat(deviations()).isEmpty();
        assertThat(trail("evaluation.ended")).hasSize(1).first().asString().contains("CANCELLED", "DIED", "Mutasi");
        assertThatThrownBy(() -> end(EndReason.DIED)).hasMessage("cycle.evaluation.over");
        assertThatThrownBy(() -> choose(Choice.MOVE)).hasMessage("cycle.evaluation.over");
    }

    @Test
    void theMeetingOfTheUnitDoesNotWaitForACancelledEvaluation() {
        openings.open(cycle.id(), Set.of("B" + people.number()), people.hr()).join();
        var unit = rows.findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), "B" + people.number());
        id = rows.findByEmployeeOrderByCycleFirstDayDesc(people.peer())
                .get(0)
                .id()
                .value();
        untilReview();
        walker.complete(id, Step.REVIEW_RESULT, answers.acceptance());
        walker.runJobs(id);
        var meeting = walker.calibrationOf(id);
        assertThat(walker.tasks(meeting)).isEmpty();

        unit.stream()
                .map(Evaluation::id)
                .filter(one -> !one.value().equals(id))
                .forEach(one -> earlyEnds.end(one, EndReason.MISTAKE, "Mutasi jabatan", hr()));

        assertThat(walker.task(meeting, Step.CALIBRATE_UNIT)).isNotNull();
    }

    @Test
    void aFixedPredicateStaysWhenTheFollowUpIsEnded() {
        recorder.fix(EvaluationId.of(id), Predicate.GOOD, null, people.assessor());
        end(EndReason.RETIRED);

        assertThat(evaluation().stage()).isEqualTo(Stage.CLOSED);
        assertThat(evaluation().predicate()).isEqualTo(Predicate.GOOD);
        assertThat(walker.tasks(id)).isEmpty();
    }

    @Test
    void aCancelledEvaluationIsKeptAndANewOneOpenedBesideIt() {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        end(EndReason.MISTAKE);
        var anew = reopenings.reopen(EvaluationId.of(id), "Keliru dibatalkan", hr());

        assertThat(evaluation().stage()).isEqualTo(Stage.CANCELLED);
        assertThat(evaluations.get(anew).stage()).isEqualTo(Stage.TARGET_SETTING);
        assertThat(evaluations.get(anew).assessor()).isEqualTo(people.assessor());
        assertThat(walker.task(anew.value(), Step.DRAFT_TARGETS).getAssignee()).isEqualTo(people.staf());
        assertThat(walker.tasks(id)).isEmpty();
        assertThat(trail("evaluation.reopened")).hasSize(1).first().asString().contains("Keliru dibatalkan");
    }

    @Test
    void nobodyEverHasTwoEvaluationsThatStandInACycle() {
        assertThatThrownBy(() -> reopenings.reopen(EvaluationId.of(id), "Sekali lagi", hr()))
                .hasMessage("cycle.reopen.running");
        end(EndReason.MISTAKE);
        var anew = reopenings.reopen(EvaluationId.of(id), "Keliru dibatalkan", hr());
        assertThatThrownBy(() -> reopenings.reopen(EvaluationId.of(id), "Sekali lagi", hr()))
                .hasMessage("cycle.reopen.twice");
        assertThatThrownBy(() -> database.sql("update evaluation set standing = true where id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);

        earlyEnds.end(anew, EndReason.MISTAKE, "Keliru lagi", hr());
        assertThat(reopenings.reopen(anew, "Yang ketiga", hr())).isNotEqualTo(anew);
    }

    @Test
    void openingTheUnitAgainOpensNobodyWhoWasCancelled() {
        end(EndReason.RETIRED);
        openings.open(cycle.id(), Set.of("B" + people.number()), people.hr()).join();

        assertThat(rows.findByEmployeeOrderByCycleFirstDayDesc(people.staf())).hasSize(1);
    }

    @Test
    void onlyOtherPeopleInHrOpenAnewAndOnlyForWhoIsInService() {
        end(EndReason.MISTAKE);
        var evaluation = EvaluationId.of(id);
        assertThatThrownBy(() -> reopenings.reopen(evaluation, "Alasan", staff(people.assessor())))
                .hasMessage("cycle.handOver.notHr");
        assertThatThrownBy(() ->
                        reopenings.reopen(evaluation, "Alasan", new Actor(people.staf(), Set.of(Role.STAFF, Role.HR))))
                .hasMessage("cycle.handOver.own");
        assertThatThrownBy(() -> reopenings.reopen(evaluation, " ", hr())).hasMessage("cycle.handOver.reason");
        lastDay(people.nip(3), LocalDate.now(clock).minusDays(1));
        assertThatThrownBy(() -> reopenings.reopen(evaluation, "Alasan", hr())).hasMessage("cycle.skip.LEFT");
    }

    @Test
    void nobodyInHrOpensAnewWhatWouldMakeThemTheAssessor() {
        end(EndReason.MISTAKE);
        town.answerTo(people, 4);
        var evaluation = EvaluationId.of(id);
        assertThatThrownBy(() -> reopenings.reopen(
                        evaluation, "Keliru dibatalkan", new Actor(people.peer(), Set.of(Role.STAFF, Role.HR))))
                .hasMessage("cycle.handOver.toOneself");
        assertThat(rows.findByEmployeeOrderByCycleFirstDayDesc(people.staf())).hasSize(1);

        var anew = reopenings.reopen(evaluation, "Keliru dibatalkan", hr());
        assertThat(evaluations.get(anew).assessor()).isEqualTo(people.peer());
    }

    @Test
    void whoChangesUnitIsCalibratedWhereTheirEvaluationWasOpened() {
        var opened = evaluation().unitName();
        database.sql("update employee set unit_code = ? where nip = ?")
                .params("H" + people.number(), people.nip(3))
                .update();

        assertThat(deviations.unitMoves(hr(), Pageable.unpaged()))
                .filteredOn(move -> move.evaluationId().equals(id))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.calibratedIn()).isEqualTo(opened);
                    assertThat(move.worksIn()).isEqualTo("BKPSDM " + people.number());
                });
        assertThat(deviations()).as("nothing to decide").isEmpty();
        untilReview();
        walker.complete(id, Step.REVIEW_RESULT, answers.acceptance());
        walker.runJobs(id);
        assertThat(walker.task(walker.calibration(opened), Step.CALIBRATE_UNIT)).isNotNull();
    }
}
