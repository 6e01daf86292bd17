package id.laras.opening;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says of openings that did not end before this start that they were interrupted, so that nobody waits for them. On
 * several servers one that still runs elsewhere is marked too; its end takes the mark away.
 */
@Component
@Order(0)
class InterruptedOpenings implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedOpenings.class);

    private final Openings openings;
    private final Instant started;

    InterruptedOpenings(Openings openings, Clock clock) {
        this.openings = openings;
        this.started = clock.instant();
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        mark(started);
    }

    void mark(Instant before) {
        var interrupted = openings.interruptAll(before);
        if (interrupted > 0) {
            LOG.warn("{} openings of cycles were interrupted; HR can go on with them", interrupted);
        }
    }
}
