package id.laras.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Stage;
import id.laras.security.Actor;
import id.laras.security.LoginLog;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody tries the demonstration: lets days pass, sits down as others, lets others answer. Leaves it changed for good. */
abstract class TrialWalk {

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
    void oneWalksThroughAnObjectionPeriodAndLetsTheOthersAnswer() {
        assertThat(open("Dian Permatasari").stage()).isEqualTo(Stage.OBJECTION);
        var person = enter("account=staf");
        var told = "";
        for (var date = 0; date < DATES && !told.contains("keberatan lewat"); date++) {
            person.form("/demo/clock", "day=" + demoClock.next().orElseThrow().day());
            told = person.page("/").body();
        }
        assertThat(told).contains("Batas waktu keberatan lewat: hasil");
        assertThat(open("Dian Permatasari").stage()).isGreaterThan(Stage.OBJECTION);

        var awaitedFirst = awaited.besides("staf", null).shown().get(0);
        assertThat(leads(person.form("/demo/login", "task=" + awaitedFirst.taskId())))
                .endsWith("/camunda/app/tasklist/default/#/?task=" + awaitedFirst.taskId());
        assertThat(person.page("/").body()).contains("data-account=\"" + awaitedFirst.account() + "\"");

        person.form("/demo/others", "watched=staf&until=CALIBRATION");
        assertThat(person.page("/").body()).containsPattern("\\d+ orang menjawab \\d+ tugas");
        assertThat(tasks.all())
                .filteredOn(open -> Others.isBefore(open, Stage.CALIBRATION))
                .extracting(OpenTasks.Open::account)
                .contains(awaitedFirst.account())
                .isSubsetOf("staf", awaitedFirst.account());
        assertThat(tasks.all()).extracting(OpenTasks.Open::step).contains(Step.CALIBRATE_UNIT);
    }

    /** The web answers before the demonstration is filled, and in that time its clock goes through the past. */
    @Test
    void whileItIsBeingFilledTheBarSaysSoAndMovesNothing() {
        var person = enter("account=staf");
        var today = demoClock.today();
        jobs.setProperty("laras.demo", "begun");
        try {
            assertThat(person.page("/demo/bar").body())
                    .contains("Demonstrasi sedang disiapkan", "href=\"/demo/bar\"")
                    .doesNotContain("<form", said(today), "Belum ada yang berubah");

            person.form("/demo/clock", "day=" + today.plusDays(1));
            person.form("/demo/others", "watched=staf&until=CLOSED");
            person.form("/demo/login", "account=kabid");

            assertThat(person.page("/").body())
                    .containsOnlyOnce("Belum ada yang berubah: demonstrasi masih disiapkan")
                    .contains("data-account=\"staf\"");
            assertThat(demoClock.today()).isEqualTo(today);
            var stranger = HttpPerson.stranger(port);
            stranger.get("/login");
            assertThat(leads(stranger.form("/demo/login", "account=staf"))).endsWith("/login");
            assertThat(stranger.page("/login?lang=en").body()).contains("the demonstration is still being prepared");
        } finally {
            jobs.setProperty("laras.demo", "complete");
        }
        assertThat(person.page("/demo/bar").body()).contains("<form", said(today));
    }

    /** The question before what stays answers in a controller's place; the login page stands outside of the frame. */
    @Test
    void everyPageOfSomebodyWhoIsLoggedInHasTheBar() {
        var person = enter("account=sdm").withoutScripts();
        var address = "/hr/lines/evaluations/" + open("Dian Permatasari").id().value() + "/end";

        assertThat(person.form(address, "kind=RETIRED&reason=Pensiun").body())
                .contains("Belum ada yang berubah")
                .containsOnlyOnce("class=\"trial\"");
        assertThat(person.page("/").body()).containsOnlyOnce("class=\"trial\"");
        assertThat(person.page("/no-such-page").body()).containsOnlyOnce("class=\"trial\"");
        assertThat(person.page("/login").body()).containsOnlyOnce("class=\"trial\"");
        assertThat(HttpPerson.stranger(port).page("/login").body()).doesNotContain("class=\"trial\"");
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
        var person = enter("account=auditor");

        assertThat(person.page("/").body()).contains("class=\"trial\"");
        assertThat(person.get("/camunda/app/tasklist/scripts/config.js").body()).contains("demo/bar.js");
        assertThat(log.own(new Actor("auditor", Set.of(Role.STAFF)), 1))
                .extracting(LoginLog.Entry::way)
                .isEqualTo(List.of(LoginLog.Way.TRIAL));
    }

