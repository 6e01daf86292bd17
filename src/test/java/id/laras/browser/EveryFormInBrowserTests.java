package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import id.laras.TestPeople;
import id.laras.cycle.Cycle;
import id.laras.cycle.CycleService;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Evaluations;
import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.lifecycle.Answers;
import id.laras.opening.OpeningService;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import id.laras.succession.AssessorChange.Choice;
import id.laras.succession.HandOvers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One evaluation on its longest way: through every form, wide and on a phone, and through the fields that others skip. */
class EveryFormInBrowserTests extends BrowserWalk {

    @Autowired
    CycleService cycles;

    @Autowired
    OpeningService openings;

    @Autowired
    Evaluations all;

    @Autowired
    HandOvers handOvers;

    @Autowired
    TestPeople accounts;

    Answers answers;
    Cycle cycle;

    @Test
    void everyFormFitsAPhoneAndKeepsWhatItIsGiven() throws IOException {
        scheme = Scheme.NUMERIC;
        answers = new Answers(scheme);
        people = town.organisation();
        town.letIn(people, PASSWORD);
        cycle = town.cycle(people, scheme);
        id = town.openForStaf(people, cycle);
        assessorHasTargets();

        targetsAreReturnedAndApproved();
        targetsAreRevised();
        progressIsReported();
        assessed();
        assertThat(current()).isEqualTo(Predicate.VERY_GOOD);
        task(people.staf(), Step.REVIEW_RESULT).set("decision", "ACCEPT").send();
        walker.runJobs(id);
        calibrated();
        assertThat(current()).isEqualTo(Predicate.GOOD);
        objectionIsUpheld();
        followedUp();

        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.CLOSED);
        assertThat(desks.values().stream().flatMap(desk -> desk.looked().stream()))
                .containsAll(forms());
        desks.forEach((person, desk) -> assertThat(desk.faults()).as(person).isEmpty());
    }

    private void assessorHasTargets() {
        openings.open(cycle.id(), Set.of("U" + people.number()), people.hr()).join();
        var superior = all.findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), "U" + people.number()).stream()
                .filter(evaluation -> evaluation.employee().equals(people.assessor()))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
        walker.untilApproved(superior, answers);
    }

    private void targetsAreReturnedAndApproved() {
        var draft = task(people.staf(), Step.DRAFT_TARGETS);
        var advice = draft.page().locator(".hint");
        assertThat(advice).hasCount(1);
        draft.field("results.0.supports").locator("select").selectOption(new SelectOption().setIndex(1));
        assertThat(advice).hasCount(0);
        result(draft, 0, "Pelayanan imunisasi tepat waktu", "Anak terimunisasi", "200", "anak");
        draft.set("results.0.indicators.0.weight", "60");
        assertThat(draft.field("weights")).containsText("Jumlah bobot 60; kurang 40 dari 100.");
        draft.press("Tambah hasil kerja tambahan");
        result(draft, 1, "Pelatihan kader posyandu", "Kader lulus", "20", "orang");
        draft.set("results.1.indicators.0.weight", "40,5");
        assertThat(draft.field("weights")).containsText("Jumlah bobot 100,5; lebih 0,5 dari 100.");
        draft.set("results.1.indicators.0.weight", "40");
        assertThat(draft.field("weights")).containsText("Jumlah bobot tepat 100.");
        draft.set("behaviourExpectation", "Ramah dan cepat melayani warga.").draftKept();

        var again = task(people.staf(), Step.DRAFT_TARGETS);
        assertThat(again.page().locator(".form-pane")).containsText("Draf Anda sebelumnya telah dibuka kembali.");
        assertThat(again.field("results.1.title").locator("textarea")).hasValue("Pelatihan kader posyandu");
        everyRefusalStandsInTheFormAlone(again);
        again.look("form-draft-targets").send();
        // who sent it by keyboard goes on there, not at the top of the page
        assertThat(again.page().locator("laras-toast")).isFocused();

        assessorChangesAndComesBack();
        var returned = task(people.assessor(), Step.APPROVE_TARGETS);
        assertThat(returned.page().locator(".subject")).containsText("Laporan setiap Senin.");
        assertThat(returned.page().locator(".form-pane")).containsText("Mendukung: Pelayanan imunisasi tepat waktu");
        assertThat(returned.action()).hasText("Kirim");
        returned.set("decision", "RETURN");
        assertThat(returned.action()).hasText("Kembalikan");
        var remark = returned.fields(Pattern.compile("remarks\\..+")).get(1);
        returned.set(remark, "Sebutkan berapa kader.")
                .look("form-approve-targets")
                .send();

        var corrected = task(people.staf(), Step.DRAFT_TARGETS);
        assertThat(corrected.page().locator("section.card").nth(1)).containsText("Sebutkan berapa kader.");
        corrected.set("results.1.title", "Pelatihan 20 kader posyandu").send();
        task(people.assessor(), Step.APPROVE_TARGETS).set("decision", "APPROVE").send();
    }

    /** Whatever becomes of the answer, the form says it; Tasklist's own notice would lie over the button. */
    private static void everyRefusalStandsInTheFormAlone(Desk form) {
        var page = form.page();
        var refusals = Map.<Integer, String>of(
                403,
                "Bukan tugas Anda.",
                409,
                "Sudah dikirim.",
                422,
                "Bobot belum 100.",
                500,
                "Ada gangguan.",
                502,
                "",
                0,
                "");
        refusals.forEach((status, sentence) -> {
            page.route("**/submit-form", route -> answer(route, status, sentence), new Page.RouteOptions().setTimes(1));
            form.action().click();
            assertThat(page.locator(".form-pane #summary"))
                    .containsText(sentence.isEmpty() ? "Jawaban Anda belum diterima" : sentence);
            assertThat(page.locator(".form-pane #summary")).not().containsText("<");
            assertThat(page.locator("[notifications-panel] .alert, .page-notifications .alert"))
                    .hasCount(0);
            assertThat((Boolean) form.action().evaluate("""
                            button => {
                              button.scrollIntoView();
                              const at = button.getBoundingClientRect();
                              return button.contains(document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2));
                            }"""))
                    .as("nothing lies over the button after %d", status)
                    .isTrue();
        });
    }

    /** @param status 0 where no answer comes at all */
    private static void answer(Route route, int status, String sentence) {
        if (status == 0) {
            route.abort();
        } else if (sentence.isEmpty()) {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType("text/html")
                    .setBody("<html><body><h1>Bad Gateway</h1></body></html>"));
        } else {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType("application/json")
                    .setBody("{\"type\":\"RestException\",\"message\":\"" + sentence + "\"}"));
        }
    }

    /** The peer assesses in between, and leaves a note. */
    private void assessorChangesAndComesBack() {
        for (var superior : List.of(4, 2)) {
            town.answerTo(people, superior);
            handOvers.choose(
                    EvaluationId.of(id), Choice.MOVE, "Mutasi jabatan", new Actor(people.hr(), Set.of(Role.HR)));
        }
        var note = task(people.peer(), Step.WRITE_HAND_OVER_NOTE);
        assertThat(note.sendRefused()).contains("paling sedikit satu");
        note.set("agreed", "Laporan setiap Senin.")
                .look("form-write-hand-over-note")
                .send();
    }

    private static void result(Desk desk, int index, String title, String indicator, String target, String unit) {
        var at = "results." + index;
        desk.set(at + ".title", title)
                .set(at + ".indicators.0.name", indicator)
                .set(at + ".indicators.0.aspect", "QUANTITY")
                .set(at + ".indicators.0.target", target)
                .set(at + ".indicators.0.unit", unit);
    }

    private void targetsAreRevised() {
        var own = desk(people.staf());
        own.visit("/evaluations/" + id);
        own.page().locator("form[action$='/revision'] button").click();
        assertThat(own.asked()).containsText("tidak dapat ditarik kembali");
        own.agree();
        assertThat(own.page().locator("#isi")).containsText("Formulirnya ada di daftar tugas Anda");
        task(people.staf(), Step.REVISE_TARGETS)
                .set("reason", "Anggaran kader bertambah.")
                .set("results.1.indicators.0.target", "25")
                .look("form-revise-targets")
                .send();
        task(people.assessor(), Step.APPROVE_REVISION)
                .set("decision", "APPROVE")
                .look("form-approve-revision")
                .send();
    }

    private void progressIsReported() {
        walker.ring(id, "TimerCatch_CheckInDue");
        var checkIn = task(people.staf(), Step.CHECK_IN);
        checkIn.fields(Pattern.compile("progress\\.[^.]+")).forEach(field -> checkIn.set(field, "12,5"));
        checkIn.set("note", "Sesuai rencana.").look("form-check-in").send();
        var feedback = task(people.assessor(), Step.GIVE_CHECK_IN_FEEDBACK);
        assertThat(feedback.page().locator(".form-pane")).containsText("12,5 anak");
        feedback.set("feedback", "Lanjutkan, jaga mutu.")
                .look("form-give-check-in-feedback")
                .send();
        walker.ring(id, "BoundaryTimer_AssessmentOpens");
    }

    private void assessed() {
        var self = task(people.staf(), Step.ASSESS_SELF);
        var realisations = self.fields(Pattern.compile("realisations\\.[^.]+"));
        self.set(realisations.get(0), "240").set(realisations.get(1), "25");
        VALUES.forEach(value -> self.set("behaviour." + value, "120"));
        assertThat(self.page().locator(".total")).containsText("Perkiraan: capaian SKP 112,00 · perilaku 120,00");
        self.upload(realisations.get(0) + ".evidence", "cakupan.pdf")
                .set("hasIdea", "")
                .set("idea.title", "Imunisasi keliling")
                .set("idea.description", "Warga di pulau terlayani.")
                .look("form-assess-self")
                .send();

        var opinions = walker.tasks(id, Step.GIVE_FEEDBACK);
        var first = opinions.get(0);
        var opinion = desk(first.getAssignee()).open(first.getId());
        VALUES.forEach(value -> opinion.set("behaviour." + value, "110"));
        opinion.set("comment", "Dapat diandalkan.").look("form-give-feedback").send();
        opinions.stream()
                .skip(1)
                .forEach(task -> walker.complete(task, task.getAssignee(), answers.feedback("ABOVE", "110")));

        walker.ring(id, "TimerCatch_FeedbackCloses");
        var rating = task(people.assessor(), Step.RATE_EMPLOYEE);
        assertThat(rating.page().locator(".evidence-list a")).hasText("cakupan.pdf");
        VALUES.forEach(value -> rating.set("values." + value, "115"));
        assertThat(rating.page().locator(".total")).containsText("Perkiraan: capaian SKP 112,00 · perilaku 115,00");
        assertThat(rating.sendRefused()).contains("gagasan baru");
        rating.set("newIdeaApproved", "YES")
                .set("newIdeaReason", "Cakupan di pulau naik dua kali lipat.")
                .look("form-rate-employee");
        assertThat(rating.lookAtQuestion("ask-rate-employee"))
                .contains("Predikat yang dihasilkan: Sangat Baik", "Yang ditunggu berikutnya: Budi Santoso");
        rating.send();
        walker.runJobs(id);
    }

    private void calibrated() {
        cycles.setUnitPredicate(cycle.id(), "B" + people.number(), OrganisationPredicate.GOOD, people.hr());
        var calibration = walker.calibrationOf(id);
        var table = desk(people.hr())
                .open(walker.task(calibration, Step.CALIBRATE_UNIT).getId());
        assertThat(table.page().locator(".calibration thead")).containsText("Nama");
        assertThat(table.page().locator(".calibration .sort").first()).isVisible();
        table.claim();
        assertThat(people(table, Predicate.VERY_GOOD)).hasText("1");
        table.set("moves." + id, "GOOD");
        assertThat(people(table, Predicate.VERY_GOOD)).hasText("0");
        assertThat(people(table, Predicate.GOOD)).hasText("1");
        assertThat(table.action()).hasText("Tetapkan 1 perubahan");
        assertThat(table.sendRefused()).contains("alasan");
        table.set("moves." + id + ".reason", "x");
        assertThat(table.sendRefused()).contains("belum menjelaskan apa pun");
        table.set("moves." + id + ".reason", "Dibandingkan dengan unit lain.").look("form-calibrate-unit");
        assertThat(table.lookAtQuestion("ask-calibrate-unit")).contains("Sangat Baik menjadi Baik", "Budi Santoso");
        table.send();
        walker.runJobs(calibration);
        walker.runJobs(id);
    }

    private static Locator people(Desk table, Predicate predicate) {
        return table.page()
                .locator(".distribution tbody tr")
                .filter(new Locator.FilterOptions().setHas(table.page().locator(".chip-" + predicate)))
                .locator(".number")
                .first();
    }

    private void objectionIsUpheld() {
        var review = task(people.staf(), Step.REVIEW_RESULT);
        assertThat(review.action()).hasText("Kirim");
        review.set("decision", "OBJECT")
                .set("reasons", "Predikat turun tanpa alasan yang berkaitan dengan pekerjaan saya.")
                .upload("evidence", "keberatan.pdf")
                .look("form-review-result")
                .send();
        var decision = task(people.head(), Step.DECIDE_OBJECTION);
        assertThat(decision.page().locator(".evidence-list a").first()).hasText("keberatan.pdf");
        assertThat(decision.action()).hasText("Kirim");
        decision.set("hearingEmployee", "Pegawai menunjukkan laporan.")
                .set("hearingAssessor", "Penilai menjelaskan perbandingan unit.")
                .set("outcome", "UPHELD")
                .set("reason", "Perbandingan unit berlaku bagi semua.")
                .look("form-decide-objection")
                .send();
        walker.runJobs(id);
    }

    private void followedUp() {
        var assessor = task(people.assessor(), Step.CONFIRM_RESULT)
                .set("confirmed", "")
                .look("form-confirm-result");
        // The next task is made by a job that runs only after the form has asked for it once.
        assessor.page().route("**/api/tasks/next?**", this::answeredBeforeTheJob, new Page.RouteOptions().setTimes(1));
        assessor.send().next();
        var lastDay = LocalDate.now(clock).plusMonths(2);
        var until = lastDay.toString();
        withoutProposals(assessor)
                .press("Tambah pelatihan")
                .set("trainings.0.code", "TIME_MANAGEMENT")
                .set("trainings.0.until", until)
                .set("trainings.0.goal", "Laporan selesai sebelum tanggal lima.")
                .set("coaching", "")
                .set("topic", "Menyusun prioritas")
                .set("coachingUntil", until)
                .set("reward", "")
                .look("form-plan-development")
                .send();

        var training = task(people.staf(), Step.CONFIRM_TRAINING);
        assertThat(training.page().locator("section.card .quiet"))
                .hasText("Tujuan: Laporan selesai sebelum tanggal lima.");
        var oneDay = "Diisi paling lambat "
                + lastDay.format(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.forLanguageTag("id"))) + ".";
        assertThat(training.page().locator(".form-pane .purpose")).containsText(oneDay);
        var completedOn =
                training.fields(Pattern.compile("trainings\\..*\\.completedOn")).get(0);
        training.set(completedOn, LocalDate.now(clock).toString())
                .upload(completedOn.replace("completedOn", "proof"), "sertifikat.pdf")
                .look("form-confirm-training")
                .send();
        var coaching = task(people.assessor(), Step.HOLD_COACHING);
        assertThat(coaching.page().locator(".form-pane .purpose")).containsText(oneDay);
        assertThat(coaching.page().locator(".form-pane")).not().containsText("Selesai paling lambat");
        coaching.set("heldOn", LocalDate.now(clock).toString())
                .set("notes", "Membahas urutan pekerjaan.")
                .look("form-hold-coaching")
                .send();
        task(people.assessor(), Step.NOMINATE_REWARD)
                .set("kind", "CERTIFICATE")
                .set("citation", "Melayani warga tanpa satu keluhan.")
                .look("form-nominate-reward")
                .send();
        // Whoever moved the predicate in the unit's meeting does not decide on its reward.
        var another = accounts.account("ujidua" + people.number(), Role.HR);
        var reward = task(another, Step.DECIDE_REWARD).claim();
        assertThat(reward.action()).hasText("Kirim");
        reward.set("decision", "GRANT").look("form-decide-reward").send();
    }

    private void answeredBeforeTheJob(Route route) {
        var answer = route.fetch();
        walker.runJobs(id);
        route.fulfill(new Route.FulfillOptions().setResponse(answer));
    }

    private static Set<String> forms() throws IOException {
        try (var files = Files.list(Path.of("forms"))) {
            return files.map(file -> "laras-" + file.getFileName().toString().replace(".html", ""))
                    .collect(Collectors.toSet());
        }
    }
}
