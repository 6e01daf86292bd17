package id.laras.directories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Route;
import id.laras.TestPeople;
import id.laras.browser.Browsers;
import id.laras.security.AccountDirectory;
import id.laras.security.AccountService;
import id.laras.security.Actor;
import id.laras.security.FourEyes;
import id.laras.security.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The button on the login page, a real Keycloak behind it, and the browser that goes to and fro between them. */
@DirectoryTest
@ExtendWith(Browsers.class)
class OidcInBrowserTests {

    private static final String BUTTON = "Masuk dengan Akun Instansi";
    private static final Actor ADMIN = new Actor("uji-admin", Set.of(Role.ADMIN));

    @Autowired
    Keycloak keycloak;

    @Autowired
    AccountService accounts;

    @Autowired
    FourEyes fourEyes;

    @Autowired
    AccountDirectory directory;

    @Autowired
    TestPeople people;

    @LocalServerPort
    int port;

    final List<BrowserContext> open = new ArrayList<>();

    @BeforeEach
    void ready() {
        keycloak.awaitReady();
    }

    @AfterEach
    void close() {
        open.forEach(BrowserContext::close);
    }

    @Test
    void peopleReachTheirPageWithTheRolesOfTheirGroupsWhileInThem(Browser browser) {
        accounts.register("kcbudi", "Budi", null);
        var page = at(browser, "/hr/incidents");
        for (var width : new int[] {1400, 360}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", "login-providers-" + width + ".png")));
        }
        throughProvider(page, "kcbudi", TestPeople.PASSWORD);

        assertThat(page).hasURL(Pattern.compile(".*/hr/incidents.*"));
        assertThat(directory.roles("kcbudi")).containsExactlyInAnyOrder(Role.STAFF, Role.HR, Role.AUDITOR);
        page.navigate(address("/camunda/app/tasklist/default/"));
        assertThat(page.request()
                        .get(address("/camunda/api/admin/auth/user/default"))
                        .text())
                .contains("\"userId\":\"kcbudi\"", "tasklist", "cockpit");

        keycloak.leave("kcbudi", "tim-sdm");
        throughProvider(at(browser, "/"), "kcbudi", TestPeople.PASSWORD);
        assertThat(directory.roles("kcbudi")).containsExactlyInAnyOrder(Role.STAFF, Role.AUDITOR);
        page.navigate(address("/hr/incidents"));
        assertThat(page).hasURL(address("/login?expired"));
        assertThat(page.getByText("Sesi Anda sudah berakhir")).isVisible();
    }

    @Test
    void whoIsUnknownHereIsToldSoAndGetsNoSession(Browser browser) {
        var page = refused(browser, "kcasing", "unknown", "belum terdaftar di Laras");
        page.navigate(address("/evaluations"));
        assertThat(page).hasURL(address("/login"));
        assertThat(directory.roles("kcasing")).isEmpty();
    }

    @Test
    void aClosedAccountIsNotOpenedByTheProvider(Browser browser) {
        accounts.register("kctutup", "Tutup", null);
        fourEyes.close("kctutup", ADMIN);
        refused(browser, "kctutup", "closed", "sedang ditutup");
    }

    @Test
    void aNameAtTheProviderMakesNobodyALocalAdministrator(Browser browser) {
        people.account("kclokal", Role.ADMIN);
        refused(browser, "kclokal", "local", "memakai kata sandi Laras");
        assertThat(directory.roles("kclokal")).contains(Role.ADMIN).doesNotContain(Role.HR);
    }

    @Test
    void aWrongPasswordStaysAtTheProvider(Browser browser) {
        var page = at(browser, "/");
        throughProvider(page, "kcsiti", "salah-salah-salah");
        assertThat(page.getByText("Invalid username or password")).isVisible();
        page.navigate(address("/evaluations"));
        assertThat(page).hasURL(address("/login"));
    }

