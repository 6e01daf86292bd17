package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.people.WaitingImports;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** Every page as people see it, wide and on a phone; the pictures are left for people to judge. */
@LarasTest
@ExtendWith(Browsers.class)
class PagesInBrowserTests {

    private static final String PASSWORD = "kata-sandi-uji";

    /** Visible words and icons of Tasklist whose contrast with what is behind them is less than 4.5 : 1. */
    private static final String HARD_TO_READ = """
            () => {
              const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = colour => {
                const [r, g, b] = colour.map(part => part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = element => {
                for (let each = element; each; each = each.parentElement) {
                  const colour = numbers(getComputedStyle(each).backgroundColor);
                  if (colour.length < 4 || colour[3] > 0.5) {
                    return colour.slice(0, 3);
                  }
                }
                return [255, 255, 255];
              };
              const contrast = element => {
                const [one, other] = [numbers(getComputedStyle(element).color).slice(0, 3), behind(element)].map(light);
                return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
              };
              return [...document.querySelectorAll('body *')]
                .filter(element => element.checkVisibility() && element.getBoundingClientRect().width > 1
                  && (element.matches('.glyphicon, input') || [...element.childNodes].some(node => node.nodeType === 3 && node.nodeValue.trim()))
                  && contrast(element) < 4.5)
                .map(element => element.localName + '.' + element.className + ': ' + element.textContent.trim());
            }""";

    private static final String OPEN_ROOM_IN_SIGHT = """
            () => {
              const open = document.querySelector('.rooms [aria-current]')?.getBoundingClientRect();
              return !open || (open.left >= 0 && open.right <= window.innerWidth);
            }""";

    /** Tables that are cut, what the tab key reaches though nobody sees it, and heads to sort by that are shown without their links. */
    private static final String CUT_OR_HIDDEN = """
            () => [
              ...[...document.querySelectorAll('.table-wrap')].filter(wrap => wrap.checkVisibility() && wrap.scrollWidth > wrap.clientWidth + 1),
              ...[...document.querySelectorAll('thead :is(a, button)')].filter(head =>
                head.closest('thead').getBoundingClientRect().width <= 1 && head.checkVisibility({visibilityProperty: true})),
              ...[...document.querySelectorAll('thead a')].filter(head =>
                head.closest('thead').getBoundingClientRect().width > 1 && !head.checkVisibility({visibilityProperty: true})),
            ].map(element => element.localName + ': ' + element.textContent.trim().slice(0, 60))""";

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    TestPeople accounts;

    @Autowired
    WaitingImports waiting;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @ParameterizedTest
    @ValueSource(ints = {Desk.WIDE, Desk.PHONE})
    void noPageIsWiderThanTheScreen(int width, Browser browser) {
        var walker = new Walker(engine, json);
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var cycle = town.cycle(people, Scheme.NUMERIC);
        var id = town.openForStaf(people, cycle);
        town.answerTo(people, 4);
        town.answerTo(people, 8);
        var second = accounts.account("ujidua" + people.number(), Role.HR);
        var waits = waiting.find(new Actor(people.hr(), Set.of(Role.HR)), PageRequest.of(0, 1000)).stream()
                .filter(WaitingImports.Waiting::own)
                .findFirst()
                .orElseThrow();
        look(browser, width, second, List.of("/hr/people/waiting", "/hr/people/waiting/" + waits.id()));
        look(
                browser,
                width,
                people.hr(),
                List.of(
                        "/",
                        "/hr/people",
                        "/hr/lines",
                        "/hr/lines/evaluations/" + id,
                        "/hr/cycles",
                        "/hr/cycles/" + cycle.id(),
                        "/hr/cycles/" + cycle.id() + "/change?targetsDue="
                                + LocalDate.now().plusDays(3),
                        "/hr/evaluations",
                        "/hr/tasks",
                        "/hr/incidents",
                        "/account/tokens",
                        "/account/substitutes",
                        "/hr/substitutes",
                        "/hr/retention",
                        "/audit/evaluations",
                        "/audit/evaluations/" + id,
                        "/evaluations/" + id));
        look(
                browser,
                width,
                people.staf(),
                List.of(
                        "/",
                        "/evaluations",
                        "/evaluations/" + id,
                        "/glossary",
                        "/account/password",
                        "/account/tokens",
                        "/account/substitutes"));
        look(browser, width, accounts.account("uji-lebar", Role.ADMIN), List.of("/admin/accounts", "/admin/tokens"));
        try (var desk = new Desk(browser, "http://localhost:" + port, people.staf(), PASSWORD, width)) {
            desk.visit("/camunda/app/tasklist/default/");
            assertThat(desk.page().getByText("Susun").first()).isVisible();
            desk.picture("tasklist").hasNoBarrier("Tasklist");
            desk.open(walker.task(id, "UserTask_DraftTargets").getId())
                    .picture("tasklist-form")
                    .hasNoBarrier("the form in Tasklist");
            fits(desk, "Tasklist");
        }
    }

