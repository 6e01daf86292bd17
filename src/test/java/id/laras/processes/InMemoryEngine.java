package id.laras.processes;

import java.io.File;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;

/**
 * One bare engine in memory for all process tests of a JVM, with the models deployed once as one rule book. Jobs run
 * only when a test says so.
 */
final class InMemoryEngine extends StandaloneInMemProcessEngineConfiguration {

    private static final InMemoryEngine SHARED = new InMemoryEngine();

    private ProcessEngine built;

    private InMemoryEngine() {
        setProcessEngineName("process-tests");
        setJdbcUrl("jdbc:h2:mem:process-tests;DB_CLOSE_DELAY=-1");
        setJobExecutorActivate(false);
        setExpressionManager(new MockExpressionManager());
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(this);
    }

    static InMemoryEngine shared() {
        return SHARED;
    }

    @Override
    public synchronized ProcessEngine buildProcessEngine() {
        if (built == null) {
            built = super.buildProcessEngine();
            var ruleBook = built.getRepositoryService().createDeployment().name("processes");
            for (var model : new File("processes").list()) {
                ruleBook.addClasspathResource("processes/" + model);
            }
            ruleBook.deploy();
        }
        return built;
    }
}
