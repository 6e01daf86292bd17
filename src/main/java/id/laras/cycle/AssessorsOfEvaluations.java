package id.laras.cycle;

import id.laras.security.Assessors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Superiors, and theirs, in evaluations that are not closed. */
@Component
class AssessorsOfEvaluations implements Assessors {

    private final JdbcClient database;

    AssessorsOfEvaluations(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean include(String account) {
        return database.sql("select count(*) from evaluation where stage <> 'CLOSED'"
                                + " and (assessor = :account or superior = :account)")
                        .param("account", account)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
