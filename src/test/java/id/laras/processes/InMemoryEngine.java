package id.laras.processes;

import id.laras.engine.WholeDays;
import java.io.File;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;

/**
 * One bare engine in memory for all process tests of a JVM, with the models deployed once as one rule book. Jobs run
 * only when a test says so.
 */
final class InMemoryEngine extends StandaloneInMemProcessEngineConfiguration {

    static final ZoneId HOME = ZoneId.of("Asia/Jakarta");

    private static final InMemoryEngine SHARED = new InMemoryEngine();

    private ZoneId zone = HOME;
    private ProcessEngine built;

    private InMemoryEngine() {
        setProcessEngineName("process-tests");
        setJdbcUrl("jdbc:h2:mem:process-tests;DB_CLOSE_DELAY=-1");
        setJobExecutorActivate(false);
        setBusinessCalendarManager(new WholeDays(new MovableClock(() -> zone)).calendars());
        setExpressionManager(new MockExpressionManager());
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(this);
    }

    static InMemoryEngine shared() {
        return SHARED;
    }

    /** The agency's zone; whoever changes it changes it back. */
    static void moveTo(ZoneId zone) {
        SHARED.zone = zone;
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

    /** The engine's time, where the agency is at the moment. */
    private static final class MovableClock extends Clock {

        private final Supplier<ZoneId> zone;

        MovableClock(Supplier<ZoneId> zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone.get();
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new MovableClock(() -> other);
        }

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant();
        }
    }
}
