package id.laras.engine;

import id.laras.rules.Pages;
import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.HrReach;
import id.laras.security.Reach;
import id.laras.steps.TrailEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What failed in the background and waits for somebody to try again; nothing of it is lost meanwhile. */
@Service
@Transactional
public class Incidents {

    /** An incident itself, not what the calling processes report of it. */
    private static final String ROOTS = "where i.ID_ = i.ROOT_CAUSE_INCIDENT_ID_";

    private static final String NEWEST_FIRST = ROOTS + " order by i.INCIDENT_TIMESTAMP_ desc, i.ID_";

    private final RuntimeService processes;
    private final ManagementService jobs;
    private final RepositoryService models;
    private final UnitHr units;
    private final HrReach reach;
    private final TaskNames names;
    private final Deeds deeds;
    private final JdbcClient database;

    Incidents(
            RuntimeService processes,
            ManagementService jobs,
            RepositoryService models,
            UnitHr units,
            HrReach reach,
            TaskNames names,
            Deeds deeds,
            JdbcClient database) {
        this.processes = processes;
        this.jobs = jobs;
        this.models = models;
        this.units = units;
        this.reach = reach;
        this.names = names;
        this.deeds = deeds;
        this.database = database;
    }

    /**
     * A job that failed as often as it may.
     *
     * @param businessKey evaluation id or calibration id
     * @param process     key of the process definition
     * @param activity    what failed, by its name in the reader's language
     * @param message     of the error, for whoever has to mend it; may be null
     */
    public record OpenIncident(
            String id, String businessKey, String process, String activity, String message, Instant since) {}

    /**
     * Newest first, as far as the actor's role of HR reaches. The copies that the engine reports for every calling process
     * are left out. Plain SQL, because the engine's own query can neither leave them out nor be cut into pages then.
     */
    @Transactional(readOnly = true)
    public Page<OpenIncident> open(Actor actor, Pageable page) {
        var mine = reach.of(actor);
        if (mine.everywhere()) {
            var cut = page.isUnpaged() ? "" : " limit " + page.getPageSize() + " offset " + page.getOffset();
            return new PageImpl<>(described(NEWEST_FIRST + cut, List.of()), page, count());
        }
        var within = Pages.cut(within(mine), page);
        var found = within.isEmpty()
                ? Map.<String, OpenIncident>of()
                : described("where i.ID_ in (:ids)", within.getContent()).stream()
                        .collect(Collectors.toMap(OpenIncident::id, Function.identity()));
        return within.map(found::get);
    }

    /** How many {@link #open} tells of. */
    @Transactional(readOnly = true)
    public long count(Actor actor) {
        var mine = reach.of(actor);
        return mine.everywhere() ? count() : within(mine).size();
    }

    private long count() {
        return database.sql("select count(*) from ACT_RU_INCIDENT i " + ROOTS)
                .query(Long.class)
                .single();
    }

    /** Ids of the incidents whose units are covered. */
    private List<String> within(Reach mine) {
        if (mine.units().isEmpty()) {
            return List.of();
        }
        Map<String, String> keys = new LinkedHashMap<>();
        database.sql("select i.ID_, p.BUSINESS_KEY_ from ACT_RU_INCIDENT i join ACT_RU_EXECUTION p"
                        + " on p.ID_ = i.PROC_INST_ID_ " + NEWEST_FIRST)
                .query(row -> {
                    keys.put(row.getString(1), row.getString(2));
                });
        var homes = units.units(
                Set.copyOf(keys.values().stream().filter(Objects::nonNull).collect(Collectors.toSet())));
        return keys.entrySet().stream()
                .filter(incident -> mine.covers(homes.get(incident.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<OpenIncident> described(String which, List<String> ids) {
        return database.sql(
                        "select i.ID_, p.BUSINESS_KEY_, i.PROC_DEF_ID_, i.ACTIVITY_ID_, i.INCIDENT_MSG_, i.INCIDENT_TIMESTAMP_"
                                + " from ACT_RU_INCIDENT i left join ACT_RU_EXECUTION p on p.ID_ = i.PROC_INST_ID_ "
                                + which)
                .param("ids", ids)
                .query((row, number) -> new OpenIncident(
                        row.getString(1),
                        row.getString(2),
                        models.getProcessDefinition(row.getString(3)).getKey(),
                        names.of(row.getString(4), name(row.getString(3), row.getString(4))),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    /**
     * Lets the failed job run once more.
     *
     * @throws Refusal when the incident is gone, e.g. because a colleague was faster, or beyond the reach of this actor
     */
    public void retry(String incidentId, Actor by) {
        var incident = processes.createIncidentQuery().incidentId(incidentId).singleResult();
        if (incident == null || !Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType())) {
            throw new Refusal("engine.incidents.gone");
        }
        var failed = described("where i.ID_ in (:ids)", List.of(incidentId)).get(0);
        if (!isWithin(reach.of(by), failed)) {
            throw new Refusal("engine.incidents.gone");
        }
        jobs.setJobRetries(incident.getConfiguration(), 1);
        deeds.record(
                by.account(),
                TrailEvent.INCIDENT_RETRIED,
                failed.businessKey(),
                new Retried(failed.businessKey(), name(incident.getProcessDefinitionId(), incident.getActivityId())));
    }

    /** What the trail keeps of a second try, as the model calls it; the error's words may name people, so they stay out. */
    record Retried(String evaluationId, String activity) {}

    private boolean isWithin(Reach mine, OpenIncident incident) {
        return mine.everywhere()
                || units.unit(incident.businessKey()).filter(mine::covers).isPresent();
    }

    private String name(String definition, String activity) {
        var model = models.getBpmnModelInstance(definition);
        return model.getModelElementById(activity) instanceof FlowElement element && element.getName() != null
                ? element.getName()
                : activity;
    }
}