    @Test
    void timeNeverGoesBack() {
        var person = enter("account=staf");
        var today = demoClock.today();

        assertThat(person.form("/demo/clock", "day=" + today).statusCode()).isEqualTo(302);

        assertThat(person.page("/").body()).contains("Waktu hanya maju");
        assertThat(demoClock.today()).isEqualTo(today);
    }

    @Test
    void theBarHasAWordForEverythingInBothLanguages() {
        var person = enter("account=staf");

        assertThat(person.page("/demo/bar").body()).contains(">Kalibrasi<").doesNotContain("??");
        assertThat(person.page("/demo/bar?lang=en").body())
                .contains(">Calibration<")
                .doesNotContain("??");
    }

    @Test
    void whoeverPressesTwiceReadsWhatHappened() {
        var person = enter("account=staf");
        var day = demoClock.today().plusDays(1);

        person.form("/demo/clock", "day=" + day);
        person.form("/demo/clock", "day=" + day);

        assertThat(demoClock.today()).isEqualTo(day);
        assertThat(person.page("/").body())
                .containsPattern("<li>[^<]+</li>\\s*<li>Demonstrasi sudah sampai " + said(day));
    }

    @Test
    void whoeverLooksAtAnotherAnswersForThemselves() {
        var person = enter("account=sdm");

        assertThat(person.page("/evaluations/" + open("Dian Permatasari").id().value())
                        .body())
                .containsPattern("Kecuali Dian Permatasari[^<]* dan Anda");
        assertThat(person.page("/").body()).doesNotContain("dan Anda");
    }

    @Test
    void aTaskThatIsOverIsSaidToBe() {
        var person = enter("account=staf");

        assertThat(leads(person.form("/demo/login", "task=over&trialFrom=/account/tokens")))
                .endsWith("/account/tokens");
        assertThat(person.page("/").body()).contains("Tugas itu sudah selesai");
    }

    @Test
    void aDayOfAListIsNoWayBack() {
        var person = enter("account=staf");

        assertThat(person.page("/demo/bar?from=2026-01-01").body())
                .contains("name=\"trialFrom\" value=\"/demo/bar?from=2026-01-01\"");
    }

    /** Whose account is closed, or whose password somebody else gave them, is neither let in nor offered. */
    @ParameterizedTest
    @ValueSource(strings = {"closed", "must_change"})
    void whoCannotLogInIsNotSatDownAs(String why) {
        var line = awaited.besides("staf", null).shown().get(0);
        is(why, true, line.account());
        is(why, true, "auditor");
        try {
            var person = HttpPerson.stranger(port);
            assertThat(person.page("/login").body()).contains("value=\"staf\"").doesNotContain("value=\"auditor\"");
            for (var who : List.of("task=" + line.taskId(), "account=auditor")) {
                assertThat(leads(person.form("/demo/login", who))).endsWith("/login");
                assertThat(person.page("/login").body()).contains("tidak dapat masuk dengan satu klik");
                assertThat(leads(person.page("/"))).endsWith("/login");
            }
            assertThat(awaited.besides("staf", null).shown())
                    .extracting(Awaited.Person::account)
                    .doesNotContain(line.account());
        } finally {
            is(why, false, line.account());
            is(why, false, "auditor");
        }
    }

    private void is(String what, boolean so, String account) {
        database.sql("update account set " + what + " = ? where name = ?")
                .params(so, account)
                .update();
    }

    private HttpPerson enter(String who) {
        var person = HttpPerson.stranger(port);
        person.get("/login");
        assertThat(person.form("/demo/login", who).statusCode()).isEqualTo(302);
        return person;
    }

    private static String leads(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private Evaluation open(String name) {
        return evaluations.findAll().stream()
                .filter(evaluation -> evaluation.employeeName().contains(name))
                .filter(evaluation -> evaluation.confirmedAt() == null)
                .findFirst()
                .orElseThrow();
    }

    private static String said(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.forLanguageTag("id"))
                .format(day);
    }
}
