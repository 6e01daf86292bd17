package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.lifecycle.Answers;
import id.laras.steps.Step;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The same task stands open in two tabs of one browser, and is sent from both. */
class SecondTabInBrowserTests extends BrowserWalk {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    @Test
    void theSecondTabReadsThatTheTaskIsSentAlready() {
        people = town.organisation();
        town.letIn(people, PASSWORD);
        scheme = Scheme.QUADRANT;
        id = town.openForStaf(people, scheme);
        walker.complete(id, Step.DRAFT_TARGETS, new Answers(scheme).targets());
        var first = task(people.assessor(), Step.APPROVE_TARGETS);
        var taskId = walker.task(id, Step.APPROVE_TARGETS).getId();
        var second = first.anotherTab().open(taskId);
        theDayIsTheAgencys(first);
        // where the last second of our day is another day
        for (var zone : List.of("Pacific/Kiritimati", "America/Los_Angeles")) {
            try (var far = first.in(zone)) {
                theDayIsTheAgencys(far.open(taskId));
            }
        }
        first.set("decision", "APPROVE");
        // on its way for so long: had it arrived, the first would be asked which of the two texts they want
        second.page().route("**/draft*", Route::abort);
        second.set("decision", "RETURN").set("remark", "Belum memakai ukuran.");
        // Tasklist asks every ten seconds whether the task is still there: here it is pressed before that
        var stillThere = "**/task/" + taskId;
        second.page().route(stillThere, Route::abort);

        first.send();
        assertThat(first.page().evaluate("document.activeElement.localName")).isEqualTo("laras-toast");
        second.page().unroute("**/draft*");
        second.sendRefused();
        assertThat(second.page().locator(".page-notifications .alert").count()).isZero();
        second.draftGone();
        var refusal = second.page().locator(".form-pane #summary").innerText();
        second.picture("second-tab");

        // The form's own words are in its shadow.
        assertThat(refusal + second.page().locator("body").innerText())
                .contains("Tugas ini sudah dikirim")
                .doesNotContain("ENGINE-", "OptimisticLocking", "Terkirim")
                .doesNotContain("kirim lagi", "kami terus mencoba")
                .doesNotContainIgnoringCase("could not", "exception", "error", "failed", "cannot");
        assertThat(second.field("remark").locator("textarea").inputValue()).isEqualTo("Belum memakai ukuran.");

        second.page().unroute(stillThere);
        second.page().evaluate("angular.element(document.body).injector().get('$rootScope').$broadcast('refresh')");
        assertThat(second.action()).isDisabled();
        assertThat(second.page().getByText("Tugas ini sudah tidak ada.")).isVisible();
        assertThat(second.field("remark").locator("textarea")).hasValue("Belum memakai ukuran.");
        assertThat(second.faults()).isEmpty();
        assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.MONITORING);
    }

    /** The browser is in another zone: form, list and header show the last day of the week all the same. */
    private void theDayIsTheAgencys(Desk desk) {
        var due = LocalDate.now(clock).plusDays(7);
        assertThat(desk.page().locator(".form-pane .purpose"))
                .containsText(due.format(DateTimeFormatter.ofPattern("d MMM uuuu", INDONESIAN)));
        var shown = desk.page().locator("[am-time-ago='task.due']");
        assertThat(shown).not().hasCount(0);
        assertThat(desk.page().locator("#footer-timezone"))
                .hasText("Tanggal dan jam menurut zona waktu instansi: Asia/Jakarta");
        for (var each : shown.all()) {
            assertThat(each).hasText(due.format(DateTimeFormatter.ofPattern("d MMMM uuuu", INDONESIAN)));
        }
    }
}
