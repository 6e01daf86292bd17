package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.laras.HttpPerson;
import id.laras.TestPeople;
import id.laras.books.Shelf;
import id.laras.cycle.Scheme;
import id.laras.people.Nips;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody has typed into every field of every page when their session ends: after the login each letter is there again. */
class EveryPageKeepsItsTextInBrowserTests extends BrowserWalk {

    /** Before the login there is no session that could end: NothingIsLostOnPagesInBrowserTests walks it. What the bar is told to do is no text. */
    private static final Set<String> ELSEWHERE = Set.of("security/login", "security/code", "demo/bar");

    private static final Pattern TYPED =
            Pattern.compile("<textarea|<select|<input(?![^>]*\\btype=\"(hidden|password|file|search)\")");

    /** What stands in each field of the forms that are sent, or looked at first: form, field, value. */
    private static final String FIELDS = """
            [...document.querySelectorAll('form[method=post], form[data-kept]')].flatMap(form => [...form.elements]
              .filter(each => each.name && !each.disabled && each.matches('input, select, textarea')
                && !['hidden', 'password', 'file'].includes(each.type))
              .map(each => ({each, at: [form.method, new URL(form.action).pathname, form.dataset.about, each.name].join(' ')})))""";

    private static final String READ = "() => " + FIELDS
            + ".map(({each, at}) => [at, each.value, ['checkbox', 'radio'].includes(each.type) && each.checked].join(' '))";

    /** Something else than stands there. */
    private static final String FILL = "() => " + FIELDS + """
            .forEach(({each}, index) => {
              if (['checkbox', 'radio'].includes(each.type)) {
                each.checked = !each.checked || each.type === 'radio';
              } else if (each.matches('select')) {
                each.selectedIndex = (each.selectedIndex + 1) % each.options.length;
              } else {
                each.value = 'ketikan ' + index;
              }
              each.dispatchEvent(new Event('input', {bubbles: true}));
            })""";

    @Autowired
    TestPeople accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext application;

    private Shelf shelf;

    /** By template: where a page of it was walked. */
    private final Map<String, String> walked = new LinkedHashMap<>();

    @Test
    void everyFieldOfEveryPageIsThereAgainAfterALogin() throws IOException {
        people = town.organisation();
        town.letIn(people, PASSWORD);
        scheme = Scheme.QUADRANT;
        id = town.openForStaf(people, scheme);
        var planned = town.cycle(people, Scheme.NUMERIC).id();
        town.answerTo(people, 4);
        var admin = accounts.account("uji-pengetik", Role.ADMIN);

        var hr = desk(people.hr());
        hr.visit("/hr/cycles/" + planned + "/change");
        hr.page()
                .locator("#assessmentDue")
                .fill(LocalDate.now(clock).plusMonths(10).plusDays(33).toString());
        hr.page().locator("form[data-kept] .actions button:not([type=button])").click();
        assertThat(hr.page().locator("#reason")).isVisible();
        var change = here(hr);
        hr.visit("/hr/substitutes?search=Ratna+Dewi+" + people.number());
        hr.page()
                .locator("a[href*='person=']", named("Yang digantikan"))
                .first()
                .click();
        hr.page().locator("#search").fill("Citra Lestari " + people.number());
        hr.page().locator("form.filters button").click();
        hr.page().locator("a[href*='substitute=']", named("Pengganti")).first().click();
        assertThat(hr.page().locator("#reason")).isVisible();
        var substitutes = here(hr);
        shelf = new Shelf(application).secondPerson(true);
        proposedBook();
        everyPage(
                hr,
                people.hr(),
                Map.ofEntries(
                        Map.entry("books/list", "/design"),
                        Map.entry("books/upload", "/design/upload"),
                        Map.entry("cycle/new", "/hr/cycles/new"),
                        Map.entry("cycle/change", change),
                        Map.entry("cycle/show", "/hr/cycles/" + planned),
                        Map.entry("cycle/lines", "/hr/lines"),
                        Map.entry("cycle/line", "/hr/lines/evaluations/" + id),
                        Map.entry("people/people", "/hr/people"),
                        Map.entry("people/import", previewThatAsks(hr)),
                        Map.entry("engine/held-up", heldUp()),
                        Map.entry("retention/one", "/hr/retention/people/" + whoLeftLongAgo()),
                        Map.entry("substitution/all", substitutes)));
        whoGoesBackHasNotAgreed(hr);

        var staf = desk(people.assessor());
        staf.visit("/account/substitutes?search=Citra+Lestari+" + people.number());
        staf.page().locator("a[href*='substitute=']").first().click();
        everyPage(staf, people.assessor(), Map.of("substitution/substitutes", here(staf)));

        everyPage(
                desk(admin),
                admin,
                Map.of(
                        "security/accounts",
                        "/admin/accounts?search=" + people.staf(),
                        "security/tokens",
                        "/account/tokens"));

        assertThat(templatesThatAreTypedInto()).containsExactlyInAnyOrderElementsOf(all());
        desks.forEach((person, desk) -> assertThat(desk.faults()).as(person).isEmpty());
    }

