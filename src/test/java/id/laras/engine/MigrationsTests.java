package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.laras.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our migrations on a database of their own, whose default collation on MariaDB is another one. */
@Tag("database")
class MigrationsTests {

    private static Flyway flyway;

    @BeforeAll
    static void migrate() throws SQLException {
        var url = TestDatabase.isMariaDb() ? TestDatabase.newLatinMariaDbUrl() : TestDatabase.newUrl();
        flyway = Flyway.configure()
                .dataSource(url, TestDatabase.user(), "")
                .javaMigrations(new EngineTables())
                .locations("classpath:db/migration")
                .load();
        flyway.migrate();
    }

    @Test
    void theDatabasesDefaultReachesNoColumn() throws SQLException {
        if (TestDatabase.isMariaDb()) {
            assertThat(strings("select distinct default_collation_name from information_schema.schemata"
                            + " where schema_name = database()"))
                    .containsExactly("latin1_swedish_ci");
            // Flyway's own table takes the default; nothing of ours is ever compared with it.
            var ours = " and table_schema = database() and table_name <> 'flyway_schema_history'";
            assertThat(strings("select distinct table_collation from information_schema.tables where true" + ours))
                    .containsExactly("utf8mb4_bin");
            assertThat(strings("select distinct collation_name from information_schema.columns"
                            + " where collation_name is not null" + ours))
                    .containsExactly("utf8mb4_bin");
        }
    }

    @Test
    void aDatabaseMadeByTheOldScriptsStillStarts() throws SQLException {
        for (var old : Migrations.BEFORE_COLLATIONS.entrySet()) {
            assertThat(setChecksum(old.getKey(), old.getValue()))
                    .as(old.getKey())
                    .isEqualTo(1);
        }
        assertThatThrownBy(flyway::migrate).isInstanceOf(FlywayValidateException.class);

        Migrations.correctChecksums(flyway);

        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    @Test
    void anyOtherEditOfAScriptThatHasRunIsRefused() throws SQLException {
        var right = checksum("010");
        setChecksum("010", 1);
        try {
            Migrations.correctChecksums(flyway);
            assertThatThrownBy(flyway::migrate).isInstanceOf(FlywayValidateException.class);
        } finally {
            setChecksum("010", right);
        }
    }

    private static int checksum(String version) {
        for (var migration : flyway.info().applied()) {
            if (migration.getVersion().getVersion().equals(version)) {
                return migration.getResolvedChecksum();
            }
        }
        throw new AssertionError(version);
    }

    private static int setChecksum(String version, int checksum) throws SQLException {
        var quote = TestDatabase.isMariaDb() ? "`" : "\"";
        var update = "update 'flyway_schema_history' set 'checksum' = ? where 'version' = ?".replace("'", quote);
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.prepareStatement(update)) {
            statement.setInt(1, checksum);
            statement.setString(2, version);
            return statement.executeUpdate();
        }
    }

    private static List<String> strings(String query) throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
