package id.laras;

import static id.laras.Races.whileUncommitted;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.cycle.CycleService;
import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.Wish;
import id.laras.intake.PeopleImport;
import id.laras.opening.OpeningService;
import id.laras.people.PeopleFixture;
import id.laras.security.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Whoever loses a race at a page of ours stays on it, reads a sentence, and finds what they typed. */
@LarasTest
@Tag("database")
class LostRacesOnPagesTests {

    private static final String SENTENCE = "baru saja diubah orang lain pada saat yang sama";

    @LocalServerPort
    int port;

    @Autowired
    TestPeople accounts;

    @Autowired
    PeopleImport imports;

    @Autowired
    CycleService cycles;

    @Autowired
    OpeningService openings;

    @Autowired
    Evaluations evaluations;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private final PeopleFixture fixture = new PeopleFixture();

    @Test
    void anAccountThatAnotherAdministratorChangesAtThisMoment() throws Exception {
        var admin = HttpPerson.loggedIn(port, accounts.account("lombaadmin", Role.ADMIN));
        var name = accounts.account("lombaakun" + UUID.randomUUID().toString().substring(0, 8));

        var answer = whileChanged(
                "account where name = ?", name, () -> admin.form("/admin/accounts/" + name + "/sessions", ""));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(admin.page("/admin/accounts?search=" + name).body()).contains(SENTENCE);
    }

    @Test
    void predicatesThatAnotherOfHrEntersAtThisMomentStayChosen() throws Exception {
        var hr = HttpPerson.loggedIn(port, accounts.account("lombasdm", Role.HR));
        var cycle = openedCycle();
        cycles.setUnitPredicate(cycle, fixture.unit(), OrganisationPredicate.GOOD, "sdm");

        var answer = whileChanged(
                "unit_predicate where cycle_id = ?",
                cycle,
                () -> hr.form(
                        "/hr/cycles/" + cycle + "/predicates", "predicate-" + fixture.unit() + "=NEEDS_IMPROVEMENT"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(SENTENCE)
                .containsPattern("<option value=\"NEEDS_IMPROVEMENT\"[^>]* selected");
    }

    @Test
    void aRefusalWhileOthersWorkKeepsTheDecisionAndItsReason() throws Exception {
        var hr = HttpPerson.loggedIn(port, accounts.account("lombasdm", Role.HR));
        openedCycle();
        var id = evaluation().id().value();

        var answer = whileChanged(
                "evaluation where id = ?",
                id,
                () -> hr.form("/hr/lines/evaluations/" + id + "/end", "kind=RETIRED&reason=Pensiun%20sejak%20kemarin"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(SENTENCE, "Pensiun sejak kemarin</textarea>")
                .containsPattern("<option value=\"RETIRED\"[^>]* selected");
    }

    @Test
    void whatIsRefusedForAnotherReasonStaysInItsFormToo() {
        var hr = HttpPerson.loggedIn(port, accounts.account("lombasdm", Role.HR));
        var acting = hr.form(
                "/hr/lines/actings",
                "official=199001012015012345&acting=199001012015054321&kind=PLH&first=2026-03-02&last=2026-03-01");
        assertThat(acting.statusCode()).isEqualTo(422);
        assertThat(acting.body())
                .contains("value=\"199001012015012345\"", "value=\"199001012015054321\"", "value=\"2026-03-02\"")
                .containsPattern("<option value=\"PLH\"[^>]* selected");
        var absence = hr.form("/hr/lines/absences", "nip=199001012015099999&kind=RETIRED&first=2026-03-02&last=");
        assertThat(absence.statusCode()).isEqualTo(422);
        assertThat(absence.body()).contains("value=\"199001012015099999\"").doesNotContain("??");

        var admin = HttpPerson.loggedIn(port, accounts.account("lombaadmin", Role.ADMIN));
        admin.form("/admin/accounts", "name=Nama%20Salah&displayName=Dewi%20Anggraini");
        assertThat(admin.page("/admin/accounts?search=Nama+Salah").body())
                .containsPattern("id=\"name\"[^>]*value=\"Nama Salah\"")
                .contains("value=\"Dewi Anggraini\"");
    }

    /** Somebody else has written the row and not committed yet when the page is sent. */
    private HttpResponse<String> whileChanged(String row, String key, Callable<HttpResponse<String>> page)
            throws Exception {
        return whileUncommitted(
                transactions,
                () -> database.sql("update " + row.replace(" where", " set version = version + 1 where"))
                        .param(key)
                        .update(),
                page);
    }

    private String openedCycle() {
        assertThat(imports.run(fixture.units(), fixture.employees(), "sdm").errors())
                .isEmpty();
        var cycle =
                cycles.create(Wish.ofYear("Lomba " + UUID.randomUUID(), 2026).of());
        openings.open(cycle.id(), List.of(fixture.unit()), "sdm").join();
        return cycle.id();
    }

    private Evaluation evaluation() {
        return evaluations
                .findByEmployeeOrderByCycleFirstDayDesc(fixture.account("staff"))
                .get(0);
    }
}
