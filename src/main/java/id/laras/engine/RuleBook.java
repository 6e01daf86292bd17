package id.laras.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Evaluates a decision table of the very deployment that the running process belongs to: one deployment is one
 * consistent rule book, and a running evaluation stays on its own until it is migrated.
 */
@Component
public class RuleBook {

    /** Name of the deployments that are whole rule books. */
    public static final String DEPLOYMENT = "Laras";

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final ProcessEngine engine;
    private final Map<String, String> decisionIds = new ConcurrentHashMap<>();

    RuleBook(@Lazy RepositoryService repository, @Lazy DecisionService decisions, @Lazy ProcessEngine engine) {
        this.repository = repository;
        this.decisions = decisions;
        this.engine = engine;
    }

    /**
     * The rows of the table that match.
     *
     * @throws IllegalStateException when the deployment has no such table
     */
    public List<Map<String, Object>> evaluate(DelegateExecution execution, String decision, Map<String, Object> input) {
        return evaluateFor(execution.getProcessDefinitionId(), decision, input);
    }

    /**
     * As above, for what a form shows. Whoever may see the form may see what the table says, whether or not they may
     * evaluate tables themselves; so the engine does not ask again.
     */
    public List<Map<String, Object>> evaluate(String taskId, String decision, Map<String, Object> input) {
        return AsApplication.call(engine, context -> {
            var task = context.getTaskManager().findTaskById(taskId);
            return evaluateFor(task.getProcessDefinitionId(), decision, input);
        });
    }

    private List<Map<String, Object>> evaluateFor(
            String processDefinitionId, String decision, Map<String, Object> input) {
        var id = decisionIds.computeIfAbsent(
                processDefinitionId + "/" + decision, key -> find(processDefinitionId, decision));
        return decisions
                .evaluateDecisionTableById(id)
                .variables(input)
                .evaluate()
                .getResultList();
    }

    private String find(String processDefinitionId, String decision) {
        var deployment = repository.getProcessDefinition(processDefinitionId).getDeploymentId();
        var definition = repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey(decision)
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("No decision " + decision + " in deployment " + deployment);
        }
        return definition.getId();
    }
}
