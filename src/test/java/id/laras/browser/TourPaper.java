package id.laras.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code docs/tour.md}: in each language numbered steps, what they press in bold, and their pictures. */
final class TourPaper {

    private static final Path PAPER = Path.of("docs/tour.md");
    private static final Path PICTURES = Path.of("docs/tour");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path FORMS = Path.of("src/main/frontend/src/messages");
    private static final String TASKLIST = "META-INF/resources/webjars/camunda/app/tasklist/";
    private static final Pattern LABEL =
            Pattern.compile("\"?'?([\\w.]+)'?\"?:\\s*(['\"])((?:(?!\\2)[^\\\\]|\\\\.)*)\\2");

    /** @param pressed in their order */
    record Step(List<String> pressed, List<String> pictures) {}

    private final List<Step> indonesian;
    private final List<Step> english;
    private final Map<String, Set<String>> translations = translations();

    TourPaper() throws IOException {
        var parts = Files.readString(PAPER).split("(?m)^## ");
        assertThat(parts).as("the two languages of %s", PAPER).hasSize(3);
        indonesian = steps(parts[1]);
        english = steps(parts[2]);
    }

    private static List<Step> steps(String language) {
        return Arrays.stream(language.split("(?m)^### \\d+\\. "))
                .skip(1)
                .map(step -> new Step(found("\\*\\*(.+?)\\*\\*", step), found("\\(tour/([^)]+)\\)", step)))
                .toList();
    }

    private static List<String> found(String pattern, String step) {
        return Pattern.compile(pattern)
                .matcher(step)
                .results()
                .map(one -> one.group(1))
                .toList();
    }

    static Path picture(String name) {
        return PICTURES.resolve(name);
    }

    /**
     * Whoever follows the paper presses what the walk has pressed, and sees what it has seen.
     *
     * @param read words of English pages: of two translations of one word, they tell which stands there
     */
    void tells(List<Step> walked, Set<String> read) throws IOException {
        assertThat(indonesian).as("steps of %s in Indonesian", PAPER).isEqualTo(walked);
        assertThat(english)
                .extracting(Step::pictures)
                .isEqualTo(indonesian.stream().map(Step::pictures).toList());
        for (var step = 0; step < walked.size(); step++) {
            var said = walked.get(step).pressed();
            var translated = english.get(step).pressed();
            assertThat(translated)
                    .as("what step %d presses in English", step + 1)
                    .hasSameSizeAs(said);
            for (var one = 0; one < said.size(); one++) {
                var possible = translations.getOrDefault(said.get(one), Set.of(said.get(one)));
                assertThat(possible)
                        .as("English of %s in step %d", said.get(one), step + 1)
                        .contains(translated.get(one));
                assertThat(possible.size() == 1 || read.contains(translated.get(one)))
                        .as("%s has been read on an English page", translated.get(one))
                        .isTrue();
            }
        }
        try (var files = Files.list(PICTURES)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .as("pictures of %s", PAPER)
                    .containsExactlyInAnyOrderElementsOf(walked.stream()
                            .flatMap(step -> step.pictures().stream())
                            .toList());
        }
    }

    /** Everything that pages, forms and Tasklist say, with what they say in English; names of people are the same in both. */
    private static Map<String, Set<String>> translations() throws IOException {
        Map<String, Set<String>> all = new HashMap<>();
        for (var file : list(BUNDLES)) {
            var name = file.getFileName().toString();
            if (!name.contains("_en.")) {
                add(all, bundle(file), bundle(file.resolveSibling(name.replace(".properties", "_en.properties"))));
            }
        }
        for (var file : list(FORMS)) {
            var halves = Files.readString(file).split("(?m)^export const \\w+En\\b");
            add(all, labels(halves[0]), labels(halves[1]));
        }
        add(all, labels(resource(TASKLIST + "locales/id.json")), labels(resource(TASKLIST + "locales/en.json")));
        var lists = Pattern.compile("'([^'\\n]+)': '([^'\\n]+)'").matcher(resource(TASKLIST + "scripts/laras.js"));
        lists.results()
                .forEach(pair -> all.computeIfAbsent(pair.group(1), key -> new HashSet<>())
                        .add(pair.group(2)));
        return all;
    }

    /** Without the names of the models, which tell what is to be done and are pressed nowhere. */
    private static void add(Map<String, Set<String>> all, Map<String, String> indonesian, Map<String, String> english) {
        indonesian.forEach((key, text) -> {
            if (english.containsKey(key) && !key.startsWith("engine.name.")) {
                all.computeIfAbsent(shown(text), each -> new HashSet<>()).add(shown(english.get(key)));
            }
        });
    }

    /** What differs from time to time stands as dots in the paper. */
    private static String shown(String text) {
        return text.replaceAll("\\{\\d\\}", "…");
    }

    private static Map<String, String> labels(String source) {
        return LABEL.matcher(source)
                .results()
                .collect(Collectors.toMap(one -> one.group(1), one -> one.group(3), (one, same) -> one));
    }

    private static Map<String, String> bundle(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream found = TourPaper.class.getClassLoader().getResourceAsStream(name)) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
