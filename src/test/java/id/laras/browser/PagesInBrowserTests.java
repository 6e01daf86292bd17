package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import id.laras.LarasTest;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page as people see it, wide and on a phone; the pictures are left for people to judge. */
@LarasTest
@ExtendWith(Browsers.class)
class PagesInBrowserTests {

    private static final String PASSWORD = "kata-sandi-uji";

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ObjectMapper json;

    @ParameterizedTest
    @ValueSource(ints = {Desk.WIDE, Desk.PHONE})
    void noPageIsWiderThanTheScreen(int width, Browser browser) {
        var walker = new Walker(engine, json);
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var cycle = town.cycle(people, Scheme.NUMERIC);
        var id = town.openForStaf(people, cycle);
        look(
                browser,
                width,
                people.hr(),
                List.of(
                        "/",
                        "/hr/people",
                        "/hr/cycles",
                        "/hr/cycles/" + cycle.id(),
                        "/hr/evaluations",
                        "/hr/incidents",
                        "/audit/evaluations",
                        "/audit/evaluations/" + id,
                        "/evaluations/" + id));
        look(browser, width, people.staf(), List.of("/", "/evaluations", "/evaluations/" + id));
        try (var desk = new Desk(browser, "http://localhost:" + port, people.staf(), PASSWORD, width)) {
            desk.visit("/camunda/app/tasklist/default/");
            assertThat(desk.page().getByText("Susun").first()).isVisible();
            desk.picture("tasklist");
            desk.open(walker.task(id, "UserTask_DraftTargets").getId()).picture("tasklist-form");
            fits(desk, "Tasklist");
        }
    }

    private static void fits(Desk desk, String what) {
        assertThat((Integer) desk.page().evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", what)
                .isLessThanOrEqualTo(desk.page().viewportSize().width);
    }

    private void look(Browser browser, int width, String person, List<String> paths) {
        try (var desk = new Desk(browser, "http://localhost:" + port, person, PASSWORD, width)) {
            for (var path : paths) {
                desk.visit(path);
                desk.picture("page-" + person.replaceAll("\\d", "")
                        + path.replaceAll("[0-9a-f-]{36}", "id").replaceAll("[^a-z]+", "-"));
                fits(desk, path);
            }
            assertThat(desk.faults()).isEmpty();
        }
    }

    @Test
    void nobodySeesAnEmptyTasklistOrTheEndOfLifeBanner(Browser browser) {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        town.openForStaf(people, town.cycle(people, Scheme.QUADRANT));
        try (var desk = new Desk(browser, "http://localhost:" + port, people.staf(), PASSWORD)) {
            desk.visit("/camunda/app/tasklist/default/");
            for (var filter : List.of("Tugas saya", "Tugas kelompok saya", "Terlambat")) {
                assertThat(desk.page().getByText(filter).first()).isVisible();
            }
            assertThat(desk.page().getByText("Budi Santoso").first()).isVisible();
            assertThat((Boolean) desk.page()
                            .evaluate("[...document.querySelectorAll('body *')].some(e => e.children.length === 0"
                                    + " && /end.of.life|EOL/i.test(e.textContent) && e.checkVisibility())"))
                    .isFalse();
        }
    }
}
