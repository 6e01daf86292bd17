package id.laras.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.laras.HttpPerson;
import id.laras.browser.Browsers;
import id.laras.browser.Desk;
import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.security.Actor;
import id.laras.security.LoginLog;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody tries the demonstration: lets days pass, sits down as others, lets others answer. Leaves it changed for good. */
@ExtendWith(Browsers.class)
abstract class TrialWalk {

    private static final int WIDE = 1400;
    private static final int PHONE = 360;

    /** Dates before the end of a period of two weeks. */
    private static final int DATES = 12;

    @LocalServerPort
    int port;

    @Autowired
    Evaluations evaluations;

    @Autowired
    OpenTasks tasks;

    @Autowired
    Awaited awaited;

    @Autowired
    DemoClock demoClock;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    LoginLog log;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    /** Other contexts of this JVM share the engine's clock. */
    @AfterAll
    static void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void oneWalksThroughAnObjectionPeriodAndLetsTheOthersAnswer(Browser browser) {
        var silent = open("Dian Permatasari");
        assertThat(silent.stage()).isEqualTo(Stage.OBJECTION);
        try (var context = browser.newContext(new Browser.NewContextOptions().setLocale("id-ID"))) {
            var page = context.newPage();
            page.setViewportSize(WIDE, 900);
            page.navigate("http://localhost:" + port + "/login");
            look(page, "trial-login");
            page.getByRole(AriaRole.BUTTON, named("Masuk sebagai staf")).click();
            assertThat(page.locator(".viewer")).containsText("Budi Santoso");
            assertThat(page.locator(".trial-today")).hasText("Demonstrasi, " + said(demoClock.today()));
            look(page, "trial-start");

            var told = "";
            for (var date = 0; date < DATES && !told.contains("keberatan lewat"); date++) {
                var next = page.locator(".trial form[data-about=next]");
                var day = LocalDate.parse(next.locator("input[name=day]").inputValue());
                next.locator("button").click();
                assertThat(page.locator(".trial-today")).hasText("Demonstrasi, " + said(day));
                told = page.locator(".trial-told").textContent();
            }
            assertThat(told).contains("Batas waktu keberatan lewat: hasil");
            assertThat(open("Dian Permatasari").stage()).isGreaterThan(Stage.OBJECTION);
            look(page, "trial-told");

            page.locator("summary", new Page.LocatorOptions().setHasText("Sebagai"))
                    .click();
            look(page, "trial-as");
            var line = page.locator(".trial-menu li button").first();
            var name = line.locator("strong").textContent();
            line.click();
            // the engine of this context has another name than Tasklist's, so that only its script is looked at
            assertThat(page).hasURL(Pattern.compile(".*/tasklist/default/#/\\?task=.+"));
            page.navigate("http://localhost:" + port + "/");
            assertThat(page.locator(".viewer")).containsText(name);
            page.addScriptTag(
                    new Page.AddScriptTagOptions().setUrl("/demo/bar.js").setType("module"));
            assertThat(page.locator(".trial-fixed")).isVisible();

            page.navigate("http://localhost:" + port + "/");
            page.locator("summary", new Page.LocatorOptions().setHasText("Biarkan yang lain"))
                    .click();
            page.getByLabel("Sampai tahap").selectOption(Stage.CALIBRATION.name());
            look(page, "trial-others");
            page.getByRole(AriaRole.BUTTON, named("Jawab")).click();
            assertThat(page.locator(".trial-told")).containsText(Pattern.compile("\\d+ orang menjawab \\d+ tugas"));
            assertThat(tasks.all())
                    .filteredOn(open -> Others.isBefore(open, Stage.CALIBRATION))
                    .extracting(OpenTasks.Open::account)
                    .containsOnly(viewer(page));
            assertThat(tasks.all()).extracting(OpenTasks.Open::step).contains(Step.CALIBRATE_UNIT);
        }
    }

    @Test
    void whatFailsLeavesItsIncidentAndTheBarSaysSo() {
        var due = clock.instant().plus(Duration.ofHours(1));
        var timer = jobs.createJobQuery()
                .timers()
                .withRetriesLeft()
                .listPage(0, 1)
                .get(0)
                .getId();
        database.sql("update ACT_RU_JOB set DUEDATE_ = ?, HANDLER_CFG_ = 'NoSuchActivity' where ID_ = ?")
                .params(Timestamp.from(due), timer)
                .update();

        var told = demoClock.goTo(demoClock.today().plusDays(1));

        assertThat(runtime.createIncidentQuery().configuration(timer).count()).isEqualTo(1);
        assertThat(messages.getMessage(told.get(0), Locale.forLanguageTag("id")))
                .startsWith("Langkah yang gagal: 1.");
    }