    private static void fits(Desk desk, String what) {
        assertThat((Integer) desk.page().evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", what)
                .isLessThanOrEqualTo(desk.page().viewportSize().width);
    }

    private void look(Browser browser, int width, String person, List<String> paths) {
        try (var desk = new Desk(browser, "http://localhost:" + port, person, PASSWORD, width)) {
            for (var path : paths) {
                desk.visit(path);
                desk.picture("page-" + person.replaceAll("\\d", "")
                        + path.replaceAll("[0-9a-f-]{36}", "id").replaceAll("[^a-z]+", "-"));
                fits(desk, path);
                desk.hasNoBarrier(path);
                assertThat((Boolean) desk.page().evaluate(OPEN_ROOM_IN_SIGHT))
                        .as("the open room of %s is in sight", path)
                        .isTrue();
                assertThat((List<?>) desk.page().evaluate(CUT_OR_HIDDEN))
                        .as("cut or hidden in %s at %d px", path, width)
                        .isEmpty();
            }
            assertThat(desk.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Desk.WIDE, Desk.PHONE})
    void codesAndWhatWaitsForASecondPersonFitTheScreen(int width, Browser browser) {
        var address = "http://localhost:" + port;
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var second = accounts.account("uji-lebar-lain", Role.ADMIN);
        try (var desk = new Desk(browser, address, accounts.account("uji-lebar", Role.ADMIN), PASSWORD, width)) {
            desk.visit("/admin/accounts?search=" + people.peer());
            desk.page().locator("form[action$='/code'] button").first().click();
            assertThat(desk.page().getByText("Kode untuk akun")).isVisible();
            desk.picture("code-made");
            fits(desk, "the code");
            desk.hasNoBarrier("the code");
            desk.visit("/admin/accounts?search=" + people.peer());
            desk.page().locator("input[name=roles][value=AUDITOR]").first().check();
            desk.page().locator("form[action$='/roles'] button").first().click();
            assertThat(desk.page().getByText("menunggu orang kedua; sampai itu"))
                    .isVisible();
            desk.picture("accounts-waiting");
            fits(desk, "what waits");
            desk.hasNoBarrier("what waits");
            assertThat(desk.faults()).isEmpty();
        }
        try (var desk = new Desk(browser, address, people.peer(), PASSWORD, width)) {
            assertThat(desk.page().getByText("membuat kode")).isVisible();
            desk.picture("home-code");
            fits(desk, "the notice of a code");
            desk.visit("/code");
            desk.picture("code");
            fits(desk, "/code");
            desk.hasNoBarrier("/code");
        }
        look(browser, width, second, List.of("/", "/account/changes"));
    }

    @Test
    void aFormSpeaksThePagesLanguageAndAsksBeforeWhatCannotBeTakenBack(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var id = town.openForStaf(people, town.cycle(people, Scheme.QUADRANT));
        try (var desk = new Desk(browser, "http://localhost:" + port, people.hr(), PASSWORD)) {
            var page = desk.page();
            desk.visit("/account/substitutes");
            page.locator("form.filters button").click();
            assertThat(page.locator("#search-wrong")).hasText("Kolom ini wajib diisi.");
            assertThat(page.locator("#search")).isFocused();
            desk.picture("page-required");
            desk.visit("/hr/cycles/new");
            assertThat(page.locator("main input[type=date]")).hasCount(0);
            page.locator("#firstDay").fill("31/2/2027");
            page.locator("main form .primary").click();
            assertThat(page.locator("#firstDay-wrong")).containsText("bukan tanggal");
            page.locator("#firstDay").fill("5 Jan 2027");
            assertThat(page.locator("#firstDay-day")).hasText("Dibaca sebagai 5 Jan 2027");
            desk.visit("/hr/people");
            assertThat(page.locator(".button.file").first()).hasText("Pilih berkas");
            assertThat(page.locator(".chosen").first()).hasText("Belum ada berkas yang dipilih");
            desk.picture("page-files");
            desk.visit("/hr/people?lang=en");
            assertThat(page.locator(".button.file").first()).hasText("Choose a file");
            desk.visit("/?lang=id");

            desk.visit("/hr/lines/evaluations/" + id);
            page.locator("details:has(#end-kind) summary").click();
            page.locator("#end-kind").selectOption(new SelectOption().setIndex(1));
            page.locator("#end-reason").fill("x");
            var end = page.locator("form[action$='/end'] button");
            end.click();
            assertThat(desk.asked()).containsText("isian yang belum dikirim hilang");
            desk.picture("page-ask");
            page.keyboard().press("Escape");
            assertThat(desk.asked()).hasCount(0);
            assertThat(end).isFocused();
            end.click();
            desk.agree();
            assertThat(page.locator(".notice.danger")).containsText("belum menjelaskan apa pun");
            assertThat(page.locator("#end-reason")).hasValue("x");
            assertThat(desk.faults()).isEmpty();
        }
    }

    @Test
    void tasklistCanBeReadInTheDark(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var id = town.openForStaf(people, town.cycle(people, Scheme.QUADRANT));
        var task = new Walker(engine, json).task(id, "UserTask_DraftTargets").getId();
        try (var desk = new Desk(browser, "http://localhost:" + port, people.staf(), PASSWORD)) {
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            desk.open(task).picture("tasklist-dark");
            assertThat(desk.page().locator(".loader:visible")).hasCount(0);
            assertThat(desk.page().locator(".task-filters .counter:visible")).hasText("1");
            assertThat((List<?>) desk.page().evaluate(HARD_TO_READ)).isEmpty();
            desk.hasNoBarrier("Tasklist in the dark");
        }
    }

    @Test
    void whoChoseEnglishReadsTheSharedListsInEnglish(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        town.openForStaf(people, town.cycle(people, Scheme.QUADRANT));
        try (var desk = new Desk(browser, "http://localhost:" + port, people.staf(), PASSWORD)) {
            desk.visit("/?lang=en");
            desk.visit("/camunda/app/tasklist/default/");
            var lists = desk.page().locator(".task-filters .item .name a");
            assertThat(lists.nth(0)).containsText("My tasks");
            assertThat(lists.nth(1)).containsText("My groups’ tasks");
            assertThat(lists.nth(2)).containsText("Shared with a substitute");
            assertThat(lists.nth(3)).containsText("Late");
            assertThat(desk.page().locator(".names .task").first()).containsText("Draft the targets · Budi Santoso");
            assertThat(desk.page().locator(".names .process-definition").first())
                    .containsText("Setting of targets");
            desk.picture("tasklist-english");
            desk.visit("/");
            assertThat(desk.page().locator("main")).containsText("Draft the targets · Budi Santoso");
            desk.visit("/glossary");
            assertThat(desk.page().locator("main")).containsText("In Indonesian: sasaran kinerja");
        }
    }

    @Test
    void nobodySeesAnEmptyTasklistOrTheEndOfLifeBanner(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        town.openForStaf(people, town.cycle(people, Scheme.QUADRANT));
        try (var desk = new Desk(browser, "http://localhost:" + port, people.staf(), PASSWORD)) {
            desk.visit("/camunda/app/tasklist/default/");
            for (var filter : List.of("Tugas saya", "Tugas kelompok saya", "Terlambat")) {
                assertThat(desk.page().getByText(filter).first()).isVisible();
            }
            assertThat(desk.page().getByText("Budi Santoso").first()).isVisible();
            assertThat((Boolean) desk.page()
                            .evaluate("[...document.querySelectorAll('body *')].some(e => e.children.length === 0"
                                    + " && /end.of.life|EOL/i.test(e.textContent) && e.checkVisibility())"))
                    .isFalse();
        }
    }

    @Test
    void aTableIsSortedByAClickOnTheHeadOfAColumnAndBackAgain(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        town.cycle(people, Scheme.QUADRANT);
        town.cycle(people, Scheme.NUMERIC);
        try (var desk = new Desk(browser, "http://localhost:" + port, people.hr(), PASSWORD)) {
            desk.visit("/hr/cycles");
            var head = desk.page().locator("thead th").first();
            head.getByRole(AriaRole.BUTTON).click();
            assertThat(head).hasAttribute("aria-sort", "ascending");
            var up = desk.page().locator("tbody tr").allInnerTexts();
            head.getByRole(AriaRole.BUTTON).click();
            assertThat(head).hasAttribute("aria-sort", "descending");
            assertThat(desk.page().locator("tbody tr").allInnerTexts())
                    .hasSizeGreaterThan(1)
                    .containsExactlyElementsOf(
                            up.stream().collect(ArrayList::new, (list, row) -> list.add(0, row), ArrayList::addAll));
        }
    }

    @Test
    void theFrameOfTasklistIsReachedWithAKeyboardAndSpeaksNoWordsOfTheEngine(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var id = town.openForStaf(people, town.cycle(people, Scheme.QUADRANT));
        var task = new Walker(engine, json).task(id, "UserTask_DraftTargets").getId();
        try (var desk = new Desk(browser, "http://localhost:" + port, people.staf(), PASSWORD)) {
            desk.open(task);
            desk.page().keyboard().press("Tab");
            assertThat(desk.page().locator(":focus")).hasText("Langsung ke tugas");
            desk.page().keyboard().press("Enter");
            assertThat(desk.page()
                            .locator(".form-pane [task-id] [data-field] :is(textarea, input)")
                            .first())
                    .isFocused();
            assertThat(desk.page().getByText("Tugas ini sudah tidak ada")).not().isVisible();
            desk.page().locator(".sorting-choice > .dropdown-toggle").click();
            assertThat(desk.page().locator("[cam-sorting-dropdown] > li:visible"))
                    .hasText(new String[] {"Dibuat", "Nama tugas"});
            desk.page().keyboard().press("Escape");
            desk.page().locator(".search-container .main-field").click();
            assertThat(desk.page().locator(".search-container .main-field + ul > li:visible"))
                    .hasText(new String[] {"Nama proses", "Nama", "Batas waktu", "Dibuat"});
        }
    }

    @Test
    void nobodySeesTheKeyOfALabelWhileTheLanguageIsOnItsWay(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        try (var desk = new Desk(browser, "http://localhost:" + port, people.staf(), PASSWORD)) {
            var held = new ArrayList<Route>();
            desk.page().route("**/locales/id.json*", held::add);
            desk.visit("/camunda/app/tasklist/default/");
            desk.page().waitForCondition(() -> !held.isEmpty());
            assertThat(desk.page().locator("body")).not().isVisible();
            held.forEach(Route::resume);
            assertThat(desk.page().getByText("Tugas saya").first()).isVisible();
        }
    }

    @Test
    void theLinkToTheTasksOfOnesGroupOpensTheirList(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var id = town.openForStaf(people, town.cycle(people, Scheme.QUADRANT));
        var task = new Walker(engine, json).task(id, "UserTask_DraftTargets").getId();
        engine.getTaskService().setAssignee(task, null);
        engine.getTaskService().addCandidateUser(task, people.staf());
        try (var desk = new Desk(browser, "http://localhost:" + port, people.staf(), PASSWORD)) {
            desk.page().getByText("tugas kelompok Anda").click();
            assertThat(desk.page().locator(".task-filters .item.active")).containsText("Tugas kelompok saya");
            assertThat(desk.page().getByText("Budi Santoso").first()).isVisible();
            desk.open(task);
            assertThat(desk.page().locator(".task-details .claim")).isVisible();
            desk.page().locator(".laras-skip").focus();
            desk.page().keyboard().press("Enter");
            assertThat(desk.page().locator(".task-details .claim")).isFocused();
        }
    }
}
