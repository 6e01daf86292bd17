package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import id.laras.LarasTest;
import id.laras.assessment.AssessmentService;
import id.laras.cycle.EndReason;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Answers;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody serves a part of the cycle: it began a month ago, is assessed in ten months, and 200 children were agreed. */
@LarasTest
@Tag("database")
class ShorteningTests extends HandOverScene {

    @Autowired
    Shortenings shortenings;

    @Autowired
    AssessmentService assessments;

    private final Answers numbers = new Answers(Scheme.NUMERIC);
    private LocalDate today;
    private LocalDate last;

    @BeforeEach
    void inTheNumericScheme() {
        today = LocalDate.now(clock);
        last = cycle.firstDay().plusMonths(6);
        cycle = town.cycle(people, Scheme.NUMERIC);
        id = town.openForStaf(people, cycle);
    }

    @Test
    void timersAndTasksFollowTheNewLastDay() {
        untilMonitoring();
        shorten(cycle.firstDay(), last);

        var days = evaluation().schedule();
        assertThat(days.lastDay()).isEqualTo(last);
        var opens = cycle.assessmentOpens().minusDays(ChronoUnit.DAYS.between(last, cycle.lastDay()));
        assertThat(days.assessmentOpens()).isEqualTo(opens);
        assertThat(timer("BoundaryTimer_AssessmentOpens")).isEqualTo(opens);
        assertThat(everyValueOf("assessmentDue"))
                .allMatch(value ->
                        value.toString().startsWith(days.assessmentDue().toString()));

        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        assertThat(lastDay("BoundaryTimer_AssessmentDue")).isEqualTo(days.assessmentDue());
        assertThat(lastDay("BoundaryTimer_FeedbackCloses")).isEqualTo(days.feedbackCloses());
        assertThat(due(Step.ASSESS_SELF)).isEqualTo(days.assessmentDue());

        shorten(cycle.firstDay(), last.minusMonths(1));
        var sooner = evaluation().schedule();
        assertThat(sooner.assessmentDue()).isBefore(days.assessmentDue());
        assertThat(lastDay("BoundaryTimer_AssessmentDue")).isEqualTo(sooner.assessmentDue());
        assertThat(due(Step.ASSESS_SELF)).isEqualTo(sooner.assessmentDue());
    }

    @Test
    void theClosingDayOfOpinionsIsSoonerAlsoWhenEverybodyHasAnswered() {
        untilMonitoring();
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        answered();
        assertThat(lastDay("TimerCatch_FeedbackCloses")).isEqualTo(cycle.feedbackCloses());

        shorten(cycle.firstDay(), last);
        assertThat(evaluation().schedule().feedbackCloses()).isBefore(cycle.feedbackCloses());
        assertThat(lastDay("TimerCatch_FeedbackCloses"))
                .isEqualTo(evaluation().schedule().feedbackCloses());
    }

    @Test
    void targetsOfQuantityAreSharedOutByDaysAndTheFormsTellSo() {
        untilMonitoring();
        shorten(cycle.firstDay(), last);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");

        var served = ChronoUnit.DAYS.between(cycle.firstDay(), last) + 1;
        var whole = ChronoUnit.DAYS.between(cycle.firstDay(), cycle.lastDay()) + 1;
        var form = form(Step.ASSESS_SELF, people.staf());
        assertThat(form.at("/subject/lastDay").asText()).isEqualTo(last.toString());
        assertThat(form.at("/subject/part").asBoolean()).isTrue();
        assertThat(form.at("/data/part/served").asLong()).isEqualTo(served);
        assertThat(form.at("/data/part/agreedFor").asLong()).isEqualTo(whole);
        assertThat(form.at("/data/part/targets")).hasSize(1);
        assertThat(form.at("/data/part/targets/0/target").asDouble()).isEqualTo(200.0 * served / whole, within());
        assertThat(form.at("/data/plan/results/0/indicators/0/target").asText()).isEqualTo("200");

        rate();
        assertThat(assessments
                        .result(EvaluationId.of(id), Locale.forLanguageTag("id"))
                        .orElseThrow()
                        .lines())
                .anySatisfy(line -> assertThat(line.label()).isEqualTo("Periode diperpendek"))
                .anySatisfy(line -> assertThat(line.detail()).contains("200 × " + served + " ÷ " + whole));
    }

    @Test
    void targetsThatAreApprovedAfterwardsWereAgreedForThePart() {
        walker.complete(id, Step.DRAFT_TARGETS, numbers.targets());
        shorten(cycle.firstDay(), last);
        walker.complete(id, Step.APPROVE_TARGETS, numbers.approval());

        var part = shortenings
                .part(rows.findWithCycleById(id).orElseThrow(), clock.instant())
                .orElseThrow();
        assertThat(part.isShared()).isFalse();
        assertThat(part.lastDay()).isEqualTo(last);
    }

    @Test
    void targetsAgreedBetweenTwoShorteningsCountForTheFirst() {
        shorten(cycle.firstDay(), last);
        var agreed = Instant.now(clock).plusMillis(1);
        database.sql("update shortening set decided_at = ? where evaluation_id = ?")
                .params(java.sql.Timestamp.from(agreed.minusSeconds(60)), id)
                .update();
        shorten(cycle.firstDay(), last.minusDays(30));

        var part = shortenings
                .part(rows.findWithCycleById(id).orElseThrow(), agreed.minusSeconds(30))
                .orElseThrow();
        assertThat(part.agreedFor()).isEqualTo(ChronoUnit.DAYS.between(cycle.firstDay(), last) + 1);
        assertThat(part.served()).isEqualTo(part.agreedFor() - 30);
    }

