package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.FilePayload;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.intake.SourceFile;
import id.laras.people.Employees;
import id.laras.people.PeopleFixture;
import id.laras.security.Role;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LarasTest
@ExtendWith(Browsers.class)
class ImportInBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    Employees employees;

    @Test
    void hrReadsWhatIsWrongMendsTheFileSeesWhatWouldChangeAndApplies(Browser browser) {
        var hr = people.account("uji-impor", Role.HR);
        var fixture = new PeopleFixture();
        var text = new String(fixture.employees().content(), StandardCharsets.UTF_8)
                .replace("Sri Wahyuni,", "Sri Wahyuni,dinas" + fixture.unit() + "@kota.go.id")
                .replace("Hendra Wijaya,", "Hendra Wijaya,dinas" + fixture.unit() + "@kota.go.id")
                .replace("Kepala Bidang", "Plt. Kepala Bidang");
        var good = PeopleFixture.file("employees.csv", text);
        var bad = PeopleFixture.file("employees.csv", text.replace("Budi Santoso", "=1+1"));
        try (var desk = new Desk(browser, port, hr)) {
            var page = desk.page();
            upload(desk, fixture.units(), bad);
            assertThat(page.getByText("Impor ditolak")).isVisible();
            assertThat(page.locator("tbody tr")).containsText(new String[] {"employees.csv"});
            assertThat(page.locator("tbody tr td").nth(1)).hasText("4");
            assertThat(page.locator("tbody tr td").nth(2)).hasText("nama (B)");
            desk.picture("import-refused");

            upload(desk, fixture.units(), good);
            assertThat(page.getByText("Yang akan berubah")).isVisible();
            assertThat(page.getByText("Budi Santoso").first()).isVisible();
            assertThat(employees.existsById(fixture.nip(0))).isFalse();
            desk.picture("import-preview");

            page.locator("form[action$=apply] button").click();
            assertThat(page.getByText("Impor selesai.")).hasCount(0);
            page.getByLabel("Saya sudah memeriksa").check();
            page.locator("form[action$=apply] button").click();
            desk.agree();
            assertThat(page.getByText("Impor selesai.")).isVisible();
            assertThat(employees.existsById(fixture.nip(3))).isTrue();

            upload(desk, fixture.units(), good);
            assertThat(page.getByText("Tidak ada yang perlu diterapkan")).isVisible();
        }
    }

    private static void upload(Desk desk, SourceFile units, SourceFile employees) {
        desk.visit("/hr/people");
        var page = desk.page();
        page.locator("#units").setInputFiles(payload(units));
        page.locator("#employees").setInputFiles(payload(employees));
        page.getByText("Periksa dan lihat pratinjau").click();
        page.waitForURL(url -> url.contains("/hr/people/imports/"));
    }

    private static FilePayload payload(SourceFile file) {
        return new FilePayload(file.name(), "text/csv", file.content());
    }
}
