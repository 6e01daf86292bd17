package id.laras.cycle;

import id.laras.rules.CodedMigration;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Whoever approves, rates and confirms is the assessor in the tables too, and whom a reporting line leads to is the superior
 * (docs/adr/0126-one-word-for-the-assessor.md). In Java, because the two databases say a renaming differently. Can be run again:
 * MariaDB takes back no statement of a migration that broke off.
 */
@Component
class AssessorNames extends CodedMigration {

    private static final Map<String, String> TABLES =
            Map.of("supervisor_rating", "assessor_rating", "supervisor_change", "assessor_change");

    private record Column(String table, String before, String name) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("evaluation", "supervisor", "assessor"),
            new Column("evaluation", "supervisor_name", "assessor_name"),
            new Column("employee", "supervisor_nip", "superior_nip"),
            new Column("reporting_line", "supervisor_nip", "superior_nip"),
            new Column("assessor_rating", "rater", "rated_by"));

    AssessorNames() {
        super("341", "assessor names");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var column = isH2(context)
                ? "alter table %s alter column if exists %s rename to %s"
                : "alter table %s rename column if exists %s to %s";
        try (var statement = context.getConnection().createStatement()) {
            for (var table : TABLES.entrySet()) {
                statement.execute("alter table if exists %s rename to %s".formatted(table.getKey(), table.getValue()));
            }
            for (var one : COLUMNS) {
                statement.execute(column.formatted(one.table(), one.before(), one.name()));
            }
            renameWhatIsStored(statement);
        }
    }

    private static void renameWhatIsStored(Statement statement) throws SQLException {
        statement.execute("update opening_skip set reason = 'NO_SUPERIOR' where reason = 'NO_SUPERVISOR'");
        statement.execute("update score set explanation"
                + " = replace(explanation, 'assessment.line.supervisorMean', 'assessment.line.assessorMean')"
                + " where explanation like '%assessment.line.supervisorMean%'");
    }
}
