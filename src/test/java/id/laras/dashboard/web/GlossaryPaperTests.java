package id.laras.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md} says what the page says, and what the code really says. */
class GlossaryPaperTests {

    private static final Path PAPER = Path.of("docs/glossary.md");
    private static final Path CODE = Path.of("src/main/java/id/laras");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path FORMS = Path.of("src/main/frontend/src/messages");

    private static final Pattern NO_CODE = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w*)(?:\\.\\w+)?`");

    /** What the code once called the assessor besides. */
    private static final Pattern OTHER_WORDS =
            Pattern.compile("(?i:supervisor|appraiser)|\\braters?\\b|Raters?\\b|(?i:judge)(?!ment)");

    @Test
    void theTermsAreThoseOfThePage() throws IOException {
        var indonesian = bundle("dashboard.properties");
        var english = bundle("dashboard_en.properties");
        var rows = section("Terms of the page");
        assertThat(rows.stream().map(row -> String.join(" | ", row.subList(0, 3))))
                .containsExactlyElementsOf(GlossaryPageController.TERMS.stream()
                        .map(term -> "%s | %s | %s"
                                .formatted(
                                        english.getProperty("dashboard.glossary.term." + term),
                                        indonesian.getProperty("dashboard.glossary.term." + term),
                                        english.getProperty("dashboard.glossary.meaning." + term)))
                        .toList());
    }

    @Test
    void everyOtherWordIsReadSomewhereInItsLanguage() throws IOException {
        var forms = texts(FORMS, file -> true);
        var english = texts(BUNDLES, file -> file.contains("_en.")) + forms;
        var indonesian = texts(BUNDLES, file -> !file.contains("_en.")) + forms;
        assertThat(section("More words"))
                .hasSizeGreaterThan(20)
                .allMatch(row -> says(english, row.get(0)) && says(indonesian, row.get(1)));
    }

    private static boolean says(String texts, String term) {
        return Pattern.compile("\\b" + Pattern.quote(term)).matcher(texts).find();
    }

    @Test
    void everyTypeThatIsNamedIsThere() throws IOException {
        var types = code().keySet();
        for (var part : List.of("Terms of the page", "More words")) {
            assertThat(section(part)).allSatisfy(row -> assertThat(types).containsAll(types(row.get(3))));
        }
    }

    /** A text may: what is stored since long ago, and what others write into their files. */
    @Test
    void noClassHasAnotherWordForTheAssessor() throws IOException {
        assertThat(code().entrySet().stream()
                        .flatMap(type -> OTHER_WORDS
                                .matcher(type.getValue())
                                .results()
                                .map(found -> type.getKey() + ": " + found.group())))
                .isEmpty();
    }

    private static Set<String> types(String cell) {
        return TYPE.matcher(cell).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rows of a section's table. */
    private static List<List<String>> section(String heading) throws IOException {
        var rows = new ArrayList<List<String>>();
        var inside = false;
        for (var line : Files.readAllLines(PAPER)) {
            if (line.startsWith("#")) {
                inside = line.equals("## " + heading);
            } else if (inside && line.startsWith("| ")) {
                rows.add(List.of(line.substring(2, line.length() - 2).split(" \\| ")));
            }
        }
        assertThat(rows).as(heading).hasSizeGreaterThan(2);
        return rows.subList(2, rows.size());
    }

    /** By the name of the file, without comments and texts. */
    private static Map<String, String> code() throws IOException {
        try (var files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> NO_CODE.matcher(read(file)).replaceAll(""),
                            String::concat));
        }
    }

    private static String texts(Path folder, Predicate<String> wanted) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> wanted.test(file.getFileName().toString()))
                    .map(GlossaryPaperTests::read)
                    .collect(Collectors.joining("\n"))
                    .toLowerCase(Locale.ROOT);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle(String name) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
