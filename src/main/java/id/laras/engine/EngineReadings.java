package id.laras.engine;

import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
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

    private volatile LocalDate day = LocalDate.MIN;

    private final HistoryService history;
    private final RuntimeService processes;
    private final Deeds deeds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EngineReadings(
            @Lazy HistoryService history,
            @Lazy RuntimeService processes,
            Deeds deeds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.history = history;
        this.processes = processes;
        this.deeds = deeds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param path of the API, without ids
     * @param ids  of tasks, instances, variables and the like
     */
    @Transactional
    public void note(Actor actor, String path, Set<String> ids) {
        forgetYesterday();
        var keys = new TreeSet<String>();
        for (var id : ids) {
            if (noted.add(actor.account() + " " + id)) {
                var key = businessKey(id);
                if (key != null) {
                    keys.add(key);
                }
            }
        }
        keys.forEach(
                key -> events.publishEvent(new ProcessRead(key, actor.account(), ProcessRead.ENGINE, clock.instant())));
        var readsEverybodys = actor.is(Role.HR) || actor.is(Role.AUDITOR);
        if (ids.isEmpty() && readsEverybodys && noted.add(actor.account() + " " + path)) {
            deeds.record(actor.account(), "engine.searched", null, new Searched(path));
        }
    }

    /** What the trail keeps of a search. */
    record Searched(String path) {}

    private void forgetYesterday() {
        var today = LocalDate.now(clock);
        if (!today.equals(day)) {
            noted.clear();
            day = today;
        }
    }

    private String businessKey(String id) {
        var instance = instance(id);
        var found = instance == null
                ? null
                : history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult();
        return found == null ? null : found.getBusinessKey();
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
