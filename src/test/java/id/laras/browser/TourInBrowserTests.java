package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import id.laras.TestDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The tour of {@code docs/tour.md}, as somebody walks it who tries Laras: what is pressed here, in this order, is what the paper
 * prints in bold. The English words are the translations of the Indonesian ones, as {@link TourPaper} proves by the texts of pages,
 * forms and Tasklist; where a word has more than one, it is read on the English page. With {@code -Dlaras.pictures=true} the
 * pictures are taken anew.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles({"test", "demo"})
@ContextConfiguration(initializers = TestDatabase.class)
@Tag("tour")
@ExtendWith(Browsers.class)
@DirtiesContext
class TourInBrowserTests {

    private static final int WIDE = 1200;
    private static final int HIGH = 800;

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    private final List<String> faults = new ArrayList<>();
    private Page page;
    private TourGuest guest;

    /** Of the page that finds evaluations. */
    private String found;

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void theTourIsWalkedAsItIsWritten(Browser browser) throws IOException {
        try (var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("id-ID")
                .setTimezoneId("Asia/Jakarta")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(WIDE, HIGH))) {
            page = context.newPage();
            page.onPageError(faults::add);
            guest = new TourGuest(page, "http://localhost:" + port);
            planning();
            execution();
            assessment();
            objection();
            calibration();
            training();
            reward();
            isClosed("Andi");
            isClosed("Kartini");
            assertThat(page.locator("main")).containsText("Diberikan");
        }
        assertThat(faults).isEmpty();
        new TourPaper().tells(guest.walked(), guest.english());
    }

    private void planning() {
        guest.step();
        guest.enterAs("sdm");
        guest.readInEnglish("Evaluations by stage", "Tasks", "As …", "Forward by a week", "Others answer …", "Answer");
        guest.press("Penilaian menurut tahap");
        guest.pictureFrom("01-tahap", page.getByText("Jumlah penilaian per unit dan tahap"));
        page.getByLabel("Nama pegawai").fill("Andi");
        guest.press("Tampilkan");
        found = page.url();
        guest.press("Andi Firmansyah");
        assertThat(page.locator("main")).containsText("Sampai di mana");

        guest.step();
        guest.sitDownAs("Sri Wahyuni", "Andi Firmansyah");
        guest.choose("Setujui sasaran kinerja");
        guest.picture("02-sasaran", guest.field("decision"));
        guest.send("Setujui sasaran kinerja");
    }

    private void execution() {
        guest.step();
        guest.sitDownAs("Budi Santoso", "Fajar Setiawan");
        guest.fill("feedback", "Lanjutkan, dan lengkapi data sebelum akhir bulan.");
        guest.send("Kirim umpan balik");
    }

    private void assessment() {
        guest.step();
        assertThat(page.locator(".trial-row").boundingBox().height)
                .as("bar of one line")
                .isLessThan(48);
        guest.press("Maju seminggu");
        assertThat(guest.told()).containsText("Masa penilaian dibuka");
        guest.picture("03-waktu");

        guest.step();
        guest.sitDownAs("Andi Firmansyah", "Andi Firmansyah");
        guest.fields("realisations\\.[^.]+").forEach(field -> guest.fill(field, "10"));
        guest.choose("Sesuai ekspektasi");
        guest.pictureFrom("04-penilaian-diri", guest.form().getByText("Realisasi hasil kerja"));
        guest.send("Kirim penilaian diri");

        guest.step();
        guest.letTheOthersAnswer("Tanggapan");
        guest.picture("05-yang-lain");

        guest.step();
        for (var date = 0; date < 5 && !guest.told().innerText().contains("Umpan balik ditutup"); date++) {
            var day = page.locator(".trial-today").innerText();
            guest.press("Ke …");
            assertThat(page.locator(".trial-today")).not().hasText(day);
        }
        assertThat(guest.told()).containsText("Umpan balik ditutup");

        guest.step();
        guest.sitDownAs("Sri Wahyuni", "Andi Firmansyah");
        guest.choose("Di bawah ekspektasi");
        guest.fill("workResult.reason", "Kedua target tidak tercapai.");
        guest.fill("behaviourRating.reason", "Laporan sering terlambat.");
        guest.pictureFrom("06-menilai", guest.field("workResult"));
        guest.send("Kirim penilaian");
    }

    private void objection() {
        guest.step();
        guest.sitDownAs("Andi Firmansyah", "Andi Firmansyah");
        assertThat(guest.form()).containsText("Sangat Kurang");
        guest.pictureFrom("07-hasil", guest.form().getByText("Predikat"));
        guest.choose("Ajukan keberatan");
        guest.fill("reasons", "Alat ukur rusak dua bulan, dan sudah saya laporkan.");
        guest.send("Ajukan keberatan");

        guest.step();
        guest.sitDownAs("dr. Hendra Wijaya", "Andi Firmansyah");
        guest.fill("hearingEmployee", "Pegawai menunjukkan laporan kerusakan alat.");
        guest.fill("hearingAssessor", "Penilai membenarkan laporan itu.");
        guest.choose("Ubah hasil");
        guest.fill("reason", "Kerusakan alat di luar kendali pegawai.");
        guest.choose("Sesuai ekspektasi");
        guest.fill("workResult.reason", "Alat ukur rusak dua bulan.");
        guest.fill("behaviourRating.reason", "Tidak ada keluhan lain.");
        guest.pictureFrom("08-putusan", guest.field("outcome"));
        guest.send("Ubah hasil");
    }

    private void calibration() {
        guest.step();
        guest.enterAs("sdm");
        guest.press("Penilaian menurut tahap");
        page.getByLabel("Nama pegawai").fill("Andi");
        guest.press("Tampilkan");
        guest.press("Andi Firmansyah");
        assertThat(page.locator("main")).containsText("keberatannya sudah diputuskan");
        guest.letTheOthersAnswer("Kalibrasi");

        guest.step();
        guest.press("Tugas");
        guest.press("Tugas kelompok saya");
        guest.press("Bidang Kesehatan Masyarakat");
        guest.press("Ambil");
        assertThat(page.locator(".form-pane fieldset.body:not([disabled])")).isVisible();
        guest.pictureFrom("09-kalibrasi", guest.form().locator("figure.distribution"));
        guest.send("Tetapkan tanpa perubahan");
    }

    private void training() {
        guest.step();
        guest.sitDownAs("Sri Wahyuni", "Andi Firmansyah");
        guest.field("confirmed").getByRole(AriaRole.CHECKBOX).check();
        guest.send("Tetapkan hasil");
        guest.press("Lanjut ke tugas berikutnya: …");
        var until = LocalDate.now(clock).plusMonths(2);
        guest.fill("trainings.0.goal", "Menyusun laporan tepat waktu.");
        guest.fill("trainings.0.until", TourGuest.day(until));
        guest.pictureFrom("10-tindak-lanjut", guest.form().getByText("Usulan menurut hasil"));
        guest.send("Tetapkan tindak lanjut");

        guest.step();
        guest.sitDownAs("Andi Firmansyah", "Andi Firmansyah");
        guest.fields("trainings\\..*\\.completedOn")
                .forEach(field -> guest.fill(field, TourGuest.day(LocalDate.now(clock))));
        guest.fields("trainings\\..*\\.learned").forEach(field -> guest.fill(field, "Menyusun rencana mingguan."));
        guest.fields("trainings\\..*\\.proof").forEach(field -> guest.fill(field, "https://contoh.go.id/sertifikat"));
        guest.send("Laporkan selesai");
    }

    private void reward() {
        guest.step();
        guest.enterAs("sdm");
        guest.press("Tugas");
        guest.press("Tugas kelompok saya");
        guest.press("Kartini Siregar");
        guest.press("Ambil");
        assertThat(page.locator(".form-pane fieldset.body:not([disabled])")).isVisible();
        guest.choose("Berikan penghargaan");
        guest.picture("11-penghargaan", guest.field("decision"));
        guest.send("Berikan penghargaan");
    }

    /** What the engine does by itself takes a moment. */
    private void isClosed(String person) {
        page.navigate(found.replace("Andi", person));
        page.locator("main a")
                .filter(new Locator.FilterOptions().setHasText(person))
                .first()
                .click();
        var stage = page.locator("main .steps [aria-current=step]");
        assertThat(stage).isVisible();
        for (var again = 0; again < 50 && !stage.innerText().contains("Selesai"); again++) {
            page.reload();
        }
        assertThat(stage).containsText("Selesai");
    }
}
