package id.laras.broken.process;

import id.laras.broken.web.BrokenController;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

public abstract class BrokenDelegate {

    abstract BrokenController page();

    Instant inTwoWeeks(Clock clock) {
        return clock.instant().plus(Duration.ofDays(14));
    }

    Instant midnight(LocalDate day, Clock clock) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
