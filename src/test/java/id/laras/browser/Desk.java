package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import id.laras.HttpPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** One person at their own browser, logged in: opens tasks in Tasklist, fills fields, sends. */
public final class Desk implements AutoCloseable {

    public static final int WIDE = 1400;
    public static final int PHONE = 360;

    /** Two hours ahead of the agency: what is due at the end of its day is due tomorrow by this browser's clock. */
    private static final String ZONE = "Asia/Jayapura";

    private static final ZoneId AGENCY = ZoneId.of("Asia/Jakarta");

    /** Pixels of a screen on which a whole form shows. */
    private static final int TALL = 2400;

    /**
     * What is wider than the form, the card or the screen that it stands in, and what Tasklist cuts off in the task's
     * header. The page itself does not tell: Tasklist hides what it has no room for.
     */
    private static final String OVER_THE_EDGE = """
            () => {
              const form = document.querySelector('.form-pane [task-id]');
              const name = element => element.localName + '.' + element.className + ': ' + element.textContent.trim().slice(0, 40);
              const right = element => element.getBoundingClientRect().right;
              const edge = element => Math.min(window.innerWidth, right(form), right(element.closest('.card') ?? form));
              const wide = [...form.shadowRoot.querySelectorAll('*')].filter(element =>
                element.checkVisibility() && !element.matches('.visually-hidden, .visually-hidden *, option')
                  && !(element.closest('thead')?.getBoundingClientRect().width <= 1)
                  && (right(element) > edge(element) + 1
                    || element.matches('table, p, th, td') && element.scrollWidth > element.clientWidth + 1));
              const cut = [...document.querySelectorAll('[cam-tasklist-task-meta] .view-value')].filter(value =>
                value.checkVisibility() && (value.scrollWidth > value.clientWidth + 1 || right(value) > window.innerWidth));
              return [...wide, ...cut].map(name);
            }""";

    /**
     * What axe-core calls serious or critical, of the rules of WCAG 2.2 up to level AA. It need not fetch anything first: that is
     * for pages that sound.
     */
    private static final String BARRIERS = """
            async ([rules, colours, where]) => {
              const options = {
                runOnly: rules,
                resultTypes: ['violations'],
                preload: false,
                rules: colours ? {} : {'color-contrast': {enabled: false}},
              };
              const found = await axe.run(where ?? document, options);
              return found.violations.filter(each => ['serious', 'critical'].includes(each.impact)).flatMap(each =>
                each.nodes.map(node => each.id + ': ' + node.target.flat().join(' ') + ' ' + (node.any[0]?.message ?? '')));
            }""";

    /**
     * What browsers say by themselves, in their own language: pickers of days, buttons for files, bubbles over fields that are
     * missing.
     */
    private static final String OWN_WORDS = """
            () => {
              const inside = document.querySelector('.form-pane [task-id]')?.shadowRoot;
              const all = (root, selector) => [...(root?.querySelectorAll(selector) ?? [])];
              return [
                ...[document, inside].flatMap(root => all(root,
                  'input:is([type=date], [type=time], [type=month], [type=week], [type=datetime-local]), input[type=file]:not(.visually-hidden)')),
                ...all(inside, ':required'),
                ...all(inside ? null : document, 'form').filter(form => !form.noValidate),
              ].map(element => element.outerHTML.slice(0, 120));
            }""";

