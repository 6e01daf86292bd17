package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.HttpPerson;
import id.laras.LarasTest;
import id.laras.engine.probe.Probes;
import id.laras.engine.probe.Probes.Probe;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the shared task list of late tasks holds. */
@LarasTest
@Tag("database")
class SharedFiltersTests {

    @Autowired
    Probes probes;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    Probe probe;

    @BeforeEach
    void aTaskOfTheGroup() {
        probe = probes.start();
        complete("uji-pegawai");
        complete("uji-atasan");
    }

    @AfterEach
    void cancel() {
        probes.cancel(probe);
    }

    @Test
    void anOverdueTaskOfAGroupIsLateForItsMembersAndForNobodyElse() {
        var task = dueSince(Duration.ofDays(1));
        assertThat(late("uji-sdm")).contains(task);
        assertThat(late("uji-rekan")).doesNotContain(task);
    }

    @Test
    void anOverdueTaskStaysLateForWhoeverHasClaimedIt() {
        var task = dueSince(Duration.ofDays(1));
        onBehalf.of("uji-sdm", () -> tasks.claim(task, "uji-sdm"));
        assertThat(late("uji-sdm")).contains(task);
        assertThat(late("uji-rekan")).doesNotContain(task);
    }

    @Test
    void whatIsDueTomorrowIsNotLate() {
        assertThat(late("uji-sdm")).doesNotContain(dueSince(Duration.ofDays(-1)));
    }

    /** In the last second of a day all of what ends with it may still be done. */
    @Test
    void whatIsDueInThisVerySecondIsLateOnlyWhenItIsOver() {
        var before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var asked = GuardedExpressions.SecondAgo.secondAgo().toInstant();
        assertThat(asked).isBetween(before.minusSeconds(1), clock.instant().minusSeconds(1));
        var late = filters.createFilterQuery().filterName("Terlambat").singleResult();
        assertThat(((TaskQueryImpl) late.getQuery()).getExpressions())
                .containsEntry("dueBefore", GuardedExpressions.SECOND_AGO);
    }

    private void complete(String person) {
        var task = probes.task(probe.businessKey()).getId();
        onBehalf.of(person, () -> tasks.complete(task, Map.of("answer", Probes.ANSWER)));
    }

    private String dueSince(Duration past) {
        var task = probes.task(probe.businessKey());
        task.setDueDate(Date.from(clock.instant().minus(past)));
        tasks.saveTask(task);
        return task.getId();
    }

    private List<String> late(String account) {
        var person = HttpPerson.loggedIn(port, account);
        var filters = "/camunda/api/engine/engine/default/filter";
        var late = StreamSupport.stream(
                        person.json(filters + "?resourceType=Task").spliterator(), false)
                .filter(filter -> "Terlambat".equals(filter.path("name").asText()))
                .findFirst()
                .orElseThrow();
        var list = person.json(filters + "/" + late.path("id").asText() + "/list?maxResults=500");
        return StreamSupport.stream(list.spliterator(), false)
                .map(task -> task.path("id").asText())
                .toList();
    }
}
