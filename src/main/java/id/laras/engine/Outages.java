package id.laras.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that nobody could work for a while: whichever server looks for due jobs writes down when, in the database that all
 * share. {@link JobAcquisition} asks before it acquires any, so what an outage prolongs is prolonged before its timer can
 * fire (docs/adr/0088). Not on the demonstration, whose days pass at once and whose server sleeps as its owner does.
 */
@Component
@Profile("!demo")
public class Outages {

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    /** Under it an outage is a restart or an upgrade, which takes nobody's day. */
    static final Duration LONG = Duration.ofHours(1);

    private static final Duration BEAT = Duration.ofMinutes(1);

    private static final String LAST_BEAT = "laras.last-beat";

    private final ManagementService engine;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private volatile Instant written = Instant.MIN;

    Outages(
            @Lazy ManagementService engine,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.engine = engine;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Where two servers notice the same outage, one of both fails by the engine's optimistic lock and asks again. */
    public void beat() {
        var now = clock.instant();
        if (now.isBefore(written.plus(BEAT)) && !now.isBefore(written)) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            var last = engine.getProperties().get(LAST_BEAT);
            var from = last == null ? Instant.EPOCH : Instant.parse(last);
            if (now.isAfter(from.plus(LONG))) {
                LOG.info("No server has worked since {}", last == null ? "this was first written down" : from);
                events.publishEvent(new OutageOver(from, now));
            }
            engine.setProperty(LAST_BEAT, now.toString());
        });
        written = now;
    }
}
