package id.laras.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.security.Role;
import id.laras.security.TrialDoor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Outside of the profile {@code demo} there is no way to move time or to come in without a password: not even a hidden one. */
@LarasTest
class NoTrialElsewhereTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    TestPeople people;

    @Test
    void noBeanOfTheDemonstrationExists() {
        assertThat(application.getBeanDefinitionNames())
                .extracting(application::getType)
                .filteredOn(type -> type != null && type.getName().startsWith("id.laras.demo"))
                .isEmpty();
        assertThat(application.getBeanNamesForType(TrialDoor.class)).isEmpty();
    }

    @Test
    void nothingAnswersBehindItsPaths() {
        var person = HttpPerson.loggedIn(port, people.account("uji-tanpademo", Role.HR));

        assertThat(person.form("/demo/login", "account=uji-tanpademo").statusCode())
                .isEqualTo(404);
        assertThat(person.form("/demo/clock", "day=2100-01-01").statusCode()).isEqualTo(404);
        assertThat(person.form("/demo/others", "watched=staf&until=CLOSED").statusCode())
                .isEqualTo(404);
        assertThat(person.get("/demo/bar").statusCode()).isEqualTo(404);
        assertThat(person.get("/demo/bar.js").statusCode()).isEqualTo(404);
    }

    @Test
    void noPageAndNoScriptSpeaksOfIt() {
        var person = HttpPerson.loggedIn(port, people.account("uji-tanpademo", Role.HR));

        assertThat(person.page("/").body()).contains("colophon").doesNotContain("trial", "/demo/");
        assertThat(HttpPerson.stranger(port).page("/login").body())
                .contains("username")
                .doesNotContain("trial", "/demo/");
        assertThat(person.get("/camunda/app/tasklist/scripts/config.js").body())
                .contains("customScripts")
                .doesNotContain("/demo/");
    }
}
