package id.laras.engine;

import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes down what somebody read through Camunda's own API, once a day: of which evaluation, when he asked for it by an id;
 * else, for those who may read everybody's, that he searched and where. Which rows a search showed him is not known.
 */
@Component
class EngineReadings {

    /** Keys that this server has noted already on a day, so that Tasklist's many calls cost nothing; forgotten daily. */
    private final Set<String> noted = ConcurrentHashMap.newKeySet();

    /** Beyond it the trail itself is asked whether a reading stands there. */
    private static final int MOST_NOTED = 100_000;

    private volatile LocalDate day = LocalDate.MIN;

    private final HistoryService history;
    private final RuntimeService processes;
    private final HumanSteps steps;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EngineReadings(
            @Lazy HistoryService history,
            @Lazy RuntimeService processes,
            HumanSteps steps,
            Deeds deeds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.history = history;
        this.processes = processes;
        this.steps = steps;
        this.deeds = deeds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param path    of the API, without ids
     * @param inPath  ids of tasks, instances, variables and the like: whoever may not read them is not answered
     * @param inQuery ids that a search was narrowed by: it answers everybody, with what he may read
     */
    @Transactional
    public void note(Actor actor, String path, Set<String> inPath, Set<String> inQuery) {
        forgetYesterday();
        var readsEverybodys = actor.is(Role.HR) || actor.is(Role.AUDITOR);
        var ids = new TreeSet<>(inPath);
        if (readsEverybodys) {
            ids.addAll(inQuery);
        }
        ids.removeIf(id -> noted.contains(actor.account() + " " + id));
        ids.stream()
                .flatMap(id -> businessKey(id).stream())
                .distinct()
                .forEach(key -> events.publishEvent(
                        new ProcessRead(key, actor.account(), ProcessRead.ENGINE, clock.instant())));
        ids.forEach(id -> noted.add(actor.account() + " " + id));
        if (inPath.isEmpty() && inQuery.isEmpty() && readsEverybodys && noted.add(actor.account() + " " + path)) {
            deeds.record(actor.account(), "engine.searched", null, new Searched(path));
        }
    }

    /** What the trail keeps of a search. */
    record Searched(String path) {}

    private void forgetYesterday() {
        var today = LocalDate.now(clock);
        if (!today.equals(day) || noted.size() > MOST_NOTED) {
            noted.clear();
            day = today;
        }
    }

    /**
     * Not of a process with confidential steps: nobody reads those but whose task it is, whose form is noted down as such; and
     * who has a task in it is the secret itself.
     */
    private Optional<String> businessKey(String id) {
        return Optional.ofNullable(instance(id))
                .map(instance -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult())
                .filter(found -> !steps.anyConfidential(found.getProcessDefinitionKey()))
                .map(HistoricProcessInstance::getBusinessKey);
    }

    /** Of whatever the id is; null when it is none of these, e.g. of a filter. */
    private String instance(String id) {
        if (history.createHistoricProcessInstanceQuery().processInstanceId(id).count() > 0) {
            return id;
        }
        var task = history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        if (task != null) {
            return task.getProcessInstanceId();
        }
        var variable =
                history.createHistoricVariableInstanceQuery().variableId(id).singleResult();
        if (variable != null) {
            return variable.getProcessInstanceId();
        }
        var execution = processes.createExecutionQuery().executionId(id).singleResult();
        if (execution != null) {
            return execution.getProcessInstanceId();
        }
        var activity = history.createHistoricActivityInstanceQuery()
                .activityInstanceId(id)
                .singleResult();
        return activity == null ? null : activity.getProcessInstanceId();
    }
}
