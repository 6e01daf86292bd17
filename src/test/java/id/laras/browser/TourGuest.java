package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whoever walks the tour: presses, chooses and sends by the words that the page shows, and keeps what they have pressed. */
final class TourGuest {

    /** Of pictures: each stays below 100 KB. */
    private static final int QUALITY = 55;

    private final Page page;
    private final String address;
    private final List<TourPaper.Step> walked = new ArrayList<>();
    private final Set<String> english = new HashSet<>();

    TourGuest(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    /** What was pressed and seen, step by step. */
    List<TourPaper.Step> walked() {
        return walked;
    }

    /** What was found on English pages. */
    Set<String> english() {
        return english;
    }

    void step() {
        walked.add(new TourPaper.Step(new ArrayList<>(), new ArrayList<>()));
    }

    /** Who presses the same words twice in a row reads them once. */
    private void note(String label) {
        var pressed = walked.get(walked.size() - 1).pressed();
        if (pressed.isEmpty() || !label.equals(pressed.get(pressed.size() - 1))) {
            pressed.add(label);
        }
    }

    /** A button or a link that begins with these words, or a task whose second part does; in what lies on top. */
    void press(String label) {
        press(label, asked().isVisible() ? asked() : menu().isVisible() ? menu() : page.locator("body"));
    }

    private void press(String label, Locator within) {
        note(label);
        var words = Pattern.compile("(^|· )" + words(label) + "(?![A-Za-z0-9])");
        within.locator("button:visible, summary:visible, a:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    void choose(String label) {
        note(label);
        var choices = form().locator("label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words(label))));
        assertThat(choices.first()).isVisible();
        choices.all().forEach(Locator::click);
    }

    /** Says yes where the form asks, with the same words. */
    void send(String label) {
        press(label, page.locator(".form-actions"));
        var sent = page.locator("laras-toast");
        assertThat(sent.or(asked()).first()).isVisible();
        if (asked().isVisible()) {
            press(label);
        }
        assertThat(sent).containsText("Terkirim");
    }

    void enterAs(String account) {
        page.navigate(address + "/login");
        press(account);
        assertThat(page.locator(".trial-today")).isVisible();
    }

    /** What the engine does by itself takes a moment; the list is asked for anew whenever it is opened. */
    void sitDownAs(String person, String about) {
        note("Sebagai …");
        note(person);
        var list = page.locator(".trial-menu").filter(new Locator.FilterOptions().setHas(page.getByText("Sebagai …")));
        var line = list.locator("button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words(person))))
                .filter(new Locator.FilterOptions().setHasText(about));
        list.locator("summary").click();
        for (var again = 0; again < 200 && !line.isVisible(); again++) {
            list.locator("summary").click();
            page.waitForResponse(
                    answer -> answer.url().contains("/demo/bar?"),
                    () -> list.locator("summary").click());
        }
        line.click();
        assertThat(page.locator(".form-pane .purpose")).isVisible();
        assertThat(page.locator(".trial-today")).isVisible();
    }

    void letTheOthersAnswer(String until) {
        press("Yang lain menjawab …");
        var stage = page.getByLabel("Sampai tahap");
        stage.focus();
        stage.selectOption(until);
        note(until);
        press("Jawab");
        assertThat(told()).containsText("menjawab");
    }

    /** As the browser's regular expressions have them; dots stand for what differs. */
    private static String words(String label) {
        return "\\s*" + label.replaceAll("[.()]", "\\\\$0").replace("…", ".*");
    }

    private Locator menu() {
        return page.locator(".trial-menu[open]");
    }

    Locator told() {
        return page.locator(".trial-told").first();
    }

    private Locator asked() {
        return page.locator("laras-ask dialog");
    }

    Locator form() {
        return page.locator(".form-pane");
    }

    Locator field(String field) {
        return page.locator("[data-field=\"" + field + "\"]");
    }

    List<String> fields(String pattern) {
        return page.locator("[data-field]").all().stream()
                .map(field -> field.getAttribute("data-field"))
                .filter(Pattern.compile(pattern).asMatchPredicate())
                .toList();
    }

    void fill(String field, String value) {
        field(field).locator("input:not([type=file]), textarea").first().fill(value);
    }

    static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** @param seen what must be on the picture, as low as it may stand */
    void picture(String name, Locator seen) {
        seen.first().evaluate("each => each.scrollIntoView({block: 'end'})");
        picture(name);
    }

    /** @param top what the form is scrolled to */
    void pictureFrom(String name, Locator top) {
        top.first().evaluate("each => each.scrollIntoView({block: 'start'})");
        picture(name);
    }

    void picture(String name) {
        var file = name + ".jpg";
        walked.get(walked.size() - 1).pictures().add(file);
        if (Boolean.getBoolean("laras.pictures")) {
            assertThat(page.getByText("Memuat").filter(new Locator.FilterOptions().setVisible(true)))
                    .hasCount(0);
            page.screenshot(new Page.ScreenshotOptions()
                    .setType(ScreenshotType.JPEG)
                    .setQuality(QUALITY)
                    .setPath(TourPaper.picture(file)));
        }
    }

    /** The same page in another tab says these words to whoever chose English; in a menu that is shut, too. */
    void readInEnglish(String... words) {
        speak("en");
        try (var tab = page.context().newPage()) {
            tab.navigate(page.url());
            for (var word : words) {
                assertThat(tab.getByText(Pattern.compile("^" + words(word) + "(?![A-Za-z0-9])"))
                                .first())
                        .isAttached();
                english.add(word);
            }
        }
        speak("id");
    }

    private void speak(String language) {
        page.context().addCookies(List.of(new Cookie("LARAS-LANG", language).setUrl(address)));
    }
}
