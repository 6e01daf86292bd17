package id.laras.bench;

import id.laras.cycle.Cycle;
import id.laras.cycle.CycleService;
import id.laras.cycle.Evaluations;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import id.laras.intake.PeopleImport;
import id.laras.intake.SourceFile;
import id.laras.lifecycle.Answers;
import id.laras.lifecycle.Walker;
import id.laras.opening.OpeningService;
import id.laras.people.Nips;
import id.laras.security.AccountService;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application on a MariaDB schema of its own, with its guard, its records and its trail. */
final class Laras implements Contender {

    private static final Answers ANSWERS = new Answers(Scheme.NUMERIC);

    /** Of each walked person: so many are asked for an opinion. */
    private static final int COLLEAGUES = 3;

    private final ConfigurableApplicationContext context;
    private final int largest;
    private final int walked;
    private int cycles;

    /** @param walked units of one person each, whose colleagues join them later; @param largest people of the big unit */
    Laras(ConfigurableApplicationContext context, int walked, int largest) {
        this.largest = largest;
        this.walked = walked;
        this.context = context;
        importPeople();
    }

    private void importPeople() {
        var units = new StringBuilder(
                "kode,nama,induk\nDINAS,Dinas Kesehatan,\nBESAR,Bidang Besar,DINAS\nREKAN,Bidang Rekan,DINAS\n");
        var employees = new StringBuilder("nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n");
        employees.append(row(1, "DINAS", "", "kadis")).append(row(2, "DINAS", nip(1), "kabid"));
        employees.append(row(3, "DINAS", "", "sdm"));
        for (var i = 0; i < walked; i++) {
            units.append("U%d,Bidang %d,DINAS%n".formatted(i, i));
            employees.append(row(1_000 + i, "U" + i, nip(2), ""));
            for (var one = 0; one < COLLEAGUES; one++) {
                employees.append(row(colleague(i, one), "REKAN", nip(2), ""));
            }
        }
        for (var i = 0; i < largest; i++) {
            employees.append(row(100_000 + i, "BESAR", nip(2), ""));
        }
        var report = bean(PeopleImport.class).run(file("units.csv", units), file("employees.csv", employees), "sdm");
        if (!report.accepted()) {
            throw new IllegalStateException(report.errors().toString());
        }
        bean(AccountService.class).grant("sdm", Role.HR);
    }

    private static int colleague(int person, int one) {
        return 500_000 + person * COLLEAGUES + one;
    }

    /** Only who shares the unit of a person is asked about them; while it is opened, the person is alone in it. */
    private void colleaguesJoin(boolean join) {
        var database = bean(JdbcClient.class);
        for (var i = 0; i < walked; i++) {
            for (var one = 0; one < COLLEAGUES; one++) {
                database.sql("update employee set unit_code = ? where nip = ?")
                        .params(join ? "U" + i : "REKAN", nip(colleague(i, one)))
                        .update();
            }
        }
    }

    private static String row(int i, String unit, String boss, String account) {
        return "%s,Pegawai %s,p%d@contoh.go.id,Analis,JA,,%s,%s,%s%n"
                .formatted(nip(i), inLetters(i), i, unit, boss, account);
    }

    /** No name has a number of six digits. */
    private static String inLetters(int i) {
        return Integer.toString(i)
                .chars()
                .collect(
                        StringBuilder::new,
                        (name, digit) -> name.append((char) (digit + 'a' - '0')),
                        StringBuilder::append)
                .toString();
    }

    private static String nip(int i) {
        return Nips.of(2005, i);
    }

    private static SourceFile file(String name, CharSequence content) {
        return new SourceFile(name, content.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Cycle cycle() {
        var today = LocalDate.now(bean(Clock.class));
        return bean(CycleService.class)
                .create(new NewCycle(
                        "Siklus " + ++cycles,
                        Scheme.NUMERIC,
                        today.minusMonths(1),
                        today.plusMonths(11),
                        today.plusMonths(1),
                        3,
                        today.plusMonths(10),
                        today.plusMonths(10).plusDays(14),
                        today.plusMonths(10).plusDays(30),
                        today.plusMonths(12)));
    }

    /** Migrations written in Java, the engine's tables among them: the bare engine runs on tables of the same make. */
    JavaMigration[] migrations() {
        return context.getBeansOfType(JavaMigration.class).values().toArray(JavaMigration[]::new);
    }

    @Override
    public String name() {
        return "Laras";
    }

    /** As HR does it; the application has its own threads and batches, set alike to the benchmark's. */
    @Override
    public int open(int count, int batch, ExecutorService threads) {
        if (count != largest) {
            throw new IllegalArgumentException("The big unit has " + largest + " people");
        }
        var cycle = cycle();
        bean(OpeningService.class)
                .open(cycle.id(), Set.of("BESAR"), true, "sdm")
                .join();
        return bean(OpeningService.class).progress(cycle.id()).orElseThrow().opened();
    }

    @Override
    public List<String> prepare(int count) {
        var cycle = cycle();
        Set<String> units = new LinkedHashSet<>();
        for (var i = 0; i < count; i++) {
            units.add("U" + i);
        }
        colleaguesJoin(false);
        bean(OpeningService.class).open(cycle.id(), units, true, "sdm").join();
        colleaguesJoin(true);
        List<String> keys = new ArrayList<>();
        for (var unit : units) {
            keys.add(bean(Evaluations.class)
                    .findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), unit)
                    .get(0)
                    .id()
                    .value());
        }
        return keys;
    }

    @Override
    public void walk(String key) {
        var walker = bean(Walker.class);
        walker.untilAssessed(key, ANSWERS, "MEETS", "100");
        walker.complete(key, Step.REVIEW_RESULT, ANSWERS.acceptance());
        walker.calibrate(key, "sdm", ANSWERS.noMoves());
        walker.confirm(key, ANSWERS);
        walker.complete(key, Step.PLAN_DEVELOPMENT, ANSWERS.rewardPlan());
        walker.complete(key, Step.NOMINATE_REWARD, ANSWERS.nomination());
        walker.claimAndComplete(key, Step.DECIDE_REWARD, "sdm", ANSWERS.grant());
        if (!walker.tasks(key).isEmpty()) {
            throw new IllegalStateException("The lifecycle did not end: " + walker.tasks(key));
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