    /** What Tasklist shows around it is looked at once, in {@link EveryPageInBrowserTests}. */
    private static final String FORM = ".form-pane";

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /**
     * Fills every field that the open form has, also those that appear when another is chosen, in a second form of the same
     * kind; and looks whether a third that is given the draft shows the same. The server's draft stays as it was.
     */
    private static final String WHAT_DOES_NOT_COME_BACK = """
            async () => {
              const form = document.querySelector('.form-pane [task-id]');
              await form.saveNow();
              const real = window.fetch;
              const json = body => new Response(JSON.stringify(body), {headers: {'Content-Type': 'application/json'}});
              const path = '/api/tasks/' + form.taskId;
              const view = await (await real(path, {headers: {Accept: 'application/json'}})).json();
              let draft = view.draft;
              let version = view.draftVersion;
              window.fetch = async (address, options) => {
                if (String(address).includes(path + '/draft')) {
                  draft = JSON.parse(options.body);
                  return json({version: ++version, beside: null, others: []});
                }
                return String(address).endsWith(path) ? json({...view, draft, draftVersion: version}) : real(address, options);
              };
              const opened = [];
              const open = async () => {
                const again = document.createElement(form.localName);
                again.setAttribute('task-id', form.taskId);
                document.body.append(again);
                opened.push(again);
                await again.load();
                await again.updateComplete;
                return again;
              };
              const controls = step => [...step.renderRoot.querySelectorAll(
                'fieldset.body :is(input:not([type=file]), select, textarea)')];
              const name = each => each.type === 'radio' ? each.name + '=' + each.value : each.id;
              const value = each => ['radio', 'checkbox'].includes(each.type) ? each.checked : each.value;
              const typed = [];
              const seen = new Set();
              const answer = (each, index) => {
                if (each.matches('select')) {
                  each.value = each.options[each.options.length - 1].value;
                } else if (['radio', 'checkbox'].includes(each.type)) {
                  each.checked = true;
                } else {
                  each.value = each.inputMode === 'decimal' ? String(index) : 'ketikan ' + index;
                  typed.push(each.value);
                }
                each.dispatchEvent(new Event('input', {bubbles: true}));
                each.dispatchEvent(new Event('change', {bubbles: true}));
              };
              try {
                const filled = await open();
                let next;
                while ((next = controls(filled).find(each => !seen.has(name(each))))) {
                  seen.add(name(next));
                  answer(next, seen.size);
                  await filled.updateComplete;
                }
                await filled.saveNow();
                const again = await open();
                const kept = JSON.stringify(draft);
                const before = new Map(controls(filled).map(each => [name(each), value(each)]));
                const after = new Map(controls(again).map(each => [name(each), value(each)]));
                return [
                  ...(seen.size === 0 ? ['no field at all'] : []),
                  ...typed.filter(each => !kept.includes(JSON.stringify(each))).map(each => each + ' is not in the draft'),
                  ...[...before].filter(([each, was]) => after.get(each) !== was).map(each => each.join(': ')),
                  ...(again.renderRoot.querySelector('[data-field=homeless]') ? ['something has no place'] : [])];
              } finally {
                opened.forEach(each => each.remove());
                await Promise.all(opened.map(each => each.saveNow()));
                window.fetch = real;
              }
            }""";

    private static final String AXE = read("/axe.min.js");

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final String person;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> looked = new HashSet<>();

    public Desk(Browser browser, int port, String account) {
        this(browser, port, account, WIDE);
    }

