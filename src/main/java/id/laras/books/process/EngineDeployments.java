package id.laras.books.process;

import id.laras.books.BookFault;
import id.laras.books.BookRefused;
import id.laras.books.Deployments;
import id.laras.engine.BookDeployment;
import id.laras.engine.LostRaces;
import id.laras.engine.RuleBook;
import id.laras.steps.ProcessModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that is deployed under the name of the rule book. */
@Component
class EngineDeployments implements Deployments {

    /** Two of the same millisecond have an order too. */
    private static final Comparator<Deployment> BY_TIME =
            Comparator.comparing(Deployment::madeAt).thenComparing(Deployment::id);

    private final RepositoryService models;
    private final BookDeployment books;
    private final JdbcClient database;
    private final TransactionTemplate apart;

    EngineDeployments(
            @Lazy RepositoryService models,
            @Lazy BookDeployment books,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.models = models;
        this.books = books;
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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

    @Override
    public Made deploy(Map<String, byte[]> files, String source) {
        try {
            var made = books.deploy(files, source);
            return new Made(
                    new Deployment(made.getId(), made.getDeploymentTime().toInstant()), definitions(made));
        } catch (ParseException refused) {
            throw new BookRefused(refused.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream()
                            .map(error -> new BookFault(
                                    "ENGINE",
                                    report.getResourceName(),
                                    error.getMainElementId(),
                                    null,
                                    List.of(),
                                    List.of(error.getMessage()))))
                    .toList());
        } catch (ProcessEngineException failure) {
            // somebody else deploys: nothing is wrong with the book
            if (LostRaces.isBusy(failure)) {
                throw new CannotAcquireLockException("Another deployment is under way", failure);
            }
            throw refused(failure);
        }
    }

    /** The engine wraps the refusal of its gate; else it says in English what no check of ours knows, e.g. of a table. */
    private static BookRefused refused(ProcessEngineException failure) {
        var refused = BookRefused.in(failure);
        return refused != null
                ? refused
                : new BookRefused(List.of(BookFault.ofFile("ENGINE", null, failure.getMessage())));
    }

    @Override
    public void tryOut(Map<String, byte[]> files) {
        apart.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            deploy(files, null);
        });
    }

    private static List<Definition> definitions(DeploymentWithDefinitions made) {
        var definitions = new ArrayList<Definition>();
        add(made.getDeployedProcessDefinitions(), false, definitions);
        add(made.getDeployedDecisionDefinitions(), true, definitions);
        return definitions;
    }

    private static void add(List<? extends ResourceDefinition> found, boolean tables, List<Definition> definitions) {
        if (found != null) {
            found.forEach(each -> definitions.add(new Definition(
                    each.getId(), each.getKey(), each.getName(), each.getVersion(), each.getResourceName(), tables)));
        }
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
