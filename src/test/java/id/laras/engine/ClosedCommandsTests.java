package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.junit.jupiter.api.Test;

class ClosedCommandsTests {

    /** A release of the engine that brings another one fails here. */
    @Test
    void everyCommandAboutCommentsAndAttachmentsIsClosed() throws IOException, URISyntaxException {
        var jar = Path.of(AddCommentCmd.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var file = new JarFile(jar.toFile())) {
            var commands = file.stream()
                    .map(entry -> entry.getName().replace('/', '.').replaceFirst("\\.class$", ""))
                    .filter(name -> name.matches(".*\\.impl\\..*cmd\\.\\w*(Comment|Attachment|TaskEvents)\\w*Cmd"))
                    .collect(Collectors.toSet());
            assertThat(commands).hasSizeGreaterThan(15);
            assertThat(ClosedCommands.CLOSED.keySet().stream().map(Class::getName))
                    .containsExactlyInAnyOrderElementsOf(commands);
        }
    }
}
