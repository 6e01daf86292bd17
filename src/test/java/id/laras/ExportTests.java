package id.laras;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.cycle.Cycle;
import id.laras.cycle.Scheme;
import id.laras.lifecycle.Town;
import id.laras.rules.ListQuery;
import id.laras.security.Role;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every file of a list: its name and kind, its head in the language of the page, all rows of all pages, only what was asked
 * for, and no cell that runs.
 */
@LarasTest
@Tag("database")
@Tag("walk")
class ExportTests {

    /** More than a page of any list. */
    private static final int MANY = 60;

    /** Of a trail, as many as are read at once; more than the server holds back before it sends. */
    private static final int PART = 200;

    /** What a spreadsheet would run, as a name. */
    private static final String HOSTILE = "=Rumus";

    @Autowired
    Town town;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient database;

    @Autowired
    List<RequestMappingHandlerMapping> handlers;

    @LocalServerPort
    int port;

    private Town.Organisation own;
    private Cycle cycle;
    private String mark;
    private String meeting;
    private String evaluation;

    /**
     * One file.
     *
     * @param asked   narrows it to the rows of this test
     * @param less    narrows it to less than a page
     * @param rows    how many there are, or null where every reading adds one
     * @param hostile whether a cell of it begins as a formula
     */
    private record File(
            String path,
            String asked,
            String less,
            String export,
            String name,
            String head,
            String englishHead,
            Integer rows,
            boolean hostile,
            String reader) {}

    /** The files of each handler; one that is not here fails {@link #everyFileOfAListIsHere}. */
    private Map<String, List<File>> files() {
        var auditor = people.account("uji-auditor", Role.AUDITOR);
        var admin = people.account("uji-admin", Role.ADMIN);
        var ofCycle = "cycle=" + cycle.id() + "&name=Rumus";
        return Map.ofEntries(
                entry(
                        "/audit/evaluations",
                        List.of(new File(
                                "/audit/evaluations",
                                "cycle=" + cycle.id() + "&text=Rumus",
                                "stage=CLOSED",
                                "csv",
                                "penilaian",
                                "Pegawai;NIP;Unit kerja;",
                                "Employee;NIP;",
                                MANY,
                                true,
                                auditor))),
                entry(
                        "/audit/evaluations/{id}",
                        List.of(new File(
                                "/audit/evaluations/" + evaluation,
                                "text=uji.baris",
                                "until=2001-01-01",
                                "csv",
                                "jejak",
                                "Waktu;Jenis;",
                                "Time;Kind;",
                                MANY,
                                true,
                                auditor))),
                entry(
                        "/audit/calibrations/{id}",
                        List.of(new File(
                                "/audit/calibrations/" + meeting,
                                "text=uji.baris",
                                "until=2001-01-01",
                                "csv",
                                "jejak-rapat",
                                "Waktu;Jenis;",
                                "Time;Kind;",
                                MANY,
                                true,
                                auditor))),
                entry(
                        "/audit/deeds",
                        List.of(new File(
                                "/audit/deeds",
                                "",
                                "until=2001-01-01",
                                "csv",
                                "tindakan",
                                "Waktu;Jenis;",
                                "Time;Kind;",
                                null,
                                false,
                                auditor))),
                entry(
                        "/evaluations",
                        List.of(new File(
                                "/evaluations",
                                ofCycle,
                                "stage=CLOSED",
                                "csv",
                                "pegawai-saya",
                                "Pegawai;Jabatan;",
                                "Employee;Position;",
                                MANY,
                                true,
                                own.supervisor()))),
                entry(
                        "/hr/evaluations",
                        List.of(
                                new File(
                                        "/hr/evaluations",
                                        ofCycle,
                                        "stage=CLOSED",
                                        "csv",
                                        "penilaian",
                                        "Pegawai;NIP;Jabatan;",
                                        "Employee;NIP;Position;",
                                        MANY,
                                        true,
                                        own.hr()),
                                new File(
                                        "/hr/evaluations",
                                        ofCycle,
                                        "stage=CLOSED",
                                        "late",
                                        "terlambat",
                                        "Pegawai;NIP;Unit kerja;Langkah;",
                                        "Employee;NIP;",
                                        MANY,
                                        true,
                                        own.hr()))),
                entry(
                        "/hr/cycles",
                        List.of(new File(
                                "/hr/cycles",
                                "name=" + mark,
                                "scheme=NUMERIC",
                                "csv",
                                "siklus",
                                "Siklus;Jenis penilaian;",
                                "Cycle;",
                                MANY,
                                true,
                                own.hr()))),
                entry(
                        "/admin/accounts",
                        List.of(new File(
                                "/admin/accounts",
                                "search=" + mark,
                                "role=AUDITOR",
                                "csv",
                                "akun",
                                "Akun;Nama lengkap;",
                                "Account;",
                                MANY,
                                true,
                                admin))),
                entry(
                        "/admin/logins",
                        List.of(new File(
                                "/admin/logins",
                                "account=" + mark,
                                "until=2001-01-01",
                                "csv",
                                "catatan-masuk",
                                "Waktu;",
                                "Time;",
                                MANY,
                                true,
                                admin))));
    }

