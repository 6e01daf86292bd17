package id.laras.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.LarasTest;
import id.laras.cycle.EndReason;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Stage;
import id.laras.dashboard.Dossier;
import id.laras.dashboard.Dossiers;
import id.laras.evidence.FileService;
import id.laras.evidence.UploadedFile;
import id.laras.people.AbsenceKind;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.AssessorChange.Choice;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The former assessor tells the new one; each sees what the other did, and nobody sees more than they may. */
@LarasTest
@Tag("database")
@Tag("walk")
class HandOverNoteTests extends HandOverScene {

    private static final Step WRITE = Step.WRITE_HAND_OVER_NOTE;
    private static final Map<String, String> NOTE =
            Map.of("agreed", "Laporan tiap Senin", "seen", "Teliti dan cepat", "remaining", "Anggaran kader");

    @Autowired
    HandOverNotes notes;

    @Autowired
    Dossiers dossiers;

    @Autowired
    FileService files;

    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"MOVE", "SHARE"})
    void aHandOverAsksTheFormerAssessorForANoteWithinFourteenDays(Choice choice) {
        handedOver(choice);

        var task = walker.task(id, WRITE);
        assertThat(task.getAssignee()).isEqualTo(people.assessor());
        assertThat(task.getDueDate().toInstant().atZone(clock.getZone()).toLocalDate())
                .isEqualTo(LocalDate.now(clock).plusDays(14));
    }

    @Test
    void whoGoesOnJudgingIsAskedForNothing() {
        handedOver(Choice.STAY);

        assertThat(openTasks()).doesNotContain(WRITE);
    }

    @Test
    void theNoteStandsInTheFormsOfTheNewAssessorAndInNoOther() {
        handedOver(Choice.MOVE);
        write();

        assertThat(form(Step.APPROVE_TARGETS, people.peer())).contains("Laporan tiap Senin", "Anggaran kader");
        walker.complete(id, Step.APPROVE_TARGETS, answers.approval());
        walker.ring(id, "TimerCatch_CheckInDue");
        assertThat(form(Step.CHECK_IN, people.staf())).doesNotContain("Laporan tiap Senin");
        var plan = walker.plan(id);
        walker.complete(id, Step.CHECK_IN, answers.checkIn(plan));
        assertThat(form(Step.GIVE_CHECK_IN_FEEDBACK, people.peer())).contains("Teliti dan cepat");
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        assertThat(form(Step.ASSESS_SELF, people.staf())).doesNotContain("Teliti dan cepat");
        walker.complete(id, Step.ASSESS_SELF, answers.selfAssessment(plan));
        for (var opinion : opinions()) {
            assertThat(json.valueToTree(desk.open(opinion.getId(), staff(opinion.getAssignee()))
                                    .orElseThrow())
                            .toString())
                    .doesNotContain("Teliti dan cepat");
            walker.complete(opinion, opinion.getAssignee(), answers.feedback("MEETS", "95"));
        }
        walker.ring(id, "TimerCatch_FeedbackCloses");
        assertThat(form(Step.RATE_EMPLOYEE, people.peer())).contains("Teliti dan cepat");
    }

    @Test
    void employeesReadTheNoteWithTheResultAndOutsidersNever() {
        handedOver(Choice.MOVE);
        write();

        for (var reader : List.of(people.peer(), people.assessor(), people.head())) {
            assertThat(notes.of(evaluation(), staff(reader))).as(reader).hasSize(1);
        }
        assertThat(notes.of(evaluation(), hr()))
                .extracting(HandOverNotes.Note::agreed)
                .containsExactly("Laporan tiap Senin");
        assertThat(notes.of(evaluation(), staff(people.staf()))).isEmpty();
        var employeeInHr = new Actor(people.staf(), Set.of(Role.STAFF, Role.HR, Role.AUDITOR));
        assertThat(notes.of(evaluation(), employeeInHr)).isEmpty();
        assertThat(notes.of(evaluation(), staff("rekanlain" + people.number()))).isEmpty();

        recorder.enter(EvaluationId.of(id), Stage.OBJECTION);
        assertThat(notes.of(evaluation(), staff(people.staf()))).hasSize(1);
    }

    @Test
    void aNoteThatIsNotWrittenIsNoLongerAskedForAndHoldsNothingUp() {
        handedOver(Choice.MOVE);
        walker.complete(id, Step.APPROVE_TARGETS, answers.approval());
        assertThat(evaluation().stage()).isEqualTo(Stage.MONITORING);

        walker.ring(id, "BoundaryTimer_HandOverDue");

        assertThat(openTasks()).doesNotContain(WRITE);
        assertThat(trail("handOver.noteMissed")).hasSize(1);
        assertThat(notes.of(evaluation(), hr())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = AbsenceKind.class,
            names = {"DIED", "RETIRED"})
    void whoHasDiedOrRetiredIsNotAskedAndTheTrailSaysSo(AbsenceKind kind) {
        offices.leave(people.nip(2), kind, LocalDate.now(clock), null, hr());
        handedOver(Choice.MOVE);

        assertThat(openTasks()).doesNotContain(WRITE);
        assertThat(trail("handOver.noteSkipped")).hasSize(1);
    }

    @Test
    void whoReachedTheirLastDayOfServiceIsNotAskedAndWhoMovedIs() {
        offices.leave(people.nip(2), AbsenceKind.MOVED, LocalDate.now(clock), null, hr());
        handedOver(Choice.MOVE);
        assertThat(openTasks()).contains(WRITE);

        lastDay(people.nip(4), LocalDate.now(clock).minusDays(1));
        town.answerTo(people, 5);
        choose(Choice.MOVE);
        assertThat(openTasks().stream().filter(WRITE::equals)).hasSize(1);
        assertThat(trail("handOver.noteSkipped")).hasSize(1);
    }

    @Test
    void whoHasNoAccountIsNotAsked() {
        database.sql("update evaluation set assessor = ? where id = ?")
                .params("tanpaakun" + people.number(), id)
                .update();
        handedOver(Choice.MOVE);

        assertThat(openTasks()).doesNotContain(WRITE);
        assertThat(trail("handOver.noteSkipped")).hasSize(1);
    }

    @Test
    void anEmptyNoteIsRefusedAndStaysOpen() {
        handedOver(Choice.MOVE);

        assertThatThrownBy(() -> walker.complete(id, WRITE, Map.of("agreed", " ")))
                .hasMessageContaining("paling sedikit satu");
        assertThat(openTasks()).contains(WRITE);
    }

    @Test
    void aNoteAskedForUnderTheOldWordIsStillWritten() {
        handedOver(Choice.MOVE);
        var run = walker.task(id, WRITE).getProcessInstanceId();
        var runtime = engine.getRuntimeService();
        runtime.setVariable(run, "supervisorChange", runtime.getVariable(run, "assessorChange"));
        runtime.removeVariable(run, "assessorChange");

        walker.complete(id, WRITE, Map.of("agreed", "Target dinaikkan"));

        assertThat(openTasks()).doesNotContain(WRITE);
    }

    @Test
    void whoAssessesAgainOwesNobodyANote() {
        handedOver(Choice.MOVE);
        town.answerTo(people, 2);
        choose(Choice.MOVE);

        assertThat(walker.task(id, WRITE).getAssignee()).isEqualTo(people.peer());
        assertThat(trail("handOver.noteWithdrawn")).hasSize(1);
    }

    @Test
    void aCancelledEvaluationAsksForNoNote() {
        handedOver(Choice.MOVE);
        end(EndReason.DIED);

        assertThat(walker.tasks(id)).isEmpty();
    }

    @Test
    void eachSeesWhatTheOtherDid() {
        untilReview();
        town.answerTo(people, 4);
        choose(Choice.MOVE);

        var successor = dossier(people.peer());
        assertThat(successor.plan().approvedBy()).isEqualTo(people.assessor());
        assertThat(successor.result().ratedBy()).startsWith("Ratna Dewi");
        assertThat(dossier(people.assessor()).result().ratedBy()).startsWith("Ratna Dewi");
    }

    @Test
    void theFormerAssessorSeesWhatTheNewOneApprovedAnsweredAndRated() {
        handedOver(Choice.MOVE);
        walker.complete(id, Step.APPROVE_TARGETS, answers.approval());
        var plan = walker.plan(id);
        walker.checkIn(id, answers);
        walker.untilScored(id, answers, "MEETS", "95");
        walker.complete(id, Step.REVIEW_RESULT, answers.objection());

        var seen = dossier(people.assessor());
        assertThat(seen.plan().approvedBy()).isEqualTo(people.peer());
        assertThat(seen.checkIns()).hasSize(1).allMatch(one -> one.feedbackBy().startsWith("Citra Lestari"));
        assertThat(seen.result().ratedBy()).startsWith("Citra Lestari");
        assertThat(seen.response())
                .as("the objection is not their affair any more")
                .isNull();
        assertThat(dossier(people.peer()).response()).isNotNull();
        assertThat(json.valueToTree(seen).toString())
                .as("what colleagues wrote")
                .doesNotContain(String.valueOf(answers.feedback("MEETS", "95").get("comment")));
    }

    @Test
    void theFormerAssessorReadsNoFileThatCameAfterTheHandOver() {
        var before = upload("sebelum.pdf");
        handedOver(Choice.MOVE);
        var after = upload("sesudah.pdf");

        var former = staff(people.assessor());
        assertThat(files.find(former, before.fileId())).isPresent();
        assertThat(files.find(former, after.fileId())).isEmpty();
        assertThat(files.find(staff(people.peer()), after.fileId())).isPresent();
    }

    private UploadedFile upload(String name) {
        return files.store(
                        staff(people.staf()),
                        EvaluationId.of(id),
                        name,
                        "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))
                .orElseThrow();
    }

    private void handedOver(Choice choice) {
        walker.complete(id, Step.DRAFT_TARGETS, answers.targets());
        town.answerTo(people, 4);
        choose(choice);
    }

    private void write() {
        walker.complete(id, WRITE, NOTE);
    }

    private String form(Step task, String person) {
        return json.valueToTree(
                        desk.open(walker.task(id, task).getId(), staff(person)).orElseThrow())
                .toString();
    }

    private Dossier dossier(String reader) {
        return dossiers.of(rows.findWithCycleById(id).orElseThrow(), staff(reader), Locale.forLanguageTag("id"));
    }
}
