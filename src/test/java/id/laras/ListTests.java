package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.cycle.Cycle;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Town;
import id.laras.rules.Pages;
import id.laras.security.AccountService;
import id.laras.security.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list of the pages that grows with people or years: a page of it at most, and no question more for more rows. */
@LarasTest
@Tag("database")
@Tag("walk")
class ListTests {

    /** More than a page: of fewer rows nobody need ask how many there are. */
    private static final int FEW = Pages.SIZE + 1;

    private static final int MANY = 2 * Pages.SIZE;
    private static final Pattern CARD = Pattern.compile("class=\"card\"");
    private static final Pattern ROW = Pattern.compile("<tr\\b");

    @Autowired
    Town town;

    @Autowired
    TestPeople people;

    @Autowired
    AccountService accounts;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    private Town.Organisation own;
    private Cycle cycle;
    private String id;

    @BeforeEach
    void open() {
        own = town.organisation();
        cycle = town.cycle(own, Scheme.QUADRANT);
        id = town.openForStaf(own, cycle);
        town.letIn(own, TestPeople.PASSWORD);
    }

    /** What was written without the application would trouble other tests. */
    @AfterEach
    void clear() {
        marked().delete();
    }

    private MarkedRows marked() {
        return new MarkedRows(database, mark());
    }

    private String mark() {
        return "L" + own.number();
    }

    @Test
    void thoseWhomOneJudges() {
        var page = holds(own.supervisor(), "/evaluations", "page", () -> evaluations(own.supervisor()));

        assertThat(page.get("/evaluations?name=rakyat+02").body())
                .contains("Rakyat 02")
                .doesNotContain("Rakyat 03");
        assertThat(page.get("/evaluations?name=nobody").body())
                .contains("Tidak ada")
                .doesNotContain("??");
        assertThat(page.get("/evaluations?page=2").body()).contains("Rakyat 069");
        assertThat(page.get("/evaluations?page=-1").body()).contains("Rakyat 001");
    }

    @Test
    void evaluationsWhoseSuperiorChanged() {
        holds(own.hr(), "/hr/lines", "page", () -> evaluations("lain"));
    }

    @Test
    void peopleWhoAreAway() {
        var hr = holds(
                own.hr(),
                "/hr/lines",
                "away",
                () -> rows("insert into absence (id, employee_nip, kind, from_day, recorded_at, version)"
                        + " values (concat(:mark, :n), '" + own.nip(5)
                        + "', 'MOVED', current_date, current_timestamp, 0)"));

        assertThat(hr.get("/hr/lines?away=2&moves=1&page=1").body())
                .as("turning the pages of one list leaves the others as they are")
                .contains("/hr/lines?moves=1&amp;page=1&amp;away=1#absen");
        var refused = hr.form("/hr/lines/absences", "nip=999&_back=%2Fhr%2Flines%3Faway%3D2%26moves%3D1");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .as("and so does what is refused")
                .contains("/hr/lines?moves=1&amp;away=1#absen", "value=\"/hr/lines?away=2&amp;moves=1\"");
    }