    @BeforeEach
    void open() {
        own = town.organisation();
        cycle = town.cycle(own, Scheme.QUADRANT);
        evaluation = town.openForStaf(own, cycle);
        town.letIn(own, TestPeople.PASSWORD);
        mark = "x" + UUID.randomUUID().toString().substring(0, 8);
        meeting = mark + "rapat";
    }

    /** More than a page of everything. */
    private void fill() {
        rows("insert into account (name, display_name, version) values (concat(:mark, :n), '" + HOSTILE + "', 0)");
        rows("insert into evaluation (id, cycle_id, employee_nip, employee, employee_name, position, unit_code,"
                + " unit_name, supervisor, supervisor_name, stage, version) values (concat(:mark, :n), '" + cycle.id()
                + "', :n, concat(:mark, :n), concat('" + HOSTILE + " ', :n), 'Analis', 'B" + own.number()
                + "', 'Bidang', '" + own.supervisor() + "', 'Penilai', 'MONITORING', 0)");
        marked().ratings(evaluation, own.supervisor(), "2001-02-03", 0, MANY);
        rows("insert into cycle (id, name, scheme, first_day, last_day, targets_due, check_in_months,"
                + " assessment_opens, feedback_closes, assessment_due, calibration_due, version)"
                + " select concat(:mark, :n), concat('" + HOSTILE + " ', :mark, :n), scheme, date '1901-01-01',"
                + " date '1901-12-31', targets_due, check_in_months, assessment_opens, feedback_closes,"
                + " assessment_due, calibration_due, 0 from cycle where id = '" + cycle.id() + "'");
        rows("insert into login_entry (id, recorded_at, account, address, way, outcome) values (concat(:mark, :n),"
                + " current_timestamp, :mark, '" + HOSTILE + "', 'FORM', 'WRONG')");
        database.sql("insert into calibration (id, cycle_id, unit_code, unit_name, state, opened_at, summoned, version)"
                        + " values (:id, :cycle, :mark, 'Unit', 'CLOSED', current_timestamp, false, 0)")
                .param("id", meeting)
                .param("cycle", cycle.id())
                .param("mark", mark)
                .update();
        for (var subject : List.of(evaluation, meeting)) {
            rows("insert into trail_entry (id, subject, recorded_at, actor, kind, what, confidential) values"
                    + " (next value for trail_entry_seq, '" + subject
                    + "', current_timestamp, concat(:mark, :n), 'EVENT', concat('uji.baris.', :n), false)");
        }
        rows("insert into trail_entry (id, subject, recorded_at, actor, kind, what, confidential) values"
                + " (next value for trail_entry_seq, 'deeds', timestamp '2001-02-03 10:00:00', concat(:mark, :n),"
                + " 'EVENT', concat('uji.baris.', :n), false)");
    }

    /** What was written without the application would trouble other tests; trail and log of logins are kept by the database. */
    @AfterEach
    void clear() {
        marked().delete();
    }

    private void rows(String insert) {
        marked().insert(insert, 0, MANY);
    }

    private MarkedRows marked() {
        return new MarkedRows(database, mark);
    }

    @Test
    void everyFileOfAListIsHere() {
        var there = new TreeSet<String>();
        handlers.forEach(mapping -> mapping.getHandlerMethods().keySet().stream()
                .filter(one -> one.getParamsCondition().getExpressions().stream()
                        .anyMatch(parameter -> parameter.getName().equals(ListQuery.EXPORT)))
                .forEach(one -> there.addAll(one.getPatternValues())));
        assertThat(there).isEqualTo(new TreeSet<>(files().keySet()));
    }

