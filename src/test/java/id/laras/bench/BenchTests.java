package id.laras.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.processes.Models;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every benchmark once, as small as it gets: what is measured once a year must not stop to run in between. Apart from the others,
 * because each starts an application of its own.
 */
@Tag("bench")
class BenchTests {

    private static Ground ground;

    @BeforeAll
    static void start() throws Exception {
        ground = Ground.mariaDb();
    }

    @AfterAll
    static void stop() throws Exception {
        ground.close();
    }

    @Test
    void mariaDbIsSetAsItIsDelivered() throws Exception {
        try (var connection = DriverManager.getConnection(ground.url("bench_settings"), "root", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select @@innodb_buffer_pool_size >> 30, @@tx_isolation, @@innodb_flush_log_at_trx_commit")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(4);
            assertThat(row.getString(2)).isEqualTo("READ-COMMITTED");
            assertThat(row.getInt(3)).isEqualTo(1);
        }
    }

    @Test
    void evaluationsAreOpenedAndWalkedBesideABareEngine() throws Exception {
        assertThat(printed(() -> Bench.run(ground, Bench.Size.SMALLEST)))
                .contains("evaluations opened per second", "lifecycles per second", "SQL statements of one lifecycle");
    }

    @Test
    void peopleAreImported() throws Exception {
        assertThat(printed(() -> ImportBench.run(ground, Population.SMALLEST)))
                .contains(
                        "CSV, all new | 67 |",
                        "CSV, all the same | 0 |",
                        "XLSX, all changed | 60 |",
                        "CSV, all changed | 60 |");
    }

    @Test
    void changedSuperiorsAreListed() throws Exception {
        assertThat(printed(() -> LinesBench.run(Population.SMALLEST, 1)))
                .contains("other superior than the assessor | 6 |");
    }

    @Test
    void taskListsAreAskedForByEverybodyTheSharedOneToo() throws Exception {
        assertThat(printed(() -> TaskListBench.run(ground, TaskListBench.Size.SMALLEST)))
                .contains("\"Tugas saya\"", "\"Dibagi dengan pengganti\"", "substitute");
    }

    @Test
    void everyBeanThatAModelNamesHasItsStandIn() {
        assertThat(BareBeans.names())
                .containsAll(Models.delegates())
                .containsAll(Models.listeners())
                .contains("unitHr", "objectionDeciders", "feedbackRespondents");
    }

    /** The script starts it only; which release it is stands in a file that no other build reads. */
    @Test
    void theBareStarterIsOfOurReleases() throws Exception {
        var ours = Files.readString(Path.of("pom.xml"));
        var bare = Files.readString(Path.of("src/bench/bare/pom.xml"));
        assertThat(first(bare, "starter-webapp</artifactId>\\s*<version>(.+?)<"))
                .isEqualTo(first(ours, "<camunda.version>(.+?)<"));
        assertThat(first(bare, "starter-parent</artifactId>\\s*<version>(.+?)<"))
                .isEqualTo(first(ours, "starter-parent</artifactId>\\s*<version>(.+?)<"));
    }

    /** So that the script cannot ask for a benchmark that went elsewhere. */
    @Test
    void theScriptRunsEachBenchmark() throws Exception {
        assertThat(Files.readString(Path.of("bin/bench")))
                .contains(
                        Bench.class.getSimpleName(),
                        ImportBench.class.getSimpleName(),
                        LinesBench.class.getSimpleName(),
                        TaskListBench.class.getSimpleName());
        assertThat(new ProcessBuilder("sh", "-n", "bin/bench").start().waitFor())
                .isZero();
    }

    private static String first(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private interface Benchmark {

        void run() throws Exception;
    }

    private static String printed(Benchmark benchmark) throws Exception {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            benchmark.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
