package id.laras.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.TestPeople;
import id.laras.intake.ImportFiles;
import id.laras.intake.ImportTable;
import id.laras.intake.PeopleImport;
import id.laras.intake.SourceFile;
import id.laras.intake.WaitingImports;
import id.laras.lifecycle.Town;
import id.laras.people.AwayAndActing;
import id.laras.people.Employees;
import id.laras.people.PeopleFixture;
import id.laras.people.ReportingLines;
import id.laras.substitution.SubstitutionService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** An organisation in which somebody of HR answers to nobody that they like. */
abstract class ImportAttackScene {

    static final String EMPLOYEES = "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n";

    static final String ACTING = "jenis,unit,kode_jabatan,digantikan_nip,pelaksana_nip,mulai,sampai\n";

    @Autowired
    Town towns;

    @Autowired
    PeopleImport imports;

    @Autowired
    WaitingImports waiting;

    @Autowired
    Employees employees;

    @Autowired
    ReportingLines lines;

    @Autowired
    AwayAndActing offices;

    @Autowired
    SubstitutionService substitutions;

    @Autowired
    AccountService accounts;

    @Autowired
    TestPeople testPeople;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    Town.Organisation people;

    int n;

    LocalDate today;

    @BeforeEach
    void live() {
        people = towns.organisation();
        n = people.number();
        today = LocalDate.now(clock);
    }

    /** What nobody of HR had a hand in: the application itself imported it. */
    void answerToHr(int person) {
        agreed(Map.of(ImportTable.EMPLOYEES, EMPLOYEES + row(person, "H", people.nip(8), "rekan")));
    }

    void agreed(Map<ImportTable, String> tables) {
        assertThat(imports.run(files(tables), null).errors()).isEmpty();
    }

    /** @return how many rows wait */
    int run(Map<ImportTable, String> tables) {
        var report = imports.run(files(tables), people.hr());
        assertThat(report.errors()).isEmpty();
        return report.waiting();
    }

    static ImportFiles files(Map<ImportTable, String> tables) {
        var files = new EnumMap<ImportTable, SourceFile>(ImportTable.class);
        tables.forEach((table, text) -> files.put(table, file(table.id() + ".csv", text)));
        return new ImportFiles(files);
    }

    static SourceFile file(String name, String text) {
        return PeopleFixture.file(name, text);
    }

    static Map<ImportTable, String> employees(String rows) {
        return Map.of(ImportTable.EMPLOYEES, EMPLOYEES + rows);
    }

    String row(int person, String unit, String superior, String account) {
        return String.join(
                        ",",
                        people.nip(person),
                        account.equals("sdm") ? "Sari Wulandari " + n : "Orang " + person,
                        "",
                        "Jabatan",
                        "JA",
                        "",
                        unit + n,
                        superior,
                        account + n)
                + "\n";
    }

    String acting(String unit, String position, String replaced, int by) {
        return String.join(",", "PLT", unit, position, replaced, people.nip(by), today.toString(), "") + "\n";
    }

    /** By the rules of today's lines. */
    String superior(int person) {
        return lines.superiorOn(people.nip(person), today).orElseThrow().nip();
    }

    String waitingOf(String account) {
        return jdbc.queryForObject("select id from waiting_import where asked_by = ?", String.class, account);
    }
}
