package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName("shows a member of staff the step that waits for them in Tasklist")
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
            // nothing lies over it: neither Tasklist's foot nor the bar of the demonstration
            page.locator(".form-actions .btn-primary").click(new Locator.ClickOptions().setTrial(true));
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
