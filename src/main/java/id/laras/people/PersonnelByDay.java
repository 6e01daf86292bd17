package id.laras.people;

import id.laras.security.Personnel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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

    private static final String ABSENT = "select e.account, a.kind, a.from_day from absence a"
            + " join employee e on e.nip = a.employee_nip where a.kind in ('MOVED', 'LONG_LEAVE')"
            + " and a.from_day <= :today and (a.until_day is null or a.until_day > :today)";

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
    public Map<String, Absent> absent() {
        Map<String, Absent> found = new HashMap<>();
        database.sql(ABSENT).param("today", LocalDate.now(clock)).query(row -> {
            found.merge(row.getString(1), absent(row), PersonnelByDay::graver);
        });
        return found;
    }

    @Override
    public Optional<Absent> absent(String account) {
        return database
                .sql(ABSENT + " and e.account = :account")
                .param("today", LocalDate.now(clock))
                .param("account", account)
                .query((row, number) -> absent(row))
                .list()
                .stream()
                .reduce(PersonnelByDay::graver);
    }

    private static Absent absent(ResultSet row) throws SQLException {
        var kind = row.getString(2).equals("MOVED") ? Absent.Kind.MOVED : Absent.Kind.ON_LEAVE;
        return new Absent(kind, row.getObject(3, LocalDate.class));
    }

    /** Who moved away while on leave does not come back to the office. */
    private static Absent graver(Absent one, Absent other) {
        return one.kind() == Absent.Kind.MOVED ? one : other;
    }

    @Override
    public Optional<String> account(String nip) {
        return database.sql("select account from employee where nip = ?")
                .param(nip)
                .query(String.class)
                .optional();
    }
}
