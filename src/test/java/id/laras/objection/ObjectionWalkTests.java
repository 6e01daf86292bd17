package id.laras.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.laras.MigratedOver;
import id.laras.assessment.Basis;
import id.laras.assessment.ResultView;
import id.laras.assessment.Score;
import id.laras.assessment.SelfAssessment;
import id.laras.assessment.SelfAssessment.Realisation;
import id.laras.assessment.SupervisorRating;
import id.laras.assessment.SupervisorRating.Correction;
import id.laras.assessment.SupervisorRating.Judgement;
import id.laras.assessment.Walk;
import id.laras.assessment.process.AssessmentProcess;
import id.laras.cycle.EvaluationRecorded;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.engine.OutageOver;
import id.laras.engine.Outages;
import id.laras.engine.StepRefused;
import id.laras.engine.WholeDays;
import id.laras.engine.WholeDaysOfOpenTasks;
import id.laras.evidence.Evidence;
import id.laras.feedback.CoreValue;
import id.laras.feedback.Rating;
import id.laras.feedback.ValueRating;
import id.laras.objection.process.ObjectionProcess;
import id.laras.objection.process.ObjectionProcess.Elements;
import id.laras.steps.Step;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The employee's right to their result in the real engine (PP 30/2019 art. 59). */
@RecordApplicationEvents
@Tag("walk")
class ObjectionWalkTests extends Walk {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final ReviewAnswer ACCEPTS = new ReviewAnswer(false, null, null);
    private static final ReviewAnswer OBJECTS = new ReviewAnswer(
            true, "Dua puluh izin terlewat", List.of(new Evidence("https://izin.example.id/buku", null, null)));

    @Autowired
    ObjectionService objections;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Outages outages;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate database;

    private ProcessInstance run;

