package id.laras.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.TestPeople;
import id.laras.cycle.Scheme;
import id.laras.intake.WaitingImports;
import id.laras.lifecycle.Town;
import id.laras.lifecycle.Walker;
import id.laras.processes.Models;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page as people see it: wide and on a phone, in light and dark, with axe, and in English. The templates say which there
 * are, so that none can be forgotten; pictures are left for people to judge, if they are asked for.
 */
@LarasTest
@ExtendWith(Browsers.class)
class EveryPageInBrowserTests {

    private static final String PASSWORD = TestPeople.PASSWORD;
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** All errors have one look; two of them are walked. */
    private static final Set<String> AS_ERROR_404 =
            Set.of("error", "error/401", "error/404", "error/403", "error/409", "error/500");

    /** A single word may stand in both languages. */
    private static final Pattern SEVERAL_WORDS = Pattern.compile("\\S+ \\S+.*");

    private static final String OPEN_ROOM_IN_SIGHT = """
            () => {
              const open = document.querySelector('.rooms [aria-current]')?.getBoundingClientRect();
              return !open || (open.left >= 0 && open.right <= window.innerWidth);
            }""";

    /** Days and times of the page that the server did not write: the browser is in another zone than the agency. */
    private static final String OTHER_DAYS = """
            (served) => {
              const days = (page) => {
                const main = page.querySelector('main').cloneNode(true);
                main.querySelectorAll('.help, .read-as').forEach((hint) => hint.remove());
                return new Set(main.textContent.match(/\\d{1,2} \\p{L}{3} \\d{4}( \\d\\d\\.\\d\\d)?/gu));
              };
              const written = days(new DOMParser().parseFromString(served, 'text/html'));
              return [...days(document)].filter((day) => !written.has(day));
            }""";

    /** Tables that are cut, what the tab key reaches though nobody sees it, and heads to sort by that are shown without their links. */
    private static final String CUT_OR_HIDDEN = """
            () => [
              ...[...document.querySelectorAll('.table-wrap')].filter(wrap => wrap.checkVisibility() && wrap.scrollWidth > wrap.clientWidth + 1),
              ...[...document.querySelectorAll('thead :is(a, button)')].filter(head =>
                head.closest('thead').getBoundingClientRect().width <= 1 && head.checkVisibility({visibilityProperty: true})),
              ...[...document.querySelectorAll('thead a')].filter(head =>
                head.closest('thead').getBoundingClientRect().width > 1 && !head.checkVisibility({visibilityProperty: true})),
            ].map(element => element.localName + ': ' + element.textContent.trim().slice(0, 60))""";

    @LocalServerPort
    int port;

    @Autowired
    Walker walker;

    @Autowired
    Town town;

    @Autowired
    TestPeople accounts;

    @Autowired
    WaitingImports waiting;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient database;

    private final Set<String> seen = new TreeSet<>();
    private final Map<String, HttpPerson> readers = new HashMap<>();

