package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Answers;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two windows, a session that ends, a network that fails and another language: what was typed is there again. */
@Tag("browser")
class NothingIsLostInBrowserTests extends BrowserWalk {

    @BeforeEach
    void settle() {
        people = town.organisation();
        town.letIn(people, PASSWORD);
        scheme = Scheme.QUADRANT;
    }

    @Test
    void aFormInTasklistKeepsItsTextOverASecondWindowAnEndedSessionAndALostNetwork() {
        var form = formToReturn();
        form.set("decision", "RETURN").set("remark", "pertama").draftKept();

        var second = form.anotherTab().open(taskId());
        second.set("remark", "kedua").draftKept();
        form.set("remark", "pertama lagi");
        var choice = form.field("choice");
        assertThat(choice).containsText("Ada dua isian Anda");
        form.picture("two-texts");
        form.press("Lihat isian yang lain");
        assertThat(remark(form)).hasValue("kedua");
        assertThat(form.sendRefused()).contains("Pilih dahulu");
        form.press("Lihat isian yang lain").press("Pakai isian yang tampil").draftKept();
        assertThat(choice).hasCount(0);
        assertThat(remark(form)).hasValue("pertama lagi");
        // its text is not lost, and it is told of the other before it sends
        assertThat(second.sendRefused()).contains("jendela lain");
        assertThat(second.field("choice")).isVisible();
        second.press("Lihat isian yang lain");
        assertThat(remark(second)).hasValue("pertama lagi");
        second.page().close();

        form.commenting().click();
        var comment = form.page().locator("#comment-form-message");
        comment.fill("komentar yang belum dikirim");
        form.page().keyboard().press("Escape");
        endSession(form);
        remark(form).fill("sesudah sesi berakhir");
        var page = form.page();
        var again = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk lagi"));
        assertThat(again).isVisible();
        form.picture("session-ended");
        assertThat(page.locator("[name=signinForm]")).hasCount(0);
        assertThat(remark(form)).hasValue("sesudah sesi berakhir");
        again.click();
        logIn(page, people.supervisor());
        assertThat(remark(form)).hasValue("sesudah sesi berakhir");
        // the second window's text stands beside it still
        form.press("Pakai isian yang tampil").draftKept();
        assertThat(choice).hasCount(0);

        form.commenting().click();
        assertThat(comment).hasValue("komentar yang belum dikirim");
        page.keyboard().press("Escape");

        page.context().setOffline(true);
        assertThat(form.sendRefused())
                .contains("tidak terjangkau", "tidak hilang")
                .doesNotContain("terminated");
        assertThat(remark(form)).hasValue("sesudah sesi berakhir");
        page.context().setOffline(false);
        form.send();
        // but the comment, which was not sent
        assertThat((Integer) page.evaluate("sessionStorage.length")).isEqualTo(1);
        assertThat(form.faults()).isEmpty();
    }

    @Test
    void whoLogsOutRightAfterTypingFindsItAgain() {
        var form = formToReturn();
        var page = form.page();
        form.set("decision", "RETURN").set("remark", "ketikan terakhir");
        page.locator("[cam-widget-header] .account a").first().click();
        page.locator("[cam-widget-header] .logout a").click();
        page.waitForURL(url -> url.contains("/login"));
        assertThat((Boolean) page.evaluate("JSON.stringify(sessionStorage).includes('ketikan')"))
                .isFalse();
        logIn(page, people.supervisor());
        page.waitForURL(url -> !url.contains("/login"));
        assertThat(remark(form.open(taskId()))).hasValue("ketikan terakhir");
    }

    @Test
    void nobodyElseReadsWhatWasTypedBeforeTheSessionEnded() {
        var form = formToReturn();
        endSession(form);
        form.set("decision", "RETURN").set("remark", "hanya untuk atasan");
        var page = form.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk lagi"))
                .click();
        logIn(page, people.peer());
        assertThat(page.locator(".tasks-list")).isVisible();
        page.waitForCondition(() ->
                !page.evaluate("JSON.stringify(sessionStorage)").toString().contains("hanya"));
        assertThat(page.locator("[cam-tasklist-form]")).hasCount(0);
    }