    @Test
    void theDayStaysOverARestart() {
        demoClock.goTo(demoClock.today().plusDays(1));
        var day = demoClock.today();
        ClockUtil.reset();

        assertThat(new DemoClock(jobs, null, null, clock).today()).isEqualTo(day);
    }

    @Test
    void whoeverSitsDownAsSomebodyIsInTheLogOfLoginsAsThat() {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        assertThat(person.form("/demo/login", "account=auditor").statusCode()).isEqualTo(302);

        assertThat(person.page("/").body()).contains("class=\"trial\"");
        assertThat(person.get("/camunda/app/tasklist/scripts/config.js").body()).contains("demo/bar.js");
        assertThat(log.own(new Actor("auditor", Set.of(Role.STAFF)), 1))
                .extracting(LoginLog.Entry::way)
                .isEqualTo(List.of(LoginLog.Way.TRIAL));
    }

    @Test
    void timeNeverGoesBack() {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        person.form("/demo/login", "account=staf");
        var today = demoClock.today();

        assertThat(person.form("/demo/clock", "day=" + today).statusCode()).isEqualTo(302);

        assertThat(person.page("/").body()).contains("Waktu hanya maju");
        assertThat(demoClock.today()).isEqualTo(today);
    }

    @Test
    void theBarHasAWordForEverythingInBothLanguages() {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        person.form("/demo/login", "account=staf");

        assertThat(person.page("/demo/bar").body()).contains(">Kalibrasi<").doesNotContain("??");
        assertThat(person.page("/demo/bar?lang=en").body())
                .contains(">Calibration<")
                .doesNotContain("??");
    }

    @Test
    void whoeverPressesTwiceReadsWhatHappened() {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        person.form("/demo/login", "account=staf");
        var day = demoClock.today().plusDays(1);

        person.form("/demo/clock", "day=" + day);
        person.form("/demo/clock", "day=" + day);

        assertThat(demoClock.today()).isEqualTo(day);
        assertThat(person.page("/").body())
                .containsPattern("<li>[^<]+</li>\\s*<li>Demonstrasi sudah sampai " + said(day));
    }

    @Test
    void whoeverLooksAtAnotherAnswersForThemselves() {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        person.form("/demo/login", "account=sdm");

        assertThat(person.page("/evaluations/" + open("Dian Permatasari").id().value())
                        .body())
                .containsPattern("Kecuali Dian Permatasari[^<]* dan Anda");
        assertThat(person.page("/").body()).doesNotContain("dan Anda");
    }

    @Test
    void aTaskThatIsOverIsSaidToBe() {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        person.form("/demo/login", "account=staf");

        assertThat(person.form("/demo/login", "task=over&trialFrom=/account/tokens")
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(leads -> assertThat(leads).endsWith("/account/tokens"));
        assertThat(person.page("/").body()).contains("Tugas itu sudah selesai");
    }

    @Test
    void aDayOfAListIsNoWayBack() {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        person.form("/demo/login", "account=staf");

        assertThat(person.page("/demo/bar?from=2026-01-01").body())
                .contains("name=\"trialFrom\" value=\"/demo/bar?from=2026-01-01\"");
    }

    /** Whose account is closed, or whose password somebody else gave them, is neither let in nor offered. */
    @Test
    void whoCannotLogInIsNotSatDownAs() {
        var line = awaited.besides("staf", null).get(0);
        database.sql("update account set closed = true where name = ?")
                .param(line.account())
                .update();
        try {
            var person = HttpPerson.stranger(port);
            person.get("/login");
            assertThat(person.form("/demo/login", "task=" + line.taskId())
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(leads -> assertThat(leads).endsWith("/login?error"));
            assertThat(awaited.besides("staf", null))
                    .extracting(Awaited.Person::account)
                    .doesNotContain(line.account());
        } finally {
            database.sql("update account set closed = false where name = ?")
                    .param(line.account())
                    .update();
        }
    }

    private String viewer(Page page) {
        return page.locator("body").getAttribute("data-account");
    }

    private Evaluation open(String name) {
        return evaluations.findAll().stream()
                .filter(evaluation -> evaluation.employeeName().contains(name))
                .filter(evaluation -> evaluation.confirmedAt() == null)
                .findFirst()
                .orElseThrow();
    }

    private static Page.GetByRoleOptions named(String button) {
        return new Page.GetByRoleOptions().setName(button).setExact(true);
    }

    private static String said(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.forLanguageTag("id"))
                .format(day);
    }

    /** Pictures for people to judge, and nothing reaches over an edge. */
    private static void look(Page page, String name) {
        for (var width : List.of(PHONE, WIDE)) {
            page.setViewportSize(width, width == PHONE ? 740 : 900);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + "-" + width + ".png")));
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                    .as("pixels over the edge of %s at %d", name, width)
                    .isLessThanOrEqualTo(0);
        }
        Desk.hasNoBarrier(page, name);
    }
}
