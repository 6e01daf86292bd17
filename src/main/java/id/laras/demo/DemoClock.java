package id.laras.demo;

import id.laras.rules.AgencyDays;
import id.laras.rules.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Today on the demonstration. Time goes forward only, from one timer to the next, so that whatever a timer begins counts its
 * days from that day on. How far it is ahead is kept in the database: after a restart the demonstration is where it was, and
 * nothing in it lies in the future (docs/adr/0116-a-demonstration-that-travels-through-time.md).
 */
@Component
@Profile("demo")
public class DemoClock {

    /** Engine property: milliseconds that the demonstration is ahead of this machine's clock. */
    private static final String AHEAD = "laras.demo.ahead";

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** No cycle is longer, and whoever mistypes a year cannot come back. */
    private static final Period FARTHEST = Period.ofYears(2);

    private final ManagementService engine;
    private final DueJobs due;
    private final Meanwhile meanwhile;
    private final Clock clock;

    private Duration ahead = Duration.ZERO;

    DemoClock(ManagementService engine, DueJobs due, Meanwhile meanwhile, Clock clock) {
        this.engine = engine;
        this.due = due;
        this.meanwhile = meanwhile;
        this.clock = clock;
        Optional.ofNullable(engine.getProperties().get(AHEAD))
                .map(Long::valueOf)
                .map(Duration::ofMillis)
                .ifPresent(this::set);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The next day on which something happens by itself; empty when everything waits for people. */
    public Optional<NextDay> next() {
        var activities = engine.createJobDefinitionQuery().list().stream()
                .collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId));
        var timers = engine.createJobQuery().timers().withRetriesLeft().active().list().stream()
                .map(job -> new NextDay.Timer(
                        activities.get(job.getJobDefinitionId()),
                        AgencyDays.of(job.getDuedate().toInstant(), clock)))
                .toList();
        return NextDay.after(today(), timers);
    }

    /**
     * Lets every day until then pass, and what is due on them happen.
     *
     * @return what happened, one sentence each; of a day that is reached already, which one it is
     * @throws Refusal when it is no day, or one too far away
     */
    public List<MessageSourceResolvable> goTo(LocalDate day) {
        return due.alone(() -> travel(day));
    }

    private List<MessageSourceResolvable> travel(LocalDate day) {
        if (day == null || day.isAfter(today().plus(FARTHEST))) {
            throw new Refusal("demo.clock.far");
        }
        if (!day.isAfter(today())) {
            return List.of(Meanwhile.sentence("demo.clock.reached", today()));
        }
        var from = clock.instant();
        var morning = AgencyDays.at(day, MORNING, clock);
        due.run();
        for (var next = due(morning); next.isPresent(); next = due(morning)) {
            moveTo(next.get());
            due.run();
        }
        moveTo(morning);
        due.run();
        return meanwhile.since(from);
    }

    private Optional<Instant> due(Instant until) {
        return engine
                .createJobQuery()
                .timers()
                .withRetriesLeft()
                .active()
                .duedateHigherThan(Date.from(clock.instant()))
                .duedateLowerThan(Date.from(until))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst();
    }

    /** Written before anything is dated by it: whoever pulls the plug on the way finds nothing in the future. */
    private void moveTo(Instant moment) {
        var distance = ahead.plus(Duration.between(clock.instant(), moment));
        engine.setProperty(AHEAD, Long.toString(distance.toMillis()));
        set(distance);
    }

    /** One clock for models and domain: the bean reads the engine's. */
    private void set(Duration distance) {
        ahead = distance;
        ClockUtil.offset(distance.toMillis());
    }
}
