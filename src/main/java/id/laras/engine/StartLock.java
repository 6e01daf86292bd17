package id.laras.engine;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets one server start at a time on a database: from before the migration until every runner has done its work. What the
 * first has made, the second then finds, so nothing is made twice.
 *
 * <p>It is a named lock of MariaDB on a connection of its own. It ends with the connection, so a server that dies while it
 * starts holds up nobody. A database in H2 belongs to one process, which needs no lock.
 */
@Component
class StartLock {

    private static final Logger LOG = LoggerFactory.getLogger(StartLock.class);

    /** Longer than an upgrade that builds an index over years of history. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** Of one question to the database: shorter than what a network takes for a dead connection. */
    private static final int SECONDS = 5;

    /** The lock belongs to the server, not to the schema: two agencies on one server do not wait for each other. */
    private static final String NAME = "left(concat('laras.start.', database()), 64)";

    private final DataSource database;
    private Connection holder;

    StartLock(DataSource database) {
        this.database = database;
    }

    /** @throws IllegalStateException when another server has been starting for half an hour */
    synchronized void take() {
        try {
            var connection = database.getConnection();
            if ("H2".equals(connection.getMetaData().getDatabaseProductName())) {
                connection.close();
                return;
            }
            holder = connection;
            var end = System.nanoTime() + PATIENCE.toNanos();
            for (var said = false; !isTaken(); said = true) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Another server has been starting on this database for "
                            + PATIENCE.toMinutes() + " minutes: look at it, then start this one again.");
                }
                if (!said) {
                    LOG.info("Another server is starting on this database; this one goes on when that one is ready");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    private boolean isTaken() throws SQLException {
        try (var statement = holder.createStatement();
                var answer = statement.executeQuery("select get_lock(" + NAME + ", " + SECONDS + ")")) {
            return answer.next() && answer.getInt(1) == 1;
        }
    }

    /** When the application is ready, or has failed to start. */
    @EventListener(ApplicationReadyEvent.class)
    @PreDestroy
    synchronized void release() {
        if (holder == null) {
            return;
        }
        try (var connection = holder;
                var statement = connection.createStatement()) {
            holder = null;
            statement.execute("do release_lock(" + NAME + ")");
        } catch (SQLException e) {
            // The connection is lost, and the lock with it.
            LOG.warn("The lock of the start could not be given back: {}", e.getMessage());
        }
    }
}
