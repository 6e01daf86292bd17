package id.laras.succession.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.intake.PeopleImport;
import id.laras.people.PeopleFixture;
import id.laras.security.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is refused on the page of reporting lines stands in its form again. */
@LarasTest
class LinePageTests {

    @Autowired
    TestPeople people;

    @Autowired
    PeopleImport imports;

    @LocalServerPort
    int port;

    @Test
    void nothingThatWasTypedIsLost() {
        var hr = HttpPerson.loggedIn(port, people.account("uji-hr-garis", Role.HR));
        var absence = hr.form("/hr/lines/absences", "nip=999&kind=LONG_LEAVE&first=2031-02-03&last=2031-03-04");
        assertThat(absence.statusCode()).isEqualTo(422);
        assertThat(absence.body())
                .containsPattern("id=\"nip\"[^>]*value=\"999\"")
                .containsPattern("value=\"LONG_LEAVE\" selected")
                .containsPattern("id=\"absence-first\"[^>]*value=\"2031-02-03\"")
                .containsPattern("id=\"absence-last\"[^>]*value=\"2031-03-04\"")
                .containsOnlyOnce("<details open")
                .doesNotContain("??");

        var appointment =
                hr.form("/hr/lines/actings", "official=888&acting=777&kind=PLH&first=2031-02-03&last=2031-03-04");
        assertThat(appointment.body())
                .containsPattern("id=\"official\"[^>]*value=\"888\"")
                .containsPattern("id=\"acting\"[^>]*value=\"777\"")
                .containsPattern("value=\"PLH\" selected")
                .containsPattern("id=\"acting-last\"[^>]*value=\"2031-03-04\"")
                // not the digits alone: ids on the page are random
                .doesNotContain("value=\"999\"");
        assertThat(hr.get("/hr/lines?acting=2").body()).doesNotContain("value=\"2\"", "<details open");
    }

    /** Who types 26 for the year sends the year 26, which was taken: somebody had been away for two thousand years. */
    @Test
    void aYearThatNobodyMeansIsRefused() {
        var hr = HttpPerson.loggedIn(port, people.account("uji-hr-garis", Role.HR));
        var fixture = new PeopleFixture();
        imports.run(fixture.units(), fixture.employees(), "sdm");
        for (var day : List.of("0026-01-05", "2200-01-01", "%2B999999999-12-31")) {
            var absence = "nip=" + fixture.nip(2) + "&kind=RETIRED&first=" + day + "&last=";
            var leave = "nip=" + fixture.nip(2) + "&kind=LONG_LEAVE&first=2031-01-01&last=" + day;
            var acting = "official=%s&acting=%s&kind=PLT&first=2026-01-01&last=%s"
                    .formatted(fixture.nip(1), fixture.nip(3), day);
            for (var answer : List.of(
                    hr.form("/hr/lines/absences", absence),
                    hr.form("/hr/lines/absences", leave),
                    hr.form("/hr/lines/actings", acting))) {
                assertThat(answer.statusCode()).as(day).isEqualTo(422);
                assertThat(answer.body()).as(day).contains("1900 sampai 2199");
            }
        }
    }

    @Test
    void aNipIsFoundHoweverItsGroupsAreWritten() {
        var hr = HttpPerson.loggedIn(port, people.account("uji-hr-garis", Role.HR));
        var fixture = new PeopleFixture();
        imports.run(fixture.units(), fixture.employees(), "sdm");
        var nip = fixture.nip(2);
        var grouped = "%27" + nip.substring(0, 8) + "+" + nip.substring(8, 14) + "%C2%A0" + nip.substring(14);

        assertThat(hr.form("/hr/lines/absences", "nip=" + grouped + "&kind=RETIRED&first=2031-02-03&last=")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).endsWith("/hr/lines"));
    }
}
