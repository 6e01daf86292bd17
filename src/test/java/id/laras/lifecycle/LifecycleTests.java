package id.laras.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.assessment.AssessmentService;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.followup.FollowUpService;
import id.laras.steps.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job, end to end, through the real engine, guard, domain and database. */
@LarasTest
@Tag("database")
class LifecycleTests {

    @Autowired
    Walker walker;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Town town;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    AssessmentService assessments;

    @Autowired
    FollowUpService followUps;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void anObjectionThatChangesTheResultLeadsToTraining(Scheme scheme) {
        var answers = new Answers(scheme);
        var people = town.organisation();
        var id = town.openForStaf(people, scheme);

        var plan = walker.untilAssessed(id, answers, "BELOW", "65");
        assertThat(current(id)).isIn(Predicate.VERY_POOR, Predicate.GOOD, Predicate.FAIR);
        var before = current(id);

        walker.complete(id, Step.REVIEW_RESULT, answers.objection());
        var decision = walker.task(id, Step.DECIDE_OBJECTION);
        assertThat(decision.getAssignee()).isEqualTo(people.head());
        walker.as(
                people.hr(),
                () -> assertThatThrownBy(() -> engine.getTaskService().claim(decision.getId(), null))
                        .hasMessageContaining("hanya pemegangnya"));
        walker.complete(id, Step.DECIDE_OBJECTION, answers.changedDecision(answers.rating(plan, "MEETS", "95")));
        walker.runJobs(id);
        assertThat(current(id)).isNotEqualTo(before);

        walker.calibrate(id, people.hr(), answers.noMoves());
        walker.confirm(id, answers);
        walker.complete(id, Step.PLAN_DEVELOPMENT, answers.trainingPlan());
        walker.complete(id, Step.CONFIRM_TRAINING, trainingDone(id));

        assertClosed(id);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void anAcceptedResultLeadsToReward(Scheme scheme) {
        var answers = new Answers(scheme);
        var people = town.organisation();
        var id = town.openForStaf(people, scheme);

        walker.untilAssessed(id, answers, "ABOVE", "110");
        walker.complete(id, Step.REVIEW_RESULT, answers.acceptance());
        walker.calibrate(id, people.hr(), answers.noMoves());
        walker.confirm(id, answers);
        walker.complete(id, Step.PLAN_DEVELOPMENT, answers.rewardPlan());
        walker.complete(id, Step.NOMINATE_REWARD, answers.nomination());
        walker.claimAndComplete(id, Step.DECIDE_REWARD, people.hr(), answers.grant());

        assertClosed(id);
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void calibratingAnAcceptedPredicateOpensTheObjectionAgain(Scheme scheme) {
        var answers = new Answers(scheme);
        var people = town.organisation();
        var id = town.openForStaf(people, scheme);

        walker.untilAssessed(id, answers, "MEETS", "95");
        walker.complete(id, Step.REVIEW_RESULT, answers.acceptance());
        walker.calibrate(id, people.hr(), answers.move(id, "POOR"));
        assertThat(current(id)).isEqualTo(Predicate.POOR);

        walker.ring(id, "BoundaryTimer_SilenceAccepts");
        walker.runJobs(id);
        walker.confirm(id, answers);
        walker.complete(id, Step.PLAN_DEVELOPMENT, Map.of("trainings", List.of(), "reward", false, "note", ""));

        assertClosed(id);
    }

    private Map<String, Object> trainingDone(String id) {
        var training =
                followUps.find(EvaluationId.of(id)).orElseThrow().trainings().get(0);
        return Answers.trainingDone(training.id(), LocalDate.now(clock));
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
