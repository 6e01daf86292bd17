package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person at his own browser, logged in: opens tasks in Tasklist, fills fields, sends. */
public final class Desk implements AutoCloseable {

    public static final int WIDE = 1400;
    public static final int PHONE = 360;

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> faults = new ArrayList<>();

    public Desk(Browser browser, String address, String account, String password) {
        this(browser, address, account, password, WIDE);
    }

    public Desk(Browser browser, String address, String account, String password, int width) {
        this.address = address;
        this.context = browser.newContext(
                new Browser.NewContextOptions().setLocale("id-ID").setViewportSize(width, width == PHONE ? 740 : 900));
        this.page = context.newPage();
        page.onPageError(faults::add);
        page.navigate(address + "/login");
        page.locator("#username").fill(account);
        page.locator("#password").fill(password);
        page.locator("form button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    public Page page() {
        return page;
    }

    /** Opens a page of Laras. */
    public void visit(String path) {
        page.navigate(address + path);
    }

    /** Opens the task in Tasklist and waits until its form can be filled. */
    public Desk open(String taskId) {
        page.navigate("about:blank");
        page.navigate(address + "/camunda/app/tasklist/default/#/?task=" + taskId);
        try {
            assertThat(page.locator(".form-pane .purpose")).isVisible();
        } catch (AssertionError missing) {
            picture("missing-form");
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

    /** Sends the form and waits until Tasklist has taken it. */
    public Desk send() {
        press();
        assertThat(page.locator("laras-toast")).containsText("Terkirim");
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
        page.locator(".form-actions .btn-primary").click();
    }

    /** A picture for people to judge, under {@code target/screenshots}. */
    public Desk picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + "-" + page.viewportSize().width + ".png")));
        return this;
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
