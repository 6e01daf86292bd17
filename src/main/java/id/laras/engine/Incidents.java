package id.laras.engine;

import id.laras.rules.Refusal;
import id.laras.security.Actor;
import id.laras.security.Deeds;
import id.laras.security.HrReach;
import id.laras.security.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What failed in the background and waits for somebody to try again; nothing of it is lost meanwhile. */
@Service
@Transactional
public class Incidents {

    private final RuntimeService processes;
    private final ManagementService jobs;
    private final RepositoryService models;
    private final UnitHr units;
    private final HrReach reach;
    private final Deeds deeds;

    Incidents(
            RuntimeService processes,
            ManagementService jobs,
            RepositoryService models,
            UnitHr units,
            HrReach reach,
            Deeds deeds) {
        this.processes = processes;
        this.jobs = jobs;
        this.models = models;
        this.units = units;
        this.reach = reach;
        this.deeds = deeds;
    }

    /**
     * A job that failed as often as it may.
     *
     * @param businessKey evaluation id or calibration id
     * @param process     key of the process definition
     * @param activity    what failed, as the model calls it
     * @param message     of the error, for whoever has to mend it; may be null
     */
    public record OpenIncident(
            String id, String businessKey, String process, String activity, String message, Instant since) {}

    /**
     * Newest first, as far as the actor's role of HR reaches. The copies that the engine reports for every calling process
     * are left out.
     */
    @Transactional(readOnly = true)
    public List<OpenIncident> open(Actor actor) {
        var mine = reach.of(actor);
        var incidents = processes.createIncidentQuery().orderByIncidentTimestamp().desc().list().stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .toList();
        var instances = instances(incidents);
        return incidents.stream()
                .map(incident -> describe(incident, instances.get(incident.getProcessInstanceId())))
                .filter(incident -> isWithin(mine, incident))
                .toList();
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
        var failed = describe(incident, instances(List.of(incident)).get(incident.getProcessInstanceId()));
        if (!isWithin(reach.of(by), failed)) {
            throw new Refusal("engine.incidents.gone");
        }
        jobs.setJobRetries(incident.getConfiguration(), 1);
        deeds.record(
                by.account(),
                "incident.retried",
                failed.businessKey(),
                new Retried(failed.businessKey(), failed.activity()));
    }

    /** What the trail keeps of a second try; the error's words may name people, so they stay out. */
    record Retried(String evaluationId, String activity) {}

    private boolean isWithin(Reach mine, OpenIncident incident) {
        return mine.everywhere()
                || units.unit(incident.businessKey()).filter(mine::covers).isPresent();
    }

    private Map<String, ProcessInstance> instances(List<Incident> incidents) {
        if (incidents.isEmpty()) {
            return Map.of();
        }
        var ids = incidents.stream().map(Incident::getProcessInstanceId).collect(Collectors.toSet());
        return processes.createProcessInstanceQuery().processInstanceIds(Set.copyOf(ids)).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, instance -> instance));
    }

    private OpenIncident describe(Incident incident, ProcessInstance instance) {
        return new OpenIncident(
                incident.getId(),
                instance == null ? null : instance.getBusinessKey(),
                models.getProcessDefinition(incident.getProcessDefinitionId()).getKey(),
                name(incident),
                incident.getIncidentMessage(),
                incident.getIncidentTimestamp().toInstant());
    }

    private String name(Incident incident) {
        var model = models.getBpmnModelInstance(incident.getProcessDefinitionId());
        return model.getModelElementById(incident.getActivityId()) instanceof FlowElement element
                        && element.getName() != null
                ? element.getName()
                : incident.getActivityId();
    }
}
