package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.data.repository.Repository;

@LarasTest
class ApplicationTests {

    @Autowired
    TestRestTemplate http;

    @LocalManagementPort
    int health;

    @Autowired
    ManagementServerProperties management;

    @Autowired
    Map<String, Repository<?, ?>> repositories;

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

    /** They are made when somebody first asks them: a query that does not fit its tables would fail only then. */
    @Test
    void everyQueryOfTheRepositoriesFitsItsTables() {
        assertThat(repositories.values())
                .isNotEmpty()
                .allSatisfy(repository -> assertThat(
                                ((Advised) repository).getTargetSource().getTarget())
                        .isNotNull());
    }

    @Test
    void theClockOfTheDomainIsTheEngines() {
        assertThat(clock.getZone()).hasToString("Asia/Jakarta");
    }
}
