package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import id.laras.TestDatabase;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
 * prints in bold, in both languages. With {@code -Dlaras.pictures=true} its pictures are taken anew.
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

    private final List<TourPaper.Step> walked = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Page page;

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
            planning();
            execution();
            assessment();
            objection();
            calibration();
            training();
            reward();
        }
        assertThat(faults).isEmpty();
        new TourPaper().tells(walked);
    }

    private void planning() {
        step();
        enterAs("sdm");
        press("Penilaian menurut tahap");
        picture("01-tahap", page.getByText("Jumlah penilaian per unit dan tahap"));
        page.getByLabel("Nama pegawai").fill("Andi");
        press("Tampilkan");
        press("Andi Firmansyah");
        assertThat(page.locator("main")).containsText("Sampai di mana");

        step();
        sitDownAs("Sri Wahyuni", "Andi Firmansyah");
        choose("Setujui sasaran kinerja");
        picture("02-sasaran", form().getByText("Rencana hasil kerja"));
        send("Setujui sasaran kinerja");
    }

    private void execution() {
        step();
        sitDownAs("Budi Santoso", "Fajar Setiawan");
        fill("feedback", "Lanjutkan, dan lengkapi data sebelum akhir bulan.");
        send("Kirim umpan balik");
    }

    private void assessment() {
        step();
        press("Maju seminggu");
        assertThat(told()).containsText("Masa penilaian dibuka");
        picture("03-waktu");

        step();
        sitDownAs("Andi Firmansyah", "Andi Firmansyah");
        fields("realisations\\.[^.]+").forEach(field -> fill(field, "10"));
        choose("Sesuai ekspektasi");
        picture("04-penilaian-diri", form().getByText("Realisasi hasil kerja"));
        send("Kirim penilaian diri");

        step();
        letTheOthersAnswer("Tanggapan");
        picture("05-yang-lain");

        step();
        for (var date = 0; date < 5 && !told().innerText().contains("Umpan balik ditutup"); date++) {
            var day = page.locator(".trial-today").innerText();
            press("Ke …");
            assertThat(page.locator(".trial-today")).not().hasText(day);
        }
        assertThat(told()).containsText("Umpan balik ditutup");

        step();
        sitDownAs("Sri Wahyuni", "Andi Firmansyah");
        choose("Di bawah ekspektasi");
        fill("workResult.reason", "Kedua target tidak tercapai.");
        fill("behaviourRating.reason", "Laporan sering terlambat.");
        picture("06-menilai", field("workResult"));
        send("Kirim penilaian");
    }

    private void objection() {
        step();
        sitDownAs("Andi Firmansyah", "Andi Firmansyah");
        assertThat(form()).containsText("Sangat Kurang");
        picture("07-hasil", form().getByText("Predikat"));
        choose("Ajukan keberatan");
        fill("reasons", "Alat ukur rusak dua bulan, dan sudah saya laporkan.");
        send("Ajukan keberatan");

        step();
        sitDownAs("dr. Hendra Wijaya", "Andi Firmansyah");
        fill("hearingEmployee", "Pegawai menunjukkan laporan kerusakan alat.");
        fill("hearingAssessor", "Penilai membenarkan laporan itu.");
        choose("Ubah hasil");
        fill("reason", "Kerusakan alat di luar kendali pegawai.");
        choose("Sesuai ekspektasi");
        picture("08-putusan", field("outcome"));
        send("Ubah hasil");
    }

    private void calibration() {
        step();
        enterAs("sdm");
        press("Penilaian menurut tahap");
        page.getByLabel("Nama pegawai").fill("Andi");
        press("Tampilkan");
        press("Andi Firmansyah");
        assertThat(page.locator("main")).containsText("keberatannya sudah diputuskan");
        letTheOthersAnswer("Kalibrasi");

        step();
        press("Tugas");
        press("Tugas kelompok saya");
        press("Bidang Kesehatan Masyarakat");
        press("Ambil");
        assertThat(page.locator(".form-pane fieldset.body:not([disabled])")).isVisible();
        picture("09-kalibrasi", form().getByText("Sebaran predikat"));
        send("Tetapkan tanpa perubahan");
    }

    private void training() {
        step();
        sitDownAs("Sri Wahyuni", "Andi Firmansyah");
        field("confirmed").getByRole(AriaRole.CHECKBOX).check();
        send("Tetapkan hasil");
        press("Lanjut ke tugas berikutnya: …");
        var until = LocalDate.now(clock).plusMonths(2);
        fill("trainings.0.goal", "Menyusun laporan tepat waktu.");
        fill("trainings.0.until", day(until));
        picture("10-tindak-lanjut", form().getByText("Usulan menurut hasil"));
        send("Tetapkan tindak lanjut");

        step();
        sitDownAs("Andi Firmansyah", "Andi Firmansyah");
        fields("trainings\\..*\\.completedOn").forEach(field -> fill(field, day(LocalDate.now(clock))));
        fields("trainings\\..*\\.learned").forEach(field -> fill(field, "Menyusun rencana mingguan."));
        fields("trainings\\..*\\.proof").forEach(field -> fill(field, "https://contoh.go.id/sertifikat"));
        send("Laporkan selesai");
    }

    private void reward() {
        step();
        enterAs("sdm");
        press("Tugas");
        press("Tugas kelompok saya");
        press("Kartini Siregar");
        press("Ambil");
        assertThat(page.locator(".form-pane fieldset.body:not([disabled])")).isVisible();
        choose("Berikan penghargaan");
        picture("11-penghargaan", form().getByText("Diusulkan oleh"));
        send("Berikan penghargaan");
    }

    private void step() {
        walked.add(new TourPaper.Step(new ArrayList<>(), new ArrayList<>()));
    }

    /** Who presses the same words twice in a row reads them once. */
    private void note(String label) {
        var pressed = walked.get(walked.size() - 1).pressed();
        if (pressed.isEmpty() || !label.equals(pressed.get(pressed.size() - 1))) {
            pressed.add(label);
        }
    }

    /** A button or a link that begins with these words, or a task whose second part does; in what lies on top. */
    private void press(String label) {
        press(label, asked().isVisible() ? asked() : menu().isVisible() ? menu() : page.locator("body"));
    }

    private void press(String label, Locator within) {
        note(label);
        var words = Pattern.compile("(^|· )" + words(label) + "(?![A-Za-z0-9])");
        within.locator("button:visible, summary:visible, a:visible")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    private void choose(String label) {
        note(label);
        var choices = form().locator("label")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words(label))));
        assertThat(choices.first()).isVisible();
        choices.all().forEach(Locator::click);
    }

    /** Says yes where the form asks, with the same words. */
    private void send(String label) {
        press(label, page.locator(".form-actions"));
        var sent = page.locator("laras-toast");
        assertThat(sent.or(asked()).first()).isVisible();
        if (asked().isVisible()) {
            press(label);
        }
        assertThat(sent).containsText("Terkirim");
    }

    private void enterAs(String account) {
        page.navigate("http://localhost:" + port + "/login");
        press(account);
        assertThat(page.locator(".trial-today")).isVisible();
    }

    /** What the engine does by itself takes a moment; the list is asked for anew whenever it is opened. */
    private void sitDownAs(String person, String about) {
        note("Sebagai …");
        note(person);
        var list = page.locator(".trial-menu").filter(new Locator.FilterOptions().setHas(page.getByText("Sebagai …")));
        var line = list.locator("button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + words(person))))
                .filter(new Locator.FilterOptions().setHasText(about));
        list.locator("summary").click();
        for (var again = 0; again < 200 && !line.isVisible(); again++) {
            list.locator("summary").click();
            page.waitForResponse(
                    answer -> answer.url().contains("/demo/bar?"),
                    () -> list.locator("summary").click());
        }
        line.click();
        assertThat(page.locator(".form-pane .purpose")).isVisible();
        assertThat(page.locator(".trial-today")).isVisible();
    }

    private void letTheOthersAnswer(String until) {
        press("Biarkan yang lain menjawab …");
        var stage = page.getByLabel("Sampai tahap");
        stage.focus();
        stage.selectOption(until);
        note(until);
        press("Jawab");
        assertThat(told()).containsText("menjawab");
    }

    /** As the browser's regular expressions have them; dots stand for what differs. */
    private static String words(String label) {
        return "\\s*" + label.replaceAll("[.()]", "\\\\$0").replace("…", ".*");
    }

    private Locator menu() {
        return page.locator(".trial-menu[open]");
    }

    private Locator told() {
        return page.locator(".trial-told").first();
    }

    private Locator asked() {
        return page.locator("laras-ask dialog");
    }

    private Locator form() {
        return page.locator(".form-pane");
    }

    private Locator field(String field) {
        return page.locator("[data-field=\"" + field + "\"]");
    }

    private List<String> fields(String pattern) {
        return page.locator("[data-field]").all().stream()
                .map(field -> field.getAttribute("data-field"))
                .filter(Pattern.compile(pattern).asMatchPredicate())
                .toList();
    }

    private void fill(String field, String value) {
        field(field).locator("input:not([type=file]), textarea").first().fill(value);
    }

    private static String day(LocalDate day) {
        return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }

    /** @param top what the form is scrolled to */
    private void picture(String name, Locator top) {
        top.first().evaluate("each => each.scrollIntoView({block: 'start'})");
        picture(name);
    }

    private void picture(String name) {
        var file = name + ".jpg";
        walked.get(walked.size() - 1).pictures().add(file);
        if (Boolean.getBoolean("laras.pictures")) {
            assertThat(page.getByText("Memuat").filter(new Locator.FilterOptions().setVisible(true)))
                    .hasCount(0);
            page.screenshot(new Page.ScreenshotOptions()
                    .setType(ScreenshotType.JPEG)
                    .setQuality(65)
                    .setPath(TourPaper.picture(file)));
        }
    }
}
