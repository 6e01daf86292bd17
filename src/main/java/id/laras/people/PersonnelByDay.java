package id.laras.people;

import id.laras.security.Personnel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** As {@link ReportingLines#hasLeft}, by accounts. Plain SQL, because the engine asks within its own commands. */
@Component
class PersonnelByDay implements Personnel {

    private static final String LEFT = "select account from employee where ended_on < :today union"
            + " select e.account from absence a join employee e on e.nip = a.employee_nip"
            + " where a.until_day is null and a.from_day <= :today and a.kind in ('RETIRED', 'DIED')";

    private final JdbcClient database;
    private final Clock clock;

    PersonnelByDay(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Set<String> left() {
        return new HashSet<>(database.sql(LEFT)
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list());
    }

    @Override
    public boolean hasLeft(String account) {
        return database.sql("select count(*) from employee e left join absence a on a.employee_nip = e.nip"
                                + " and a.until_day is null and a.from_day <= :today and a.kind in ('RETIRED', 'DIED')"
                                + " where e.account = :account and (e.ended_on < :today or a.id is not null)")
                        .param("account", account)
                        .param("today", LocalDate.now(clock))
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<String> account(String nip) {
        return database.sql("select account from employee where nip = ?")
                .param(nip)
                .query(String.class)
                .optional();
    }
}
