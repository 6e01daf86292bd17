package id.laras.bench;

import id.laras.LarasApplication;
import id.laras.cycle.CycleService;
import id.laras.cycle.HandOvers;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import id.laras.people.PeopleImport;
import id.laras.people.ReportingLines;
import id.laras.people.SourceFile;
import id.laras.rules.Pages;
import id.laras.security.Actor;
import id.laras.security.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What HR's list of changed superiors asks for, with 20,000 employees of whom every tenth has another superior than his
 * evaluation's assessor: on H2 in a file, milliseconds of this machine. Evaluations are written without their runs, which
 * the list does not ask for.
 */
public final class LinesBench {

    private static final Actor HR = new Actor("sdm", Set.of(Role.HR));
    private static final int PEOPLE = 20_000;
    private static final int UNITS = 500;
    private static final int ROUNDS = 7;

    private LinesBench() {}

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("laras-bench");
        try (var laras = SpringApplication.run(
                LarasApplication.class,
                "--spring.profiles.active=test",
                "--server.port=0",
                "--logging.level.root=warn",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("laras"),
                "--spring.datasource.username=sa")) {
            fill(laras);
            var handOvers = laras.getBean(HandOvers.class);
            var lines = laras.getBean(ReportingLines.class);
            for (var round = 1; round <= ROUNDS; round++) {
                var begin = System.nanoTime();
                var found = handOvers.deviations(HR, Pages.at(1)).getTotalElements();
                var deviations = milliseconds(begin);
                begin = System.nanoTime();
                var moves = handOvers.unitMoves(HR, Pages.at(1)).getTotalElements();
                var moved = milliseconds(begin);
                begin = System.nanoTime();
                lines.away(HR, Pages.at(1));
                lines.acting(HR, Pages.at(1));
                System.out.printf(
                        "lines, round %d: deviations %d ms (%d), moves %d ms (%d), away and acting %d ms%n",
                        round, deviations, found, moved, moves, milliseconds(begin));
            }
        }
    }

    private static void fill(ApplicationContext laras) {
        var report = laras.getBean(PeopleImport.class).run(units(), people(), "sdm");
        if (!report.errors().isEmpty()) {
            throw new IllegalStateException(report.errors().toString());
        }
        var today = LocalDate.now();
        var cycle = laras.getBean(CycleService.class)
                .create(new NewCycle(
                        "Bench",
                        Scheme.QUADRANT,
                        today.minusMonths(1),
                        today.plusMonths(11),
                        today.plusMonths(1),
                        3,
                        today.plusMonths(10),
                        today.plusMonths(10),
                        today.plusMonths(11),
                        today.plusMonths(12)));
        new TransactionTemplate(laras.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> laras.getBean(JdbcClient.class)
                        .sql("insert into evaluation (id, cycle_id, employee_nip, employee, employee_name, position,"
                                + " unit_code, unit_name, supervisor, supervisor_name, stage, version)"
                                + " select concat('e', e.nip), ?, e.nip, e.account, e.name, e.position, e.unit_code,"
                                + " 'Bidang', case when e.nip like '%7' then 'lain' else s.account end, s.name,"
                                + " 'MONITORING', 0 from employee e join employee s on s.nip = e.supervisor_nip")
                        .param(cycle.id())
                        .update());
    }

    private static SourceFile units() {
        var rows = new StringBuilder("kode,nama,induk\nPEMDA,Pemerintah Daerah,\n");
        for (var unit = 0; unit < UNITS; unit++) {
            rows.append("U%d,Bidang %d,PEMDA%n".formatted(unit, unit));
        }
        return new SourceFile("units.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static SourceFile people() {
        var rows = new StringBuilder("nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip\n");
        for (var i = 0; i < PEOPLE; i++) {
            var above = i == 0 ? "" : i <= UNITS ? nip(0) : nip(1 + i % UNITS);
            rows.append(String.join(
                            ",",
                            nip(i),
                            "Pegawai " + i,
                            "p" + i + "@contoh.go.id",
                            "Analis",
                            "JA",
                            "",
                            "U" + i % UNITS,
                            above))
                    .append('\n');
        }
        return new SourceFile("employees.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String nip(int i) {
        return "198001012005%06d".formatted(i);
    }

    private static long milliseconds(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
