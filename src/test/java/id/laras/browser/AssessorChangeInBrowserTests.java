package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.steps.Step;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A superior changes in the middle of a cycle, seen by everybody concerned at their own browser. */
@LarasTest
@ExtendWith(Browsers.class)
class AssessorChangeInBrowserTests {

    private static final String PASSWORD = TestPeople.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    EvaluationLookup evaluations;

    private Town.Organisation people;
    private String id;

    @Test
    void hrMovesTheOldOneNoLongerFindsTheTaskAndTheNewOneCompletesIt(Browser browser) {
        people = town.organisation();
        town.letIn(people, PASSWORD);
        id = town.openForStaf(people, Scheme.QUADRANT);
        walker.complete(id, Step.DRAFT_TARGETS, new Answers(Scheme.QUADRANT).targets());
        var task = walker.task(id, Step.APPROVE_TARGETS).getId();

        try (var former = desk(browser, people.assessor());
                var hr = desk(browser, people.hr());
                var successor = desk(browser, people.peer())) {
            former.visit("/camunda/app/tasklist/default/");
            assertThat(former.page().getByText("Budi Santoso").first()).isVisible();
            successor.visit("/");
            assertThat(successor.page().getByText("Budi Santoso")).hasCount(0);

            town.answerTo(people, 4);
            hr.visit("/hr/lines");
            recordedOnThePage(hr);
            var row = "tr:has-text('Budi Santoso " + people.number() + "')";
            assertThat(hr.page().locator(row)).containsText("Citra Lestari");
            hr.picture("lines");
            hr.page().locator(row + " a.button").click();
            hr.page().locator("input[value=MOVE]").check();
            hr.page().locator("#reason").fill("Kepala bidang pindah tugas.");
            hr.picture("lines-choice");
            hr.page().locator("form:has(#reason) button").click();
            hr.agree();
            assertThat(hr.page().locator(".notice.success")).isVisible();
            hr.picture("lines-chosen");

            // The note for the new assessor is all that is left to them, also by the address of the task that they
            // still have.
            former.visit("/camunda/app/tasklist/default/#/?task=" + task);
            assertThat(former.page().getByText("Tulis catatan serah terima").first())
                    .isVisible();
            assertThat(former.page().getByText("Setujui sasaran kinerja")).hasCount(0);
            assertThat(former.page().locator(".form-pane .purpose")).hasCount(0);
            former.picture("lines-former");
            former.open(walker.task(id, Step.WRITE_HAND_OVER_NOTE).getId())
                    .set("agreed", "Laporan mingguan setiap Senin.")
                    .set("remaining", "Anggaran kader belum disetujui.")
                    .look("form-write-hand-over-note")
                    .send();

            successor.open(task);
            assertThat(successor.page().locator(".form-pane")).containsText("Laporan mingguan setiap Senin.");
            successor.look("form-approve-targets-with-note");
            successor.set("decision", "APPROVE").send();
            assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.MONITORING);
            successor.visit("/evaluations/" + id);
            assertThat(successor.page().locator("main")).containsText("Citra Lestari");
            shortenedEndedAndOpenedAnew(hr);
            assertThat(hr.faults()).isEmpty();
            assertThat(successor.faults()).isEmpty();
        }
    }

    private void recordedOnThePage(Desk hr) {
        var page = hr.page();
        page.locator("section[aria-labelledby=pelaksana] summary").click();
        page.locator("#official").fill(people.nip(5));
        page.locator("#acting").fill(people.nip(6));
        page.locator("#acting-last").fill(LocalDate.now().plusDays(9).toString());
        page.locator("form:has(#official) button").click();
        assertThat(page.locator("section[aria-labelledby=pelaksana] tbody"))
                .containsText("Eka Putri " + people.number());
        page.locator("section[aria-labelledby=absen] summary").click();
        page.locator("#nip").fill(people.nip(7));
        page.locator("#absence-kind").selectOption("RETIRED");
        page.locator("form:has(#nip) button").click();
        assertThat(page.locator("section[aria-labelledby=absen] tbody"))
                .containsText("Fajar Nugroho " + people.number());
    }

    private void shortenedEndedAndOpenedAnew(Desk hr) {
        hr.visit("/hr/lines/evaluations/" + id);
        var page = hr.page();
        var last = LocalDate.now().plusMonths(5).toString();
        page.locator("summary", new Page.LocatorOptions().setHasText("Perpendek"))
                .click();
        page.locator("#period-last").fill(last);
        page.locator("#period-kind").selectOption("RETIRED");
        page.locator("#period-reason").fill("Pensiun dini.");
        hr.picture("line-period");
        page.locator("form:has(#period-last) button").click();
        hr.agree();
        assertThat(page.locator(".notice.success")).isVisible();
        assertThat(page.locator(".timeline")).containsText("Pensiun dini.");
        hr.visit("/evaluations/" + id);
        assertThat(page.locator("main")).containsText("diperpendek");
        hr.picture("evaluation-part");

        hr.visit("/hr/lines/evaluations/" + id);
        page.locator("summary", new Page.LocatorOptions().setHasText("Akhiri")).click();
        page.locator("#end-kind").selectOption("MISTAKE");
        page.locator("#end-reason").fill("Keliru.");
        page.locator("form:has(#end-kind) button").click();
        hr.agree();
        assertThat(page.locator(".notice.success")).isVisible();
        page.locator("summary", new Page.LocatorOptions().setHasText("Buka penilaian baru"))
                .click();
        page.locator("#reopen-reason").fill("Pembatalannya keliru.");
        page.locator("form:has(#reopen-reason) button").click();
        hr.agree();
        assertThat(page.locator(".notice.success")).isVisible();
    }

    private Desk desk(Browser browser, String account) {
        return new Desk(browser, port, account);
    }
}
