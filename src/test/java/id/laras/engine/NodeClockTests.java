package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.LarasTest;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What both databases answer, and what the port of health tells. */
@LarasTest
@Tag("database")
class NodeClockTests {

    @Autowired
    NodeClock clock;

    @Autowired
    HealthIndicator engineHealthIndicator;

    @Autowired
    TestRestTemplate http;

    @Autowired
    ObjectMapper json;

    @LocalManagementPort
    int port;

    @Test
    void theDatabaseOfThisMachineHasItsTime() {
        assertThat(clock.distance().abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void theQuestionsOfHealthAreAnswered() {
        assertThat(engineHealthIndicator.health().getStatus()).isEqualTo(Status.UP);
        assertThat(engineHealthIndicator.health().getDetails())
                .containsOnlyKeys("jobs", "overdueJobs", "incidents", "clockAheadOfDatabaseMillis");
    }

    @Test
    void healthAnswersOnItsOwnPortAndTellsNothingButCounts() throws Exception {
        var root = "http://localhost:" + port + "/actuator/health";
        var told = json.readTree(http.getForObject(root, String.class));
        assertThat(told.path("status").asText()).isEqualTo("UP");
        assertThat(told.path("components").path("engine").path("details").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("jobs", "overdueJobs", "incidents", "clockAheadOfDatabaseMillis");
        assertThat(json.readTree(http.getForObject(root + "/liveness", String.class))
                        .path("components")
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("livenessState", "jobAcquisition");
        assertThat(http.getForEntity(root + "/readiness", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(http.getForEntity("/actuator/health", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }
}
