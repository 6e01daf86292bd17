package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import id.laras.cycle.Scheme;
import id.laras.engine.TaskDesk;
import id.laras.lifecycle.Answers;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two windows, a session that ends, a network that fails and another language: what was typed is there again. */
class NothingIsLostInBrowserTests extends BrowserWalk {

    private static final String FULL = """
            () => {
              Storage.prototype.setItem = () => {
                throw new DOMException('full', 'QuotaExceededError');
              };
            }""";

    @Autowired
    TaskDesk tasks;

    @BeforeEach
    void settle() {
        people = town.organisation();
        town.letIn(people, PASSWORD);
        scheme = Scheme.QUADRANT;
    }

    @Test
    void aFormKeepsItsTextOverTwoWindowsSessionEndAndLostNetwork() {
        var form = formToReturn();
        form.set("decision", "RETURN").set("remark", "pertama").draftKept();

        var second = form.anotherTab().open(taskId());
        second.set("remark", "kedua").draftKept();
        form.set("remark", "pertama lagi");
        var choice = form.field("choice");
        assertThat(choice).containsText("Ada 2 isian Anda");
        form.picture("two-texts");
        // what is typed a moment before one looks at the other text is not left behind
        form.page().context().setOffline(true);
        form.set("remark", "pertama lagi, diteruskan").press("Lihat isian yang lain");
        assertThat(choice).containsText("belum tersimpan");
        form.page().context().setOffline(false);
        form.press("Lihat isian yang lain");
        assertThat(remark(form)).hasValue("kedua");
        assertThat(form.sendRefused()).contains("Pilih dahulu");
        form.press("Lihat isian yang lain");
        assertThat(remark(form)).hasValue("pertama lagi, diteruskan");
        form.press("Pakai isian yang tampil").draftKept();
        assertThat(choice).hasCount(0);
        assertThat(remark(form)).hasValue("pertama lagi, diteruskan");
        // its text is not lost, and it is told of the other before it sends
        assertThat(second.sendRefused()).contains("jendela lain");
        assertThat(second.field("choice")).isVisible();
        second.press("Lihat isian yang lain");
        assertThat(remark(second)).hasValue("pertama lagi, diteruskan");
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
    void onAPhoneWithASlowNetworkAndAnEndedSessionEveryLetterArrives() {
        var form = formToReturn(Desk.PHONE);
        var page = form.page();
        form.set("decision", "RETURN").set("remark", "ketikan pertama").draftKept();
        endSession(form);
        remark(form).fill("ketikan pertama, sesi berakhir");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Masuk lagi"))
                .click();
        logIn(page, people.supervisor());
        assertThat(remark(form)).hasValue("ketikan pertama, sesi berakhir");
        form.draftKept();

        slow(page);
        // each letter comes while the one before is on its way
        remark(form).pressSequentially(", jaringan lambat", new Locator.PressSequentiallyOptions().setDelay(60));
        assertThat(page.locator(".form-pane .draft")).containsText("Menyimpan draf");
        remark(form).press("End");
        remark(form).pressSequentially(", masih mengetik", new Locator.PressSequentiallyOptions().setDelay(60));
        form.action().click();
        assertThat(form.action()).hasText("Memeriksa jawaban …");
        assertThat(form.action()).hasAttribute("aria-disabled", "true");
        assertThat(page.locator(".form-pane .draft")).containsText("Memeriksa jawaban");
        form.picture("busy");
        // a second press, and a letter that comes while the server looks
        form.action().dispatchEvent("click");
        remark(form).pressSequentially(".");
        assertThat(page.locator("laras-toast")).containsText("Terkirim");
        assertThat(task(people.staf(), Step.DRAFT_TARGETS).page().locator(".form-pane .body"))
                .containsText("ketikan pertama, sesi berakhir, jaringan lambat, masih mengetik.");
        assertThat(form.faults()).isEmpty();
    }

    @Test
    void aBrowserThatCannotKeepAnythingSaysSoAndLosesNothing() {
        var form = formToReturn();
        var page = form.page();
        page.evaluate(FULL);
        endSession(form);
        form.set("decision", "RETURN").set("remark", "hanya di sini");
        var dialog = page.locator("dialog.laras-session");
        assertThat(dialog).containsText("tidak dapat menyimpan");
        var goOn = dialog.getByText("Sudah masuk, lanjutkan");
        goOn.click();
        assertThat(dialog).containsText("belum masuk");
        assertThat(page.locator(".form-pane .draft")).containsText("Jangan tutup");
        var beside =
                page.waitForPopup(() -> dialog.getByText("Masuk di tab baru").click());
        logIn(beside, people.supervisor());
        beside.waitForURL(url -> !url.contains("/login"));
        beside.close();
        goOn.click();
        assertThat(dialog).hasCount(0);
        form.draftKept();
        assertThat(remark(form)).hasValue("hanya di sini");
        form.send();

        try (var desk = new Desk(browser, port, people.hr())) {
            desk.page()
                    .addInitScript("Object.defineProperty(window, 'sessionStorage', {get() {"
                            + " throw new DOMException('forbidden', 'SecurityError'); }});");
            desk.visit("/hr/lines");
            var lines = desk.page().locator("form[action$='/hr/lines/absences']");
            lines.locator("xpath=ancestor::details").locator("summary").click();
            lines.locator("[name=nip]").fill("123");
            assertThat(lines).containsText("penyimpanannya penuh atau dilarang");
            endSession(desk);
            press(lines);
            assertThat(lines).containsText("masuk lagi di tab baru");
            var login = desk.page()
                    .waitForPopup(() -> lines.getByText("Masuk di tab baru").click());
            logIn(login, people.hr());
            login.waitForURL(url -> !url.contains("/login"));
            login.close();
            assertThat(lines.locator("[name=nip]")).hasValue("123");
            press(lines);
            assertThat(desk.page().locator("#isi > .notice.danger").first()).isVisible();
            assertThat(lines.locator("[name=nip]")).hasValue("123");
            assertThat(desk.faults()).isEmpty();
        }
    }

    @Test
    void whatHasNoPlaceInTheFormAnyMoreIsReadBesideIt() {
        var form = formToReturn();
        form.set("decision", "RETURN").set("remark", "tetap di tempatnya").draftKept();
        keepDraft(
                "{\"decision\":\"RETURN\",\"leaderExpectation\":\"\",\"remark\":\"tetap di tempatnya\",\"remarks\":"
                        + "{\"hasil-yang-dihapus\":\"catatan untuk hasil yang dihapus\"},\"lama\":{\"kolom\":\"isian kolom lama\"}}");
        form.open(taskId());
        var left = form.field("homeless");
        assertThat(left.locator("textarea")).hasValue("catatan untuk hasil yang dihapus\n\nisian kolom lama");
        form.picture("homeless").hasNoBarrier("homeless");
        form.page().setViewportSize(Desk.PHONE, 740);
        form.picture("homeless").hasNoBarrier("homeless");
        assertThat(remark(form)).hasValue("tetap di tempatnya");
        // it is still there when the rest has been typed on and saved
        form.set("remark", "tetap di tempatnya, diteruskan").draftKept().open(taskId());
        assertThat(left.locator("textarea")).hasValue("catatan untuk hasil yang dihapus\n\nisian kolom lama");
        assertThat(form.sendRefused()).contains("Baca dahulu");
        form.press("Sudah saya baca, hapus");
        assertThat(left).hasCount(0);
        form.send();
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
        var page = form.page();
        // in another tab: whoever typed here is told, instead of being sent to reload the page
        logInBeside(form, people.peer());
        form.set("decision", "RETURN").set("remark", "hanya untuk atasan");
        assertThat(page.locator(".form-pane .draft")).containsText("orang lain sudah masuk");
        assertThat(form.sendRefused())
                .contains("orang lain sudah masuk")
                .doesNotContain("Muat ulang daftar", "sudah selesai");
        logInBeside(form, people.supervisor());
        assertThat(remark(form.open(taskId()))).hasValue("hanya untuk atasan");

        endSession(form);
        form.set("remark", "hanya untuk atasan");
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
        try (var desk = new Desk(browser, port, people.staf())) {
            desk.visit("/camunda/app/tasklist/default/#/login");
            assertThat(desk.page().locator(".tasks-list")).isVisible();
            assertThat(desk.page().locator("[name=signinForm]")).hasCount(0);
        }
        try (var desk = new Desk(browser, port, people.hr())) {
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
    void aPageKeepsItsTextOverLanguageLoginRefusalAndLostNetwork() {
        try (var desk = new Desk(browser, port, people.hr(), Desk.PHONE)) {
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
            // who has a code instead types the name once, too
            page.locator("a[href$='/code']").click();
            assertThat(page.locator("#account")).hasValue(people.hr());
            page.locator("#code").fill("BUKAN-KODE");
            page.locator("#password").fill("kata-sandi-yang-baru");
            page.locator("#again").fill("kata-sandi-yang-baru");
            page.locator("form button[type=submit]").first().click();
            assertThat(page.locator(".notice.danger")).isVisible();
            assertThat(page.locator("#account")).hasValue(people.hr());
            speak(page, "EN");
            assertThat(page.locator("#account")).hasValue(people.hr());
            speak(page, "ID");
            page.locator("main a[href$='/login'], #isi a[href$='/login']")
                    .first()
                    .click();
            logIn(page, people.hr());
            assertThat(nip).hasValue("123");
            page.context().setOffline(true);
            press(form);
            assertThat(form).containsText("belum terkirim. Periksa sambungan");
            page.context().setOffline(false);
            press(form);
            // the server's, on the next page; the form of this one has said in such words that it was not sent
            assertThat(page.locator("#isi > .notice.danger")).isVisible();
            assertThat(nip).hasValue("123");
            speak(page, "EN");
            assertThat(nip).hasValue("123");
            speak(page, "ID");

            nip.fill(people.nip(3));
            logInBeside(desk, people.staf());
            press(form);
            assertThat(form).containsText("orang lain sudah masuk");
            // and so the token of this page is none any more
            logInBeside(desk, people.hr());
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

        assertThat(task(people.staf(), Step.DRAFT_TARGETS).page().locator(".form-pane .body"))
                .containsText("Belum memakai ukuran, dan belum bertenggat.");
        assertThat(form.faults()).isEmpty();
    }

    @Test
    void aPageIsSentOnceAndSaysWhichDayItHasKept() {
        try (var desk = new Desk(browser, port, people.hr())) {
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
            assertThat((String) form.evaluate("""
                            form => new Promise((done) => {
                              const press = () => form.querySelector('button.primary').click();
                              let sent = 0;
                              form.addEventListener('submit', (event) => {
                                if (!event.defaultPrevented && ++sent === 1) {
                                  setTimeout(() => {
                                    press();
                                    const busy = form.querySelector('[role=status].working')?.textContent;
                                    const off = form.querySelector('button.primary').getAttribute('aria-disabled');
                                    done([sent, form.getAttribute('aria-busy'), busy, off].join(' · '));
                                  });
                                }
                              });
                              press();
                            })""")).isEqualTo("1 · true · Sedang dikirim … · true");
            page.waitForCondition(() -> !held.isEmpty());
            held.get(0).resume();
            assertThat(page.locator(".notice.success")).isVisible();
            assertThat(held).hasSize(1);
            assertThat(desk.faults()).isEmpty();
        }
    }

    @Test
    void whatIsTypedBeforeTheScriptHasArrivedIsNewerThanWhatWasKept() {
        try (var desk = new Desk(browser, port, people.hr())) {
            var page = desk.page();
            var nip = page.locator("form[action$='/hr/lines/absences'] [name=nip]");
            desk.visit("/hr/lines");
            nip.evaluate("field => field.closest('details').open = true");
            nip.fill("lama");
            var late = new ArrayList<Route>();
            page.route("**/typed.js", late::add);
            page.navigate(
                    "http://localhost:" + port + "/hr/lines",
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            nip.evaluate("field => field.closest('details').open = true");
            nip.fill("baru");
            page.waitForCondition(() -> !late.isEmpty());
            late.get(0).resume();
            page.unroute("**/typed.js");
            page.waitForFunction("() => Object.values(sessionStorage).some(kept => kept.includes('baru'))");
            assertThat(nip).hasValue("baru");
            speak(page, "EN");
            assertThat(nip).hasValue("baru");
            speak(page, "ID");
        }
    }

    @Test
    void aFormThatIsOnlyLookedAtFirstKeepsItsTextToo() {
        var cycle = town.cycle(people, scheme);
        try (var desk = new Desk(browser, port, people.hr())) {
            desk.visit("/hr/cycles/" + cycle.id() + "/change");
            var page = desk.page();
            var due = page.locator("#assessmentDue");
            due.fill("31 Des 2031");
            speak(page, "EN");
            assertThat(due).hasValue("31 Des 2031");
            // the server is not reached
            var lost = new ArrayList<Route>();
            page.route(
                    "**/change?*",
                    route -> {
                        route.abort();
                        lost.add(route);
                    },
                    new Page.RouteOptions().setTimes(1));
            page.locator("form[data-kept] button:not([type=button])").click();
            page.waitForCondition(() -> !lost.isEmpty());
            desk.visit("/hr/cycles/" + cycle.id() + "/change");
            assertThat(due).hasValue("31 Des 2031");
            page.locator("form[data-kept] button:not([type=button])").click();
            assertThat(due).hasValue("31/12/2031");
            assertThat(page.locator("[data-told]")).hasCount(0);
            // the reason stands in another form, about what was looked at; it is for this cycle, however often that is
            // looked at
            var reason = page.locator("#reason");
            for (var day : List.of(33, 34)) {
                var later = DateTimeFormatter.ofPattern("dd/MM/uuuu")
                        .format(LocalDate.now(clock).plusMonths(10).plusDays(day));
                due.fill(later);
                page.locator("form[data-kept] button:not([type=button])").click();
                assertThat(due).hasValue(later);
                if (day == 33) {
                    reason.fill("Libur bersama");
                }
            }
            assertThat(reason).hasValue("Libur bersama");
            desk.visit("/hr/cycles/" + cycle.id() + "/change");
            assertThat(due).not().hasValue("31 Des 2031");
            speak(page, "ID");
            assertThat(desk.faults()).isEmpty();
        }
    }

    private Desk formToReturn() {
        return formToReturn(Desk.WIDE);
    }

    private Desk formToReturn(int width) {
        id = town.openForStaf(people, scheme);
        walker.complete(id, Step.DRAFT_TARGETS, new Answers(scheme).targets());
        desks.put(people.supervisor(), new Desk(browser, port, people.supervisor(), width));
        return task(people.supervisor(), Step.APPROVE_TARGETS);
    }

    /** As a phone in a village has it. */
    private static void slow(Page page) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 700);
        conditions.addProperty("downloadThroughput", 60_000);
        conditions.addProperty("uploadThroughput", 20_000);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", conditions);
    }

    private String taskId() {
        return walker.task(id, Step.APPROVE_TARGETS).getId();
    }

    private void keepDraft(String draft) {
        var supervisor = new Actor(people.supervisor(), Set.of(Role.STAFF));
        var seen = tasks.open(taskId(), supervisor).orElseThrow().draftVersion();
        tasks.keepDraft(taskId(), supervisor, draft, seen, List.of()).orElseThrow();
    }

    private static Locator remark(Desk desk) {
        return desk.field("remark").locator("textarea");
    }

    private static void endSession(Desk desk) {
        desk.page().context().clearCookies(new ClearCookiesOptions().setName("LARAS-SESSION"));
    }

    /** In another tab of the same browser. */
    private static void logInBeside(Desk desk, String account) {
        endSession(desk);
        var other = desk.anotherTab();
        other.visit("/login");
        logIn(other.page(), account);
        other.page().waitForURL(url -> !url.contains("/login"));
        other.page().close();
    }

    private static void logIn(Page page, String account) {
        page.locator("#username").fill(account);
        page.locator("#password").fill(PASSWORD);
        page.locator("form button[type=submit]").first().click();
    }

    /** The page in the other language is there: what is typed next is not typed into the one before. */
    private static void speak(Page page, String language) {
        page.locator(".languages").getByText(language).click();
        assertThat(page.locator("html")).hasAttribute("lang", language.toLowerCase(Locale.ROOT));
    }

    private static void press(Locator form) {
        form.locator("button.primary").click();
    }
}
