package id.laras.retention;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is erased goes from what waits of imports; what waits of others goes on waiting. */
@LarasTest
@Tag("database")
class WaitingLinesTests {

    private static final String OTHERS =
            "{\"file\":\"pegawai.csv\",\"number\":3,\"cells\":{\"nip\":\"2\",\"akun\":\"lain\"}}";

    @Autowired
    WaitingLines lines;

    @Autowired
    JdbcClient database;

    private final String account = "uji" + UUID.randomUUID().toString().substring(0, 8);
    private final String nip = "9" + "%017d".formatted(System.nanoTime());
    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void forget() {
        database.sql("delete from waiting_import where id = ?").param(id).update();
    }

    @Test
    void onlyTheLinesThatNameThePersonGo() {
        wait("{\"EMPLOYEES\":[" + line("nip", nip) + "," + OTHERS + "," + line("akun", account.toUpperCase(Locale.ROOT))
                + "],\"ACTING\":[" + line("pelaksana_nip", nip) + "]}");
        lines.erase(account, nip);
        assertThat(database.sql("select content from waiting_import where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("{\"EMPLOYEES\":[" + OTHERS + "],\"ACTING\":[]}");
    }

    @Test
    void anImportOfWhichNothingIsLeftGoes() {
        wait("{\"EMPLOYEES\":[" + line("atasan_nip", nip) + "]}");
        lines.erase(account, nip);
        assertThat(database.sql("select count(*) from waiting_import where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aCodeOrNameThatIsWrittenLikeTheirAccountIsNotThem() {
        var others = "{\"EMPLOYEES\":[" + line("unit", account) + "," + line("nama", account) + "," + line("akun", nip)
                + "]}";
        wait(others);
        lines.erase(account, nip);
        assertThat(database.sql("select content from waiting_import where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo(others);
    }

    private void wait(String content) {
        database.sql("insert into waiting_import (id, asked_by, asked_at, file_names, content)"
                        + " values (?, 'siapa', current_timestamp, '[]', ?)")
                .params(id, content)
                .update();
    }

    private static String line(String column, String value) {
        return "{\"file\":\"pegawai.csv\",\"number\":2,\"cells\":{\"" + column + "\":\"" + value + "\",\"nama\":null}}";
    }
}