    @Test
    void everyPageFitsTheScreenHasNoBarrierAndKeepsToTheLanguage(Browser browser) throws IOException {
        var people = town.organisation();
        town.letIn(people, PASSWORD);
        var cycle = town.cycle(people, Scheme.NUMERIC);
        var id = town.openForStaf(people, cycle);
        town.answerTo(people, 4);
        town.answerTo(people, 8);
        var second = accounts.account("ujidua" + people.number(), Role.HR);
        var meeting = database.sql("select id from calibration where unit_code = ?")
                .param("B" + people.number())
                .query(String.class)
                .single();
        var failed = engine.getManagementService().createJobQuery().list().stream()
                // some jobs belong to the engine and to no instance
                .filter(job -> job.getProcessInstanceId() != null)
                .filter(job -> meeting.equals(businessKey(job)))
                .findFirst()
                .orElseThrow();
        engine.getManagementService().setJobRetries(failed.getId(), 0);
        try (var hr = desk(browser, people.hr())) {
            imported(hr, people);
            look(hr, "dashboard/home", "/");
            look(hr, "people/people", "/hr/people");
            look(hr, "cycle/lines", "/hr/lines");
            look(hr, "cycle/line", "/hr/lines/evaluations/" + id);
            notAsked(hr);
            look(hr, "cycle/list", "/hr/cycles");
            look(hr, "cycle/new", "/hr/cycles/new");
            look(hr, "cycle/show", "/hr/cycles/" + cycle.id());
            look(
                    hr,
                    "cycle/change",
                    "/hr/cycles/" + cycle.id() + "/change?targetsDue="
                            + LocalDate.now().plusDays(3));
            look(hr, "dashboard/overview", "/hr/evaluations");
            look(hr, "engine/held-up", "/hr/tasks");
            handedOver(hr);
            look(hr, "engine/incidents", "/hr/incidents");
            look(hr, "substitution/all", "/hr/substitutes");
            look(hr, "books/list", "/design");
            look(hr, "books/comparison", "/design/comparison");
            look(hr, "books/upload", "/design/upload");
            erased(hr, "bawahanketiga" + people.number());
            look(hr, "audit/search", "/audit/evaluations");
            look(hr, "audit/timeline", "/audit/evaluations/" + id);
            look(hr, "audit/meeting", "/audit/calibrations/" + meeting);
            look(hr, "audit/deeds", "/audit/deeds");
            var parts =
                    hr.page().locator("main a[href^='/audit/deeds/']").first().getAttribute("href");
            look(hr, "audit/parts", parts);
            look(hr, "dashboard/evaluation", "/evaluations/" + id);
            look(hr, "error/404", "/evaluations/tidak-ada");
        } finally {
            engine.getManagementService().setJobRetries(failed.getId(), 3);
        }
        var waits = waiting.find(new Actor(people.hr(), Set.of(Role.HR)), PageRequest.of(0, 1000)).stream()
                .filter(WaitingImports.Waiting::own)
                .findFirst()
                .orElseThrow();
        try (var hr = desk(browser, second)) {
            look(hr, "people/waiting", "/hr/people/waiting");
            look(hr, "people/waiting-one", "/hr/people/waiting/" + waits.id());
        }
        try (var staf = desk(browser, people.staf())) {
            look(staf, "dashboard/home", "/");
            look(staf, "dashboard/evaluations", "/evaluations");
            look(staf, "dashboard/evaluation", "/evaluations/" + id);
            look(staf, "target/versions", "/evaluations/" + id + "/targets");
            look(staf, "dashboard/glossary", "/glossary");
            look(staf, "security/password", "/account/password");
            look(staf, "security/tokens", "/account/tokens");
            look(staf, "substitution/substitutes", "/account/substitutes");
            look(staf, "error/403", "/hr/people");
            tasklist(staf, walker.task(id, Step.DRAFT_TARGETS).getId());
        }
        powers(browser, people);

        assertThat(seen).isEqualTo(pages());
    }

    private void powers(Browser browser, Town.Organisation people) {
        var second = accounts.account("uji-lebar-lain", Role.ADMIN);
        // Whoever is nobody's superior gets a code at once.
        var forgetful = "bawahanlain" + people.number();
        var auditor = accounts.account("uji-lebar-jejak", Role.AUDITOR);
        try (var desk = desk(browser, auditor)) {
            look(desk, "dashboard/home", "/");
        }
        try (var desk = desk(browser, accounts.account("uji-lebar", Role.ADMIN))) {
            look(desk, "dashboard/home", "/");
            look(desk, "security/all-tokens", "/admin/tokens");
            look(desk, "security/logins", "/admin/logins");
            look(desk, "security/accounts", "/admin/accounts");
            desk.visit("/admin/accounts?search=" + forgetful);
            desk.page().locator("form[action$='/code'] button").first().click();
            assertThat(desk.page().getByText("Kode untuk akun")).isVisible();
            shown(desk, "security/code-made", "the code");
            // nothing in so long a name tells a browser where it may break
            desk.visit("/admin/accounts?search=" + accounts.account("p".repeat(40)));
            desk.page().locator("input[name=roles][value=AUDITOR]").first().check();
            desk.page().locator("form[action$='/roles'] button").first().click();
            assertThat(desk.page().getByText("menunggu orang kedua; sampai itu"))
                    .isVisible();
            shown(desk, "security/accounts", "what waits");
        }
        try (var desk = desk(browser, forgetful)) {
            desk.visit("/");
            assertThat(desk.page().getByText("membuat kode")).isVisible();
            shown(desk, "dashboard/home", "the notice of a code");
            look(desk, "security/code", "/code");
            look(desk, "security/login", "/login");
        }
        try (var desk = desk(browser, second)) {
            look(desk, "dashboard/home", "/");
            look(desk, "security/changes", "/account/changes");
        }
    }

