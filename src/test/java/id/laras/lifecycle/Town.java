package id.laras.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.cycle.Cycle;
import id.laras.cycle.CycleService;
import id.laras.cycle.Evaluations;
import id.laras.cycle.Scheme;
import id.laras.cycle.Wish;
import id.laras.intake.PeopleImport;
import id.laras.intake.SourceFile;
import id.laras.opening.OpeningService;
import id.laras.people.Nips;
import id.laras.security.AccountService;
import id.laras.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A small organisation of its own for each test, imported from CSV like any other: nobody meets another test's people. */
@Component
public class Town {

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    /** A single class should not wait for many towns. */
    private static final int MOST_AT_ONCE = 16;

    private final PeopleImport people;
    private final AccountService accounts;
    private final CycleService cycles;
    private final OpeningService openings;
    private final Evaluations evaluations;
    private final JdbcClient database;
    private final Clock clock;

    /** Numbers of towns that were imported on that day, and are nobody's yet. */
    private final Queue<Integer> free = new ArrayDeque<>();

    private LocalDate importedOn;
    private int next = 1;

    Town(
            PeopleImport people,
            AccountService accounts,
            CycleService cycles,
            OpeningService openings,
            Evaluations evaluations,
            JdbcClient database,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.cycles = cycles;
        this.openings = openings;
        this.evaluations = evaluations;
        this.database = database;
        this.clock = clock;
    }

    /**
     * A unit whose head is {@code kadis}; below them {@code kabid}, below that {@code staf} and two peers, below staf
     * three subordinates. HR works elsewhere.
     */
    public Organisation organisation() {
        var today = LocalDate.now(clock);
        if (free.isEmpty() || !today.equals(importedOn)) {
            // An import reads everybody there is: the more tests there are, the more towns come with one.
            free.clear();
            importMany(next);
            importedOn = today;
        }
        var n = free.remove();
        accounts.grant("sdm" + n, Role.HR);
        return new Organisation(n);
    }

    private void importMany(int many) {
        var units = new StringBuilder("kode,nama,induk\n");
        var employees = new StringBuilder("nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n");
        for (var each = 0; each < many; each++) {
            var n = NUMBER.incrementAndGet();
            units.append("U%1$d,Dinas Kesehatan %1$d,\nB%1$d,Bidang Pencegahan %1$d,U%1$d\nH%1$d,BKPSDM %1$d,\n"
                    .formatted(n));
            employees.append(row(n, 1, "Hendra Gunawan", "Kepala Dinas", "JPT", "", "U", "", "kadis"));
            employees.append(row(n, 2, "Ratna Dewi", "Kepala Bidang", "JA", "", "U", nip(n, 1), "kabid"));
            employees.append(row(n, 3, "Budi Santoso", "Epidemiolog", "JF", "Ahli Muda", "B", nip(n, 2), "staf"));
            employees.append(row(n, 4, "Citra Lestari", "Perawat", "JF", "Ahli Muda", "H", nip(n, 2), "rekan"));
            employees.append(row(n, 5, "Dedi Kurnia", "Perawat", "JF", "Ahli Muda", "H", nip(n, 2), "rekanlain"));
            employees.append(row(n, 6, "Eka Putri", "Sanitarian", "JF", "Pemula", "H", nip(n, 3), "bawahan"));
            employees.append(row(n, 7, "Fajar Nugroho", "Sanitarian", "JF", "Pemula", "H", nip(n, 3), "bawahanlain"));
            employees.append(row(n, 9, "Gita Maharani", "Sanitarian", "JF", "Pemula", "H", nip(n, 3), "bawahanketiga"));
            employees.append(row(n, 8, "Sari Wulandari", "Analis SDM", "JA", "", "H", "", "sdm"));
            free.add(n);
        }
        var report =
                people.run(file("units.csv", units.toString()), file("employees.csv", employees.toString()), "sdm");
        assertThat(report.errors()).isEmpty();
        next = Math.min(MOST_AT_ONCE, many * 2);
    }

    /** HR imports staf again, with another superior: 1 is kadis, 4 one of the peers. */
    public void answerTo(Organisation town, int superior) {
        var n = town.number();
        var file = "nip,nama,email,jabatan,jenis_jabatan,jenjang,unit,atasan_nip,akun\n"
                + row(n, 3, "Budi Santoso", "Epidemiolog", "JF", "Ahli Muda", "B", nip(n, superior), "staf");
        assertThat(people.run(null, file("employees.csv", file), town.hr()).errors())
                .isEmpty();
    }

    private static String row(
            int n,
            int i,
            String name,
            String position,
            String kind,
            String level,
            String unit,
            String boss,
            String account) {
        return "%s,%s %d,%s%d@contoh.go.id,%s,%s,%s,%s%d,%s,%s%d\n"
                .formatted(nip(n, i), name, n, account, n, position, kind, level, unit, n, boss, account, n);
    }

    private static String nip(int n, int i) {
        return Nips.of(2005, n * 10L + i);
    }

    private static SourceFile file(String name, String content) {
        return new SourceFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A cycle of the current year whose assessment has not begun. */
    public Cycle cycle(Organisation town, Scheme scheme) {
        var today = LocalDate.now(clock);
        return cycles.create(Wish.running("Siklus " + town.number() + " " + scheme, scheme, today)
                .of());
    }

    /** Opens a cycle of its own for it. */
    public String openForStaf(Organisation town, Scheme scheme) {
        return openForStaf(town, cycle(town, scheme));
    }

    /**
     * Opens the cycle for the unit in which only staf works, whatever else staf is evaluated in, and
     * returns the evaluation's id. The colleagues are moved there
     * afterwards, so that they may be asked about staf and have no evaluations of their own.
     */
    public String openForStaf(Organisation town, Cycle cycle) {
        colleaguesWorkIn(town, "H");
        openings.open(cycle.id(), Set.of("B" + town.number()), true, town.hr()).join();
        colleaguesWorkIn(town, "B");
        return evaluations
                .findByCycleIdAndUnitCodeOrderByEmployeeName(cycle.id(), "B" + town.number())
                .get(0)
                .id()
                .value();
    }

    private void colleaguesWorkIn(Organisation town, String unit) {
        database.sql("update employee set unit_code = ? where nip in (?, ?, ?, ?, ?)")
                .params(unit + town.number(), town.nip(4), town.nip(5), town.nip(6), town.nip(7), town.nip(9))
                .update();
    }

    /** Lets everybody of the organisation log in. */
    public void letIn(Organisation town, String password) {
        accounts.setSharedPassword(
                Stream.of(
                                "kadis",
                                "kabid",
                                "staf",
                                "rekan",
                                "rekanlain",
                                "bawahan",
                                "bawahanlain",
                                "bawahanketiga",
                                "sdm")
                        .map(account -> account + town.number())
                        .toList(),
                password);
    }

    /** Accounts of the people of one organisation. */
    public record Organisation(int number) {

        public String head() {
            return "kadis" + number;
        }

        public String assessor() {
            return "kabid" + number;
        }

        public String staf() {
            return "staf" + number;
        }

        public String peer() {
            return "rekan" + number;
        }

        /** 1 kadis, 2 kabid, 3 staf, 4 and 5 peers, 6, 7 and 9 subordinates, 8 HR. */
        public String nip(int person) {
            return Town.nip(number, person);
        }

        public String hr() {
            return "sdm" + number;
        }
    }
}
