package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import id.laras.cycle.Scheme;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same of what was typed into a page: language, login, refusal, a network that fails, and scripts that come late. */
class NothingIsLostOnPagesInBrowserTests extends BrowserWalk {

    @BeforeEach
    void settle() {
        people = town.organisation();
        town.letIn(people, PASSWORD);
        scheme = Scheme.QUADRANT;
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
    void aPageThatCannotKeepAnythingSaysSoAndLosesNothing() {
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

    /** The page in the other language is there: what is typed next is not typed into the one before. */
    private static void speak(Page page, String language) {
        page.locator(".languages").getByText(language).click();
        assertThat(page.locator("html")).hasAttribute("lang", language.toLowerCase(Locale.ROOT));
    }

    private static void press(Locator form) {
        form.locator("button.primary").click();
    }
}