    @Test
    void theEnginesOwnLoginIsNeverShown() {
        try (var desk = new Desk(browser, "http://localhost:" + port, people.staf(), PASSWORD)) {
            desk.visit("/camunda/app/tasklist/default/#/login");
            assertThat(desk.page().locator(".tasks-list")).isVisible();
            assertThat(desk.page().locator("[name=signinForm]")).hasCount(0);
        }
        try (var desk = new Desk(browser, "http://localhost:" + port, people.hr(), PASSWORD)) {
            desk.visit("/camunda/app/cockpit/default/#/processes");
            assertThat(desk.page().locator("[name=signinForm]")).hasCount(0);
            assertThat(desk.page().locator("table").first()).isVisible();
            endSession(desk);
            desk.page().evaluate("location.hash = '#/decisions'");
            assertThat(desk.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk lagi")))
                    .isVisible();
            assertThat(desk.page().locator("[name=signinForm]:visible")).hasCount(0);
        }
    }

    @Test
    void aPageKeepsItsTextOverLanguageLoginRefusalAndALostNetworkUntilItIsTaken() {
        try (var desk = new Desk(browser, "http://localhost:" + port, people.hr(), PASSWORD, Desk.PHONE)) {
            desk.visit("/hr/lines");
            var page = desk.page();
            var form = page.locator("form[action$='/hr/lines/absences']");
            var nip = form.locator("[name=nip]");
            form.locator("xpath=ancestor::details").locator("summary").click();
            nip.fill("123");
            speak(page, "EN");
            assertThat(nip).hasValue("123");
            speak(page, "ID");
            assertThat(form).containsText("Isian Anda yang belum terkirim dikembalikan");
            desk.picture("page-kept");

            endSession(desk);
            press(form);
            page.waitForURL(url -> url.contains("/login"));
            page.locator("#username").fill(people.hr());
            page.locator("#password").fill("salah ketik");
            page.locator("form button[type=submit]").first().click();
            assertThat(page.locator(".notice.danger")).isVisible();
            speak(page, "EN");
            assertThat(page.locator("#username")).hasValue(people.hr());
            speak(page, "ID");
            logIn(page, people.hr());
            assertThat(nip).hasValue("123");
            page.context().setOffline(true);
            press(form);
            assertThat(form).containsText("belum terkirim. Periksa sambungan");
            page.context().setOffline(false);
            press(form);
            assertThat(page.locator(".notice.danger")).isVisible();
            assertThat(nip).hasValue("123");
            speak(page, "EN");
            assertThat(nip).hasValue("123");
            speak(page, "ID");

            // the same person has logged in again in another tab, and so the token of this page is none any more
            endSession(desk);
            var other = desk.anotherTab();
            other.visit("/login");
            logIn(other.page(), people.hr());
            other.page().waitForURL(url -> !url.contains("/login"));
            other.page().close();
            nip.fill(people.nip(3));
            press(form);
            assertThat(page.locator(".notice.success")).isVisible();
            desk.visit("/hr/lines");
            assertThat(nip).hasValue("");
            assertThat(desk.faults()).isEmpty();
        }
    }

    @Test
    void whatIsTypedWhileTheAnswerIsForeseenIsSentToo() {
        var form = formToReturn();
        form.set("decision", "RETURN").set("remark", "Belum memakai ukuran.").draftKept();
        var held = new ArrayList<Route>();
        // Not "once": a route that is over lets go of what it holds.
        form.page().route("**/preview", route -> {
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        form.action().click();
        form.page().waitForCondition(() -> !held.isEmpty());
        form.set("remark", "Belum memakai ukuran, dan belum bertenggat.");
        held.get(0).resume();
        assertThat(form.page().locator("laras-toast")).containsText("Terkirim");

        assertThat(task(people.staf(), "UserTask_DraftTargets").page().locator(".form-pane .body"))
                .containsText("Belum memakai ukuran, dan belum bertenggat.");
        assertThat(form.faults()).isEmpty();
    }

    @Test
    void aPageIsSentOnceHoweverOftenItIsPressedAndSaysWhichDayItHasKept() {
        try (var desk = new Desk(browser, "http://localhost:" + port, people.hr(), PASSWORD)) {
            desk.visit("/hr/lines");
            var page = desk.page();
            var form = page.locator("form[action$='/hr/lines/absences']");
            form.locator("xpath=ancestor::details").locator("summary").click();
            var first = form.locator("[name=first]");
            var today = first.inputValue();
            var read = page.locator("#absence-first-day");
            first.fill("31 Des 2031");
            speak(page, "EN");
            assertThat(first).hasValue("31 Des 2031");
            assertThat(read).containsText("2031");
            form.locator("[data-told] button").click();
            assertThat(first).hasValue(today);
            assertThat(read).not().containsText("2031");
            speak(page, "ID");
            assertThat(page.locator("html")).hasAttribute("lang", "id");

            form.locator("xpath=ancestor::details").locator("summary").click();
            form.locator("[name=nip]").fill(people.nip(3));
            var held = new ArrayList<Route>();
            page.route("**/hr/lines/absences", held::add);
            // the second press comes while the first is on its way
            assertThat((Integer) form.evaluate("""
                            form => new Promise((done) => {
                              const press = () => form.querySelector('button.primary').click();
                              let sent = 0;
                              form.addEventListener('submit', (event) => {
                                if (!event.defaultPrevented && ++sent === 1) {
                                  setTimeout(() => {
                                    press();
                                    done(sent);
                                  });
                                }
                              });
                              press();
                            })""")).isEqualTo(1);
            page.waitForCondition(() -> !held.isEmpty());
            held.get(0).resume();
            assertThat(page.locator(".notice.success")).isVisible();
            assertThat(held).hasSize(1);
            assertThat(desk.faults()).isEmpty();
        }
    }

    @Test
    void aFormThatIsOnlyLookedAtFirstKeepsItsTextToo() {
        var cycle = town.cycle(people, scheme);
        try (var desk = new Desk(browser, "http://localhost:" + port, people.hr(), PASSWORD)) {
            desk.visit("/hr/cycles/" + cycle.id() + "/change");
            var page = desk.page();
            var due = page.locator("#assessmentDue");
            due.fill("31 Des 2031");
            speak(page, "EN");
            assertThat(due).hasValue("31 Des 2031");
            page.locator("form[data-kept] button:not([type=button])").click();
            assertThat(due).hasValue("31/12/2031");
            assertThat(page.locator("[data-told]")).hasCount(0);
            desk.visit("/hr/cycles/" + cycle.id() + "/change");
            assertThat(due).not().hasValue("31 Des 2031");
            speak(page, "ID");
            assertThat(desk.faults()).isEmpty();
        }
    }

    private Desk formToReturn() {
        id = town.openForStaf(people, town.cycle(people, scheme));
        walker.complete(id, "UserTask_DraftTargets", new Answers(scheme).targets());
        return task(people.supervisor(), "UserTask_ApproveTargets");
    }

    private String taskId() {
        return walker.task(id, "UserTask_ApproveTargets").getId();
    }

    private static Locator remark(Desk desk) {
        return desk.field("remark").locator("textarea");
    }

    private static void endSession(Desk desk) {
        desk.page().context().clearCookies(new ClearCookiesOptions().setName("LARAS-SESSION"));
    }

    private static void logIn(Page page, String account) {
        page.locator("#username").fill(account);
        page.locator("#password").fill(PASSWORD);
        page.locator("form button[type=submit]").first().click();
    }

    private static void speak(Page page, String language) {
        page.locator(".languages").getByText(language).click();
    }

    private static void press(Locator form) {
        form.locator("button.primary").click();
    }
}
