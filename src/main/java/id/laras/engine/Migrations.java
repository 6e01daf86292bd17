package id.laras.engine;

import static java.util.Map.entry;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates when no other server is starting. Databases made before every table named its collation know these scripts by
 * other checksums: exactly those are corrected, so that Flyway still refuses any other edit of a script that has run.
 */
@Component
class Migrations implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    /** Checksums of the scripts as they were, by version. */
    static final Map<String, Integer> BEFORE_COLLATIONS = Map.ofEntries(
            entry("010", -964961468),
            entry("020", -1432143041),
            entry("030", 1774300014),
            entry("040", -180069731),
            entry("050", -127634924),
            entry("060", -1979267617),
            entry("070", -805869008),
            entry("080", -1379942635),
            entry("090", -961898899),
            entry("100", -495536286),
            entry("110", -1290279039),
            entry("120", -1638394325),
            entry("140", -503801516),
            entry("200", 231970734),
            entry("210", 221808406),
            entry("211", -591171311),
            entry("221", -1531328365),
            entry("230", 1857524741),
            entry("240", 1840269560),
            entry("241", -784411597),
            entry("250", -1608643826),
            entry("251", 1501356666));

    private final StartLock lock;

    Migrations(StartLock lock) {
        this.lock = lock;
    }

    @Override
    public void migrate(Flyway flyway) {
        lock.take();
        correctChecksums(flyway);
        flyway.migrate();
    }

    static void correctChecksums(Flyway flyway) {
        var corrected = Arrays.stream(flyway.info().applied())
                .filter(migration -> !migration.isChecksumMatching())
                .filter(Migrations::isKnown)
                .toList();
        if (corrected.isEmpty()) {
            return;
        }
        var configuration = flyway.getConfiguration();
        try (var connection = configuration.getDataSource().getConnection();
                var history = connection.prepareStatement("update <history> set <checksum> = ? where <version> = ?"
                        .replace("<history>", "<" + configuration.getTable() + ">")
                        .replaceAll("[<>]", connection.getMetaData().getIdentifierQuoteString()))) {
            for (var migration : corrected) {
                history.setInt(1, migration.getResolvedChecksum());
                history.setString(2, migration.getVersion().getVersion());
                history.executeUpdate();
                LOG.info("Migration {} is known by its new checksum from now on", migration.getVersion());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The checksums of the migrations cannot be corrected", e);
        }
    }

    private static boolean isKnown(MigrationInfo migration) {
        var known = BEFORE_COLLATIONS.get(migration.getVersion().getVersion());
        return known != null && known.equals(migration.getAppliedChecksum());
    }
}
