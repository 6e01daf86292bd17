package id.laras.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Laras against a bare engine, in one run on one MariaDB with an fsync per commit: evaluations opened per second,
 * lifecycles per second, and the SQL statements of one lifecycle as the server itself counts them. Rounds alternate, so
 * that a slow minute of the machine slows both; the figure is the median of the rounds.
 */
public final class Bench {

    private static final int BATCH = 50;
    private static final int THREADS = 4;
    private static final List<String> KINDS = List.of("Com_select", "Com_insert", "Com_update", "Com_delete");

    /**
     * @param opened     evaluations of one round
     * @param lifecycles walked in one round
     * @param rounds     besides the first, which is thrown away
     */
    record Size(int opened, int lifecycles, int rounds) {

        static final Size WHOLE = new Size(400, 16, 5);
        static final Size SMALLEST = new Size(2, 1, 1);
    }

    private final Ground ground;
    private final Size size;

    private final Figures figures =
            new Figures("Against a bare engine", "measure", "Laras", "bare engine", "ratio", "asked");

    private Bench(Ground ground, Size size) {
        this.ground = ground;
        this.size = size;
    }

    public static void main(String[] args) throws Exception {
        try (var ground = Ground.mariaDb()) {
            run(ground, Ground.smallest(args) ? Size.SMALLEST : Size.WHOLE);
        }
    }

    static void run(Ground ground, Size size) throws Exception {
        new Bench(ground, size).run();
    }

    private void run() throws Exception {
        var walked = 1 + size.lifecycles() * (size.rounds() + 1);
        var threads = Executors.newFixedThreadPool(THREADS);
        try (var laras = new Laras(ground.laras("bench_laras"), walked, size.opened());
                var bare = new BareEngine(bareSource(laras.migrations()))) {
            compare("evaluations opened per second", "≥ 0.6", laras, bare, contender -> opened(contender, threads));
            var keys = new LinkedHashMap<Contender, List<String>>();
            for (var contender : List.of(laras, bare)) {
                keys.put(contender, new ArrayList<>(contender.prepare(walked)));
            }
            compare(
                    "lifecycles per second",
                    "–",
                    laras,
                    bare,
                    contender -> walked(contender, take(keys.get(contender), size.lifecycles()), threads));
            var ours = statements(laras, keys.get(laras).get(0));
            var theirs = statements(bare, keys.get(bare).get(0));
            figures.row(
                    "SQL statements of one lifecycle (select / insert / update / delete)",
                    words(ours),
                    words(theirs),
                    Figures.number((double) all(ours) / all(theirs), 2),
                    "–");
            figures.print();
        } finally {
            threads.shutdown();
        }
    }

    /** Tables of the same make as in Laras: made by the same migrations. */
    private HikariDataSource bareSource(JavaMigration[] migrations) {
        var config = new HikariConfig();
        config.setJdbcUrl(ground.url("bench_bare"));
        config.setUsername("root");
        config.setMaximumPoolSize(20);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        var source = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(source)
                .javaMigrations(migrations)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return source;
    }

    private double opened(Contender contender, ExecutorService threads) throws Exception {
        var begin = System.nanoTime();
        var count = contender.open(size.opened(), BATCH, threads);
        if (count != size.opened()) {
            throw new IllegalStateException(contender.name() + " opened " + count + " of " + size.opened());
        }
        return count / Figures.since(begin);
    }

    private static double walked(Contender contender, List<String> keys, ExecutorService threads) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (var key : keys) {
            work.add(() -> {
                contender.walk(key);
                return null;
            });
        }
        var begin = System.nanoTime();
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
        return keys.size() / Figures.since(begin);
    }

    private static List<String> take(List<String> keys, int count) {
        var taken = List.copyOf(keys.subList(0, count));
        keys.subList(0, count).clear();
        return taken;
    }

    private void compare(String what, String asked, Contender laras, Contender bare, Measurement measurement)
            throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (var round = 0; round <= size.rounds(); round++) {
            var our = measurement.of(laras);
            var their = measurement.of(bare);
            if (round > 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        Figures.note("%s, rounds: %s / %s"
                .formatted(
                        what,
                        ours.stream().map(one -> Figures.number(one, 2)).toList(),
                        theirs.stream().map(one -> Figures.number(one, 2)).toList()));
        figures.row(
                what,
                Figures.number(median(ours), 2),
                Figures.number(median(theirs), 2),
                Figures.number(median(ours) / median(theirs), 2),
                asked);
    }

    private Map<String, Long> statements(Contender contender, String key) throws SQLException {
        var before = counters();
        contender.walk(key);
        var after = counters();
        after.replaceAll((name, count) -> count - before.get(name));
        return after;
    }

    private Map<String, Long> counters() throws SQLException {
        Map<String, Long> counters = new LinkedHashMap<>();
        KINDS.forEach(kind -> counters.put(kind, 0L));
        try (var connection = DriverManager.getConnection(ground.url("bench_laras"), "root", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "show global status where variable_name in ('" + String.join("', '", KINDS) + "')")) {
            while (rows.next()) {
                counters.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counters;
    }

    private static String words(Map<String, Long> counters) {
        return all(counters) + " ("
                + counters.values().stream().map(Object::toString).collect(Collectors.joining(" / ")) + ")";
    }

    private static long all(Map<String, Long> counters) {
        return counters.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private interface Measurement {

        double of(Contender contender) throws Exception;
    }
}
