package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;

@LarasTest
class ApplicationTests {

    @Autowired
    TestRestTemplate http;

    @LocalManagementPort
    int health;

    @Autowired
    ManagementServerProperties management;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Clock clock;

    @Test
    void healthSaysUpToEverybody() {
        assertThat(http.getForObject("http://localhost:" + health + "/actuator/health", String.class))
                .contains("UP");
    }

    @Test
    void healthIsForThisMachineOnlyUntilSomebodySaysOtherwise() {
        assertThat(management.getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void theClockOfTheDomainIsTheEngines() {
        assertThat(clock.getZone()).hasToString("Asia/Jakarta");
    }
}
