package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import id.laras.cycle.Stage;
import id.laras.words.Written;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The application as people get it: the packaged jar, laid out by bin/unpack and started in a process of its own with the
 * demonstration. What is on the tests' class path may be missing there. */
@Tag("delivered")
@ExtendWith(Browsers.class)
@DisplayName("The application as it is delivered")
class DeliveredInBrowserTests {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    static Path folder;

    private static Process application;
    private static String base;
    private static int health;

    @BeforeAll
    static void start() throws Exception {
        run("bin/unpack", jar().toString(), folder.toString());
        try (var free = new ServerSocket(0)) {
            health = free.getLocalPort();
        }
        var start = new ProcessBuilder(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=160m",
                "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"),
                "@" + folder.resolve("laras.args"),
                "--server.port=0",
                "--management.server.port=" + health,
                "--spring.datasource.url=jdbc:h2:mem:delivered;DB_CLOSE_DELAY=-1");
        start.environment().put("SPRING_PROFILES_ACTIVE", "demo");
        start.environment().put("LARAS_DATA", folder.resolve("data").toString());
        application = start.redirectErrorStream(true).start();
        base = "http://localhost:"
                + CompletableFuture.supplyAsync(DeliveredInBrowserTests::readyOnPort)
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (application != null) {
            application.destroy();
            application.waitFor(30, TimeUnit.SECONDS);
            application.destroyForcibly();
        }
    }

    @Test
    @DisplayName("shows staff the step that waits for them in Tasklist")
    void tasklist(Browser browser) {
        var missing = new ArrayList<String>();
        try (var page = login(browser, "staf", missing)) {
            page.navigate(base + "/camunda/app/tasklist/default/");

            page.locator("ol.tasks-list")
                    .getByText("Nilai diri sendiri")
                    .first()
                    .click();
            assertThat(page.locator("laras-assess-self form, laras-assess-self fieldset")
                            .first())
                    .isVisible();
            nothingLiesOverWhatSends(page);
            assertThat(missing).isEmpty();

            var bar = page.locator(".trial-fixed");
            bar.locator("summary", new Locator.LocatorOptions().setHasText("Sebagai"))
                    .click();
            var line = bar.locator(".trial-menu li button").first();
            var name = line.locator("strong").textContent();
            line.click();
            page.waitForURL(Pattern.compile(".*/tasklist/default/#/.*task=.+"));
            assertThat(page.locator("[cam-widget-header]")).containsText(name);
            assertThat(page.locator(".form-pane [task-id]")).isVisible();
            nothingLiesOverWhatSends(page);
            assertThat(missing).isEmpty();
        }
    }

    @Test
    @DisplayName("shows an administrator the running processes in Cockpit")
    void cockpit(Browser browser) {
        var missing = new ArrayList<String>();
        try (var page = login(browser, "admin", missing)) {
            page.navigate(base + "/camunda/app/cockpit/default/#/processes");

            assertThat(page.locator("body")).containsText("Penilaian kinerja pegawai");
            assertThat(missing).isEmpty();
        }
    }

    /** What it changes does not come back, and nested tests come last. */
    @Nested
    @DisplayName("and then time passes")
    class ThenTimePasses {

        @Test
        @DisplayName("by the bar at the foot of every page")
        void bar(Browser browser) {
            try (var page = browser.newPage(new Browser.NewPageOptions().setLocale("id-ID"))) {
                page.setViewportSize(Desk.WIDE, 900);
                page.navigate(base + "/login");
                look(page, "trial-login");
                page.getByRole(AriaRole.BUTTON, named("Masuk sebagai staf")).click();
                assertThat(page.locator(".viewer")).containsText("Budi Santoso");
                look(page, "trial-start");

                var next = page.locator(".trial form[data-about=next]");
                var day = LocalDate.parse(next.locator("input[name=day]").inputValue());
                nothingMovesWhileItIsSent(page, next.locator("button"));
                assertThat(page.locator(".trial-today"))
                        .hasText("Demonstrasi, " + new Written(Locale.forLanguageTag("id")).day(day));
                assertThat(page.locator(".trial-told li").first()).isVisible();
                look(page, "trial-told");

                page.locator("summary", hasText("Sebagai")).click();
                look(page, "trial-as");
                page.locator("summary", hasText("Yang lain menjawab")).click();
                page.getByLabel("Sampai tahap").selectOption(Stage.CALIBRATION.name());
                look(page, "trial-others");
                page.getByRole(AriaRole.BUTTON, named("Jawab")).click();
                assertThat(page.locator(".trial-told")).containsText(Pattern.compile("\\d+ orang menjawab \\d+ tugas"));
            }
        }
    }

    /** Neither Tasklist's foot nor the bar of the demonstration. */
    private static void nothingLiesOverWhatSends(Page page) {
        for (var width : List.of(Desk.PHONE, Desk.WIDE)) {
            page.setViewportSize(width, 740);
            assertThat(page.locator(".trial-fixed")).isVisible();
            page.locator(".form-actions .btn-primary").click(new Locator.ClickOptions().setTrial(true));
        }
    }

    /** Before anything is sent, the page asks who is logged in: so long the bar is looked at. */
    private static void nothingMovesWhileItIsSent(Page page, Locator button) {
        var asked = new ArrayList<Route>();
        page.route("**/api/me", asked::add);
        var before = page.locator(".trial").boundingBox().height;
        button.click();
        assertThat(page.locator(".trial .working")).isVisible();
        picture(page, "trial-sending");
        assertThat(page.locator(".trial").boundingBox().height).isEqualTo(before);
        page.unroute("**/api/me");
        asked.forEach(Route::resume);
    }

    /** Pictures for people to judge, and nothing reaches over an edge. */
    private static void look(Page page, String name) {
        for (var width : List.of(Desk.PHONE, Desk.WIDE)) {
            page.setViewportSize(width, width == Desk.PHONE ? 740 : 900);
            picture(page, name);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                    .as("pixels over the edge of %s at %d", name, width)
                    .isLessThanOrEqualTo(0);
        }
        Desk.hasNoBarrier(page, name);
    }

    private static void picture(Page page, String name) {
        var file = "target/screenshots/" + name + "-" + page.viewportSize().width + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file)));
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String button) {
        return new Page.GetByRoleOptions().setName(button).setExact(true);
    }

    private static Page login(Browser browser, String account, List<String> missing) {
        var page = browser.newPage();
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                missing.add(answer.status() + " " + answer.url());
            }
        });
        page.onPageError(missing::add);
        page.navigate(base + "/login");
        page.locator("#username").fill(account);
        page.locator("#password").fill("laras-demo");
        page.locator("form button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    /** Reads what the application says until the demonstration is ready, and goes on reading so that it never waits. */
    private static String readyOnPort() {
        var said = new ArrayList<String>();
        String port = null;
        try {
            var lines = application.inputReader(StandardCharsets.UTF_8);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                var found = PORT.matcher(line);
                port = found.find() && !found.group(1).equals(String.valueOf(health)) ? found.group(1) : port;
                if (port != null && line.contains("The demonstration is ready")) {
                    CompletableFuture.runAsync(() -> lines.lines().forEach(later -> {}));
                    return port;
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(String.join("\n", said), e);
        }
        throw new IllegalStateException("The application ended before it was ready:\n" + String.join("\n", said));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static Path jar() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "laras-*.jar")) {
            return files.iterator().next();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
