package id.laras.books.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.books.Shelf;
import id.laras.security.Role;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** HR uploads books on a page, and another person of HR approves them. */
@LarasTest
@Tag("database")
class UploadPageTests {

    private static final String FILE = "target-setting.bpmn";
    private static final String SILENCE = "xsi:type=\"bpmn:tFormalExpression\">${objectionPeriod}<";

    @Autowired
    TestPeople people;

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    private Shelf shelf;
    private HttpPerson hr;
    private HttpPerson other;

    @BeforeEach
    void twoOfHr() {
        shelf = new Shelf(application).secondPerson(true);
        hr = HttpPerson.loggedIn(port, people.account("uji-pengunggah", Role.HR));
        other = HttpPerson.loggedIn(port, people.account("uji-penyetuju", Role.HR));
    }

    @AfterEach
    void onlyTheShippedBook() {
        shelf.restore();
    }

    @Test
    void whoNeedsNobodyElseMakesABookAtOnce() {
        shelf.secondPerson(false);

        assertThat(upload(FILE, faster(), "Lebih cepat").statusCode()).isEqualTo(302);
        assertThat(shelf.books()).isEqualTo(2);
        assertThat(hr.get("/design").body()).contains("Lebih cepat", "Diunggah di halaman", "uji-pengunggah");
        assertThat(hr.get("/design/comparison?former=1&later=2").body()).contains("7 hari", "3 hari");
    }

    @Test
    void anUploadNeedsAReason() {
        var before = shelf.stored();
        var answer = upload(FILE, faster(), " ");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Tuliskan alasan perubahan ini.");
        assertThat(shelf.stored()).isEqualTo(before);
    }

    @Test
    void whatBreaksTheLawIsToldWithItsArticleAndTheWayThere() {
        var before = shelf.stored();
        var answer = upload(
                "objection.bpmn",
                Shelf.shipped("objection.bpmn", SILENCE, SILENCE.replace("${objectionPeriod}", "P3D")),
                "Lebih singkat");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Buku aturan ini ditolak", "Pegawai tidak mendapat seluruh hari", "Dasar: PP 30/2019")
                .contains("Jalan ke sana:", "Tinjau hasil penilaian", "Lebih singkat");
        assertThat(shelf.stored()).isEqualTo(before);
        assertThat(shelf.trail("ruleBook.refused", "OBJECTION_DAYS")).isPositive();
    }

    @Test
    void aBookWaitsForAnotherPersonOfHr() {
        upload(FILE, faster(), "Lebih cepat");
        assertThat(shelf.books()).isEqualTo(1);
        assertThat(other.get("/design").body()).contains("Menunggu persetujuan", "uji-pengunggah", "Lebih cepat");

        approve(hr, hash());
        assertThat(shelf.books()).isEqualTo(1);
        approve(other, "x");
        assertThat(shelf.books()).isEqualTo(1);
        approve(other, hash());
        assertThat(shelf.books()).isEqualTo(2);
        assertThat(other.get("/design").body())
                .contains("Disetujui oleh uji-penyetuju")
                .doesNotContain("Menunggu persetujuan");
        assertThat(shelf.trail("ruleBook.approved", "uji-pengunggah")).isPositive();
    }

    @Test
    void whatIsDeclinedNeedsAReasonAndBecomesNoBook() {
        upload(FILE, faster(), "Lebih cepat");
        var waiting = id();
        decline("");
        assertThat(other.get("/design").body()).contains("Menunggu persetujuan");
        decline("Terlalu cepat");
        assertThat(other.get("/design").body()).doesNotContain("Menunggu persetujuan");
        assertThat(shelf.books()).isEqualTo(1);
        assertThat(shelf.trail("ruleBook.declined", "uji-pengunggah")).isPositive();

        other.form("/design/waiting/" + waiting + "/approve", "hash=" + hash());
        assertThat(shelf.books()).isEqualTo(1);
    }

    @Test
    void whatWaitsIsShownToHrAlone() {
        upload(FILE, faster(), "Lebih cepat");
        var auditor = HttpPerson.loggedIn(port, people.account("uji-pembaca-buku", Role.AUDITOR));

        assertThat(auditor.get("/design").body()).doesNotContain("Lebih cepat");
        assertThat(auditor.get("/design/comparison?proposal=" + id()).statusCode())
                .isEqualTo(404);
        assertThat(other.get("/design/comparison?proposal=" + id()).body()).contains("7 hari", "3 hari");
        assertThat(other.get("/design/comparison?former=7&later=8").statusCode())
                .isEqualTo(404);
    }

    @Test
    void ofTwoUploadsAtOnceNoneLosesTheOthers() {
        shelf.secondPerson(false);
        var renamed = Shelf.shipped("objection.bpmn", "Putuskan", "Tentukan");
        var first = CompletableFuture.supplyAsync(() -> upload(FILE, faster(), "Lebih cepat"));
        var second = CompletableFuture.supplyAsync(() -> other.multipart(
                "/design/upload", Map.of("reason", "Kata lain"), "files", Map.of("objection.bpmn", renamed)));

        var taken = Stream.of(first, second)
                .map(sent -> sent.join().statusCode())
                .peek(status -> assertThat(status).isIn(302, 409))
                .filter(status -> status == 302)
                .count();
        assertThat(shelf.books()).isEqualTo(1 + taken);
        var changes =
                hr.get("/design/comparison?former=1&later=" + shelf.books()).body();
        assertThat(changes.contains("3 hari")).isEqualTo(first.join().statusCode() == 302);
        assertThat(changes.contains("Tentukan")).isEqualTo(second.join().statusCode() == 302);
    }

    private static byte[] faster() {
        return Shelf.shipped(FILE, "P7D", "P3D");
    }

    private HttpResponse<String> upload(String name, byte[] file, String reason) {
        return hr.multipart("/design/upload", Map.of("reason", reason), "files", Map.of(name, file));
    }

    private void approve(HttpPerson who, String hash) {
        who.form("/design/waiting/" + id() + "/approve", "hash=" + hash);
    }

    private void decline(String reason) {
        other.form("/design/waiting/" + id() + "/decline", "reason=" + reason.replace(" ", "+"));
    }

    private String id() {
        return database.sql("select id from rule_book_proposal")
                .query(String.class)
                .single();
    }

    private String hash() {
        return database.sql("select hash from rule_book_proposal")
                .query(String.class)
                .single();
    }
}
