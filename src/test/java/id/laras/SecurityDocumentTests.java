package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecurityDocumentTests {

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Tests)`");

    private static final Pattern ADR = Pattern.compile("ADR ((?:\\d+(?:, )?)+)");

    private static String document() throws IOException {
        return Files.readString(Path.of("docs/security.md"));
    }

    @Test
    void everyTestThatTheDocumentNamesExists() throws IOException {
        var named = TEST.matcher(document())
                .results()
                .map(found -> found.group(1) + ".java")
                .collect(Collectors.toCollection(TreeSet::new));
        try (var tree = Files.walk(Path.of("src/test/java"))) {
            var there = tree.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertThat(named).isNotEmpty().isSubsetOf(there);
        }
    }

    @Test
    void everyDecisionThatTheDocumentNamesExists() throws IOException {
        try (var decisions = Files.list(Path.of("docs/adr"))) {
            var there = decisions
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .map(name -> Integer.valueOf(name.substring(0, 4)))
                    .collect(Collectors.toSet());
            assertThat(ADR.matcher(document())
                            .results()
                            .flatMap(found -> Pattern.compile(", ")
                                    .splitAsStream(found.group(1))
                                    .filter(number -> !number.isEmpty())
                                    .map(Integer::valueOf)))
                    .isNotEmpty()
                    .isSubsetOf(there);
        }
    }

    @Test
    void everyChapterOfTheStandardIsThere() throws IOException {
        assertThat(document().lines().filter(line -> line.startsWith("## V")).map(line -> line.split(" ")[1]))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 17)
                        .mapToObj(each -> "V" + each)
                        .toList());
    }
}