    /** HR imports a file: its preview is a page, and what was applied a deed with parts. */
    private void imported(Desk hr, Town.Organisation people) {
        hr.visit("/hr/people");
        hr.page()
                .locator("input[name=units]")
                .setInputFiles(new FilePayload(
                        "unit.csv",
                        "text/csv",
                        ("kode,nama,induk\nX" + people.number() + ",Seksi Baru " + people.number() + ",U"
                                        + people.number() + "\n")
                                .getBytes(StandardCharsets.UTF_8)));
        hr.page().locator("main form .primary").first().click();
        var apply = hr.page().locator("form[action$='/apply'] .primary");
        assertThat(apply).isVisible();
        shown(hr, "people/import", hr.page().url().replaceAll("https?://[^/]+", ""));
        apply.click();
        hr.agree();
        assertThat(apply).hasCount(0);
    }

    /** Only whoever left long ago is erased, and only their page says what goes with them. */
    private void erased(Desk hr, String account) {
        database.sql("update employee set ended_on = '2001-01-01' where account = ?")
                .param(account)
                .update();
        look(hr, "retention/list", "/hr/retention");
        look(hr, "retention/one", "/hr/retention/people/" + account);
        database.sql("update employee set ended_on = null where account = ?")
                .param(account)
                .update();
    }

    /** Whom the unit rates cannot calibrate it: the refusal keeps what was typed, and the next name is taken. */
    private void handedOver(Desk hr) {
        var people = town.organisation();
        town.openForStaf(people, Scheme.QUADRANT);
        var meeting = walker.calibration("Bidang Pencegahan " + people.number());
        engine.getRuntimeService()
                .createMessageCorrelation("calibration.unitReady")
                .processInstanceBusinessKey(meeting)
                .correlate();
        var task = walker.task(meeting, Step.CALIBRATE_UNIT).getId();
        Stream.of(Role.HR, Role.PERFORMANCE_TEAM)
                .forEach(role -> engine.getTaskService().deleteCandidateGroup(task, role.group()));
        hr.visit("/hr/tasks");
        var form = hr.page().locator("form[action*='" + task + "']");
        hr.page().locator("details:has(#nip-" + task + ") summary").click();
        form.locator("[name=nip]").fill(people.nip(3));
        form.locator("[name=reason]").fill("Tidak ada yang netral");
        form.locator("[type=submit]").click();
        hr.agree();
        assertThat(hr.page().getByText("tidak dapat mengerjakannya")).isVisible();
        assertThat(form.locator("[name=nip]")).hasValue(people.nip(3));
        assertThat(form.locator("[name=reason]")).hasValue("Tidak ada yang netral");
        shown(hr, "engine/held-up", "a hand-over that was refused");
        whatWasTypedOutlivesItsForm(hr, task, form);
        form.locator("[name=nip]").fill(people.nip(1));
        form.locator("[type=submit]").click();
        hr.agree();
        assertThat(hr.page().getByText("Tugas diserahkan")).isVisible();
        assertThat(form).hasCount(0);
    }

    /** Somebody else has mended it meanwhile: the row has gone, and its form with it. */
    private void whatWasTypedOutlivesItsForm(Desk hr, String task, Locator form) {
        engine.getTaskService().addCandidateGroup(task, Role.HR.group());
        form.locator("[type=submit]").click();
        hr.agree();
        var typed = hr.page().locator("main > [data-told]");
        assertThat(typed).containsText("Tidak ada yang netral");
        assertThat(form).hasCount(0);
        shown(hr, "engine/held-up", "what was typed without its form");
        engine.getTaskService().deleteCandidateGroup(task, Role.HR.group());
        hr.visit("/hr/tasks");
        assertThat(form.locator("[name=reason]")).hasValue("Tidak ada yang netral");
    }

    /** Sends as a browser does that runs no script: the server asks. */
    private void notAsked(Desk hr) {
        hr.page().locator("details:has(#end-kind) summary").click();
        hr.page().locator("#end-kind").selectOption(new SelectOption().setIndex(1));
        hr.page().locator("#end-reason").fill("Pindah tugas");
        hr.page().locator("form[action$='/end']").evaluate("form => HTMLFormElement.prototype.submit.call(form)");
        assertThat(hr.page().getByText("Belum ada yang berubah")).isVisible();
        shown(hr, "dashboard/asked", "the question of the server");
    }

