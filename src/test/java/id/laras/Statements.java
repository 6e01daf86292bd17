package id.laras;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what the database is asked, whoever asks: Hibernate, the engine or plain SQL. The database counts itself. */
final class Statements {

    private static final String COUNTED_BY_H2 = "select coalesce(sum(execution_count), 0)"
            + " from information_schema.query_statistics where sql_statement like 'select%'";

    private final JdbcClient database;

    Statements(JdbcClient database) {
        this.database = database;
    }

    /** How many selects the deed takes. */
    long during(Runnable deed) {
        if (TestDatabase.isMariaDb()) {
            var before = countedByMariaDb();
            deed.run();
            // The second count counts itself.
            return countedByMariaDb() - before - 1;
        }
        database.sql("set query_statistics_max_entries 10000").update();
        database.sql("set query_statistics false").update();
        database.sql("set query_statistics true").update();
        try {
            deed.run();
            return database.sql(COUNTED_BY_H2).query(Long.class).single();
        } finally {
            // every statement of every later test would be counted too, which takes longer than most of them
            database.sql("set query_statistics false").update();
        }
    }

    private long countedByMariaDb() {
        return database.sql(
                        "select variable_value from information_schema.global_status where variable_name = 'COM_SELECT'")
                .query(Long.class)
                .single();
    }
}
