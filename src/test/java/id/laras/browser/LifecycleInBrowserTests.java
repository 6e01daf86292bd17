package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.lifecycle.Answers;
import id.laras.steps.Step;
import id.laras.target.TargetService;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job as people do it, each at their own browser in Tasklist: from the first target to training or reward. */
class LifecycleInBrowserTests extends BrowserWalk {

    @Autowired
    TargetService targets;

    /** The forms of NUMERIC are walked among all forms, and its way from an objection on by {@code LifecycleTests}. */
    @Test
    void anObjectionThatChangesTheResultLeadsToTraining() {
        open(Scheme.QUADRANT);
        untilResult();
        var before = current();

        task(people.staf(), Step.REVIEW_RESULT)
                .set("decision", "OBJECT")
                .set("reasons", "Capaian triwulan IV belum dihitung.")
                .picture("review-result-" + scheme)
                .send();
        var decision = task(people.head(), Step.DECIDE_OBJECTION)
                .set("hearingEmployee", "Pegawai menunjukkan laporan triwulan IV.")
                .set("hearingAssessor", "Penilai mengakui bukti datang terlambat.")
                .set("outcome", "CHANGED")
                .set("reason", "Bukti triwulan IV sah.");
        rate(decision, "MEETS", "95");
        decision.picture("decide-objection-" + scheme).send();
        walker.runJobs(id);
        assertThat(current()).isNotEqualTo(before);
        desk(people.staf()).visit("/evaluations/" + id);
        assertThat(desk(people.staf()).page().locator("main"))
                .containsText("Predikat ini final karena keberatannya sudah diputuskan");

        untilConfirmed();
        withoutProposals(task(people.supervisor(), Step.PLAN_DEVELOPMENT))
                .press("Tambah pelatihan")
                .set("trainings.0.code", "TIME_MANAGEMENT")
                .set("trainings.0.until", LocalDate.now(clock).plusMonths(3).toString())
                .set("trainings.0.goal", "Laporan selesai tepat waktu.")
                .picture("plan-development-" + scheme)
                .send();
        var training = task(people.staf(), Step.CONFIRM_TRAINING);
        var completedOn =
                training.fields(Pattern.compile("trainings\\..*\\.completedOn")).get(0);
        training.set(completedOn, LocalDate.now(clock).toString());
        assertThat(training.sendRefused()).contains("bukti");
        training.set(completedOn.replace("completedOn", "proof"), "https://contoh.go.id/sertifikat")
                .picture("confirm-training-" + scheme)
                .send();

        assertThat(desks).hasSize(6);
        assertClosed();
    }

    /** Up to the result it is the way above; what follows differs by no scheme, and is walked in the other one among all forms. */
    @Test
    void anAcceptedResultLeadsToReward() {
        open(Scheme.QUADRANT);
        walker.untilAssessed(id, new Answers(scheme), "ABOVE", "105");
        task(people.staf(), Step.REVIEW_RESULT).set("decision", "ACCEPT").send();
        // at their browsers above
        var answers = new Answers(scheme);
        walker.calibrate(id, people.hr(), answers.noMoves());
        walker.confirm(id, answers);
        var plan = task(people.supervisor(), Step.PLAN_DEVELOPMENT).set("reward", "");
        withoutProposals(plan).send();
        plan.next()
                .set("kind", "CERTIFICATE")
                .set("citation", "Melayani warga tanpa satu keluhan.")
                .picture("nominate-reward-" + scheme)
                .send();
        var decision = task(people.hr(), Step.DECIDE_REWARD);
        var late = decision.loadLate();
        decision.claim().set("decision", "GRANT").set("reason", "Layak menjadi teladan.");
        late.run();
        assertThat(decision.field("reason").locator("textarea")).hasValue("Layak menjadi teladan.");
        decision.picture("decide-reward-" + scheme).send();

        assertClosed();
    }

    @Test
    void whoHoldsATaskCommentsOnItAndNobodyOnAnOpinion() {
        open(Scheme.QUADRANT);
        var words = "Mohon ditinjau sebelum Jumat 👍";
        var draft = task(people.staf(), Step.DRAFT_TARGETS);
        draft.comment(words).page().getByText("Riwayat").first().click();
        assertThat(draft.page().locator(".history-pane")).containsText(words);
        draft.picture("comment-on-task");
        draft.page().setViewportSize(Desk.PHONE, 740);
        draft.picture("comment-on-task");

        var answers = new Answers(Scheme.QUADRANT);
        walker.untilApproved(id, answers);
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        var asked = walker.tasks(id, Step.GIVE_FEEDBACK).get(0);
        var opinion = desk(asked.getAssignee()).open(asked.getId());
        assertThat(opinion.commenting()).isHidden();
        opinion.picture("no-comment-on-opinion");
        var self = task(people.staf(), Step.ASSESS_SELF);
        assertThat(self.commenting()).isVisible();

        var timeline = desk(people.hr());
        timeline.visit("/audit/evaluations/" + id);
        assertThat(timeline.page().locator("main")).containsText("Berkomentar pada tugas: Menyusun sasaran kinerja");
        assertThat(timeline.page().locator("main")).containsText(words);
        timeline.picture("comment-in-timeline");
        desks.forEach((person, desk) -> assertThat(desk.faults()).as(person).isEmpty());
    }