    private void tasklist(Desk staf, String task) {
        for (var width : List.of(Desk.PHONE, Desk.WIDE)) {
            staf.page().setViewportSize(width, 740);
            staf.visit("/camunda/app/tasklist/default/");
            assertThat(staf.page().getByText("Susun").first()).isVisible();
            staf.picture("tasklist").hasNoBarrier("Tasklist");
            staf.open(task).picture("tasklist-form").hasNoBarrier("the form in Tasklist");
            fits(staf, "Tasklist");
        }
    }

    private Desk desk(Browser browser, String person) {
        return new Desk(browser, port, person, Desk.PHONE);
    }

    private void look(Desk desk, String template, String path) {
        desk.page().setViewportSize(Desk.PHONE, 740);
        var served = desk.visit(path);
        // an error looks well, too
        assertThat(served.ok())
                .as("answered with %d: %s", served.status(), path)
                .isNotEqualTo(template.startsWith("error/"));
        assertThat((Boolean) desk.page().evaluate(OPEN_ROOM_IN_SIGHT))
                .as("the open room of %s is in sight", path)
                .isTrue();
        assertThat((List<?>) desk.page().evaluate(OTHER_DAYS, served.text()))
                .as("days of the browser's zone in %s", path)
                .isEmpty();
        shown(desk, template, path);
        speaksEnglish(desk, path);
    }

    /** What is shown now, on a phone first: a wide screen only has more room. */
    private void shown(Desk desk, String template, String what) {
        for (var width : List.of(Desk.PHONE, Desk.WIDE)) {
            desk.page().setViewportSize(width, 740);
            desk.picture("page-" + desk.person().replaceAll("\\d", "") + "-" + template.replace("/", "-"));
            fits(desk, what);
            desk.hasNoBarrier(what, width == Desk.PHONE);
            assertThat((List<?>) desk.page().evaluate(CUT_OR_HIDDEN))
                    .as("cut or hidden in %s at %d px", what, width)
                    .isEmpty();
        }
        desk.speaksForItself(what).isReadInTheDark(what);
        assertThat(desk.faults()).as(what).isEmpty();
        seen.add(template);
    }

    private static void fits(Desk desk, String what) {
        assertThat((Integer) desk.page().evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", what)
                .isLessThanOrEqualTo(desk.page().viewportSize().width);
    }

    /** Nobody who chose English reads the models' own names, which are Indonesian, but in what the trail kept as it was. */
    private void speaksEnglish(Desk desk, String path) {
        var answer = readers.computeIfAbsent(desk.person(), person -> HttpPerson.loggedIn(port, person))
                .page(path + (path.contains("?") ? "&" : "?") + "lang=en");
        var words = answer.body().replaceAll("(?s)<script.*?</script>|<pre.*?</pre>|<!--.*?-->|<[^>]*>", "\n");
        if (!path.equals("/glossary")) {
            assertThat(names()).as("names of models in %s", path).noneMatch(words::contains);
        }
    }

    private static List<String> names() {
        return Models.all().stream()
                .flatMap(model -> Stream.concat(
                        Stream.of(model.process().getName()),
                        model.all(FlowNode.class).map(FlowNode::getName)))
                .filter(name -> name != null && SEVERAL_WORDS.matcher(name).matches())
                .toList();
    }

    private String businessKey(Job job) {
        var process = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        return process == null ? null : process.getBusinessKey();
    }

    private static Set<String> pages() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            var pages = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(EveryPageInBrowserTests::isAPage)
                    .map(file -> TEMPLATES.relativize(file).toString().replace(".html", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            AS_ERROR_404.stream()
                    .filter(page -> !Set.of("error/404", "error/403").contains(page))
                    .forEach(page -> {
                        assertThat(look(page)).isEqualTo(look("error/404"));
                        pages.remove(page);
                    });
            return pages;
        }
    }

    private static boolean isAPage(Path file) {
        return text(file).contains(" :: page(~{");
    }

    private static String look(String template) {
        return text(TEMPLATES.resolve(template + ".html")).replaceAll("error\\.\\w+\\.", "error.");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
