package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.TestDatabase;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's tables as our first migration makes them. */
@LarasTest
@Tag("database")
class EngineTablesTests {

    @Autowired
    JdbcClient database;

    @Autowired
    ManagementService engine;

    @Test
    void timesGetMillisecondsAndTextsGetEveryCharacter() {
        assertThat(EngineTables.modern("a timestamp not null, b datetime, c datetime NULL, TIMESTAMP_ varchar(1),\n"
                        + ") ENGINE=InnoDB DEFAULT CHARSET=utf8 COLLATE utf8_bin"))
                .isEqualTo("a datetime(3) not null, b datetime(3), c datetime(3) NULL, TIMESTAMP_ varchar(1),\n"
                        + ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE utf8mb4_bin");
    }

    @Test
    void theTablesAreOfTheVersionOfTheEngine() {
        assertThat(engine.getProperties()).containsKey("schema.version");
        assertThat(engine.getTableCount()).hasSizeGreaterThan(40);
    }

    @Test
    void onMariaDbAllTablesCollateAlikeAndKeepMilliseconds() {
        assertThat(columns("lower(table_name) = 'act_ru_task' and lower(column_name) = 'due_date_'"))
                .hasSize(1);
        if (TestDatabase.isMariaDb()) {
            // Flyway's own table takes the database's default; nothing of ours is ever compared with it.
            var ours = " and table_name <> 'flyway_schema_history'";
            assertThat(columns("collation_name is not null and collation_name <> 'utf8mb4_bin'" + ours))
                    .isEmpty();
            assertThat(columns("data_type in ('datetime', 'timestamp') and datetime_precision <> 3" + ours))
                    .isEmpty();
        }
    }

    @Test
    void onMariaDbNoStatementOutlivesWhoAskedForIt() {
        if (TestDatabase.isMariaDb()) {
            assertThat(database.sql("select @@session.max_statement_time")
                            .query(BigDecimal.class)
                            .single())
                    .isEqualByComparingTo("120");
        }
    }

    private Set<String> columns(String where) {
        var found = new TreeSet<String>();
        database.sql("select table_name, column_name from information_schema.columns where table_schema = schema() and "
                        + where)
                .query((row, number) -> found.add(row.getString(1) + "." + row.getString(2)))
                .list();
        return found;
    }
}
