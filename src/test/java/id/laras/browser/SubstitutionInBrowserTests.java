package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.steps.Step;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody goes on leave: they name a substitute, who finds the task, does it, and is named as the substitute. */
@LarasTest
@ExtendWith(Browsers.class)
class SubstitutionInBrowserTests {

    private static final String PASSWORD = TestPeople.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    EvaluationLookup evaluations;

    @Autowired
    Clock clock;

    @Test
    void aPersonNamesASubstituteWhoDoesTheTaskAndTheRecordNamesBoth(Browser browser) {
        var people = town.organisation();
        var others = town.organisation();
        town.letIn(people, PASSWORD);
        town.letIn(others, PASSWORD);
        var id = town.openForStaf(people, Scheme.QUADRANT);
        var today = LocalDate.now(clock);
        var standIn = "Ratna Dewi " + others.number();

        try (var person = desk(browser, people.assessor());
                var substitute = desk(browser, others.assessor());
                var hr = desk(browser, people.hr())) {
            person.visit("/");
            person.page().locator("nav.rooms a[href='/account/substitutes']").click();
            person.page().locator("#search").fill(standIn);
            person.page().locator("form.filters button").click();
            person.picture("substitutes-found");
            person.page().locator(".card:has-text('" + standIn + "') a.button").click();
            person.page().locator("input[value=TARGETS]").check();
            person.page().locator("input[value=ASSESSMENT]").check();
            person.page().locator("#last").fill(today.plusDays(9).toString());
            pictures(person, "substitutes-form");
            person.page().locator("form:has(#last) button").click();
            assertThat(person.page().locator(".notice.success")).isVisible();
            assertThat(person.page().locator("table").first()).containsText(standIn);

            walker.complete(id, Step.DRAFT_TARGETS, new Answers(Scheme.QUADRANT).targets());
            var task = walker.task(id, Step.APPROVE_TARGETS).getId();
            person.visit("/account/substitutes");
            assertThat(person.page().locator("tr:has-text('Budi Santoso')")).containsText("Anda atau " + standIn);
            pictures(person, "substitutes");

            substitute.visit("/camunda/app/tasklist/default/");
            substitute.page().getByText("Dibagi dengan pengganti").first().click();
            assertThat(substitute.page().getByText("Budi Santoso").first()).isVisible();
            substitute.picture("substitutes-tasklist");
            substitute.open(task);
            assertThat(substitute.page().locator(".form-pane"))
                    .containsText("Anda bertindak atas nama Ratna Dewi " + people.number());
            substitute.claim();
            pictures(substitute, "substitutes-task");
            person.visit("/account/substitutes");
            assertThat(person.page().locator("tr:has-text('Budi Santoso')"))
                    .containsText("Sedang dikerjakan " + standIn);
            substitute.set("decision", "APPROVE").send();
            assertThat(evaluations.get(EvaluationId.of(id)).stage()).isEqualTo(Stage.MONITORING);

            var both = standIn + " atas nama Ratna Dewi " + people.number();
            hr.visit("/audit/evaluations/" + id);
            assertThat(hr.page().locator("main")).containsText(both);
            hr.visit("/evaluations/" + id + "/targets");
            assertThat(hr.page().locator("main")).containsText(both);
            hr.visit("/hr/substitutes");
            assertThat(hr.page().locator("main")).containsText(standIn);
            pictures(hr, "substitutes-hr");
            assertThat(person.faults()).isEmpty();
            assertThat(substitute.faults()).isEmpty();
        }
    }

    /** On a wide screen and on a phone, for people to judge. */
    private static void pictures(Desk desk, String name) {
        var before = desk.page().viewportSize();
        desk.picture(name);
        desk.page().setViewportSize(Desk.PHONE, 740);
        desk.picture(name);
        desk.page().setViewportSize(before.width, before.height);
    }

    private Desk desk(Browser browser, String account) {
        return new Desk(browser, port, account);
    }
}
