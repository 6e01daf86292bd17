package id.laras.demo;

import id.laras.people.Employees;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills an empty database with the demonstration. Runs before the job executor, so that nothing walks on by itself. */
@Component
@Profile("demo")
class DemoData implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final Employees employees;
    private final DemoPeople people;
    private final ClosedCycle closedCycle;
    private final OpenCycle openCycle;

    DemoData(Employees employees, DemoPeople people, ClosedCycle closedCycle, OpenCycle openCycle) {
        this.employees = employees;
        this.people = people;
        this.closedCycle = closedCycle;
        this.openCycle = openCycle;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (employees.count() > 0) {
            return;
        }
        var start = System.nanoTime();
        people.arrive();
        closedCycle.play();
        openCycle.play();
        LOG.info("The demonstration is ready after {} s", (System.nanoTime() - start) / 1_000_000_000);
    }
}
