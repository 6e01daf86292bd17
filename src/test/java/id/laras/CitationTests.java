package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader finds every paper that a sentence cites, and in it the section. */
class CitationTests {

    /** From the root of the project, or from where the citing file stands. */
    private static final Pattern PAPER =
            Pattern.compile("(?<![\\w/.-])((?:[\\w.-]+/)*[\\w.-]*\\w\\.md)(#[\\w-]+)?(?![\\w/])");

    private static final Pattern TEXT =
            Pattern.compile(".*\\.(java|md|ts|js|css|bpmn|dmn|html|properties|ya?ml|sql|xml|sh|mjs)|[a-z]+|Dockerfile");

    private static final List<String> ROOTS = List.of(
            "bin",
            "docs",
            "forms",
            "processes",
            "src",
            "README.md",
            "CONTRIBUTING.md",
            "Dockerfile",
            "pom.xml",
            "docker-compose.yml");

    /** What a run writes. */
    private static final String WRITTEN = "target/";

    @Test
    void everyPaperThatIsCitedIsThereWithItsSection() throws IOException {
        var lost = new ArrayList<String>();
        var found = 0;
        for (var file : texts()) {
            var citations = PAPER.matcher(Files.readString(file));
            while (citations.find()) {
                var paper = paper(file, citations.group(1));
                if (paper == null
                        || citations.group(2) != null && !sections(paper).contains(citations.group(2))) {
                    lost.add(file + " cites " + citations.group());
                }
                found++;
            }
        }
        assertThat(found).isGreaterThan(200);
        assertThat(lost).isEmpty();
    }

    private static List<Path> texts() throws IOException {
        var texts = new ArrayList<Path>();
        for (var root : ROOTS) {
            try (var files = Files.walk(Path.of(root))) {
                files.filter(file -> !file.toString().contains("node_modules"))
                        .filter(file ->
                                TEXT.matcher(file.getFileName().toString()).matches())
                        .filter(Files::isRegularFile)
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    /** @return null when there is none; a paper that a run writes is never missing */
    private static Path paper(Path citing, String cited) {
        if (cited.startsWith(WRITTEN)) {
            return citing;
        }
        return Stream.of(Path.of(cited), citing.resolveSibling(cited))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    /** As they stand behind the sign of an address. */
    private static List<String> sections(Path paper) throws IOException {
        try (var lines = Files.lines(paper)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> "#"
                            + line.replaceFirst("^#+ ", "")
                                    .toLowerCase(Locale.ROOT)
                                    .replaceAll("[^\\w -]", "")
                                    .replace(' ', '-'))
                    .collect(Collectors.toList());
        }
    }
}
