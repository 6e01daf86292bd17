package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import id.laras.steps.Step;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a browser shows of pages and of the frame of Tasklist. */
@LarasTest
@ExtendWith(Browsers.class)
class PagesInBrowserTests {

    private static final String PASSWORD = TestPeople.PASSWORD;

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

    @LocalServerPort
    int port;

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    ProcessEngine engine;

    @Test
    void aFormSpeaksThePagesLanguageAndAsksBeforeWhatIsFinal(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var id = town.openForStaf(people, Scheme.QUADRANT);
        try (var desk = new Desk(browser, port, people.hr())) {
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
        var id = town.openForStaf(people, Scheme.QUADRANT);
        var task = walker.task(id, Step.DRAFT_TARGETS).getId();
        try (var desk = new Desk(browser, port, people.staf())) {
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            desk.open(task).picture("tasklist-dark");
            assertThat(desk.page().locator(".loader:visible")).hasCount(0);
            assertThat(desk.page().locator(".task-filters .counter:visible")).hasText("1");
            assertThat((List<?>) desk.page().evaluate(HARD_TO_READ)).isEmpty();
            desk.hasNoBarrier("Tasklist in the dark");
            plantedBarriersAreFound(desk);
        }
    }

    /** Else nobody would know whether the walks could find any, inside of a form too. */
    private static void plantedBarriersAreFound(Desk desk) {
        desk.page().evaluate("""
                () => {
                  const words = document.createElement('p');
                  words.innerHTML = '<img src="/laras/icon.svg" width="16" height="16"><input type="text"> <span>Samar</span> Baca <a href="#">panduan</a> dahulu.';
                  // not in the text: the policy forbids styles there
                  words.querySelector('span').style.cssText = 'color: #777; background: #888';
                  words.querySelector('a').style.cssText = 'color: #b4aca4; text-decoration: none';
                  document.querySelector('.form-pane [task-id]').shadowRoot.querySelector('.purpose').after(words);
                  document.body.append(document.createElement('button'));
                }""");
        assertThatThrownBy(() -> desk.hasNoBarrier("planted"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("image-alt", "label: ", "color-contrast", "link-in-text-block", "button-name");
        assertThatThrownBy(() -> desk.isReadInTheDark("planted"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("color-contrast", "link-in-text-block");
    }

    @Test
    void whoChoseEnglishReadsTheSharedListsInEnglish(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        town.openForStaf(people, Scheme.QUADRANT);
        try (var desk = new Desk(browser, port, people.staf())) {
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
        town.openForStaf(people, Scheme.QUADRANT);
        try (var desk = new Desk(browser, port, people.staf())) {
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
        town.openForStaf(people, Scheme.QUADRANT);
        town.openForStaf(people, Scheme.NUMERIC);
        try (var desk = new Desk(browser, port, people.staf())) {
            desk.visit("/evaluations");
            var head = desk.page().locator("table[data-sortable] thead th").first();
            head.getByRole(AriaRole.BUTTON).click();
            assertThat(head).hasAttribute("aria-sort", "ascending");
            var up = desk.page().locator("table[data-sortable] tbody tr").allInnerTexts();
            head.getByRole(AriaRole.BUTTON).click();
            assertThat(head).hasAttribute("aria-sort", "descending");
            assertThat(desk.page().locator("table[data-sortable] tbody tr").allInnerTexts())
                    .hasSizeGreaterThan(1)
                    .containsExactlyElementsOf(
                            up.stream().collect(ArrayList::new, (list, row) -> list.add(0, row), ArrayList::addAll));
        }
    }

    @Test
    void tasklistsFrameWorksByKeyboardWithoutWordsOfTheEngine(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var id = town.openForStaf(people, Scheme.QUADRANT);
        var task = walker.task(id, Step.DRAFT_TARGETS).getId();
        try (var desk = new Desk(browser, port, people.staf())) {
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
            searchSpeaks(desk);
        }
    }

    /** Tasklist words what one can search for when it is drawn, and never again. */
    private static void searchSpeaks(Desk desk) {
        desk.page().locator(".search-container .main-field").click();
        assertThat(desk.page().locator(".search-container .main-field + ul > li:visible"))
                .hasText(new String[] {"Nama proses", "Nama", "Batas waktu", "Dibuat"});
    }

    @Test
    void nobodySeesTheKeyOfALabelWhileTheLanguageIsOnItsWay(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        try (var desk = new Desk(browser, port, people.staf())) {
            var held = new ArrayList<Route>();
            desk.page().route("**/locales/id.json*", held::add);
            desk.visit("/camunda/app/tasklist/default/");
            desk.page().waitForCondition(() -> !held.isEmpty());
            assertThat(desk.page().locator("body")).not().isVisible();
            held.forEach(Route::resume);
            assertThat(desk.page().getByText("Tugas saya").first()).isVisible();
            searchSpeaks(desk);
            // What it asks of the engine before, it draws with keys that stay.
            assertThat((Boolean) desk.page().evaluate("""
                            () => {
                              const all = performance.getEntriesByType('resource');
                              const words = all.find(each => each.name.includes('/locales/id.json'));
                              return all.filter(each => each.name.includes('/camunda/api/engine/'))
                                .every(each => each.startTime >= words.responseEnd);
                            }"""))
                    .as("Tasklist begins when it can speak")
                    .isTrue();
        }
    }

    @Test
    void theLinkToTheTasksOfOnesGroupOpensTheirList(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var id = town.openForStaf(people, Scheme.QUADRANT);
        var task = walker.task(id, Step.DRAFT_TARGETS).getId();
        engine.getTaskService().setAssignee(task, null);
        engine.getTaskService().addCandidateUser(task, people.staf());
        try (var desk = new Desk(browser, port, people.staf())) {
            desk.visit("/");
            desk.page().getByText("tugas kelompok Anda").click();
            assertThat(desk.page().locator(".task-filters .item.active")).containsText("Tugas kelompok saya");
            assertThat(desk.page().getByText("Budi Santoso").first()).isVisible();
            desk.open(task);
            var claim = desk.page().locator(".task-details .claim");
            assertThat(claim).isVisible();
            assertThat(claim.boundingBox().height)
                    .as("a button, not a small link")
                    .isGreaterThanOrEqualTo(32);
            assertThat((String) claim.evaluate("claim => getComputedStyle(claim).backgroundColor"))
                    .isNotIn("rgba(0, 0, 0, 0)", "transparent");
            desk.page().locator(".laras-skip").focus();
            desk.page().keyboard().press("Enter");
            assertThat(desk.page().locator(".task-details .claim")).isFocused();
        }
    }
}
