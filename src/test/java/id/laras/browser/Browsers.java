package id.laras.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the installed Chromium; one for the whole run. */
public final class Browsers implements ParameterResolver {

    /** Milliseconds until something that should show counts as missing; long, for a busy machine. */
    private static final int PATIENCE = 30_000;

    /**
     * Playwright's own list, which a second one replaces; and what else draws suggestions in the bar for addresses, which nobody
     * sees here: a process for each window, and half of the browser's work.
     */
    private static final List<String> WITHOUT = List.of(
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "Translate",
            "AutoDeElevate",
            "RenderDocument",
            "OptimizationHints",
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "WebUIOmniboxFullPopup");

    private static final List<String> ARGUMENTS = List.of(
            "--disable-features=" + String.join(",", WITHOUT),
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class)
                .browser;
    }

    private static final class Running implements ExtensionContext.Store.CloseableResource {

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed())
                        .setArgs(ARGUMENTS));

        Running() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        }

        /** The same Chromium without the window around it takes half of the processors. */
        private static Path installed() {
            return Stream.of(
                            "/usr/bin/chromium-headless-shell",
                            "/usr/bin/chromium",
                            "/usr/bin/chromium-browser",
                            "/usr/bin/google-chrome")
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Chromium is not installed; bin/test installs it"));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