    @Test
    void aMistakeIsTakenBackByTheWholeCycle() {
        untilMonitoring();
        shorten(cycle.firstDay(), last);
        shorten(cycle.firstDay(), cycle.lastDay());

        assertThat(evaluation().isPart()).isFalse();
        assertThat(timer("BoundaryTimer_AssessmentOpens")).isEqualTo(cycle.assessmentOpens());
        assertThat(shortenings.part(
                        rows.findWithCycleById(id).orElseThrow(),
                        clock.instant().minusSeconds(3600)))
                .isEmpty();
    }

    @Test
    void whoHasBeenRatedKeepsTheirDays() {
        untilMonitoring();
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        answered();
        walker.ring(id, "TimerCatch_FeedbackCloses");
        walker.complete(id, Step.RATE_EMPLOYEE, numbers.rating(plan(), "MEETS", "95"));

        assertThatThrownBy(() -> shorten(cycle.firstDay(), last)).hasMessage("cycle.shorten.late");
        assertThat(evaluation().isPart()).isFalse();
        walker.runJobs(id);
        assertThatThrownBy(() -> shorten(cycle.firstDay(), last)).hasMessage("cycle.shorten.late");
    }

    @Test
    void onlyOthersInHrShortenWithCauseReasonAndDaysOfTheCycle() {
        var evaluation = EvaluationId.of(id);
        var self = new Actor(people.staf(), Set.of(Role.STAFF, Role.HR));
        assertThatThrownBy(
                        () -> shortenings.shorten(evaluation, cycle.firstDay(), last, EndReason.MOVED, "Pindah", self))
                .hasMessage("cycle.handOver.own");
        assertThatThrownBy(() -> shortenings.shorten(
                        evaluation, cycle.firstDay(), last, EndReason.MOVED, "Pindah", staff(people.assessor())))
                .hasMessage("cycle.handOver.notHr");
        assertThatThrownBy(() -> shortenings.shorten(evaluation, cycle.firstDay(), last, null, "Pindah", hr()))
                .hasMessage("cycle.shorten.kind");
        assertThatThrownBy(() -> shortenings.shorten(evaluation, cycle.firstDay(), last, EndReason.MOVED, " ", hr()))
                .hasMessage("cycle.handOver.reason");
        assertThatThrownBy(() -> shorten(last, cycle.firstDay())).hasMessage("cycle.shorten.days");
        assertThatThrownBy(() -> shorten(cycle.firstDay().minusDays(1), last)).hasMessage("cycle.shorten.days");
        assertThatThrownBy(() -> shorten(cycle.firstDay(), cycle.lastDay().plusDays(1)))
                .hasMessage("cycle.shorten.days");
        assertThatThrownBy(() -> shorten(null, last)).hasMessage("cycle.shorten.days");
        assertThatThrownBy(() -> shorten(cycle.firstDay(), cycle.lastDay())).hasMessage("cycle.shorten.same");
    }

    @Test
    void theDeedStandsInTheTrailWithItsReason() {
        shorten(cycle.firstDay(), last);

        assertThat(trail("evaluation.shortened"))
                .hasSize(1)
                .first()
                .asString()
                .contains(last.toString(), "RETIRED", "Pensiun dini");
        assertThat(shortenings.of(EvaluationId.of(id))).hasSize(1);
    }

    private void shorten(LocalDate first, LocalDate lastDay) {
        shortenings.shorten(EvaluationId.of(id), first, lastDay, EndReason.RETIRED, "Pensiun dini", hr());
    }

    private void untilMonitoring() {
        walker.complete(id, Step.DRAFT_TARGETS, numbers.targets());
        walker.complete(id, Step.APPROVE_TARGETS, numbers.approval());
    }

    private id.laras.target.Plan plan() {
        return walker.plan(id);
    }

    private void answered() {
        walker.complete(id, Step.ASSESS_SELF, numbers.selfAssessment(plan()));
        walker.giveOpinions(id, numbers, "MEETS", "95");
    }

    private void rate() {
        answered();
        walker.ring(id, "TimerCatch_FeedbackCloses");
        walker.complete(id, Step.RATE_EMPLOYEE, numbers.rating(plan(), "MEETS", "95"));
        walker.runJobs(id);
    }

    private JsonNode form(Step task, String person) {
        return json.valueToTree(
                desk.open(walker.task(id, task).getId(), staff(person)).orElseThrow());
    }

    private LocalDate timer(String activity) {
        return engine.getManagementService().createJobQuery().timers().activityId(activity).list().stream()
                .filter(job -> id.equals(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .map(job -> day(job.getDuedate()))
                .findFirst()
                .orElseThrow();
    }

    /** Of what the timer ends; it fires with the beginning of the next day. */
    private LocalDate lastDay(String activity) {
        return timer(activity).minusDays(1);
    }

    private LocalDate due(Step task) {
        return day(walker.task(id, task).getDueDate());
    }

    private LocalDate day(java.util.Date date) {
        return date.toInstant().atZone(clock.getZone()).toLocalDate();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.005);
    }
}