    private void proposedBook() {
        var files = Map.of("objection.bpmn", Shelf.shipped("objection.bpmn", "Putuskan", "Tentukan"));
        var other = HttpPerson.machine(port, accounts.account("uji-pengusul", Role.HR));
        assertThat(other.multipart("/engine-rest/deployment/create", Map.of(), null, files)
                        .statusCode())
                .isEqualTo(409);
    }

    @AfterEach
    void onlyTheShippedBook() {
        if (shelf != null) {
            shelf.restore();
        }
    }

    /** A file with somebody new who has the address of somebody known: HR ticks that it is right. */
    private String previewThatAsks(Desk hr) {
        var n = people.number();
        hr.visit("/hr/people");
        hr.page()
                .locator("#employees")
                .setInputFiles(new FilePayload(
                        "pegawai.csv",
                        "text/csv",
                        ("nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n" + Nips.of(2005, n * 10L)
                                        + ",Wati Baru,staf" + n + "@contoh.go.id,Perawat,JF,Ahli Muda,B" + n + ",,wati"
                                        + n + "\n")
                                .getBytes(StandardCharsets.UTF_8)));
        hr.page().locator("main form .primary").first().click();
        assertThat(hr.page().locator("[name=confirmed]")).isVisible();
        return here(hr);
    }

    /** Nobody may take the task of a group. */
    private String heldUp() {
        var others = town.organisation();
        town.openForStaf(others, scheme);
        var meeting = walker.calibration("Bidang Pencegahan " + others.number());
        engine.getRuntimeService()
                .createMessageCorrelation("calibration.unitReady")
                .processInstanceBusinessKey(meeting)
                .correlate();
        var task = walker.task(meeting, Step.CALIBRATE_UNIT).getId();
        List.of(Role.HR, Role.PERFORMANCE_TEAM)
                .forEach(role -> engine.getTaskService().deleteCandidateGroup(task, role.group()));
        return "/hr/tasks";
    }

    private String whoLeftLongAgo() {
        var account = "bawahanketiga" + people.number();
        database.sql("update employee set ended_on = ? where account = ?")
                .params(LocalDate.now(clock).minusYears(20), account)
                .update();
        return account;
    }

    private void everyPage(Desk desk, String person, Map<String, String> pages) {
        var typed = new LinkedHashMap<String, List<String>>();
        pages.forEach((template, address) -> {
            desk.visit(address);
            assertThat(desk.page().locator("[data-told]")).hasCount(0);
            var before = read(desk);
            desk.page().evaluate(FILL);
            var after = read(desk);
            assertThat(after).as(template).isNotEmpty().isNotEqualTo(before);
            typed.put(template, after);
        });
        endSession(desk);
        visit(desk, pages.values().iterator().next());
        logIn(desk.page(), person);
        desk.page().waitForURL(url -> !url.contains("/login"));
        pages.forEach((template, address) -> {
            visit(desk, address);
            assertThat(read(desk)).as(template).isEqualTo(typed.get(template));
        });
        walked.putAll(pages);
    }

    /** Anew, also where only the place on the page would be another. */
    private static void visit(Desk desk, String address) {
        desk.page().navigate("about:blank");
        desk.visit(address);
    }

    private static List<String> read(Desk desk) {
        return ((List<?>) desk.page().evaluate(READ))
                .stream().map(Object::toString).toList();
    }

    /** The question is about the page that was left: it goes with it, and what was typed stays. */
    private void whoGoesBackHasNotAgreed(Desk desk) {
        desk.visit("/hr/lines/evaluations/" + id);
        var page = desk.page();
        page.evaluate("location.hash = 'isi'");
        var form = page.locator("form[action$='/choice']").first();
        var reason = form.locator("textarea");
        reason.fill("Mutasi ke bidang lain.");
        form.locator("button.primary").click();
        assertThat(desk.asked()).isVisible();
        page.goBack();
        assertThat(desk.asked()).hasCount(0);
        assertThat(reason).hasValue("Mutasi ke bidang lain.");
        assertThat(page.locator(".notice.success")).hasCount(0);
    }

    private static Page.LocatorOptions named(String label) {
        return new Page.LocatorOptions().setHasText(label);
    }

    private static String here(Desk desk) {
        return desk.page().url().replaceFirst("^https?://[^/]+", "");
    }

    private List<String> all() {
        var all = new ArrayList<>(ELSEWHERE);
        all.addAll(walked.keySet());
        return all;
    }

    private static Set<String> templatesThatAreTypedInto() throws IOException {
        var root = Path.of("src/main/resources/templates");
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(EveryPageKeepsItsTextInBrowserTests::isTypedInto)
                    .map(file -> root.relativize(file).toString().replace(".html", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isTypedInto(Path template) {
        try {
            var text = Files.readString(template);
            // a form that only asks stands in the address
            var sent = text.replaceAll("(?s)<form(?![^>]*method=\"post\")(?![^>]*data-kept).*?</form>", "");
            return sent.contains("<form") && (TYPED.matcher(sent).find() || sent.contains(":: fields"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
