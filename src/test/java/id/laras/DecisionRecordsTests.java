package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decisions can be found, and each says when it was taken and whether it still holds. */
class DecisionRecordsTests {

    private static final Path RECORDS = Path.of("docs/adr");
    private static final Path INDEX = RECORDS.resolve("README.md");

    static Stream<Path> records() throws IOException {
        try (var files = Files.list(RECORDS)) {
            return files.filter(file -> !file.equals(INDEX)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void eachHasItsNumberADateAndAStatus(Path record) throws IOException {
        var number = Integer.parseInt(record.getFileName().toString().substring(0, 4));
        List<String> lines = Files.readAllLines(record);
        assertThat(lines.get(0)).startsWith("# " + number + ". ");
        assertThat(lines.get(2))
                .matches(
                        "(Accepted|Superseded) on \\d{4}-\\d{2}-\\d{2}(\\.|; .* superseded by \\[ADR \\d+]\\(\\d{4}-[a-z0-9-]+\\.md\\)\\.)");
    }

    @Test
    void theIndexNamesEachByItsTitle() throws IOException {
        var titles = records()
                .map(record -> "- [%s](%s)".formatted(title(record), record.getFileName()))
                .toList();
        assertThat(Files.readAllLines(INDEX))
                .filteredOn(line -> line.startsWith("- "))
                .containsExactlyElementsOf(titles);
    }

    private static String title(Path record) {
        try (var lines = Files.lines(record)) {
            return lines.findFirst().orElseThrow().substring(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
