package id.laras.demo;

import id.laras.people.Employees;
import id.laras.security.Accounts;
import id.laras.security.DefaultSecret;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database with the demonstration. Runs before the job executor, so that nothing walks on by itself. What
 * was left half filled is not shown as if it were whole, and an agency's database not as a demonstration, not even one that has
 * no more than its first administrator: the application says so and does not start.
 */
@Component
@Profile("demo")
public class DemoData implements InitializingBean, ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private static final String PROPERTY = "laras.demo";
    private static final String BEGUN = "begun";
    private static final String COMPLETE = "complete";

    private final ManagementService engine;
    private final Employees employees;
    private final Accounts accounts;
    private final DemoPeople people;
    private final ClosedCycle closedCycle;
    private final OpenCycle openCycle;

    DemoData(
            ManagementService engine,
            Employees employees,
            Accounts accounts,
            DemoPeople people,
            ClosedCycle closedCycle,
            OpenCycle openCycle) {
        this.engine = engine;
        this.employees = employees;
        this.accounts = accounts;
        this.people = people;
        this.closedCycle = closedCycle;
        this.openCycle = openCycle;
    }

    /** Before anybody is reached: an agency's people can be entered without a password here, and its time moved for good. */
    @Override
    public void afterPropertiesSet() {
        var filled = engine.getProperties().get(PROPERTY);
        if (BEGUN.equals(filled)) {
            throw new IllegalStateException(
                    "The demonstration was interrupted while it was being filled in. "
                            + "Please start anew with bin/run --fresh, or delete the data folder (LARAS_DATA, data/ if not set) and start again.");
        }
        if (!COMPLETE.equals(filled) && employees.count() + accounts.count() > 0) {
            throw new DefaultSecret(
                    "This database holds people or accounts that are not the demonstration's: start without the demo"
                            + " profile, or with it on an empty database.");
        }
    }

    /** False while it is being filled: pages answer already then, and the clock goes from one day of the past to the next. */
    public boolean isReady() {
        return COMPLETE.equals(engine.getProperties().get(PROPERTY));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (isReady()) {
            return;
        }
        var start = System.nanoTime();
        engine.setProperty(PROPERTY, BEGUN);
        people.arrive();
        closedCycle.play();
        openCycle.play();
        engine.setProperty(PROPERTY, COMPLETE);
        LOG.info("The demonstration is ready after {} s", (System.nanoTime() - start) / 1_000_000_000);
    }
}