    private void open(Scheme chosen) {
        scheme = chosen;
        people = town.organisation();
        town.letIn(people, PASSWORD);
        id = town.openForStaf(people, scheme);
    }

    private void untilResult() {
        draftTargets();
        task(people.supervisor(), Step.APPROVE_TARGETS)
                .set("decision", "APPROVE")
                .picture("approve-targets-" + scheme)
                .send();
        walker.ring(id, "TimerCatch_CheckInDue");
        var checkIn = task(people.staf(), Step.CHECK_IN);
        checkIn.fields(Pattern.compile("progress\\.[^.]+")).forEach(field -> checkIn.set(field, "12,5"));
        checkIn.set("note", "Sesuai rencana.").picture("check-in-" + scheme).send();
        task(people.supervisor(), Step.GIVE_CHECK_IN_FEEDBACK)
                .set("feedback", "Lanjutkan, jaga mutu.")
                .send();
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
        assessSelf();
        opinions();
        walker.ring(id, "TimerCatch_FeedbackCloses");
        var rated = task(people.supervisor(), Step.RATE_EMPLOYEE);
        rate(rated, "BELOW", null);
        rated.picture("rate-employee-" + scheme).send();
        walker.runJobs(id);
    }

    /** One of the peers and one of the subordinates at their browsers; the others say the same. */
    private void opinions() {
        var kinds = new HashSet<Boolean>();
        for (var task : walker.tasks(id, Step.GIVE_FEEDBACK)) {
            if (kinds.add(task.getAssignee().startsWith("rekan"))) {
                var desk = desk(task.getAssignee()).open(task.getId());
                VALUES.forEach(value -> desk.set("behaviour." + value, "BELOW"));
                desk.set("comment", "Dapat diandalkan.")
                        .picture("give-feedback-" + scheme)
                        .send();
            } else {
                walker.complete(task, task.getAssignee(), new Answers(scheme).feedback("BELOW", ""));
            }
        }
        assertThat(kinds).hasSize(2);
    }

    private void draftTargets() {
        var draft = task(people.staf(), Step.DRAFT_TARGETS);
        draft.set("results.0.title", "Pelayanan imunisasi tepat waktu")
                .set("results.0.kind", "MAIN")
                .set("results.0.indicators.0.name", "Anak terimunisasi")
                .set("results.0.indicators.0.aspect", "QUANTITY")
                .set("results.0.indicators.0.target", "200")
                .set("results.0.indicators.0.unit", "anak")
                .set("results.0.indicators.0.direction", "HIGHER")
                .set("behaviourExpectation", "Ramah dan cepat melayani warga.");
        draft.picture("draft-targets-" + scheme).send();
    }

    private void assessSelf() {
        var self = task(people.staf(), Step.ASSESS_SELF);
        self.fields(Pattern.compile("realisations\\.[^.]+")).forEach(field -> self.set(field, "200"));
        VALUES.forEach(value -> self.set("behaviour." + value, "MEETS"));
        self.picture("assess-self-" + scheme).send();
    }

    private void untilConfirmed() {
        walker.runJobs(id);
        var calibration = walker.calibrationOf(id);
        var table = desk(people.hr())
                .open(walker.task(calibration, Step.CALIBRATE_UNIT).getId())
                .claim();
        table.picture("calibrate-unit-" + scheme).send();
        walker.runJobs(calibration);
        walker.runJobs(id);
        task(people.supervisor(), Step.CONFIRM_RESULT)
                .set("confirmed", "")
                .picture("confirm-result-" + scheme)
                .send();
        walker.runJobs(id);
    }

    private void assertClosed() {
        assertThat(walker.tasks(id)).isEmpty();
        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.CLOSED);
        var own = desk(people.staf());
        own.visit("/evaluations/" + id);
        assertThat(own.page().locator("main")).containsText("Budi Santoso");
        own.picture("evaluation-" + scheme);
        desks.forEach((person, desk) -> assertThat(desk.faults()).as(person).isEmpty());
    }
}