    /** What an address says of the list is text: it is neither run by the template nor does it lead to somebody else's page. */
    @Test
    void theWayBackToAListRunsNothingAndLeadsNowhereElse() {
        var hr = HttpPerson.loggedIn(port, own.hr());
        var list = "/hr/lines";
        var page = list + "/evaluations/" + id + "?_back=";
        var asked = list + "?name=(b)__${7*7}__${7*7}*{7*7}[[${7*7}]]~{pieces :: back}{c}&a=%0d%0ab#d";
        var shown = asked.replace("&", "&amp;");
        assertThat(hr.get(page + encoded(asked)).body())
                .contains("<a href=\"" + shown + "\"", "name=\"_back\" value=\"" + shown + "\"");
        for (var away : List.of(
                "https://example.com" + list + "?x=y",
                "//example.com" + list + "?x=y",
                "javascript:alert(1)//" + list + "?x=y",
                "/\\example.com?x=y",
                list + "/../../logout?x=y",
                list + "\"><script>?x=y",
                "__${7*7}__")) {
            assertThat(hr.get(page + encoded(away)).body())
                    .as(away)
                    .contains("class=\"breadcrumb\"><a href=\"" + list + "\"")
                    .doesNotContain("\"><script>?x");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void evaluationsAndPeopleThatMayBeErased() {
        holds(own.hr(), "/hr/retention", "cycles", () -> {
            rows("insert into cycle (id, name, scheme, first_day, last_day, targets_due, check_in_months,"
                    + " assessment_opens, feedback_closes, assessment_due, calibration_due, version)"
                    + " select concat(:mark, :n), concat('Lama ', :mark, :n), scheme, date '2001-01-01',"
                    + " date '2001-12-31', targets_due, check_in_months, assessment_opens, feedback_closes,"
                    + " assessment_due, calibration_due, 0 from cycle where id = '" + cycle.id() + "'");
            rows("insert into evaluation (id, cycle_id, employee_nip, employee, employee_name, position, unit_code,"
                    + " unit_name, supervisor, supervisor_name, stage, version) values (concat(:mark, :n),"
                    + " concat(:mark, :n), :n, concat('lama', :n), 'Lama', 'Analis', 'X', 'X', 'x', 'X', 'CLOSED', 0)");
        });
        clear();
        holds(
                own.hr(),
                "/hr/retention",
                "people",
                () -> rows("insert into employee (nip, name, position, position_kind, unit_code, account, ended_on,"
                        + " version) values (concat(:mark, :n), 'Lama', 'Analis', 'JA', 'B" + own.number()
                        + "', concat(:mark, :n), date '2001-01-01', 0)"));
    }

    @Test
    void incidentsForHrAndForHrOfAUnit() {
        accounts.grantUnits(own.peer(), Set.of("U" + own.number()));
        for (var reader : List.of(own.hr(), own.peer())) {
            holds(
                    reader,
                    "/hr/incidents",
                    "page",
                    () -> rows(
                            "insert into ACT_RU_INCIDENT (ID_, REV_, INCIDENT_TIMESTAMP_, INCIDENT_TYPE_, EXECUTION_ID_,"
                                    + " ACTIVITY_ID_, PROC_INST_ID_, PROC_DEF_ID_, CAUSE_INCIDENT_ID_, ROOT_CAUSE_INCIDENT_ID_)"
                                    + " select concat(:mark, :n), 1, current_timestamp, 'failedJob', ID_, 'StartEvent_Opened',"
                                    + " ID_, PROC_DEF_ID_, concat(:mark, :n), concat(:mark, :n) from ACT_RU_EXECUTION"
                                    + " where BUSINESS_KEY_ = '" + id + "' and ID_ = ROOT_PROC_INST_ID_"));
            clear();
        }
    }

    @Test
    void tasksThatNobodyCanDo() {
        database.sql("update employee set ended_on = date '2001-01-01' where account = ?")
                .param(own.staf())
                .update();
        holds(
                own.hr(),
                "/hr/tasks",
                "page",
                () -> rows(
                        "insert into ACT_RU_TASK (ID_, REV_, NAME_, PROC_INST_ID_, EXECUTION_ID_, PROC_DEF_ID_, TASK_DEF_KEY_,"
                                + " ASSIGNEE_, SUSPENSION_STATE_) select concat(:mark, :n), 1, 'Massal', PROC_INST_ID_, EXECUTION_ID_,"
                                + " PROC_DEF_ID_, TASK_DEF_KEY_, ASSIGNEE_, 1 from ACT_RU_TASK where ASSIGNEE_ = '"
                                + own.staf()
                                + "' and ID_ not like concat(:mark, '%')"));
    }

    @Test
    void accountsAndTokens() {
        people.account("uji-admin", Role.ADMIN);
        holds("uji-admin", "/admin/accounts?search=Massal", "page", this::accounts);
        holds(
                "uji-admin",
                "/admin/tokens",
                "page",
                () -> rows("insert into api_token (id, account_name, name, hash, created_at, expires_at, version)"
                        + " values (concat(:mark, :n), concat(:mark, :n), 'Uji', concat(:mark, :n), current_timestamp,"
                        + " timestamp '2090-01-01 00:00:00', 0)"));
        assertThat(HttpPerson.loggedIn(port, "uji-admin")
                        .form("/admin/tokens/tidak-ada/revoke", "_back=/admin/tokens?page=2")
                        .body())
                .as("whatever becomes of a deed, one stays on the page")
                .contains("Halaman 2 dari");
    }

    @Test
    void substitutesOfEverybody() {
        until = MANY;
        accounts();
        holds(own.hr(), "/hr/substitutes", "page", () -> {
            rows("insert into substitution (id, person, substitute, first_day, last_day, named_by, named_at,"
                    + " version) values (concat(:mark, :n), concat(:mark, :n), '" + own.staf()
                    + "', date '2090-01-01', date '2090-01-02', concat(:mark, :n), current_timestamp, 0)");
            rows("insert into substitution_kind (substitution_id, kind) values (concat(:mark, :n), 'TARGETS')");
        });

        var machine = HttpPerson.loggedIn(port, own.hr());
        var first = machine.get("/api/hr/substitutions");
        var total = Long.parseLong(first.headers().firstValue("X-Total-Count").orElseThrow());
        var pages = (total + Pages.SIZE - 1) / Pages.SIZE;
        assertThat(total).isGreaterThanOrEqualTo(MANY);
        assertThat(HttpPerson.parse(first.body())).hasSize(Pages.SIZE);
        assertThat(first.headers().firstValue("Link")).contains("</api/hr/substitutions?page=2>; rel=\"next\"");
        for (var number : List.of(pages, 2147483647L)) {
            var last = machine.get("/api/hr/substitutions?page=" + number);
            assertThat(last.headers().firstValue("X-Total-Count")).contains(String.valueOf(total));
            assertThat(last.headers().firstValue("Link"))
                    .contains("</api/hr/substitutions?page=" + (pages - 1) + ">; rel=\"prev\"");
            assertThat(HttpPerson.parse(last.body())).isNotEmpty();
        }
    }

    @Test
    void cyclesByTheirCountsToo() {
        var hr = holds(
                own.hr(),
                "/hr/cycles",
                "page",
                () -> rows("insert into cycle (id, name, scheme, first_day, last_day, targets_due, check_in_months,"
                        + " assessment_opens, feedback_closes, assessment_due, calibration_due, version)"
                        + " select concat(:mark, :n), concat('Lama ', :mark, :n), scheme, date '2001-01-01',"
                        + " date '2001-12-31', targets_due, check_in_months, assessment_opens, feedback_closes,"
                        + " assessment_due, calibration_due, 0 from cycle where id = '" + cycle.id() + "'"));
        rows("insert into evaluation (id, cycle_id, employee_nip, employee, employee_name, position, unit_code,"
                + " unit_name, supervisor, supervisor_name, stage, version) values (concat(:mark, :n),"
                + " concat(:mark, '042'), :n, concat('lama', :n), 'Lama', 'Analis', 'X', 'X', 'x', 'X', 'CLOSED', 0)");
        var path = "/hr/cycles?name=LAMA+" + mark();
        assertThat(hr.get(path + "&order=closed").body())
                .containsSubsequence("Lama " + mark() + "042", ">100<", ">100<", "Lama " + mark() + "000");
        assertThat(hr.get(path + "&order=name&down=true").body())
                .containsSubsequence("Lama " + mark() + "099", "Lama " + mark() + "098")
                .doesNotContain("Lama " + mark() + "049");
        assertThat(hr.get(path + "&scheme=NUMERIC").body()).contains("Tidak ada yang cocok");
    }

    @Test
    void thoseWhomAnOpeningSkipped() {
        holds(
                own.hr(),
                "/hr/cycles/" + cycle.id(),
                "page",
                () -> rows("insert into opening_skip (id, opening_id, employee_nip, employee_name, unit_name, reason,"
                        + " version) select concat(:mark, :n), id, :n, 'Lama', 'Unit', 'LEFT', 0 from opening"
                        + " where cycle_id = '" + cycle.id() + "'"));
    }

    @Test
    void whomAChangeOfTheCycleTouches() {
        holds(
                own.hr(),
                "/hr/cycles/" + cycle.id() + "/change?targetsDue=" + cycle.targetsDue() + "&assessmentDue="
                        + cycle.assessmentDue().plusDays(1),
                "page",
                () -> evaluations(own.supervisor()));
    }

    /** It was cut at 200 over all cycles before those of one were looked at. */
    @Test
    void everybodyWhoIsLateInTheCycleAmongAsManyInAnother() {
        until = 210;
        database.sql("insert into cycle (id, name, scheme, first_day, last_day, targets_due, check_in_months,"
                        + " assessment_opens, feedback_closes, assessment_due, calibration_due, version)"
                        + " select :other, :other, scheme, first_day, last_day, targets_due, check_in_months,"
                        + " assessment_opens, feedback_closes, assessment_due, calibration_due, 0 from cycle"
                        + " where id = :cycle")
                .param("other", mark() + "other")
                .param("cycle", cycle.id())
                .update();
        evaluationsOf(mark() + "other", own.supervisor());
        late("2001-02-03");
        var before = until;
        var path = "/hr/evaluations?cycle=" + cycle.id();
        var page = HttpPerson.loggedIn(port, own.hr());
        assertThat(page.get(path).body())
                .doesNotContain("id=\"terlambat\"")
                .as("nobody who is late elsewhere is forgotten")
                .contains("/hr/evaluations?cycle=" + mark() + "other&amp;", mark() + "other (210)");
        assertThat(page.get(path + "&name=rakyat+20").body())
                .contains("name=rakyat%2020#terlambat", mark() + "other (10)");

        from = before;
        until = before + 230;
        evaluations(own.supervisor());
        late("2002-03-04");
        assertThat(page.get(path).body()).contains("Terlambat (230)", "Rakyat 2", "late=2#terlambat");
        assertThat(page.get(path + "&late-order=employee&late=23").body())
                .contains("Rakyat 439")
                .doesNotContain("Rakyat 429<");
        assertThat(page.get(path + "&late-order=employee&late-down=true").body())
                .contains("Rakyat 439");
        assertThat(page.get(path + "&name=rakyat+43").body()).contains("Terlambat (10)");
        assertThat(page.get(path + "&stage=OBJECTION").body()).doesNotContain("id=\"terlambat\"");
        assertThat(page.get(path + "&unit=anders").body()).doesNotContain("id=\"terlambat\"");
        assertThat(page.get(path + "&unit=B" + own.number()).body()).contains("Terlambat (230)");

        var file = page.get(path + "&late=3&export=late");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"terlambat-");
        assertThat(file.body().lines()).hasSize(231).last().asString().contains("Rakyat 439", "2002-03-04");
        assertThat(exported(own.hr())).endsWith("\"rows\":230}").contains("/hr/evaluations", "late=3");
    }

    @Test
    void lateStepsInPages() {
        holds(own.hr(), "/hr/evaluations?cycle=" + cycle.id(), "late", () -> {
            evaluations("lain");
            late("2001-02-03");
        });
    }

    @Test
    void evaluationsThatSomebodySearches() {
        var auditor = people.account("uji-auditor", Role.AUDITOR);
        holds(own.hr(), "/hr/evaluations?cycle=" + cycle.id(), "page", () -> evaluations("lain"));
        clear();
        var path = "/audit/evaluations?text=Rakyat&cycle=" + cycle.id();
        var page = holds(auditor, path, "page", () -> evaluations("lain"));
        assertThat(page.get(path + "&order=employee&down=true").body())
                .containsSubsequence("Rakyat 099", "Rakyat 051")
                .doesNotContain("Rakyat 049");
        assertThat(page.get(path + "&lang=en").body())
                .as("another language asks the same")
                .contains("?text=Rakyat&amp;cycle=" + cycle.id() + "&amp;lang=id\"");
        var file = page.get(path + "&export=csv").body();
        assertThat(file.lines()).hasSize(101);
        assertThat(exported(auditor)).endsWith("\"rows\":100}").contains("text=Rakyat");
        assertThat(page.get("/audit/evaluations?text=Rakyat&page=2").body()).contains("rel=\"prev\"");
    }

    @Test
    void aFileOfOnesPeopleHoldsThemAllAndNoNip() {
        until = MANY;
        evaluations(own.supervisor());
        var file = HttpPerson.loggedIn(port, own.supervisor())
                .get("/evaluations?export=csv")
                .body();
        assertThat(file).contains("Rakyat 000", "Rakyat 099").doesNotContain("NIP");
        assertThat(exported(own.supervisor())).contains("\"path\":\"/evaluations\"");
    }

    @Test
    void aFileOfAccountsIsNotedAndNarrowed() {
        until = MANY;
        accounts();
        var admin = HttpPerson.loggedIn(port, people.account("uji-admin", Role.ADMIN));
        var path = "/admin/accounts?search=" + mark();
        assertThat(admin.get(path + "&export=csv").body().lines()).hasSize(MANY + 1);
        assertThat(exported("uji-admin")).contains("search=" + mark()).endsWith("\"rows\":100}");
        assertThat(admin.get(path + "&role=AUDITOR").body()).contains("Tidak ada");
        assertThat(admin.get(path + "&state=CLOSED").body()).contains("Tidak ada");
        assertThat(admin.get(path + "&role=UNIT_HR&state=OPEN").body()).contains("seluruhnya 100");
        assertThat(HttpPerson.loggedIn(port, own.staf())
                        .get(path + "&export=csv")
                        .statusCode())
                .isEqualTo(403);
    }

    /** The details of the last file that somebody took. */
    private String exported(String account) {
        return database.sql("select answer from trail_entry where what = 'list.exported' and actor = ? and"
                        + " subject = 'deeds' order by recorded_at desc, id desc limit 1")
                .param(account)
                .query(String.class)
                .single();
    }

    private void late(String day) {
        marked().ratings(id, own.supervisor(), day, from, until);
    }

    /** They are cards and no rows of a table. */
    @Test
    void importsThatWaitForASecondPerson() {
        var page = HttpPerson.loggedIn(port, own.hr());
        var statements = new Statements(database);
        from = 0;
        until = FEW;
        waiting();
        page.get("/hr/people/waiting");
        var few = statements.during(() -> page.get("/hr/people/waiting"));
        from = FEW;
        until = MANY;
        waiting();
        assertThat(statements.during(() -> page.get("/hr/people/waiting"))).isEqualTo(few);
        var body = page.get("/hr/people/waiting").body();
        assertThat(body).contains("rel=\"next\"", "page=2#").doesNotContain("??");
        assertThat(CARD.matcher(body).results().count()).isEqualTo(Pages.SIZE);
        assertThat(page.get("/hr/people/waiting?page=2147483647").body())
                .containsPattern("Halaman ([0-9]+) dari \\1\\b")
                .contains("rel=\"prev\"", "class=\"card\"");
    }

    private void waiting() {
        rows("insert into waiting_import (id, asked_by, asked_at, file_names, content) values (concat(:mark, :n),"
                + " concat(:mark, :n), current_timestamp, '[]', '{}')");
    }

    private void evaluations(String supervisor) {
        evaluationsOf(cycle.id(), supervisor);
    }

    private void evaluationsOf(String cycle, String supervisor) {
        rows("insert into evaluation (id, cycle_id, employee_nip, employee, employee_name, position, unit_code,"
                + " unit_name, supervisor, supervisor_name, stage, version) values (concat(:mark, :n), '" + cycle
                + "', :n, concat('r', :n), concat('Rakyat ', :n), 'Analis', 'B" + own.number() + "', 'Bidang', '"
                + supervisor + "', 'Penilai', 'MONITORING', 0)");
    }

    private void accounts() {
        rows("insert into account (name, display_name, version) values (concat(:mark, :n), 'Massal', 0)");
        rows("insert into account_role (account_name, role) values (concat(:mark, :n), 'UNIT_HR')");
        rows("insert into account_unit (account_name, unit_code) values (concat(:mark, :n), 'B" + own.number() + "')");
    }

    private int from;
    private int until;

    /** Writes the rows that are still missing. */
    private void rows(String insert) {
        marked().insert(insert, from, until);
    }

    /** @param parameter with which the number of the page is asked for */
    private HttpPerson holds(String reader, String path, String parameter, Runnable grow) {
        var page = HttpPerson.loggedIn(port, reader);
        var statements = new Statements(database);
        from = 0;
        until = FEW;
        grow.run();
        page.get(path);
        var few = statements.during(() -> page.get(path));
        from = FEW;
        until = MANY;
        grow.run();
        var many = statements.during(() -> page.get(path));
        assertThat(page.get(path).statusCode()).isEqualTo(200);
        assertThat(many).as(path).isEqualTo(few);

        var body = page.get(path).body();
        assertThat(body)
                .contains("seluruhnya", "rel=\"next\"", parameter + "=2#")
                .doesNotContain("??");
        for (var table : body.split("<tbody>")) {
            assertThat(ROW.matcher(table.split("</tbody>")[0]).results().count())
                    .isLessThanOrEqualTo(Pages.SIZE);
        }
        assertThat(page.get(path + (path.contains("?") ? "&" : "?") + parameter + "=2")
                        .body())
                .contains("rel=\"prev\"");
        var last = page.get(path + (path.contains("?") ? "&" : "?") + parameter + "=2147483647");
        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(last.body())
                .as("%s beyond its end is its last page", path)
                .containsPattern("Halaman ([0-9]+) dari \\1\\b")
                .contains("rel=\"prev\"", "<tbody>");
        from = 0;
        until = MANY;
        return page;
    }
}