    /** Whoever opens an answer that an attacker prepared would work in the attacker's account. */
    @Test
    void anAnswerOfTheProviderOpensOnlyTheSessionThatAskedForIt(Browser browser) {
        accounts.register("kcserang", "Serang", null);
        var attacker = at(browser, "/");
        var answers = new ArrayList<String>();
        attacker.route(Pattern.compile(".*/login-actions/authenticate.*"), route -> {
            var led = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            answers.add(led.headers().get("location"));
            route.abort();
        });
        throughProvider(attacker, "kcserang", TestPeople.PASSWORD);
        attacker.waitForCondition(() -> !answers.isEmpty());
        var answer = answers.get(0);

        var victim = at(browser, "/");
        victim.navigate(answer);
        assertThat(victim).hasURL(address("/login?refused"));
        assertThat(victim.getByText("tidak berhasil atau dibatalkan")).isVisible();

        // even with the state of a login that the victim has begun themselves
        var asked = new ArrayList<String>();
        victim.onRequest(request -> {
            if (request.url().contains("/protocol/openid-connect/auth")) {
                asked.add(request.url());
            }
        });
        victim.getByText(BUTTON, new GetByTextOptions().setExact(true)).click();
        assertThat(victim.locator("#username")).isVisible();
        victim.navigate(answer.replaceFirst("state=[^&]*", "state=" + parameter(asked.get(0), "state")));
        assertThat(victim).hasURL(address("/login?refused"));
        victim.navigate(address("/evaluations"));
        assertThat(victim).hasURL(address("/login"));
    }

    @Test
    void aLinkDoesNotChooseWhereTheLoginLeads(Browser browser) {
        accounts.register("kcsiti", "Siti", null);
        var page = at(browser, "/login?redirect=https://jahat.example&continue=https://jahat.example");
        page.navigate(address(
                "/oauth2/authorization/instansi?redirect_uri=https://jahat.example&continue=https://jahat.example"));
        assertThat(parameter(page.url(), "redirect_uri")).isEqualTo(address("/login/oauth2/code/instansi"));
        page.locator("#username").fill("kcsiti");
        page.locator("#password").fill(TestPeople.PASSWORD);
        page.locator("#kc-login").click();
        assertThat(page).hasURL(address("/"));
        page.navigate(address("/oauth2/authorization/tidak-ada"));
        assertThat(page).hasURL(address("/login?refused"));
    }

    @Test
    void loggingOutInTasklistEndsThePagesAndTheProvidersSession(Browser browser) {
        accounts.register("kckeluar", "Keluar", null);
        var page = at(browser, "/");
        throughProvider(page, "kckeluar", TestPeople.PASSWORD);
        page.navigate(address("/camunda/app/tasklist/default/"));
        page.locator("[cam-widget-header] .account a").first().click();
        page.locator("[cam-widget-header] .logout a").click();

        assertThat(page).hasURL(address("/login?logout"));
        assertThat(page.getByText("Anda sudah keluar")).isVisible();
        page.navigate(address("/camunda/app/tasklist/default/"));
        assertThat(page).hasURL(address("/login"));
        page.getByText(BUTTON, new GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#username")).isVisible();
    }

    private Page refused(Browser browser, String person, String why, String sentence) {
        var page = at(browser, "/");
        throughProvider(page, person, TestPeople.PASSWORD);
        assertThat(page).hasURL(address("/login?" + why));
        assertThat(page.locator(".notice")).containsText(sentence);
        assertThat(page.locator(".notice")).hasCount(1);
        page.navigate(address("/"));
        assertThat(page).hasURL(address("/login"));
        return page;
    }

    /** A person at a browser of their own. */
    private Page at(Browser browser, String path) {
        var context = browser.newContext(new Browser.NewContextOptions().setLocale("id-ID"));
        open.add(context);
        var page = context.newPage();
        page.navigate(address(path));
        return page;
    }

    private static void throughProvider(Page page, String person, String password) {
        page.getByText(BUTTON, new GetByTextOptions().setExact(true)).click();
        page.locator("#username").fill(person);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static String parameter(String address, String name) {
        var matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(address);
        assertThat(matcher.find()).as(address).isTrue();
        return matcher.group(1);
    }
}
