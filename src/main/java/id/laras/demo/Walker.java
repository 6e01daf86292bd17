package id.laras.demo;

import id.laras.cycle.EvaluationId;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.security.Role;
import id.laras.steps.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Completes tasks as the people concerned would, through the same guard, and lets time pass. A step that is not found
 * fails loudly: the models and this story must tell the same.
 */
@Component
@Profile("demo")
class Walker {

    static final String HR = "sdm";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final IdentityService identity;
    private final Accounts accounts;
    private final Clock clock;

    Walker(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService jobs,
            IdentityService identity,
            Accounts accounts,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.jobs = jobs;
        this.identity = identity;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The assignee answers their task, and what follows by itself happens. */
    void answer(EvaluationId evaluation, Step step, String account, Object answer) {
        complete(only(openTasks(evaluation.value(), step).taskAssignee(account), step), account, answer);
    }

    /** HR takes a task of its group and answers. */
    void answerAsHr(EvaluationId evaluation, Step step, Object answer) {
        take(only(openTasks(evaluation.value(), step), step), HR, answer);
    }

    /** Whoever has the task, or may take it, answers. */
    void answer(Task open, String account, Object answer) {
        if (open.getAssignee() == null) {
            take(open, account, answer);
        } else {
            complete(open, account, answer);
        }
    }

    private void take(Task open, String account, Object answer) {
        as(account, () -> tasks.claim(open.getId(), account));
        complete(open, account, answer);
    }

    /** HR holds the calibration of a unit whose evaluations are all there. */
    void calibrate(String unitName, Object answer) {
        var open = only(
                tasks.createTaskQuery()
                        .taskDefinitionKey(Step.CALIBRATE_UNIT.task())
                        .processVariableValueEquals("unitName", unitName),
                Step.CALIBRATE_UNIT);
        take(open, HR, answer);
    }

    /** The accounts that have this task of the evaluation now, in order. */
    List<String> assignees(EvaluationId evaluation, Step step) {
        return openTasks(evaluation.value(), step).list().stream()
                .map(Task::getAssignee)
                .sorted()
                .toList();
    }

    /** Lets a timer of the evaluation go off, whatever its date. */
    void letPass(EvaluationId evaluation, String timer) {
        var due = due(evaluation, timer);
        if (due.size() != 1) {
            throw new IllegalStateException(due.size() + " timers " + timer + " for evaluation " + evaluation);
        }
        jobs.executeJob(due.get(0).getId());
        settle();
    }

    boolean isAwaited(EvaluationId evaluation, String timer) {
        return !due(evaluation, timer).isEmpty();
    }

    private List<Job> due(EvaluationId evaluation, String timer) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(evaluation.value()).list().stream()
                .flatMap(run ->
                        jobs.createJobQuery().processInstanceId(run.getId()).activityId(timer).timers().list().stream())
                .toList();
    }

    /** Moves the clock of the engine and the domain to a day in the past, at office hours. */
    void goTo(LocalDate day) {
        var time = day.atTime(LocalTime.of(9, 30)).atZone(clock.getZone()).toInstant();
        ClockUtil.setCurrentTime(Date.from(time));
    }

    void returnToNow() {
        ClockUtil.reset();
    }

    private TaskQuery openTasks(String businessKey, Step step) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(step.task());
    }

    private static Task only(TaskQuery query, Step step) {
        var found = query.list();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " open tasks " + step);
        }
        return found.get(0);
    }

    private void complete(Task task, String account, Object answer) {
        as(account, () -> tasks.complete(task.getId(), Map.of("answer", answer)));
        settle();
    }

    /** Scoring, announcing, joining: what the job executor would do next. */
    private void settle() {
        List<Job> next;
        while (!(next = jobs.createJobQuery().messages().withRetriesLeft().list()).isEmpty()) {
            next.stream().sorted(Comparator.comparing(Job::getId)).forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private void as(String account, Runnable deed) {
        var groups = accounts.findById(account).map(Account::roles).orElseThrow().stream()
                .map(Role::group)
                .toList();
        identity.setAuthentication(account, groups);
        try {
            deed.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
