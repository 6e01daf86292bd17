package id.laras.substitution;

import id.laras.security.Assessors;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Substitutes do others' tasks: today, or from a day to come. */
@Component
class AssessorsByDate implements Assessors {

    private final JdbcClient database;
    private final Clock clock;

    AssessorsByDate(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean include(String account) {
        return database.sql("select count(*) from substitution"
                                + " where substitute = :account and ended_at is null and last_day >= :today")
                        .param("account", account)
                        .param("today", LocalDate.now(clock))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
