package id.laras.assessment;

import static id.laras.assessment.AssessmentSamples.judgement;
import static id.laras.assessment.AssessmentSamples.quadrant;
import static id.laras.assessment.AssessmentSamples.ratings;
import static id.laras.assessment.AssessmentSamples.realisation;
import static id.laras.assessment.AssessmentSamples.scores;
import static id.laras.assessment.ScoringSamples.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.laras.assessment.SelfAssessment.NewIdea;
import id.laras.assessment.process.AssessmentProcess;
import id.laras.assessment.process.AssessmentProcess.Elements;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.engine.StepRefused;
import id.laras.engine.TaskDesk;
import id.laras.feedback.Opinion;
import id.laras.feedback.Rating;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** The assessment in the real engine, with the real tables, from self-assessment to score. */
@Tag("walk")
class AssessmentWalkTests extends Walk {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Autowired
    TaskDesk desk;

    private ProcessInstance run;

    @Test
    void inNumericColleaguesSelfAndAssessorGiveAScoreOf60To40() {
        assessing(Scheme.NUMERIC);
        asked().forEach(peer -> answer(peer, feedbackTask(peer), new Opinion(scores("100"), "Teliti")));
        answer(staff(), task(run, Step.ASSESS_SELF), self("60", "27"));
        execute(run, Elements.FEEDBACK_COMPLETE);
        answer(officer(), task(run, Step.RATE_EMPLOYEE), numeric("90"));
        execute(run, Elements.CALCULATE_SCORE);

        // SKP = (60 × 75 + 40 × 110) / 100 = 89; behaviour = 0.6 × 90 + 0.4 × 100 = 94; 53.4 + 37.6
        var score = assessments.current(id).orElseThrow();
        assertThat(score.total()).isEqualByComparingTo("91.00");
        assertThat(score.predicate()).isEqualTo(Predicate.GOOD);
        assertThat(score.basis()).isEqualTo(Basis.ASSESSMENT);
        assertThat(score.decidedBy()).isEqualTo(officer());
        assertThat(passed(run, Elements.SCORED)).isTrue();
    }

    @Test
    void inNumericFeedbackThatNobodyGaveIsLeftOut() {
        scored("60", "27", numeric("90"));
        assertThat(assessments.current(id).orElseThrow().total()).isEqualByComparingTo("89.30");
        assertThat(assessments.result(id, INDONESIAN).orElseThrow().lines())
                .extracting(ResultView.Line::detail)
                .anySatisfy(detail -> assertThat(detail).contains("70% × SKP 89,00 + 30% × perilaku 90,00"));
    }

    @Test
    void inQuadrantBothRatingsGiveThePredicateOfTheTable() {
        assessing(Scheme.QUADRANT);
        execute(run, Elements.FEEDBACK_CLOSES);
        var self = new SelfAssessment(self("60", "27").realisations(), ratings(Rating.ABOVE), null);
        answer(staff(), task(run, Step.ASSESS_SELF), self);
        answer(
                officer(),
                task(run, Step.RATE_EMPLOYEE),
                quadrant(judgement(Rating.BELOW, "Target triwulan lewat"), judgement(Rating.MEETS, null)));
        execute(run, Elements.CALCULATE_SCORE);

        var score = assessments.current(id).orElseThrow();
        assertThat(score.total()).isNull();
        assertThat(score.predicate()).isEqualTo(Predicate.NEEDS_IMPROVEMENT);
        assertThat(assessments.result(id, INDONESIAN).orElseThrow().lines())
                .extracting(ResultView.Line::detail)
                .anySatisfy(detail -> assertThat(detail).contains("Alasan: Target triwulan lewat"));
    }

    @Test
    void veryGoodNeedsAnApprovedNewIdea() {
        assertThat(scoredAt120(false).predicate()).isEqualTo(Predicate.GOOD);
    }

    @Test
    void withAnApprovedNewIdeaItIsVeryGood() {
        assertThat(scoredAt120(true).predicate()).isEqualTo(Predicate.VERY_GOOD);
    }

    @Test
    void refusedSelfAssessmentsLeaveTheTaskOpen() {
        assessing(Scheme.NUMERIC);
        var incomplete = new SelfAssessment(List.of(realisation(indicator("Izin terbit"), "60")), scores("90"), null);
        assertThatThrownBy(() -> answer(staff(), task(run, Step.ASSESS_SELF), incomplete))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("Realisasi indikator “Waktu tunggu” belum diisi.");
        assertThat(task(run, Step.ASSESS_SELF)).isNotNull();
        assertThat(assessments.ratingView(id).self()).isNull();
    }

