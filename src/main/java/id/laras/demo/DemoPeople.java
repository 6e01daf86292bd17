package id.laras.demo;

import id.laras.intake.PeopleImport;
import id.laras.intake.SourceFile;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.security.AccountService;
import id.laras.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Brings the people in by the importer that HR uses, and lets them log in. */
@Component
@Profile("demo")
class DemoPeople {

    private static final String PASSWORD = "laras-demo";

    private final PeopleImport people;
    private final Employees employees;
    private final AccountService accounts;
    private final Walker walker;
    private final Clock clock;

    DemoPeople(PeopleImport people, Employees employees, AccountService accounts, Walker walker, Clock clock) {
        this.people = people;
        this.employees = employees;
        this.accounts = accounts;
        this.walker = walker;
        this.clock = clock;
    }

    /** Before the first cycle: who answers to whom is known from the day of the import on. */
    void arrive() {
        walker.goTo(LocalDate.of(LocalDate.now(clock).getYear() - 1, 1, 1));
        var report = people.run(file("units.csv"), file("employees.csv"), null);
        walker.returnToNow();
        if (!report.accepted()) {
            throw new IllegalStateException("The demonstration cannot be imported: " + report.errors());
        }
        accounts.grant("sdm", Role.HR);
        accounts.grantUnits("sdmunit", Set.of("DINKES"));
        accounts.grant("timkinerja", Role.PERFORMANCE_TEAM);
        accounts.grant("auditor", Role.AUDITOR);
        accounts.grant("admin", Role.ADMIN);
        accounts.setSharedPassword(
                employees.findAll().stream().map(Employee::account).toList(), PASSWORD);
    }

    private static SourceFile file(String name) {
        try {
            return new SourceFile(name, new ClassPathResource("demo/" + name).getContentAsByteArray());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
