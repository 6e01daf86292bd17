package id.laras.audit;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Lets MariaDB itself refuse to change or remove an entry of the trail, whoever asks. H2 knows no triggers in SQL; it
 * serves for trying out only, where this code is the only one that writes.
 */
@Component
class AppendOnlyTrail implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("121");
    }

    @Override
    public String getDescription() {
        return "append-only trail";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        if ("H2".equals(connection.getMetaData().getDatabaseProductName())) {
            return;
        }
        try (var statement = connection.createStatement()) {
            for (var deed : List.of("update", "delete")) {
                statement.execute("create trigger trail_entry_no_" + deed + " before " + deed
                        + " on trail_entry for each row"
                        + " signal sqlstate '45000' set message_text = 'The trail is append-only'");
            }
        }
    }
}
