package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasApplication;
import id.laras.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two servers that start at the same moment on an empty database, some times over, for a race is not lost every time. */
@Tag("starts")
class StartTests {

    private static final int TRIES = 4;

    @Test
    void twoServersStartAtOnceOnAnEmptyDatabase() throws SQLException, InterruptedException {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var url = TestDatabase.newLatinMariaDbUrl();
            var together = new CyclicBarrier(2);
            var one = started(url, "one" + attempt, together);
            var other = started(url, "other" + attempt, together);
            var both = new ArrayList<ConfigurableApplicationContext>();
            try {
                CompletableFuture.allOf(one, other)
                        .handle((done, failure) -> null)
                        .join();
                for (var server : List.of(one, other)) {
                    if (!server.isCompletedExceptionally()) {
                        both.add(server.join());
                    }
                }
                CompletableFuture.allOf(one, other).join();
                assertNothingIsThereTwice(both.get(0).getBean(JdbcClient.class));
            } finally {
                both.forEach(ConfigurableApplicationContext::close);
            }
        }
    }

    /**
     * An engine is known by its name in the whole JVM, so each has one of its own. They have one logging system too, which two
     * cannot set up at once: the second begins when the first waits for it, with all else still to do.
     */
    private static CompletableFuture<ConfigurableApplicationContext> started(
            String url, String engine, CyclicBarrier together) throws InterruptedException {
        var started = new CompletableFuture<ConfigurableApplicationContext>();
        var logging = new CountDownLatch(1);
        new Thread(
                        () -> {
                            try {
                                started.complete(new SpringApplicationBuilder(LarasApplication.class)
                                        .profiles("test")
                                        .initializers(context -> {
                                            logging.countDown();
                                            meet(together);
                                        })
                                        .run(
                                                "--server.port=0",
                                                "--camunda.bpm.process-engine-name=" + engine,
                                                "--spring.datasource.url=" + url,
                                                "--spring.datasource.username=root"));
                            } catch (Exception | Error e) {
                                started.completeExceptionally(e);
                                logging.countDown();
                            }
                        },
                        engine)
                .start();
        logging.await();
        return started;
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("The other server does not come", alone);
        }
    }

    private static void assertNothingIsThereTwice(JdbcClient database) {
        assertThat(count(database, "account where name = 'admin'")).isEqualTo(1);
        assertThat(count(database, "ACT_RE_DEPLOYMENT")).isEqualTo(1);
        assertThat(count(database, "rule_book")).isEqualTo(1);
        assertThat(count(database, "trail_entry where what = 'ruleBook.made'")).isEqualTo(1);
        assertThat(count(database, "ACT_RU_FILTER")).isEqualTo(4);
        for (var kind : List.of(
                "ACT_RU_AUTHORIZATION group by TYPE_, GROUP_ID_, USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_",
                "ACT_RU_FILTER group by NAME_",
                "ACT_RU_JOB group by HANDLER_TYPE_, HANDLER_CFG_",
                "ACT_RE_PROCDEF group by KEY_, VERSION_",
                "ACT_RE_DECISION_DEF group by KEY_, VERSION_")) {
            assertThat(count(database, "(select 1 from " + kind + " having count(*) > 1) twice"))
                    .as(kind)
                    .isZero();
        }
    }

    private static long count(JdbcClient database, String from) {
        return database.sql("select count(*) from " + from).query(Long.class).single();
    }
}
