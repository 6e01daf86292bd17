package id.laras.engine;

import id.laras.rules.CodedMigration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's own tables from the scripts inside its jar, as the first migration: one tool owns every table.
 *
 * <p>On MariaDB the scripts' whole-second times become {@code datetime(3)} and their three-byte {@code utf8} becomes
 * {@code utf8mb4}. Ids that are compared with each other must be collated alike, or every join becomes a full scan, so
 * every {@code create table}, the engine's and ours, names its collation: the database's default is nothing to rely on.
 */
@Component
class EngineTables extends CodedMigration {

    /** In the order of their foreign keys. */
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    EngineTables() {
        // the scripts belong to one version of the engine; a later one brings a migration of its own
        super("001", "engine tables");
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        var connection = context.getConnection();
        var h2 = isH2(context);
        for (var part : PARTS) {
            var script = script(h2 ? "h2" : "mysql", part);
            for (var statement : (h2 ? script : modern(script)).split(";")) {
                if (!statement.isBlank()) {
                    run(connection, statement);
                }
            }
        }
    }

    static String modern(String mysqlScript) {
        return mysqlScript
                .replaceAll("(?i)CHARSET=utf8 COLLATE utf8_bin", "CHARSET=utf8mb4 COLLATE utf8mb4_bin")
                .replaceAll(
                        "(?i)\\b(?:datetime|timestamp)(?=\\s*,|\\s+(?:not\\s+)?null\\b|\\s+default\\b)", "datetime(3)");
    }

    private static String script(String vendor, String part) throws IOException {
        var path = "/org/camunda/bpm/engine/db/create/activiti." + vendor + ".create." + part + ".sql";
        try (InputStream in = EngineTables.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The engine's jar has no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^\\s*--.*$", "");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
