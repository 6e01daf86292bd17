package id.laras.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/run --fresh} deletes the demonstration and nothing else. Nothing is built here, and what is started only tells its version. */
class StartingOverTests {

    private static final String DELETED = "Starting Laras";
    private static final String KEPT = "othing was deleted";

    @TempDir
    Path house;

    private Path database;

    @BeforeEach
    void layOut() throws Exception {
        for (var script : List.of("run", "lib.sh")) {
            copy(Path.of("bin", script), house.resolve("bin").resolve(script));
        }
        for (var idle : List.of("mvnw", "bin/unpack")) {
            Files.writeString(house.resolve(idle), "#!/bin/sh\n");
            assertThat(house.resolve(idle).toFile().setExecutable(true)).isTrue();
        }
        var app = house.resolve("target/run/app");
        var h2 = Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        copy(h2, app.resolve("lib").resolve(h2.getFileName()));
        Files.writeString(app.resolve("laras.args"), "-version\n");
        database = house.resolve("data/laras.mv.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"begun", "complete"})
    void theDemonstrationIsDeletedAndWhatLiesBesideItStays(String filled) throws Exception {
        write("laras.demo", filled);
        Files.writeString(database.resolveSibling("laras.trace.db"), "");
        Files.writeString(database.resolveSibling("mine.txt"), "");

        assertThat(fresh(Map.of())).contains(DELETED);
        try (var left = Files.list(database.getParent())) {
            assertThat(left).extracting(Path::getFileName).containsExactly(Path.of("mine.txt"));
        }
    }

    @ParameterizedTest
    @CsvSource({"schema.version, 7.24.0", "laras.demo, other", "laras.demo.ahead, complete"})
    void aDatabaseThatDoesNotSayItIsTheDemonstrationsStays(String name, String value) throws Exception {
        write(name, value);

        assertThat(fresh(Map.of()))
                .contains("not known to be the demonstration's", KEPT)
                .doesNotContain(DELETED);
        assertThat(database).exists();
    }

    @Test
    void aDatabaseThatIsInUseStays() throws Exception {
        write("laras.demo", "complete");
        try (var used = DriverManager.getConnection(url())) {
            assertThat(used.isValid(0)).isTrue();
            assertThat(fresh(Map.of())).contains("stop it first", KEPT).doesNotContain(DELETED);
        }
        assertThat(database).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "SPRING_PROFILES_ACTIVE, production",
        "SPRING_PROFILES_ACTIVE, 'demo,other'",
        "SPRING_DATASOURCE_URL, jdbc:mariadb://agency/laras",
        "LARAS_JAVA_OPTS, -Dspring.profiles.active=production",
        "LARAS_JAVA_OPTS, -Dspring.datasource.url=x"
    })
    void whoeverStartsSomethingElseDeletesNothing(String name, String value) throws Exception {
        write("laras.demo", "complete");

        assertThat(fresh(Map.of(name, value))).contains(KEPT).doesNotContain(DELETED);
        assertThat(database).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--spring.profiles.active=production", "--spring.datasource.url=x", "jdbc:x"})
    void whoeverAsksForSomethingElseBesidesDeletesNothing(String argument) throws Exception {
        write("laras.demo", "complete");

        assertThat(fresh(Map.of(), "--fresh", argument)).contains(KEPT).doesNotContain(DELETED);
        assertThat(database).exists();
    }

    @Test
    void freshAfterAnotherArgumentIsPointedOut() throws Exception {
        write("laras.demo", "complete");

        assertThat(fresh(Map.of(), "--server.port=9000", "--fresh"))
                .contains("--fresh comes first", KEPT)
                .doesNotContain(DELETED);
        assertThat(database).exists();
    }

    private String url() {
        return "jdbc:h2:file:" + house.resolve("data/laras");
    }

    private void write(String property, String value) throws SQLException {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute("create table ACT_GE_PROPERTY (NAME_ varchar(64), VALUE_ varchar(300))");
            statement.execute("insert into ACT_GE_PROPERTY values ('%s', '%s')".formatted(property, value));
        }
    }

    /** @return what it says */
    private String fresh(Map<String, String> environment) throws Exception {
        return fresh(environment, "--fresh");
    }

    private String fresh(Map<String, String> environment, String... arguments) throws Exception {
        var said = house.resolve("said");
        var start = new ProcessBuilder("sh", house.resolve("bin/run").toString());
        start.command().addAll(List.of(arguments));
        List.of("SPRING_PROFILES_ACTIVE", "SPRING_DATASOURCE_URL", "LARAS_DATA").forEach(start.environment()::remove);
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        start.environment().put("LARAS_JAVA_OPTS", "");
        start.environment().putAll(environment);
        var process =
                start.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}
