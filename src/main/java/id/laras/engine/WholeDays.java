package id.laras.engine;

import static java.time.format.DateTimeFormatter.ISO_DATE_TIME;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static java.time.temporal.ChronoUnit.SECONDS;

import id.laras.rules.AgencyDays;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The one place that counts days, in the agency's zone. A period of n days ends with the last second of the n-th day after
 * today, whatever the time is now: a task is due at 23:59:59 of that day, and a timer that ends something waits until that
 * second is over. The engine asks it for every due date and timer of every model, also of older deployments
 * (docs/adr/0087).
 */
@Component
public class WholeDays {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Clock clock;

    public WholeDays(Clock clock) {
        this.clock = clock;
    }

    /** As a variable of a model: ISO text with offset. */
    public String beginOf(LocalDate day) {
        return ISO_OFFSET_DATE_TIME.format(AgencyDays.begin(day, clock).atZone(clock.getZone()));
    }

    /** As a variable of a model: ISO text with offset. */
    public String endOf(LocalDate day) {
        return ISO_OFFSET_DATE_TIME.format(lastSecond(day));
    }

    /** @param text of a model: a moment, or a period of whole days, months or years that begins today */
    public Date due(String text) {
        return Date.from((isPeriod(text) ? lastSecond(after(text, clock.instant())) : moment(text)).toInstant());
    }

    /** When a timer fires that the model sets by the text; a day that is named by its last second is over only then. */
    public Date timer(String text) {
        return timer(text, clock.instant());
    }

    private Date timer(String text, Instant from) {
        if (isPeriod(text)) {
            return Date.from(AgencyDays.over(after(text, from), clock));
        }
        var moment = moment(text);
        return Date.from(isLastSecond(moment) ? secondAfter(moment.toInstant()) : moment.toInstant());
    }

    /** On which day a period of a model ends that began then. */
    public LocalDate lastDay(String period, Instant begun) {
        return after(period, begun);
    }

    /** Whether what is due then is late now: the day of it is over, all of which counts. */
    public boolean isOver(Date due) {
        return dayOf(due).isBefore(LocalDate.now(clock));
    }

    /** What is due before it is late now. */
    public Date today() {
        return Date.from(AgencyDays.begin(LocalDate.now(clock), clock));
    }

    /** The last day of what is due then. */
    public LocalDate dayOf(Date due) {
        return AgencyDays.of(due.toInstant(), clock);
    }

    /** The last day of what ends by itself then: a timer fires with the beginning of another. */
    public LocalDate dayBefore(Date timer) {
        return AgencyDays.of(timer.toInstant().minusMillis(1), clock);
    }

    /** The calendars by which the engine understands models. */
    public BusinessCalendarManager calendars() {
        var calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new Days());
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new Days());
        // Of no model of ours: they repeat by steps.
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
        return calendars;
    }

    private static boolean isPeriod(String text) {
        return text.startsWith("P");
    }

    /** Fails on hours and minutes: no period of the agency has any. */
    private LocalDate after(String period, Instant from) {
        try {
            return AgencyDays.of(from, clock).plus(Period.parse(period));
        } catch (DateTimeException e) {
            throw new ProcessEngineException("A period has whole days, such as P14D, unlike " + period, e);
        }
    }

    private ZonedDateTime lastSecond(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(clock.getZone());
    }

    private static boolean isLastSecond(ZonedDateTime moment) {
        return moment.toLocalTime().truncatedTo(SECONDS).equals(LAST_SECOND);
    }

    private static Instant secondAfter(Instant moment) {
        return moment.truncatedTo(SECONDS).plusSeconds(1);
    }

    /** A text without an offset is meant in the agency's zone. */
    private ZonedDateTime moment(String text) {
        try {
            return ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                            instanceof OffsetDateTime exact
                    ? exact.atZoneSameInstant(clock.getZone())
                    : LocalDateTime.parse(text).atZone(clock.getZone());
        } catch (DateTimeException e) {
            throw new ProcessEngineException("Neither a moment nor a period of days: " + text, e);
        }
    }

    /** The engine names the task when it asks for a due date, and none when it asks for a timer. */
    private final class Days implements BusinessCalendar {

        @Override
        public Date resolveDuedate(String text, Task task) {
            return due(text);
        }

        @Override
        public Date resolveDuedate(String text) {
            return timer(text);
        }

        @Override
        public Date resolveDuedate(String text, Date from) {
            return timer(text, from.toInstant());
        }
    }
}
