package id.laras.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The server hands out our Tasklist, not the one in the engine's jar, although both lie at the same place. */
@LarasTest
class TasklistPageTests {

    private static final String TASKLIST = "/camunda/app/tasklist/";

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    HttpPerson person;

    @BeforeEach
    void logIn() {
        person = HttpPerson.loggedIn(port, people.account("pemakai-tasklist"));
    }

    @Test
    void itCarriesOurNameAndLoadsOurForms() {
        assertThat(person.get(TASKLIST + "scripts/config.js").body())
                .contains("vendor: 'Laras'", "laras/elements.js", "scripts/laras.js");
        assertThat(person.get(TASKLIST + "scripts/laras.js").statusCode()).isEqualTo(200);
    }

    @Test
    void itLearnsTheAgencysZone() {
        assertThat(person.get(TASKLIST + "scripts/config.js").body()).contains("laras/zone.js");
        assertThat(person.get("/laras/zone.js").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        assertThat(person.get("/laras/zone.js").body()).contains("dataset.zone = 'Asia/Jakarta'");
    }

    @Test
    void itSpeaksIndonesian() {
        assertThat(person.get(TASKLIST + "locales/id.json").body()).contains("\"COMPLETE\": \"Selesaikan\"");
    }

    @Test
    void noBannerTellsTheEndOfTheEnginesLife() {
        assertThat(person.get(TASKLIST + "styles/user-styles.css").body())
                .containsPattern("\\.ce-eol-banner[^{]*\\{ display: none !important; }");
        assertThat(person.get(TASKLIST + "locales/id.json").body()).contains("\"BANNER_CE_EOL_TEXT\": \"\"");
    }

    @Test
    void iconsAreThereBeforeTheLoginAndAfter() {
        assertThat(HttpPerson.stranger(port).get("/favicon.ico").statusCode()).isEqualTo(200);
        assertThat(HttpPerson.stranger(port).get("/laras/icon.svg").statusCode())
                .isEqualTo(200);
        assertThat(person.get("/camunda/favicon.ico").body())
                .isEqualTo(person.get("/favicon.ico").body());
    }
}
