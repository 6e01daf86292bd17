package id.laras.people;

import id.laras.security.Assessors;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Superiors of somebody by the lines, and who acts for one: when a cycle opens, they assess. */
@Component
class SuperiorsByLines implements Assessors {

    private final JdbcClient database;
    private final Clock clock;

    SuperiorsByLines(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who rates somebody now is known to the evaluations themselves. */
    @Override
    public boolean include(String account) {
        return false;
    }

    @Override
    public boolean willInclude(String account) {
        return database.sql("select (select count(*) from employee e join employee head on head.nip = e.superior_nip"
                                + " where head.account = :account)"
                                + " + (select count(*) from official_acting s join employee e on e.nip = s.acting_nip"
                                + " where e.account = :account and (s.last_day is null or s.last_day >= :today))")
                        .param("account", account)
                        .param("today", LocalDate.now(clock))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
