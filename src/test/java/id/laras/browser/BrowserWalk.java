package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import id.laras.DeclaredNulls;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.assessment.AssessmentService;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Predicate;
import id.laras.cycle.Scheme;
import id.laras.engine.TaskDesk;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.security.Actor;
import id.laras.steps.Step;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People at their own browsers walk one evaluation through Tasklist; what is not typed, the walker does. */
@LarasTest
@ExtendWith(Browsers.class)
abstract class BrowserWalk {

    static final String PASSWORD = TestPeople.PASSWORD;
    static final List<String> VALUES =
            List.of("SERVICE_ORIENTED", "ACCOUNTABLE", "COMPETENT", "HARMONIOUS", "LOYAL", "ADAPTIVE", "COLLABORATIVE");

    @LocalServerPort
    int port;

    @Autowired
    Walker walker;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @Autowired
    Town town;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    AssessmentService assessments;

    @Autowired
    TaskDesk taskDesk;

    @Autowired
    Clock clock;

    final Map<String, Desk> desks = new HashMap<>();
    Browser browser;
    Town.Organisation people;
    String id;
    Scheme scheme;

    @BeforeEach
    void installedBrowser(Browser installed) {
        browser = installed;
    }

    @AfterEach
    void leave() {
        desks.values().forEach(Desk::close);
    }

    void rate(Desk desk, String rating, String score) {
        if (quadrant()) {
            List.of("workResult", "behaviourRating")
                    .forEach(part -> desk.set(part, rating).set(part + ".reason", "Menurut capaian dan pengamatan."));
            return;
        }
        desk.fields(Pattern.compile("realisations\\.[^.]+")).forEach(field -> desk.set(field, "200"));
        VALUES.forEach(value -> desk.set("values." + value, score));
        desk.fields(Pattern.compile("values\\.[A-Z_]+\\.reason"))
                .forEach(field -> desk.set(field, "Sering terlambat."));
    }

    /** What the table proposes is only a proposal: the assessor takes it out and plans their own. */
    static Desk withoutProposals(Desk desk) {
        while (!desk.fields(Pattern.compile("trainings\\.0\\.code")).isEmpty()) {
            desk.press("Hapus pelatihan 1");
        }
        return desk.unset("coaching");
    }

    Desk task(String person, Step step) {
        var task = walker.task(id, step);
        if (task.getAssignee() != null) {
            assertThat(task.getAssignee()).isEqualTo(person);
        }
        taskDesk.open(task.getId(), new Actor(person, Set.of())).ifPresent(DeclaredNulls::in);
        return desk(person).open(task.getId());
    }

    Desk desk(String person) {
        return desks.computeIfAbsent(person, account -> new Desk(browser, port, account));
    }

    boolean quadrant() {
        return scheme == Scheme.QUADRANT;
    }

    Predicate current() {
        return assessments.current(EvaluationId.of(id)).orElseThrow().predicate();
    }

    static void endSession(Desk desk) {
        desk.page().context().clearCookies(new ClearCookiesOptions().setName("LARAS-SESSION"));
    }

    /** In another tab of the same browser. */
    static void logInBeside(Desk desk, String account) {
        endSession(desk);
        var other = desk.anotherTab();
        other.visit("/login");
        logIn(other.page(), account);
        other.page().waitForURL(url -> !url.contains("/login"));
        other.page().close();
    }

    static void logIn(Page page, String account) {
        page.locator("#username").fill(account);
        page.locator("#password").fill(PASSWORD);
        page.locator("form button[type=submit]").first().click();
    }
}
