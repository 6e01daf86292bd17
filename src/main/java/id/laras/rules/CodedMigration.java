package id.laras.rules;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** A migration that SQL alone cannot say for both databases, as triggers, which H2 does not know in SQL. */
public abstract class CodedMigration implements JavaMigration {

    private final MigrationVersion version;
    private final String description;

    /** @param description stands in every database that was migrated: it must never change */
    protected CodedMigration(String version, String description) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
    }

    @Override
    public final MigrationVersion getVersion() {
        return version;
    }

    @Override
    public final String getDescription() {
        return description;
    }

    /** Code has none. */
    @Override
    public final Integer getChecksum() {
        return null;
    }

    @Override
    public final boolean canExecuteInTransaction() {
        return true;
    }

    protected static boolean isH2(Context context) throws SQLException {
        return "H2".equals(context.getConnection().getMetaData().getDatabaseProductName());
    }
}
