package id.laras;

import java.sql.Connection;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;

/** What a migration in Java gets of Flyway: a connection, and no configuration, for which none of ours asks. */
public record MigratedOver(Connection getConnection) implements Context {

    @Override
    public Configuration getConfiguration() {
        return null;
    }
}
