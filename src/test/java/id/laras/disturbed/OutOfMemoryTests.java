package id.laras.disturbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process without memory ends, so that somebody starts it again; half of its threads would go on, without timers. */
@Tag("disturbed")
class OutOfMemoryTests {

    /** What the JVM ends with by {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    @Test
    void aProcessThatRunsOutOfMemoryInABackgroundThreadEnds() throws Exception {
        var flags = flagsOfTheImage();
        assertThat(flags).isNotEmpty();
        var process = hungry(flags);
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("it ends by itself")
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(OUT_OF_MEMORY);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Why the flag is there. */
    @Test
    void withoutTheFlagItWouldGoOnWithoutTheThread() throws Exception {
        var process = hungry(List.of());
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.lines().filter(Hungry.GONE::equals).findFirst()).isPresent();
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** bin/run and the image start by what bin/unpack writes, behind options of one's own, which could undo it; nothing else starts Laras. */
    @Test
    void everyWayToStartHasTheSameFlags() throws IOException {
        assertThat(Files.readString(Path.of("bin/run")))
                .containsPattern("LARAS_JAVA_OPTS[^@]*\"@\\$app/laras\\.args\"");
        assertThat(Files.readString(Path.of("Dockerfile")))
                .containsPattern("LARAS_JAVA_OPTS [^@]*@/opt/laras/laras\\.args");
        assertThat(Files.readString(Path.of("docker-compose.yml")))
                .containsPattern("(?s)  laras:\\n    build: \\.\\n.*restart: unless-stopped")
                .doesNotContain("entrypoint:", "JAVA_TOOL_OPTIONS", "LARAS_JAVA_OPTS");
        for (var file : List.of("bin/run", "Dockerfile", "docker-compose.yml")) {
            assertThat(Files.readString(Path.of(file))).doesNotContain("OutOfMemoryError");
        }
    }

    private static Process hungry(List<String> flags) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-Xmx16m", "-XX:+UseSerialGC", "-cp", "target/test-classes", Hungry.class.getName()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** As bin/unpack writes them into {@code laras.args}, without those of the log. */
    private static List<String> flagsOfTheImage() throws IOException {
        var written = Pattern.compile("printf '%s\\\\n' (.*) -cp .*laras\\.args")
                .matcher(Files.readString(Path.of("bin/unpack")));
        assertThat(written.find()).as("where bin/unpack writes laras.args").isTrue();
        return Stream.of(written.group(1).split(" ")).toList();
    }
}
