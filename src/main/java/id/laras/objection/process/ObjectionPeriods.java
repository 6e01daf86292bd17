package id.laras.objection.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.OutageOver;
import id.laras.engine.WholeDays;
import id.laras.objection.ObjectionService;
import id.laras.rules.AgencyDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Silence means consent only of somebody who could have spoken: whoever's last day to object fell into an outage has the
 * whole day after it; and again where another outage took most of the daylight of that one (docs/adr/0088).
 */
@Component
class ObjectionPeriods {

    /** Daylight, all year and everywhere in the country. */
    private static final LocalTime DAWN = LocalTime.of(6, 0);

    private static final LocalTime DUSK = LocalTime.of(18, 0);

    private final ObjectionService objections;
    private final ManagementService jobs;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WholeDays days;
    private final Clock clock;

    ObjectionPeriods(
            ObjectionService objections,
            @Lazy ManagementService jobs,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            WholeDays days,
            Clock clock) {
        this.objections = objections;
        this.jobs = jobs;
        this.runtime = runtime;
        this.tasks = tasks;
        this.days = days;
        this.clock = clock;
    }

    @EventListener
    void on(OutageOver outage) {
        var firstDay = AgencyDays.of(outage.from(), clock);
        var lastDay = AgencyDays.of(outage.until(), clock);
        for (var timer : open()) {
            var ends = days.dayBefore(timer.getDuedate());
            var touched = !ends.isBefore(firstDay) && !ends.isAfter(lastDay);
            if (touched && (!wasProlonged(timer, ends) || tookMostOf(ends, outage))) {
                until(timer, lastDay.plusDays(1));
                objections.prolonged(EvaluationId.of(run(timer)));
            }
        }
    }

    /** Else the period would never end where the servers are switched off every night. */
    private boolean wasProlonged(Job timer, LocalDate ends) {
        var period =
                (String) runtime.getVariable(timer.getProcessInstanceId(), ObjectionProcess.Variables.OBJECTION_PERIOD);
        return reviews(timer).stream()
                .anyMatch(task ->
                        ends.isAfter(days.lastDay(period, task.getCreateTime().toInstant())));
    }

    /** No night takes any of it, and who is at the office has lost the day, though its evening be left. */
    private boolean tookMostOf(LocalDate day, OutageOver outage) {
        var from = later(AgencyDays.at(day, DAWN, clock), outage.from());
        var until = earlier(AgencyDays.at(day, DUSK, clock), outage.until());
        return Duration.between(from, until)
                        .compareTo(Duration.between(DAWN, DUSK).dividedBy(2))
                > 0;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Iterable<Job> open() {
        return jobs.createJobQuery()
                .activityId(ObjectionProcess.Elements.SILENCE_ACCEPTS)
                .timers()
                .list();
    }

    private String run(Job timer) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(timer.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private void until(Job timer, LocalDate lastDay) {
        var end = days.endOf(lastDay);
        jobs.setJobDuedate(timer.getId(), days.timer(end));
        reviews(timer).forEach(task -> {
            task.setDueDate(days.due(end));
            tasks.saveTask(task);
        });
    }

    private List<Task> reviews(Job timer) {
        return tasks.createTaskQuery()
                .processInstanceId(timer.getProcessInstanceId())
                .taskDefinitionKey(ObjectionProcess.Elements.REVIEW_RESULT)
                .list();
    }
}
