package id.laras.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.LarasTest;
import id.laras.assessment.AssessmentService;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.followup.FollowUpService;
import id.laras.target.TargetService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job, end to end, through the real engine, guard, domain and database. */
@LarasTest
@Tag("database")
class LifecycleTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    Town town;

    @Autowired
    TargetService targets;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    AssessmentService assessments;

    @Autowired
    FollowUpService followUps;

    @Autowired
    Clock clock;

    Walker walker;

    @BeforeEach
    void walker() {
        walker = new Walker(engine, json);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void anObjectionThatChangesTheResultLeadsToTraining(Scheme scheme) {
        var answers = new Answers(scheme);
        var people = town.organisation();
        var cycle = town.cycle(people, scheme);
        var id = town.openForStaf(people, cycle);

        var plan = walker.untilAssessed(targets, id, answers, "BELOW", "65");
        assertThat(current(id)).isIn(Predicate.VERY_POOR, Predicate.GOOD, Predicate.FAIR);
        var before = current(id);

        walker.complete(id, "UserTask_ReviewResult", answers.objection());
        var decision = walker.task(id, "UserTask_DecideObjection");
        assertThat(decision.getAssignee()).isEqualTo(people.head());
        walker.as(
                people.hr(),
                () -> assertThatThrownBy(() -> engine.getTaskService().claim(decision.getId(), null))
                        .hasMessageContaining("hanya pemegangnya"));
        walker.complete(id, "UserTask_DecideObjection", answers.changedDecision(answers.rating(plan, "MEETS", "95")));
        walker.runJobs(id);
        assertThat(current(id)).isNotEqualTo(before);

        calibrate(id, people, answers.noMoves());
        walker.complete(id, "UserTask_ConfirmResult", answers.confirmation());
        walker.runJobs(id);
        walker.complete(id, "UserTask_PlanDevelopment", answers.trainingPlan());
        walker.complete(id, "UserTask_ConfirmTraining", trainingDone(id));

        assertClosed(id);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void anAcceptedResultLeadsToReward(Scheme scheme) {
        var answers = new Answers(scheme);
        var people = town.organisation();
        var cycle = town.cycle(people, scheme);
        var id = town.openForStaf(people, cycle);

        walker.untilAssessed(targets, id, answers, "ABOVE", "110");
        walker.complete(id, "UserTask_ReviewResult", answers.acceptance());
        calibrate(id, people, answers.noMoves());
        walker.complete(id, "UserTask_ConfirmResult", answers.confirmation());
        walker.runJobs(id);
        walker.complete(id, "UserTask_PlanDevelopment", answers.rewardPlan());
        walker.complete(id, "UserTask_NominateReward", answers.nomination());
        walker.claimAndComplete(id, "UserTask_DecideReward", people.hr(), answers.grant());

        assertClosed(id);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void calibratingAnAcceptedPredicateOpensTheObjectionAgain(Scheme scheme) {
        var answers = new Answers(scheme);
        var people = town.organisation();
        var cycle = town.cycle(people, scheme);
        var id = town.openForStaf(people, cycle);

        walker.untilAssessed(targets, id, answers, "MEETS", "95");
        walker.complete(id, "UserTask_ReviewResult", answers.acceptance());
        calibrate(id, people, answers.move(id, "POOR"));
        assertThat(current(id)).isEqualTo(Predicate.POOR);

        walker.ring(id, "BoundaryTimer_SilenceAccepts");
        walker.runJobs(id);
        walker.complete(id, "UserTask_ConfirmResult", answers.confirmation());
        walker.runJobs(id);
        walker.complete(id, "UserTask_PlanDevelopment", Map.of("trainings", List.of(), "reward", false, "note", ""));

        assertClosed(id);
    }

    private void calibrate(String id, Town.Organisation people, Map<String, Object> moves) {
        walker.runJobs(id);
        var calibration =
                walker.calibration(evaluations.get(EvaluationId.of(id)).unitName());
        walker.claimAndComplete(calibration, "UserTask_CalibrateUnit", people.hr(), moves);
        walker.runJobs(calibration);
        walker.runJobs(id);
    }

    private Map<String, Object> trainingDone(String id) {
        var training =
                followUps.find(EvaluationId.of(id)).orElseThrow().trainings().get(0);
        return Map.of(
                "trainings",
                List.of(Map.of(
                        "id", training.id(),
                        "completedOn", LocalDate.now(clock).toString(),
                        "learned", "Menyusun jadwal harian.",
                        "proof", List.of(Map.of("link", "https://contoh.go.id/sertifikat")))));
    }

    private Predicate current(String id) {
        return assessments.current(EvaluationId.of(id)).orElseThrow().predicate();
    }

    private void assertClosed(String id) {
        var evaluation = evaluations.get(EvaluationId.of(id));
        assertThat(walker.tasks(id)).isEmpty();
        assertThat(evaluation.stage()).isEqualTo(Stage.CLOSED);
        assertThat(evaluation.predicate()).isEqualTo(current(id));
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
    }
}
