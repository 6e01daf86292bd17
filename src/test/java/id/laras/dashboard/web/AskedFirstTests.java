package id.laras.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.EvaluationId;
import id.laras.cycle.EvaluationLookup;
import id.laras.cycle.Scheme;
import id.laras.cycle.Stage;
import id.laras.lifecycle.Town;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser without scripts asks nobody; then the server does, once, and nothing that was typed is lost. */
@LarasTest
class AskedFirstTests {

    private static final String WHY = "Pensiun <dini> & \"pindah\"";

    @LocalServerPort
    int port;

    @Autowired
    Town town;

    @Autowired
    EvaluationLookup evaluations;

    @Test
    void whatIsFinalIsAskedFirstAndThenSaysWhoIsAwaited() {
        var people = town.organisation();
        town.letIn(people, TestPeople.PASSWORD);
        var id = town.openForStaf(people, Scheme.QUADRANT);
        var address = "/hr/lines/evaluations/" + id;
        var typed = "kind=RETIRED&reason=" + URLEncoder.encode(WHY, StandardCharsets.UTF_8);
        var hr = HttpPerson.loggedIn(port, people.hr()).withoutScripts();

        var question = hr.form(address + "/end", typed + "&page=1&page=2");
        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(question.body())
                .contains("semua tugasnya ditutup", "Belum ada yang berubah", "action=\"" + address + "/end\"")
                .contains("name=\"reason\" value=\"Pensiun &lt;dini&gt; &amp; &quot;pindah&quot;\"")
                .contains("name=\"page\" value=\"1\"", "name=\"page\" value=\"2\"")
                .containsPattern("<dt>Jenis</dt>\\s*<dd[^>]*>Pensiun</dd>")
                .containsPattern("<dt>Alasan</dt>\\s*<dd[^>]*>Pensiun &lt;dini&gt; &amp; &quot;pindah&quot;</dd>")
                .contains("name=\"_agreed\" value=\"yes\"")
                .containsOnlyOnce("name=\"kind\"")
                .contains("data-account=\"" + people.hr() + "\"");
        assertThat(question.body().split("<main>")[1].split("</main>")[0]).containsOnlyOnce("name=\"_csrf\"");
        assertThat(stage(id)).isNotEqualTo(Stage.CANCELLED);
        assertThat(hr.form(address + "/period", "first=2026-03-01&last=2026-08-31")
                        .body())
                .containsPattern("<dt>Hari pertama</dt>\\s*<dd[^>]*>1 Mar 2026</dd>")
                .containsPattern("<dt>Hari terakhir</dt>\\s*<dd[^>]*>31 Agu 2026</dd>");
        assertThat(hr.form(address + "/end?lang=en", typed).body())
                .contains("Nothing has changed yet", "all its tasks close");
        hr.get("/?lang=id");

        var done = hr.form(address + "/end", typed + "&_agreed=yes");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(stage(id)).isEqualTo(Stage.CANCELLED);
        assertThat(hr.page(address).body())
                .contains("Penilaian Budi Santoso " + people.number() + " berakhir", "Tidak ada yang ditunggu lagi");
        hr.form(address + "/reopening", "reason=Ternyata+keliru&_agreed=yes");
        assertThat(hr.page(address).body())
                .contains("Yang ditunggu sekarang: Budi Santoso", "menyusun sasaran kinerja");
    }

    @Test
    void agreementIsNoTokenAndNoRight() {
        var people = town.organisation();
        town.letIn(people, TestPeople.PASSWORD);
        var id = town.openForStaf(people, Scheme.QUADRANT);
        var door = "/hr/lines/evaluations/" + id + "/end";
        assertThat(HttpPerson.loggedIn(port, people.hr())
                        .withoutTokens()
                        .form(door, "kind=RETIRED&reason=Pensiun")
                        .statusCode())
                .isEqualTo(403);
        assertThat(HttpPerson.loggedIn(port, people.staf())
                        .withoutScripts()
                        .form(door, "kind=RETIRED&reason=Pensiun")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stage(id)).isNotEqualTo(Stage.CANCELLED);
    }

    private Stage stage(String id) {
        return evaluations.get(EvaluationId.of(id)).stage();
    }
}
