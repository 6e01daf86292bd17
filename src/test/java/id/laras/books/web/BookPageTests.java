package id.laras.books.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.books.RuleBooks;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Town;
import id.laras.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** The page of the rule books. */
@LarasTest
class BookPageTests {

    @Autowired
    RuleBooks books;

    @Autowired
    TestPeople people;

    @Autowired
    Town town;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"HR", "AUDITOR", "ADMIN"})
    void whoHasToKnowReadsWhatTheBookIs(Role role) {
        var book = books.newestFirst(PageRequest.of(0, 1)).getContent().get(0);
        var page = reader(role).get("/design").body();

        assertThat(page)
                .contains("Buku aturan", "Bawaan aplikasi", "Dibawa oleh rilis aplikasi")
                .contains("Model: " + book.models(), "Tabel: " + book.decisionTables(), "Formulir: " + book.forms())
                .contains("<code>" + book.hash().substring(0, 12) + "</code>")
                .doesNotContain(book.hash())
                .doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"STAFF", "UNIT_HR", "PERFORMANCE_TEAM"})
    void nobodyElseIsLetIn(Role role) {
        assertThat(reader(role).get("/design").statusCode()).isEqualTo(403);
    }

    @Test
    void inEnglishItSaysTheSame() {
        assertThat(reader(Role.AUDITOR).get("/design?lang=en").body())
                .contains("Rule books", "Shipped with the application", "Evaluations running")
                .doesNotContain("??");
    }

    @Test
    void evaluationsThatRunOnTheBookAreCounted() {
        var before = running();
        var people = town.organisation();
        town.openForStaf(people, Scheme.QUADRANT);

        assertThat(running()).isEqualTo(before + 1);
        assertThat(reader(Role.HR).get("/design").body()).contains(">" + running() + "</td>");
    }

    private long running() {
        return books.newestFirst(PageRequest.of(0, 1)).getContent().get(0).evaluations();
    }

    private HttpPerson reader(Role role) {
        return HttpPerson.loggedIn(port, people.account("uji-buku-" + role.ordinal(), role));
    }
}
