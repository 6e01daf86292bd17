package id.laras.disturbed;

import static id.laras.disturbed.Wired.isWaiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.laras.HttpPerson;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** The running job executor of a node whose clock jumps days ahead, and comes back. */
@DisturbedTest
@ExtendWith(OutputCaptureExtension.class)
class WrongClockTests {

    private static final Duration TWELVE_DAYS = Duration.ofDays(12);

    /** Health asks the job table twice a minute. */
    private static final Duration HEALTH = Duration.ofSeconds(60);

    @LocalManagementPort
    int health;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JobExecutor executor;

    @Autowired
    Clock clock;

    @AfterEach
    void rightAgain() {
        ClockUtil.reset();
    }

    @Test
    void noJobRunsUntilTheClockIsRightAgain(CapturedOutput log) {
        var now = clock.instant();
        ClockUtil.offset(TWELVE_DAYS.toMillis());
        var ofTomorrow = Wired.timer(engine, now.plus(Duration.ofDays(1)));
        var dueNow = Wired.timer(engine, now);
        executor.jobWasAdded();

        await().atMost(Wired.LONGEST_IDLE)
                .untilAsserted(() -> assertThat(log).contains("it runs no jobs until both agree again"));
        await().atMost(HEALTH).untilAsserted(() -> {
            var told = health("/engine");
            assertThat(told.statusCode()).isEqualTo(503);
            assertThat(HttpPerson.parse(told.body())
                            .at("/details/clockAheadOfDatabaseMillis")
                            .asLong())
                    .isGreaterThan(TWELVE_DAYS.toMillis() - 60_000);
        });
        assertThat(isWaiting(engine, ofTomorrow)).isTrue();
        assertThat(isWaiting(engine, dueNow)).isTrue();
        assertThat(health("/liveness").statusCode())
                .as("a restart mends no clock")
                .isEqualTo(200);
        assertThat(health("/readiness").statusCode()).as("pages go on").isEqualTo(200);

        ClockUtil.reset();
        await().atMost(Wired.LONGEST_IDLE).until(() -> !isWaiting(engine, dueNow));
        assertThat(isWaiting(engine, ofTomorrow)).isTrue();
        assertThat(log).contains("This node's clock is right again");
        await().atMost(HEALTH)
                .untilAsserted(() -> assertThat(health("/engine").statusCode()).isEqualTo(200));
    }

    private HttpResponse<String> health(String what) {
        return HttpPerson.stranger(health).get("/actuator/health" + what);
    }
}
