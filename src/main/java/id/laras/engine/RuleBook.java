package id.laras.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
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

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final Map<String, String> decisionIds = new ConcurrentHashMap<>();

    RuleBook(@Lazy RepositoryService repository, @Lazy DecisionService decisions) {
        this.repository = repository;
        this.decisions = decisions;
    }

    /**
     * The rows of the table that match.
     *
     * @throws IllegalStateException when the deployment has no such table
     */
    public List<Map<String, Object>> evaluate(DelegateExecution execution, String decision, Map<String, Object> input) {
        var id = decisionIds.computeIfAbsent(execution.getProcessDefinitionId() + "/" + decision, key -> {
            var deployment = repository
                    .getProcessDefinition(execution.getProcessDefinitionId())
                    .getDeploymentId();
            var definition = repository
                    .createDecisionDefinitionQuery()
                    .deploymentId(deployment)
                    .decisionDefinitionKey(decision)
                    .singleResult();
            if (definition == null) {
                throw new IllegalStateException("No decision " + decision + " in deployment " + deployment);
            }
            return definition.getId();
        });
        return decisions
                .evaluateDecisionTableById(id)
                .variables(input)
                .evaluate()
                .getResultList();
    }
}
