package id.laras.disturbed;

import id.laras.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Puts the wire between the application and its database. */
final class Wired implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** An idle executor looks for work every five seconds here, elsewhere once a minute. */
    static final Duration LONGEST_IDLE = Duration.ofSeconds(90);

    private static Wire wire;

    static Wire wire() {
        return wire;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var url = TestDatabase.newMariaDbUrl();
        var port = url.replaceFirst(".*localhost:(\\d+)/.*", "$1");
        wire = new Wire(Integer.parseInt(port));
        TestPropertyValues.of(
                        "spring.datasource.url=" + url.replace("localhost:" + port, "localhost:" + wire.port()),
                        "spring.datasource.username=root",
                        "laras.database.silent-for=4s",
                        "spring.datasource.hikari.maximum-pool-size=5",
                        "spring.datasource.hikari.minimum-idle=1",
                        "camunda.bpm.job-execution.enabled=true",
                        "camunda.bpm.job-execution.max-wait=5000")
                .applyTo(context);
    }

    /** A timer that changes nothing when it fires; the id of its job. */
    static String timer(ProcessEngine engine, Instant due) {
        var before = engine.getManagementService().createJobQuery().list().stream()
                .map(Job::getId)
                .collect(Collectors.toSet());
        engine.getRepositoryService().activateProcessDefinitionByKey("Evaluation", false, Date.from(due));
        return engine.getManagementService().createJobQuery().list().stream()
                .map(Job::getId)
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
    }

    static boolean isWaiting(ProcessEngine engine, String job) {
        return engine.getManagementService().createJobQuery().jobId(job).count() == 1;
    }
}