    @Test
    void acceptingEndsTheReview() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), ACCEPTS);
        assertThat(passed(run, Elements.RESULT_ACCEPTED)).isTrue();
        assertThat(objections.acceptedPredicate(id)).isTrue();
    }

    @Test
    void silenceUntilTheDeadlineAccepts() {
        shown(Scheme.NUMERIC);
        var due = task(run, Step.REVIEW_RESULT).getDueDate().toInstant();
        assertThat(job(run, Elements.SILENCE_ACCEPTS).getDuedate().toInstant())
                .isBetween(due.minus(1, ChronoUnit.MINUTES), due.plus(1, ChronoUnit.MINUTES));
        execute(run, Elements.SILENCE_ACCEPTS);
        assertThat(passed(run, Elements.ACCEPTED_BY_SILENCE)).isTrue();
        assertThat(objections.find(id).orElseThrow().bySilence()).isTrue();
        assertThat(recorded()).contains("objection.acceptedBySilence");
    }

    @Test
    void theReviewIsAnsweredUntilItsLastDayEndsThoughTheTimerIsLate() {
        shown(Scheme.NUMERIC);
        var review = task(run, Step.REVIEW_RESULT);
        var due = review.getDueDate().toInstant().atZone(clock.getZone());
        assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(23, 59, 59));
        assertThat(due.toLocalDate()).isEqualTo(LocalDate.now(clock).plusDays(14));
        itIs(due.plusSeconds(1));
        for (var late : List.of(OBJECTS, ACCEPTS)) {
            assertThatThrownBy(() -> answer(staff(), review, late))
                    .isInstanceOf(StepRefused.class)
                    .hasMessage("Hari terakhir untuk tugas ini adalah "
                            + due.format(DateTimeFormatter.ofPattern("d MMM uuuu", INDONESIAN))
                            + " dan sudah lewat, jadi jawaban Anda tidak diterima lagi.");
        }
        itIs(due.plus(999, ChronoUnit.MILLIS));
        answer(staff(), review, OBJECTS);
        assertThat(task(run, Step.DECIDE_OBJECTION)).isNotNull();
    }

    @Test
    void anOutageOnTheLastDayOfObjectionGivesAWholeDayAfterIt() {
        shown(Scheme.NUMERIC);
        var lastDay = lastDay();
        itIs(lastDay.atTime(7, 0).atZone(clock.getZone()));
        outages.beat();
        itIs(lastDay.plusDays(3).atTime(10, 0).atZone(clock.getZone()));
        outages.beat();
        assertThat(lastDay()).isEqualTo(lastDay.plusDays(4));
        assertThat(job(run, Elements.SILENCE_ACCEPTS).getDuedate().toInstant())
                .isEqualTo(lastDay.plusDays(5).atStartOfDay(clock.getZone()).toInstant());
        assertThat(recorded()).contains("objection.prolonged");
        itIs(lastDay.plusDays(4).atTime(LocalTime.MAX).atZone(clock.getZone()));
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
    }

    @Test
    void whereTheServersAreOffEveryNightThePeriodEndsAllTheSame() {
        shown(Scheme.NUMERIC);
        var lastDay = lastDay();
        outage(lastDay.minusDays(1), lastDay);
        assertThat(lastDay()).isEqualTo(lastDay.plusDays(1));
        outage(lastDay, lastDay.plusDays(1));
        assertThat(lastDay()).isEqualTo(lastDay.plusDays(1));
        // a day that was lost as a whole is given again
        outage(lastDay, lastDay.plusDays(2));
        assertThat(lastDay()).isEqualTo(lastDay.plusDays(3));
    }

    /** Its evening alone is no day to read a result, ask for advice and give reasons. */
    @Test
    void whoeverLostTheWorkingHoursOfTheirOtherDayHasAnotherOne() {
        shown(Scheme.NUMERIC);
        var lastDay = lastDay();
        outage(lastDay.minusDays(1), lastDay);
        var other = lastDay.plusDays(1);
        assertThat(lastDay()).isEqualTo(other);
        publisher.publishEvent(new OutageOver(at(other, 12), at(other, 18)));
        assertThat(lastDay()).as("after a morning").isEqualTo(other);
        publisher.publishEvent(new OutageOver(at(other, 7), at(other, 17)));
        assertThat(lastDay()).isEqualTo(other.plusDays(1));
    }

    /** From an evening to a morning. */
    private void outage(LocalDate from, LocalDate until) {
        publisher.publishEvent(new OutageOver(at(from, 17), at(until, 7)));
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(clock.getZone()).toInstant();
    }

    @Test
    void anOutageBeforeTheLastDayTakesNothingAway() {
        shown(Scheme.NUMERIC);
        var lastDay = lastDay();
        var end = lastDay.minusDays(1)
                .atTime(LocalTime.MAX)
                .atZone(clock.getZone())
                .toInstant();
        publisher.publishEvent(new OutageOver(end.minus(5, ChronoUnit.DAYS), end));
        assertThat(lastDay()).isEqualTo(lastDay);
        assertThat(recorded()).doesNotContain("objection.prolonged");
    }

    /** An evaluation whose result was shown by a release that counted to the second. */
    @Test
    void aPeriodSetToTheSecondIsCountedInWholeDaysFromTheUpgradeOn() {
        shown(Scheme.NUMERIC);
        var lastDay = lastDay();
        var morning = Date.from(lastDay.atTime(0, 5, 20).atZone(clock.getZone()).toInstant());
        var review = task(run, Step.REVIEW_RESULT);
        review.setDueDate(morning);
        tasks.saveTask(review);
        management.setJobDuedate(job(run, Elements.SILENCE_ACCEPTS).getId(), morning);
        upgrade();
        assertThat(task(run, Step.REVIEW_RESULT).getDueDate().toInstant())
                .isEqualTo(lastDay.atTime(23, 59, 59).atZone(clock.getZone()).toInstant());
        assertThat(job(run, Elements.SILENCE_ACCEPTS).getDuedate().toInstant())
                .isEqualTo(lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    @Test
    void whatWasSetToTheSecondIsDueWithItsWholeDayFromTheUpgradeOn() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        var decision = task(run, Step.DECIDE_OBJECTION);
        var day = LocalDate.ofInstant(decision.getDueDate().toInstant(), clock.getZone());
        var timer = job(run, Elements.DECISION_LATE);
        for (var set : List.of("00:00:01", "12:00:00", "23:59:59")) {
            var second = Date.from(
                    day.atTime(LocalTime.parse(set)).atZone(clock.getZone()).toInstant());
            var shownAs = task(run, Step.DECIDE_OBJECTION);
            shownAs.setDueDate(second);
            tasks.saveTask(shownAs);
            management.setJobDuedate(timer.getId(), second);
            upgrade();
            upgrade();
            assertThat(task(run, Step.DECIDE_OBJECTION).getDueDate().toInstant())
                    .as(set)
                    .isEqualTo(day.atTime(23, 59, 59).atZone(clock.getZone()).toInstant());
            assertThat(job(run, Elements.DECISION_LATE).getDuedate().toInstant())
                    .as(set)
                    .isEqualTo(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
        }
    }

    private void upgrade() {
        database.execute((ConnectionCallback<Void>) connection -> {
            new WholeDaysOfOpenTasks(new WholeDays(clock), clock).migrate(new MigratedOver(connection));
            return null;
        });
    }

    @Test
    void anObjectionWithoutReasonsIsRefusedAndTheTaskStaysOpen() {
        shown(Scheme.NUMERIC);
        assertThatThrownBy(() -> answer(staff(), task(run, Step.REVIEW_RESULT), new ReviewAnswer(true, " ", null)))
                .isInstanceOf(StepRefused.class)
                .hasMessage("Tuliskan alasan keberatan Anda.");
        assertThat(task(run, Step.REVIEW_RESULT)).isNotNull();
        assertThat(objections.find(id)).isEmpty();
    }

    @Test
    void theSuperiorChangesTheResultAndItIsScoredAgain() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        var rating = numeric("95", new Correction(indicator("Izin terbit"), new BigDecimal("80"), "Tercatat di buku"));
        answer(head(), task(run, Step.DECIDE_OBJECTION), changed(rating));
        execute(run, Elements.RECALCULATE_SCORE);

        // SKP = (60 × 100 + 40 × 110) / 100 = 104; 0.7 × 104 + 0.3 × 95 = 72.8 + 28.5
        assertThat(passed(run, Elements.RESULT_CHANGED)).isTrue();
        assertThat(assessments.versions(id))
                .extracting(Score::number, Score::basis, Score::predicate, Score::decidedBy, Score::reason)
                .containsExactly(
                        tuple(1, Basis.ASSESSMENT, Predicate.FAIR, officer(), null),
                        tuple(2, Basis.OBJECTION, Predicate.GOOD, head(), "Bukti diterima"));
        var result = assessments.result(id, INDONESIAN).orElseThrow();
        assertThat(result.total()).isEqualByComparingTo("101.30");
        assertThat(result.ratedBy()).startsWith("Pegawai head");
        assertThat(result.lines()).last().satisfies(line -> {
            assertThat(line.label()).isEqualTo("Diubah atas keberatan");
            assertThat(line.detail()).contains("Alasan: Bukti diterima");
            assertThat(line.value()).isEqualTo("Cukup → Baik");
        });
        assertThat(recorded()).filteredOn("score.calculated"::equals).hasSize(2);
        assertThat(objections.decided(id)).isTrue();
    }

    @Test
    void inQuadrantTheSuperiorChangesTheRatings() {
        shown(Scheme.QUADRANT);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        answer(head(), task(run, Step.DECIDE_OBJECTION), changed(quadrant(Rating.ABOVE)));
        execute(run, Elements.RECALCULATE_SCORE);
        assertThat(assessments.current(id).orElseThrow().predicate()).isEqualTo(Predicate.VERY_GOOD);
    }

    @Test
    void theSuperiorsRatingIsHeldToTheRulesOfTheFirst() {
        shown(Scheme.QUADRANT);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        assertThatThrownBy(() -> answer(head(), task(run, Step.DECIDE_OBJECTION), changed(quadrant(Rating.BELOW))))
                .isInstanceOf(StepRefused.class)
                .hasMessage("Tuliskan alasan rating hasil kerja di bawah ekspektasi."
                        + " Tuliskan alasan rating perilaku kerja di bawah ekspektasi.");
        assertThat(task(run, Step.DECIDE_OBJECTION)).isNotNull();
        assertThat(objections.decided(id)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void aChangeThatChangesNothingIsRefused(Scheme scheme) {
        shown(scheme);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        var same = scheme == Scheme.NUMERIC
                ? numeric("90.00", new Correction(indicator("Izin terbit"), new BigDecimal("60.0"), "Alasan lain"))
                : quadrant(Rating.MEETS);
        assertThatThrownBy(() -> answer(head(), task(run, Step.DECIDE_OBJECTION), changed(same)))
                .isInstanceOf(StepRefused.class)
                .hasMessageStartingWith("Penilaian Anda sama dengan penilaian sebelumnya.");
        assertThat(task(run, Step.DECIDE_OBJECTION)).isNotNull();
        assertThat(objections.decided(id)).isFalse();
    }

    @Test
    void oneRealisationThatDiffersIsAChange() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        var corrected = numeric("90", new Correction(indicator("Izin terbit"), new BigDecimal("61"), "Satu terlewat"));
        answer(head(), task(run, Step.DECIDE_OBJECTION), changed(corrected));
        assertThat(objections.decided(id)).isTrue();
    }

    @Test
    void aPredicateThatCalibrationMovedMayBeLedBackToTheRatingBefore() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), ACCEPTS);
        assessments.move(id, Predicate.POOR, "Distribusi unit", "sdm");
        run = start(ObjectionProcess.KEY);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        answer(head(), task(run, Step.DECIDE_OBJECTION), changed(numeric("90")));
        execute(run, Elements.RECALCULATE_SCORE);
        assertThat(assessments.current(id).orElseThrow().predicate()).isEqualTo(Predicate.FAIR);
    }

    @ParameterizedTest
    @CsvSource({"10000, 0", "10001, 1"})
    void reasonsUpToTheLimitAreTakenAndNotOneCharacterMore(int length, int refused) {
        shown(Scheme.QUADRANT);
        var objection = new ReviewAnswer(true, "kata".concat("é".repeat(length - 4)), List.of());
        if (refused == 0) {
            answer(staff(), task(run, Step.REVIEW_RESULT), objection);
            assertThat(objections.find(id).orElseThrow().reasons()).hasSize(length);
        } else {
            assertThatThrownBy(() -> answer(staff(), task(run, Step.REVIEW_RESULT), objection))
                    .isInstanceOf(StepRefused.class)
                    .hasMessage(
                            "Isian “Alasan” terlalu panjang: 10.001 karakter, paling banyak 10.000. Ringkas teksnya.");
            assertThat(objections.find(id)).isEmpty();
        }
    }

    @Test
    void upholdingLeavesTheScoreAsItIs() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        answer(head(), task(run, Step.DECIDE_OBJECTION), upheld());
        assertThat(passed(run, Elements.RESULT_UPHELD)).isTrue();
        assertThat(assessments.versions(id)).hasSize(1);
        assertThat(objections.find(id).orElseThrow().outcome()).isEqualTo(Outcome.UPHELD);
    }

    @Test
    void withoutAHearingNoteTheDecisionIsRefused() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        var unheard = new DecisionAnswer(Outcome.UPHELD, "Sudah dihitung", "Didengar", " ", null);
        assertThatThrownBy(() -> answer(head(), task(run, Step.DECIDE_OBJECTION), unheard))
                .isInstanceOf(StepRefused.class)
                .hasMessage("Tuliskan catatan hasil mendengarkan pegawai.");
        assertThat(task(run, Step.DECIDE_OBJECTION)).isNotNull();
    }

    @Test
    void whoeverRatedCannotDecideEvenIfTheTaskIsGivenToThem() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        reassign(task(run, Step.DECIDE_OBJECTION), officer());
        assertThatThrownBy(() -> answer(officer(), task(run, Step.DECIDE_OBJECTION), upheld()))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("Anda menilai atau ikut menilai dalam penilaian ini");
        assertThat(task(run, Step.DECIDE_OBJECTION)).isNotNull();
    }

    @Test
    void aLateDecisionIsEscalatedAndTheTaskStaysOpen() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        execute(run, Elements.DECISION_LATE);
        assertThat(passed(run, Elements.OBJECTION_ESCALATED)).isTrue();
        assertThat(recorded()).contains("objection.escalated");
        answer(head(), task(run, Step.DECIDE_OBJECTION), upheld());
        assertThat(passed(run, Elements.RESULT_UPHELD)).isTrue();
    }

    @Test
    void calibrationThatChangesAnAcceptedPredicateOpensASecondRound() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), ACCEPTS);
        assessments.move(id, Predicate.POOR, "Distribusi unit", "sdm");
        run = start(ObjectionProcess.KEY);
        assertThat(objections.reviewView(id, null, INDONESIAN).before()).isEqualTo(Predicate.FAIR);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        answer(head(), task(run, Step.DECIDE_OBJECTION), changed(numeric("100")));
        execute(run, Elements.RECALCULATE_SCORE);
        assertThat(assessments.versions(id))
                .extracting(Score::basis)
                .containsExactly(Basis.ASSESSMENT, Basis.CALIBRATION, Basis.OBJECTION);
        assertThat(assessments.result(id, INDONESIAN).orElseThrow().lines())
                .extracting(ResultView.Line::label)
                .endsWith("Diubah dalam kalibrasi", "Diubah atas keberatan");
    }

    @Test
    void whatTheSuperiorDecidedIsFinalForCalibration() {
        shown(Scheme.NUMERIC);
        answer(staff(), task(run, Step.REVIEW_RESULT), OBJECTS);
        answer(head(), task(run, Step.DECIDE_OBJECTION), changed(numeric("95")));
        execute(run, Elements.RECALCULATE_SCORE);
        assertThatThrownBy(() -> assessments.move(id, Predicate.POOR, "Distribusi unit", "sdm"))
                .hasMessage("assessment.move.final");
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    private static void itIs(ZonedDateTime moment) {
        ClockUtil.setCurrentTime(Date.from(moment.toInstant()));
    }

    private LocalDate lastDay() {
        return LocalDate.ofInstant(task(run, Step.REVIEW_RESULT).getDueDate().toInstant(), clock.getZone());
    }

    private void shown(Scheme scheme) {
        opened(scheme);
        var assessment = start(AssessmentProcess.KEY);
        execute(assessment, AssessmentProcess.Elements.FEEDBACK_CLOSES);
        var numeric = scheme == Scheme.NUMERIC;
        var self = new SelfAssessment(
                List.of(realisation("Izin terbit", "60"), realisation("Waktu tunggu", "27")),
                values(numeric ? new BigDecimal("90") : null, numeric ? null : Rating.MEETS),
                null);
        answer(staff(), task(assessment, Step.ASSESS_SELF), self);
        answer(officer(), task(assessment, Step.RATE_EMPLOYEE), numeric ? numeric("90") : quadrant(Rating.MEETS));
        execute(assessment, AssessmentProcess.Elements.CALCULATE_SCORE);
        run = start(ObjectionProcess.KEY);
    }

    private Realisation realisation(String indicator, String value) {
        return new Realisation(indicator(indicator), new BigDecimal(value), null, null);
    }

    private static SupervisorRating numeric(String score, Correction... corrections) {
        return new SupervisorRating(
                null, null, List.of(corrections), values(new BigDecimal(score), null), null, null, null);
    }

    private static SupervisorRating quadrant(Rating both) {
        return new SupervisorRating(new Judgement(both, null), new Judgement(both, null), null, null, null, null, null);
    }

    private static List<ValueRating> values(BigDecimal score, Rating rating) {
        return Arrays.stream(CoreValue.values())
                .map(value -> new ValueRating(value, rating, score, null))
                .toList();
    }

    private static DecisionAnswer upheld() {
        return new DecisionAnswer(Outcome.UPHELD, "Sudah dihitung", "Sesuai catatan", "Tidak ada bukti baru", null);
    }

    private static DecisionAnswer changed(SupervisorRating rating) {
        return new DecisionAnswer(Outcome.CHANGED, "Bukti diterima", "Mengakui terlewat", "Menunjukkan buku", rating);
    }

    private List<String> recorded() {
        return events.stream(EvaluationRecorded.class)
                .filter(event -> event.evaluation().equals(id))
                .map(event -> event.what().key())
                .toList();
    }
}
