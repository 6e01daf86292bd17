package id.laras.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes wrong is said calmly, in the reader's language, without a word about the inside. */
@LarasTest
class ErrorPageTests {

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Test
    void anAddressThatDoesNotExistSaysSo() {
        var answer = HttpPerson.loggedIn(port, people.account("pembaca-galat")).page("/tidak-ada");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("Tidak ditemukan", "Ke beranda")
                .doesNotContain("Exception", "Whitelabel", "at id.laras");
    }

    @Test
    void aPageForOthersSaysWhoseItIsNot() {
        var answer = HttpPerson.loggedIn(port, people.account("pembaca-galat")).page("/hr/evaluations");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Halaman ini bukan untuk akun Anda");
    }

    @Test
    void anErrorIsTranslatedToo() {
        var reader = HttpPerson.loggedIn(port, people.account("pembaca-galat"));
        reader.page("/?lang=en");
        assertThat(reader.page("/tidak-ada").body()).contains("Not found", "Go to the start page");
    }
}
