package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People are "they", in comments, texts and names alike. */
class ProseTests {

    private static final Pattern ENGLISH = Pattern.compile(".*(\\.(java|ts|js|css|html|bpmn|dmn|md)|_en\\.properties)");

    /** A word of its own, or one within a name in camel case. */
    private static final Pattern ONE_SEX =
            Pattern.compile("((?<![A-Za-z])[Ss]?[Hh]|(?<=[a-z])(Sh|H))(e|is|im|imself|er|ers|erself)(?![a-z])");

    /** Where English sentences stand. Migrations keep theirs: comments are part of the checksum of what ran already. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "docs",
                "forms",
                "processes",
                "src/main/frontend/src",
                "src/main/java",
                "src/main/resources/messages",
                "src/main/resources/static/laras",
                "src/main/resources/templates",
                "src/test/java"
            })
    void peopleAreThey(String place) throws IOException {
        var found = new ArrayList<String>();
        try (var tree = Files.walk(Path.of(place))) {
            var files = tree.filter(file -> ENGLISH.matcher(file.toString()).matches())
                    .filter(file -> !file.endsWith("ProseTests.java"))
                    .toList();
            assertThat(files).isNotEmpty();
            for (var file : files) {
                Files.readString(file)
                        .lines()
                        .filter(line -> ONE_SEX.matcher(line).find())
                        .forEach(line -> found.add(file + ": " + line.strip()));
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"led to his work", "She rates.", "whatHeTyped()", "nobodyRatesHimself(", "heEnds", "toHer"})
    void aWordForOneSexIsFound(String line) {
        assertThat(ONE_SEX.matcher(line).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"this theHead", "history when there", "HistoryHelper", "thereHadBeen", "Hermawan"})
    void otherWordsAreNot(String line) {
        assertThat(ONE_SEX.matcher(line).find()).isFalse();
    }
}
