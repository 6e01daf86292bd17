package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine's web applications work without evaluating text as a program, and Chromium holds them to it. */
@LarasTest
@ExtendWith(Browsers.class)
class PolicyInBrowserTests {

    private static final Pattern NONCE_OF_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    TestPeople accounts;

    @Autowired
    ProcessEngine engine;

    @Test
    void noPolicyAllowsToEvaluateText() {
        var person = HttpPerson.loggedIn(port, accounts.account("uji-kebijakan", Role.HR, Role.ADMIN));
        for (var page : List.of("/", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/")) {
            assertThat(person.page(page).headers().firstValue("Content-Security-Policy"))
                    .as(page)
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("'self'").doesNotContain("unsafe-eval", "https:", "$NONCE"));
        }
    }

    /** Once they shared one nonce, and one of two browsers refused every script of its page. */
    @Test
    void whoOpensAPageAtTheSameMomentGetsTheirOwnNonce() {
        var account = accounts.account("uji-bersamaan", Role.HR);
        IntStream.range(0, 4)
                .parallel()
                .mapToObj(each -> HttpPerson.loggedIn(port, account))
                .forEach(person -> {
                    for (var turn = 0; turn < 50; turn++) {
                        var page = person.page("/camunda/app/tasklist/default/");
                        var policy = page.headers()
                                .firstValue("Content-Security-Policy")
                                .orElseThrow();
                        assertThat(NONCE_OF_PAGE.matcher(page.body()).results().map(found -> found.group(1)))
                                .isNotEmpty()
                                .allSatisfy(nonce -> assertThat(policy).contains("'nonce-" + nonce + "'"));
                    }
                });
    }

    @Test
    void tasklistCockpitAndAdminRunUnderIt(Browser browser) {
        var people = town.organisation();
        var id = town.openForStaf(people, Scheme.QUADRANT);
        town.letIn(people, TestPeople.PASSWORD);
        var task = walker.task(id, Step.DRAFT_TARGETS);
        var broken = new ArrayList<String>();
        try (var desk = new Desk(browser, port, people.staf())) {
            listen(desk.page(), broken);
            desk.open(task.getId());
        }
        accounts.account(people.hr(), Role.HR, Role.ADMIN);
        try (var desk = new Desk(browser, port, people.hr())) {
            listen(desk.page(), broken);
            see(desk, "cockpit/default/#/process-definition/" + task.getProcessDefinitionId(), "Setujui sasaran");
            see(desk, "cockpit/default/#/process-instance/" + task.getProcessInstanceId(), "Setujui sasaran");
            see(desk, "cockpit/default/#/decisions", "Predikat menurut kuadran");
            desk.page().getByText("Predikat menurut kuadran").first().click();
            assertThat(desk.page().getByText("Perilaku kerja").first()).isVisible();
            // what the table loads after its first text is watched, too
            desk.page().waitForLoadState(LoadState.NETWORKIDLE);
            see(desk, "admin/default/#/users", people.hr());
            see(desk, "welcome/default/", "Cockpit");
        }
        assertThat(broken).isEmpty();
    }

    private static void see(Desk desk, String path, String text) {
        desk.visit("/camunda/app/" + path);
        assertThat(desk.page().getByText(text).first()).isVisible();
    }

    private static void listen(Page page, List<String> broken) {
        page.onPageError(broken::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                broken.add(message.text());
            }
        });
    }
}
