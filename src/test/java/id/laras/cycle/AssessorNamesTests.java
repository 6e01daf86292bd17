package id.laras.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.MigratedOver;
import id.laras.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What a database held before the word was one reads on after it. */
@LarasTest
class AssessorNamesTests {

    private static final String OLD_SCORE =
            "insert into score (id, evaluation_id, number, basis, predicate, explanation, calculated_at, decided_by, version)"
                    + " values ('s', 'e', 1, 'ASSESSMENT', 'GOOD', '%s', current_timestamp, 'kabid', 0)";
    private static final String OLD_SKIP =
            "insert into opening_skip (id, opening_id, employee_nip, employee_name, unit_name, reason, version)"
                    + " values ('k', 'o', '1', 'Sri', 'U', 'NO_SUPERVISOR', 0)";

    @Autowired
    Flyway ours;

    @Autowired
    MessageSource messages;

    @Test
    void whatIsStoredSaysTheNewWordAndTwiceIsOnce() throws SQLException {
        var url = TestDatabase.newUrl();
        flyway(url, "330").migrate();
        try (var connection = DriverManager.getConnection(url, TestDatabase.user(), "")) {
            run(
                    connection,
                    TestDatabase.isMariaDb() ? "set foreign_key_checks = 0" : "set referential_integrity false");
            run(connection, OLD_SCORE.formatted(line("supervisorMean")));
            run(connection, OLD_SKIP);

            flyway(url, "341").migrate();
            new AssessorNames().migrate(new MigratedOver(connection));

            assertThat(text(connection, "select explanation from score")).isEqualTo(line("assessorMean"));
            assertThat(messages.getMessage("assessment.line.assessorMean.label", null, Locale.ENGLISH))
                    .isNotBlank();
            assertThat(text(connection, "select reason from opening_skip")).isEqualTo("NO_SUPERIOR");
            for (var column : new String[] {
                "assessor from evaluation", "assessor_name from evaluation", "superior_nip from employee",
                "superior_nip from reporting_line", "rated_by from assessor_rating", "former from assessor_change"
            }) {
                assertThat(text(connection, "select max(" + column.replace(" from", ") from")))
                        .isNull();
            }
        }
    }

    /** As scores keep it, by a key that the bundle knows. */
    private static String line(String name) {
        return "[{\"key\":\"assessment.line." + name + "\",\"args\":[{\"kind\":\"SCORE\",\"text\":\"95.00\"}]}]";
    }

    private Flyway flyway(String url, String target) {
        return Flyway.configure()
                .configuration(ours.getConfiguration())
                .dataSource(url, TestDatabase.user(), "")
                .target(target)
                .load();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}