    /** The login page itself is walked where it is the point; here the session is brought along. */
    public Desk(Browser browser, int port, String account, int width) {
        this(
                browser.newContext(new Browser.NewContextOptions()
                        .setLocale("id-ID")
                        .setTimezoneId(ZONE)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, width == PHONE ? 740 : 900)),
                "http://localhost:" + port,
                account);
        context.addCookies(HttpPerson.loggedIn(port, account).cookies().stream()
                .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(address))
                .toList());
    }

    private Desk(BrowserContext context, String address, String person) {
        this.person = person;
        this.address = address;
        this.context = context;
        this.page = context.newPage();
        page.onPageError(faults::add);
    }

    /** The same person in another tab of the same browser, which closes with this one. */
    public Desk anotherTab() {
        return new Desk(context, address, person);
    }

    public Page page() {
        return page;
    }

    /** Account of who sits here. */
    public String person() {
        return person;
    }

    /** The same person at another browser, which closes by itself, somewhere in the world. */
    public Desk in(String zone) {
        return new Desk(
                context.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setLocale("id-ID")
                                .setTimezoneId(zone)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setViewportSize(WIDE, 900)
                                .setStorageState(context.storageState())),
                address,
                person);
    }

    /** Opens a page of Laras. */
    public Response visit(String path) {
        return page.navigate(address + path);
    }

    /** Opens the task in Tasklist and waits until its form can be filled; whoever has Tasklist before them goes on in it. */
    public Desk open(String taskId) {
        if (page.url().contains("/camunda/app/tasklist/") && !page.url().contains(taskId)) {
            page.evaluate("""
                    task => {
                      document.querySelectorAll('laras-toast').forEach(told => told.remove());
                      const where = new URLSearchParams(location.hash.replace(/^#\\/\\??/, ''));
                      where.set('task', task);
                      where.delete('detailsTab');
                      location.hash = '#/?' + where;
                    }""", taskId);
        } else {
            page.navigate("about:blank");
            page.navigate(address + "/camunda/app/tasklist/default/#/?task=" + taskId);
        }
        try {
            assertThat(page.locator(".form-pane [task-id='" + taskId + "'] .purpose"))
                    .isVisible();
        } catch (AssertionError missing) {
            take("missing-form");
            throw missing;
        }
        return this;
    }

    /** Takes the task of a group. */
    public Desk claim() {
        page.locator("button.claim").click();
        assertThat(page.locator(".form-pane fieldset.body:not([disabled])")).isVisible();
        return this;
    }

    /** Lets the form load its task once more; the server's answer arrives when the returned deed is done. */
    public Runnable loadLate() {
        page.evaluate("""
                () => {
                  const real = window.fetch;
                  const late = new Promise((arrive) => (window.arrive = arrive));
                  window.fetch = (...call) => {
                    window.fetch = real;
                    return real(...call).then((answer) => late.then(() => answer));
                  };
                  window.loaded = document.querySelector('.form-pane [task-id]').load();
                }""");
        return () -> page.evaluate("() => { window.arrive(); return window.loaded; }");
    }

    /** Answers one field, whatever kind it is. */
    public Desk set(String field, String value) {
        var frame = page.locator("[data-field=\"" + field + "\"]");
        if (frame.locator("select").count() > 0) {
            frame.locator("select").selectOption(value);
        } else if (frame.locator("input[type=radio]").count() > 0) {
            frame.locator("input[value=\"" + value + "\"]").check();
        } else if (frame.locator("input[type=checkbox]").count() > 0) {
            frame.locator("input[type=checkbox]").check();
        } else {
            frame.locator("input:not([type=file]), textarea").first().fill(value);
        }
        return this;
    }

    /** Takes the tick out of a box. */
    public Desk unset(String field) {
        field(field).locator("input[type=checkbox]").uncheck();
        return this;
    }

    /** Presses a button inside the form. */
    public Desk press(String label) {
        page.locator(".form-pane")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .click();
        return this;
    }

    public Locator field(String field) {
        return page.locator("[data-field=\"" + field + "\"]");
    }

    /** Fields whose names match, in the order of the form. */
    public List<String> fields(Pattern pattern) {
        return page.locator("[data-field]").all().stream()
                .map(field -> field.getAttribute("data-field"))
                .filter(pattern.asMatchPredicate())
                .toList();
    }

    /** Tasklist's button for comments on the open task. */
    public Locator commenting() {
        return page.locator(".createCommentLink");
    }

    /** Comments on the open task and waits until Tasklist has taken it. */
    public Desk comment(String text) {
        commenting().click();
        page.locator("#comment-form-message").fill(text);
        page.locator(".modal-footer button[type=submit], .modal-footer .btn-primary")
                .first()
                .click();
        assertThat(page.locator("#comment-form-message")).hasCount(0);
        return this;
    }

    /** Sends the form, says yes where it asks, and waits until Tasklist has taken it. */
    public Desk send() {
        press();
        var sent = page.locator("laras-toast");
        assertThat(sent.or(asked()).first()).isVisible();
        if (asked().isVisible()) {
            agree();
        }
        assertThat(sent).containsText("Terkirim");
        assertThat(sent).containsText("ditunggu");
        return this;
    }

    /** What the form asks before it is sent, on a wide screen and on a phone; Escape and the browser's Back leave everything as it was. */
    public String lookAtQuestion(String name) {
        var before = page.viewportSize();
        var words = "";
        // somewhere to go back to
        page.evaluate("history.pushState(null, '', location.href)");
        for (var width : List.of(WIDE, PHONE)) {
            page.setViewportSize(width, 740);
            words = ask();
            assertThat(asked().locator("button").first()).isFocused();
            picture(name);
            Assertions.assertThat((Boolean) asked().evaluate("""
                            dialog => dialog.matches(':modal') && dialog.scrollWidth <= dialog.clientWidth
                              && dialog.getBoundingClientRect().right <= window.innerWidth"""))
                    .as("%s fits %d px", name, width)
                    .isTrue();
            hasNone(page, "laras-ask", WCAG, true, name);
            if (width == PHONE) {
                page.goBack();
            } else {
                page.keyboard().press("Escape");
            }
            assertThat(asked()).hasCount(0);
            assertThat(page.locator(".form-pane .purpose")).isVisible();
            assertThat(page.locator("laras-toast")).hasCount(0);
        }
        page.setViewportSize(before.width, before.height);
        return words;
    }

    /** Presses the button and reads what it asks before anything is sent. */
    public String ask() {
        press();
        assertThat(asked()).isVisible();
        return asked().innerText();
    }

    /** The question before what cannot be taken back. */
    public Locator asked() {
        return page.locator("laras-ask dialog");
    }

    public Desk agree() {
        asked().locator(".primary").click();
        return this;
    }

    /** Follows the link to the next task of the same evaluation, one click away. */
    public Desk next() {
        page.locator("laras-toast a").click();
        assertThat(page.locator(".form-pane .purpose")).isVisible();
        return this;
    }

    /** Sends the form, which is refused: by the form itself, or by the server. */
    public String sendRefused() {
        press();
        var summary = page.locator(".form-pane #summary");
        assertThat(summary).isVisible();
        return summary.innerText();
    }

    private void press() {
        action().click();
    }

    /** Adds a file as evidence and waits until it has arrived. */
    public Desk upload(String field, String fileName) {
        field(field)
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(fileName, "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(UTF_8)));
        assertThat(field(field).locator("a")).hasText(fileName);
        return this;
    }

    /** Waits until the server keeps what was typed. */
    public Desk draftKept() {
        var now = ZonedDateTime.now(AGENCY);
        var hours = DateTimeFormatter.ofPattern("HH");
        assertThat(page.locator(".form-pane .draft"))
                .containsText(Pattern.compile("Draf tersimpan (%s|%s)\\.\\d\\d WIB"
                        .formatted(
                                now.plusMinutes(1).format(hours),
                                now.minusMinutes(5).format(hours))));
        return this;
    }

    /** The form saves by itself a second later; where that is not the point nobody waits for it. */
    public Desk keepDraft() {
        page.locator(".form-pane [task-id]").evaluate("form => form.saveNow()");
        return draftKept();
    }

    /** Waits until the form has learned that its task is over. */
    public Desk draftGone() {
        assertThat(page.locator(".form-pane .draft")).containsText("tidak terbuka lagi");
        return this;
    }

    /** What the button says that sends the form. */
    public Locator action() {
        return page.locator(".form-actions .btn-primary");
    }

    /** The open form on a wide screen and on a phone: pictures for people to judge, and nothing reaches over an edge. */
    public Desk look(String name) {
        var before = page.viewportSize();
        for (var width : List.of(WIDE, PHONE)) {
            page.setViewportSize(width, TALL);
            assertThat(page.locator(".form-pane .purpose")).isVisible();
            picture(name);
            Assertions.assertThat((List<?>) page.evaluate(OVER_THE_EDGE))
                    .as("what is cut off or too wide in %s at %d px", name, width)
                    .isEmpty();
            hasNone(page, FORM, WCAG, width == WIDE, name);
        }
        speaksForItself(name).isReadInTheDark(FORM, name);
        page.setViewportSize(before.width, before.height);
        var kind = page.locator(".form-pane [task-id]")
                .evaluate("form => form.localName")
                .toString();
        if (looked.add(kind)) {
            Assertions.assertThat((List<?>) page.evaluate(WHAT_DOES_NOT_COME_BACK))
                    .as("what is typed into %s and does not come back", kind)
                    .isEmpty();
        }
        return this;
    }

    /** Whoever works with a keyboard or a screen reader can use what is shown. */
    public Desk hasNoBarrier(String name) {
        return hasNoBarrier(name, true);
    }

    /** @param colours false where they were compared in another width: they are the same, and most of the work */
    public Desk hasNoBarrier(String name, boolean colours) {
        hasNone(page, null, WCAG, colours, name);
        return this;
    }

    /** Nothing is left to the browser to say. */
    public Desk speaksForItself(String name) {
        Assertions.assertThat((List<?>) page.evaluate(OWN_WORDS))
                .as("what the browser words itself in %s", name)
                .isEmpty();
        return this;
    }

    /** Colours are all that the dark changes: whether words stand out from what is behind them, and links from the words around. */
    public Desk isReadInTheDark(String name) {
        return isReadInTheDark(null, name);
    }

    private Desk isReadInTheDark(String where, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        hasNone(page, where, List.of("color-contrast", "link-in-text-block"), true, name + " in the dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    /** On a page outside of a desk. */
    public static void hasNoBarrier(Page page, String name) {
        hasNone(page, null, WCAG, true, name);
    }

    /** @param where a selector, or null for the whole page */
    private static void hasNone(Page page, String where, List<String> rules, boolean colours, String name) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
        Assertions.assertThat((List<?>) page.evaluate(BARRIERS, Arrays.asList(rules, colours, where)))
                .as("barriers in %s at %d px", name, page.viewportSize().width)
                .isEmpty();
    }

    private static String read(String resource) {
        try (var script = Desk.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Elements of the forms that were looked at. */
    public Set<String> looked() {
        return looked;
    }

    /** A picture for people to judge, under {@code target/screenshots}: with {@code bin/test -Dlaras.pictures=true}. */
    public Desk picture(String name) {
        if (Boolean.getBoolean("laras.pictures")) {
            take(name);
        }
        return this;
    }

    private void take(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + "-" + page.viewportSize().width + ".png")));
    }

    /** Errors of scripts since the beginning. */
    public List<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        context.close();
    }
}