    @Test
    void withoutSelfAssessmentTheAssessorReportsEveryRealisation() {
        assessing(Scheme.NUMERIC);
        execute(run, Elements.FEEDBACK_CLOSES);
        execute(run, Elements.ASSESSMENT_DUE);
        assertThat(task(run, Step.ASSESS_SELF)).isNull();
        assertThat(assessments.ratingView(id).self()).isNull();
        assertThatThrownBy(() -> answer(officer(), task(run, Step.RATE_EMPLOYEE), numeric("90")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("Realisasi indikator “Izin terbit” belum diisi.");
        var reported = List.of(
                new SupervisorRating.Correction(indicator("Izin terbit"), number("60"), "Buku register"),
                new SupervisorRating.Correction(indicator("Waktu tunggu"), number("27"), "Catatan loket"));
        answer(
                officer(),
                task(run, Step.RATE_EMPLOYEE),
                new SupervisorRating(null, null, reported, scores("90"), null, null, null));
        execute(run, Elements.CALCULATE_SCORE);
        assertThat(assessments.current(id).orElseThrow().total()).isEqualByComparingTo("89.30");
    }

    @Test
    void theTrailTellsOfMissedDeadlineAndLostDraftWithoutItsWords() {
        assessing(Scheme.QUADRANT);
        desk.keepDraft(
                task(run, Step.ASSESS_SELF).getId(),
                new Actor(staff(), Set.of(Role.STAFF)),
                "{\"note\":\"x\"}",
                0,
                List.of());
        execute(run, Elements.ASSESSMENT_DUE);
        assertThat(jdbc.queryForList(
                        "select what, actor, answer from trail_entry where subject = ? and what in"
                                + " ('draft.lost', 'assessment.selfMissed') order by id",
                        id.value()))
                .extracting(row -> row.get("what"), row -> row.get("actor"), row -> row.get("answer"))
                .containsExactly(tuple("draft.lost", null, null), tuple("assessment.selfMissed", null, null));
    }

    @Test
    void whereNothingWasTypedNoDraftIsLost() {
        assessing(Scheme.QUADRANT);
        execute(run, Elements.FEEDBACK_CLOSES);
        execute(run, Elements.ASSESSMENT_DUE);
        assertThat(jdbc.queryForList("select what from trail_entry where subject = ?", String.class, id.value()))
                .contains("assessment.selfMissed")
                .doesNotContain("draft.lost");
    }

    @Test
    void aSelfAssessmentIsMissedOnlyWhenItsDayIsOverAndThereIsNone() {
        assessing(Scheme.NUMERIC);
        recorder.enter(id, Stage.ASSESSMENT);
        var due = evaluation.schedule().assessmentDue();
        try {
            itIsTheEndOf(due);
            assertThat(assessments.selfAssessmentMissed(id)).isFalse();
            itIs(due.plusDays(1) + "T00:00:00+07:00");
            assertThat(assessments.selfAssessmentMissed(id)).isTrue();
            assertThatThrownBy(() -> answer(staff(), task(run, Step.ASSESS_SELF), self("60", "27")))
                    .as("its timer has not fired yet")
                    .isInstanceOf(StepRefused.class)
                    .hasMessageStartingWith("Hari terakhir untuk tugas ini adalah ");
            itIsTheEndOf(due);
            answer(staff(), task(run, Step.ASSESS_SELF), self("60", "27"));
            assertThat(assessments.selfAssessmentMissed(id)).isFalse();
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void opinionsAreTakenToTheEndOfTheClosingDayThoughTheTimerIsLate() {
        assessing(Scheme.NUMERIC);
        var peer = asked().get(0);
        var closes = evaluation.schedule().feedbackCloses();
        try {
            itIs(closes.plusDays(1) + "T00:00:00+07:00");
            assertThatThrownBy(() -> answer(peer, feedbackTask(peer), new Opinion(scores("100"), null)))
                    .isInstanceOf(StepRefused.class)
                    .hasMessageStartingWith("Hari terakhir untuk tugas ini adalah ");
            itIsTheEndOf(closes);
            answer(peer, feedbackTask(peer), new Opinion(scores("100"), null));
        } finally {
            ClockUtil.reset();
        }
    }

    private static void itIsTheEndOf(LocalDate day) {
        itIs(day + "T23:59:59.999+07:00");
    }

    private static void itIs(String moment) {
        ClockUtil.setCurrentTime(Date.from(OffsetDateTime.parse(moment).toInstant()));
    }

    @Test
    void refusedRatingsLeaveTheTaskOpen() {
        assessing(Scheme.QUADRANT);
        execute(run, Elements.FEEDBACK_CLOSES);
        answer(
                staff(),
                task(run, Step.ASSESS_SELF),
                new SelfAssessment(self("60", "27").realisations(), ratings(Rating.MEETS), null));
        var unreasoned = quadrant(judgement(Rating.BELOW, null), judgement(Rating.MEETS, null));
        assertThatThrownBy(() -> answer(officer(), task(run, Step.RATE_EMPLOYEE), unreasoned))
                .isInstanceOf(StepRefused.class)
                .hasMessage("Tuliskan alasan rating hasil kerja di bawah ekspektasi.");
        assertThat(task(run, Step.RATE_EMPLOYEE)).isNotNull();
        assertThat(assessments.ratingView(id).current()).isNull();
        assertThat(job(run, Elements.CALCULATE_SCORE)).isNull();
    }

    @Test
    void nobodyAssessesInTheNameOfTheEmployee() {
        assessing(Scheme.NUMERIC);
        reassign(task(run, Step.ASSESS_SELF), officer());
        assertThatThrownBy(() -> answer(officer(), task(run, Step.ASSESS_SELF), self("80", "20")))
                .isInstanceOf(StepRefused.class)
                .hasMessage("Penilaian diri hanya dapat diisi oleh pegawai yang bersangkutan.");
    }

    @Test
    void whoRatedOnceCannotOverruleThemselves() {
        scored("60", "27", numeric("90"));
        assertThatThrownBy(() -> assessments.overrule(id, officer(), "Berubah pikiran", numeric("100")))
                .hasMessage("assessment.rating.again");
    }

    @Test
    void nobodyRatesThemselvesEvenIfTheTaskIsGivenToThem() {
        assessing(Scheme.NUMERIC);
        execute(run, Elements.FEEDBACK_CLOSES);
        answer(staff(), task(run, Step.ASSESS_SELF), self("60", "27"));
        reassign(task(run, Step.RATE_EMPLOYEE), staff());
        assertThatThrownBy(() -> answer(staff(), task(run, Step.RATE_EMPLOYEE), numeric("120")))
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("Penilaian ini tentang Anda sendiri");
        assertThat(task(run, Step.RATE_EMPLOYEE)).isNotNull();
    }

    @Test
    void aFailingScoreIsAnIncidentThatLosesNothingAndCanBeRetried() {
        assessing(Scheme.NUMERIC);
        execute(run, Elements.FEEDBACK_CLOSES);
        answer(staff(), task(run, Step.ASSESS_SELF), self("60", "27"));
        answer(officer(), task(run, Step.RATE_EMPLOYEE), numeric("90"));
        var whole = jdbc.queryForObject(
                "select rating from supervisor_rating where evaluation_id = ?", String.class, id.value());
        store(whole.replace("\"COMPETENT\"", "\"LOYAL\""));
        var job = job(run, Elements.CALCULATE_SCORE).getId();
        while (retries(job) > 0) {
            assertThatThrownBy(() -> management.executeJob(job))
                    .hasMessageContaining("Nilai “Kompeten” dari pejabat penilai belum ada.");
        }

        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(run.getId())
                        .singleResult()
                        .getIncidentMessage())
                .contains("Nilai “Kompeten” dari pejabat penilai belum ada.");
        assertThat(assessments.current(id)).isEmpty();
        assertThat(assessments.ratingView(id).current()).isNotNull();
        assertThat(passed(run, Step.RATE_EMPLOYEE.task())).isTrue();

        store(whole);
        management.setJobRetries(job, 1);
        management.executeJob(job);
        assertThat(assessments.versions(id))
                .singleElement()
                .satisfies(score -> assertThat(score.total()).isEqualByComparingTo("89.30"));
        assertThat(runtime.createIncidentQuery().processInstanceId(run.getId()).count())
                .isZero();
        assertThat(passed(run, Elements.SCORED)).isTrue();
    }

    @Test
    void theEmployeeSeesTheResultOnlyFromTheObjectionOn() {
        scored("60", "27", numeric("90"));
        recorder.enter(id, Stage.ASSESSMENT);
        assertThat(resultFor(staff(), Role.STAFF)).isEmpty();
        assertThat(resultFor(staff(), Role.STAFF, Role.HR)).isEmpty();
        assertThat(resultFor(officer(), Role.STAFF)).isPresent();
        assertThat(resultFor("somebody-of-hr", Role.HR)).isPresent();
        assertThat(resultFor("somebody-of-audit", Role.AUDITOR)).isPresent();
        assertThat(resultFor(asked().get(0), Role.STAFF)).isEmpty();
        assertThat(resultFor("somebody-of-it", Role.ADMIN)).isEmpty();
        recorder.enter(id, Stage.OBJECTION);
        assertThat(resultFor(staff(), Role.STAFF)).isPresent();
    }

    @Test
    void calibrationAppendsAVersionAndNeverOverwritesOne() {
        scored("60", "27", numeric("90"));
        var first = assessments.current(id).orElseThrow();
        assessments.move(id, Predicate.GOOD, "Setara dengan rekan seunit", "sdm");
        assertThat(assessments.versions(id))
                .extracting(Score::number, Score::basis, Score::predicate, Score::decidedBy, Score::reason)
                .containsExactly(
                        tuple(1, Basis.ASSESSMENT, Predicate.FAIR, officer(), null),
                        tuple(2, Basis.CALIBRATION, Predicate.GOOD, "sdm", "Setara dengan rekan seunit"));
        assertThat(assessments.versions(id).get(0).calculatedAt()).isEqualTo(first.calculatedAt());
        assertThat(assessments.result(id, INDONESIAN).orElseThrow().ratedBy()).isEqualTo("Pegawai officer");
    }

    @Test
    void twoVersionsOfTheSameNumberCannotBeStored() {
        scored("60", "27", numeric("90"));
        assertThatThrownBy(() -> jdbc.update(
                        "insert into score (id, evaluation_id, number, basis, predicate, explanation, calculated_at,"
                                + " decided_by, version) select 'again', evaluation_id, number, basis, predicate,"
                                + " explanation, calculated_at, decided_by, version from score"
                                + " where evaluation_id = ?",
                        id.value()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aMoveNeedsAReasonAndAnotherPredicateOfTheScheme() {
        scored("60", "27", numeric("90"));
        assertThatThrownBy(() -> assessments.move(id, Predicate.GOOD, " ", "sdm"))
                .hasMessage("assessment.move.reason");
        assertThatThrownBy(() -> assessments.move(id, Predicate.FAIR, "Sama", "sdm"))
                .hasMessage("assessment.move.predicate");
        assertThatThrownBy(() -> assessments.move(id, Predicate.NEEDS_IMPROVEMENT, "Tidak dikenal", "sdm"))
                .hasMessage("assessment.move.predicate");
        assertThat(assessments.versions(id)).hasSize(1);
    }

    private void assessing(Scheme scheme) {
        opened(scheme);
        run = start(AssessmentProcess.KEY);
    }

    private void scored(String permits, String waiting, SupervisorRating rating) {
        assessing(Scheme.NUMERIC);
        execute(run, Elements.FEEDBACK_CLOSES);
        answer(staff(), task(run, Step.ASSESS_SELF), self(permits, waiting));
        answer(officer(), task(run, Step.RATE_EMPLOYEE), rating);
        execute(run, Elements.CALCULATE_SCORE);
    }

    private Score scoredAt120(boolean ideaApproved) {
        assessing(Scheme.NUMERIC);
        execute(run, Elements.FEEDBACK_CLOSES);
        var self = new SelfAssessment(
                self("100", "20").realisations(), scores("90"), new NewIdea("Antrean daring", "Nomor dari rumah"));
        answer(staff(), task(run, Step.ASSESS_SELF), self);
        var rating = new SupervisorRating(
                null, null, null, scores("120"), ideaApproved, ideaApproved ? "Menghemat waktu warga" : null, null);
        answer(officer(), task(run, Step.RATE_EMPLOYEE), rating);
        execute(run, Elements.CALCULATE_SCORE);
        var score = assessments.current(id).orElseThrow();
        assertThat(score.total()).isEqualByComparingTo(number("120.00"));
        return score;
    }

    private SelfAssessment self(String permits, String waiting) {
        return new SelfAssessment(
                List.of(
                        realisation(indicator("Izin terbit"), permits),
                        realisation(indicator("Waktu tunggu"), waiting)),
                scores("90"),
                null);
    }

    private static SupervisorRating numeric(String score) {
        return new SupervisorRating(null, null, null, scores(score), null, null, null);
    }

    private Task feedbackTask(String peer) {
        return tasks.createTaskQuery()
                .processInstanceId(run.getId())
                .taskDefinitionKey(Step.GIVE_FEEDBACK.task())
                .taskAssignee(peer)
                .singleResult();
    }

    private Optional<ResultView> resultFor(String account, Role... roles) {
        return assessments.resultFor(new Actor(account, Set.of(roles)), evaluation, INDONESIAN);
    }

    private int retries(String job) {
        return management.createJobQuery().jobId(job).singleResult().getRetries();
    }

    private void store(String rating) {
        jdbc.update("update supervisor_rating set rating = ? where evaluation_id = ?", rating, id.value());
    }
}
