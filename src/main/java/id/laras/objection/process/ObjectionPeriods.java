package id.laras.objection.process;

import id.laras.cycle.EvaluationId;
import id.laras.engine.OutageOver;
import id.laras.engine.WholeDays;
import id.laras.objection.ObjectionService;
import java.time.Clock;
import java.time.LocalDate;
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
 * whole day after it, once; and again for a day that was lost as a whole (docs/adr/0088).
 */
@Component
class ObjectionPeriods {

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
        var firstDay = LocalDate.ofInstant(outage.from(), clock.getZone());
        var lastDay = LocalDate.ofInstant(outage.until(), clock.getZone());
        for (var timer : open()) {
            var ends = lastDayOf(timer);
            var touched = !ends.isBefore(firstDay) && !ends.isAfter(lastDay);
            if (touched && (!wasProlonged(timer, ends) || tookAllOf(ends, outage))) {
                until(timer, lastDay.plusDays(1));
                objections.prolonged(EvaluationId.of(run(timer)));
            } else if (timer.getDuedate().before(days.timer(days.endOf(ends)))) {
                // set to the second by a release before whole days were counted
                until(timer, ends);
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

    private boolean tookAllOf(LocalDate day, OutageOver outage) {
        return !outage.from().isAfter(day.atStartOfDay(clock.getZone()).toInstant())
                && !outage.until()
                        .isBefore(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    private Iterable<Job> open() {
        return jobs.createJobQuery()
                .activityId(ObjectionProcess.Elements.SILENCE_ACCEPTS)
                .timers()
                .list();
    }

    /** A timer fires with the end of its day, which is the beginning of another. */
    private LocalDate lastDayOf(Job timer) {
        return LocalDate.ofInstant(timer.getDuedate().toInstant().minusMillis(1), clock.getZone());
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