    @Test
    void everyFileHoldsAllThatWasAskedForAndNothingThatRuns() {
        fill();
        for (var file : files().values().stream().flatMap(List::stream).toList()) {
            var reader = HttpPerson.loggedIn(port, file.reader);
            var path = file.path + "?" + file.asked + "&page=2&late=2&export=" + file.export;
            var answer = reader.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(path)
                    .hasValueSatisfying(kind -> assertThat(kind).isEqualToIgnoringCase("text/csv;charset=UTF-8"));
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .as(path)
                    .matches("attachment; filename=\"" + file.name + "-\\d{4}-\\d{2}-\\d{2}\\.csv\"");
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
            var lines = answer.body().split("\r\n");
            assertThat(lines[0]).as(path).startsWith("\uFEFF" + file.head);
            if (file.rows == null) {
                assertThat(lines).as(path).hasSizeGreaterThan(MANY);
            } else {
                assertThat(lines).as(path).hasSize(file.rows + 1);
            }
            assertThat(answer.body()).as(path).doesNotContain("??").doesNotContainPattern("(?m)(^|;)\"?=[^\"]");
            if (file.hostile) {
                assertThat(answer.body()).as(path).contains("'" + HOSTILE);
            }

            var less = reader.get(file.path + "?" + file.asked + "&" + file.less + "&export=" + file.export);
            assertThat(less.body().split("\r\n")).as(path).hasSize(1);
            var page = reader.page(file.path + "?" + file.asked + "&lang=en").body();
            assertThat(page).as(path).contains("export=" + file.export).doesNotContain("??");
            assertThat(reader.get(path).body()).as(path).startsWith("\uFEFF" + file.englishHead);
            assertThat(reader.page(file.path + "?" + file.asked + "&tooLong=" + file.export)
                            .body())
                    .as(path)
                    .contains("Too many for one file")
                    .doesNotContain("export=" + file.export + "\"");
            reader.get(file.path + "?lang=id");
        }
    }

    @Test
    void namesAreSortedAlikeOnEveryDatabaseWhateverTheirCapitals() {
        for (var name : List.of("zulkifli", "Ahmad", "ahmad", "Budi", "AHMAD")) {
            database.sql("insert into evaluation (id, cycle_id, employee_nip, employee, employee_name, position,"
                            + " unit_code, unit_name, supervisor, supervisor_name, stage, version) values (:id, :cycle,"
                            + " :nip, 'x', :name, 'Analis', :unit, 'Bidang', :boss, 'Penilai', 'MONITORING', 0)")
                    .param("id", mark + "urut" + name)
                    .param("cycle", cycle.id())
                    .param("nip", name)
                    .param("name", name + " Urut")
                    .param("unit", "B" + own.number())
                    .param("boss", own.supervisor())
                    .update();
        }
        for (var list : List.of(
                new String[] {people.account("uji-auditor", Role.AUDITOR), "/audit/evaluations?text=uRut&"},
                new String[] {own.hr(), "/hr/evaluations?name=uRut&"},
                new String[] {own.supervisor(), "/evaluations?order=employee&name=uRut&"})) {
            var file = HttpPerson.loggedIn(port, list[0])
                    .get(list[1] + "cycle=" + cycle.id() + "&export=csv")
                    .body();
            assertThat(file.lines().skip(1).map(line -> line.split(" ")[0].toLowerCase()))
                    .as(list[1])
                    .containsExactly("ahmad", "ahmad", "ahmad", "budi", "zulkifli");
        }
    }

    /** What fails on the way breaks the connection off: nobody works with half a list that looks whole. */
    @Test
    void aFileThatEndsBeforeItsLastRowDoesNotLookWhole() {
        database.sql("insert into calibration (id, cycle_id, unit_code, unit_name, state, opened_at, summoned, version)"
                        + " values (:id, :cycle, :mark, 'Unit', 'CLOSED', current_timestamp, false, 0)")
                .param("id", meeting)
                .param("cycle", cycle.id())
                .param("mark", mark)
                .update();
        var entry =
                "(next value for trail_entry_seq, :id, timestamp '2001-02-03 10:00:0%d', 'sistem', '%s', 'uji', false)";
        var whole = Stream.generate(() -> entry.formatted(0, "EVENT")).limit(PART);
        // of a kind that no release knows, so that nobody can read it
        var rows = Stream.concat(whole, Stream.of(entry.formatted(1, "RUSAK"))).collect(Collectors.joining(", "));
        database.sql("insert into trail_entry (id, subject, recorded_at, actor, kind, what, confidential) values "
                        + rows)
                .param("id", meeting)
                .update();
        var auditor = HttpPerson.loggedIn(port, people.account("uji-auditor", Role.AUDITOR));
        assertThatThrownBy(() -> auditor.get("/audit/calibrations/" + meeting + "?export=csv"))
                .isInstanceOf(UncheckedIOException.class);
    }
}
