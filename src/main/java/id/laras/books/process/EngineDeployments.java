package id.laras.books.process;

import id.laras.books.Deployments;
import id.laras.engine.RuleBook;
import id.laras.steps.ProcessModel;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that is deployed under the name of the rule book. */
@Component
class EngineDeployments implements Deployments {

    /** Two of the same millisecond have an order too. */
    private static final Comparator<Deployment> BY_TIME =
            Comparator.comparing(Deployment::madeAt).thenComparing(Deployment::id);

    private final RepositoryService models;
    private final JdbcClient database;

    EngineDeployments(@Lazy RepositoryService models, JdbcClient database) {
        this.models = models;
        this.database = database;
    }

    @Override
    public List<Deployment> ofRuleBooks() {
        return models.createDeploymentQuery().deploymentName(RuleBook.DEPLOYMENT).list().stream()
                .map(each ->
                        new Deployment(each.getId(), each.getDeploymentTime().toInstant()))
                .sorted(BY_TIME)
                .toList();
    }

    @Override
    public Map<String, byte[]> files(String deploymentId) {
        return models.getDeploymentResources(deploymentId).stream()
                .collect(Collectors.toMap(Resource::getName, Resource::getBytes));
    }

    /** Plain SQL: the engine's own query counts for one definition at a time. */
    @Override
    public Map<String, Long> evaluations(Collection<String> deploymentIds) {
        var running = new HashMap<String, Long>();
        if (!deploymentIds.isEmpty()) {
            database.sql("select d.DEPLOYMENT_ID_, count(*) from ACT_RE_PROCDEF d join ACT_RU_EXECUTION e"
                            + " on e.PROC_DEF_ID_ = d.ID_ where d.KEY_ = :evaluation and d.DEPLOYMENT_ID_ in (:ids)"
                            + " and e.PARENT_ID_ is null group by d.DEPLOYMENT_ID_")
                    .param("evaluation", ProcessModel.EVALUATION.key())
                    .param("ids", deploymentIds)
                    .query(row -> {
                        running.put(row.getString(1), row.getLong(2));
                    });
        }
        return running;
    }
}
