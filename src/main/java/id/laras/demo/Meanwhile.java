package id.laras.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.annotation.Profile;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Says what has happened by itself, from what the engine has written down. */
@Component
@Profile("demo")
class Meanwhile {

    private final HistoryService history;
    private final RuntimeService runtime;

    Meanwhile(HistoryService history, RuntimeService runtime) {
        this.history = history;
        this.runtime = runtime;
    }

    List<MessageSourceResolvable> since(Instant from) {
        var begin = Date.from(from);
        var timers = Stream.of("boundaryTimer", "intermediateTimer")
                .flatMap(type ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .activityType(type)
                                .finishedAfter(begin)
                                .list()
                                .stream())
                .filter(timer -> !timer.isCanceled())
                .collect(Collectors.groupingBy(
                        HistoricActivityInstance::getActivityId, TreeMap::new, Collectors.counting()));
        var tasks = history.createHistoricTaskInstanceQuery()
                .startedAfter(begin)
                .unfinished()
                .count();
        // the processes that called the one that failed have each an incident too
        var failed = runtime.createIncidentQuery().incidentTimestampAfter(begin).list().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .count();
        return told(timers, tasks, failed);
    }

    /**
     * @param timers how many of each went off, by their ids in the models
     * @param tasks  that are new and open
     * @param failed jobs that left an incident
     */
    static List<MessageSourceResolvable> told(Map<String, Long> timers, long tasks, long failed) {
        List<MessageSourceResolvable> told = new ArrayList<>();
        if (failed > 0) {
            told.add(sentence("demo.happened.failed", failed));
        }
        timers.forEach((timer, number) -> told.add(sentence("demo.happened." + timer, number)));
        if (tasks > 0) {
            told.add(sentence("demo.happened.tasks", tasks));
        }
        return told.isEmpty() ? List.of(sentence("demo.happened.nothing")) : told;
    }

    static MessageSourceResolvable sentence(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments);
    }
}
