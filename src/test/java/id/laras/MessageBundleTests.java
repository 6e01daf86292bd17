package id.laras;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people see is complete in both languages. */
class MessageBundleTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[^}]*}");
    private static final Pattern USED_KEY = Pattern.compile("#\\{([A-Za-z][\\w.]*)[(}]");
    private static final Pattern FORMATTED_BY_HAND =
            Pattern.compile("#(temporals|dates|calendars|numbers|messages)\\.");
    private static final Pattern SINGLE_QUOTE = Pattern.compile("(?<!')'(?!')");

    static List<Path> rooms() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.filter(file -> !file.getFileName().toString().contains("_"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> bundles() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.sorted().toList();
        }
    }

    static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyTextOfARoomStandsInBothLanguages(Path room) throws IOException {
        var english = room.resolveSibling(room.getFileName().toString().replace(".properties", "_en.properties"));
        assertThat(read(english).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(read(room).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void bothLanguagesFillInTheSameArguments(Path room) throws IOException {
        var indonesian = read(room);
        var english = read(room.resolveSibling(room.getFileName().toString().replace(".properties", "_en.properties")));
        var different = indonesian.stringPropertyNames().stream()
                .filter(key -> english.getProperty(key) != null)
                .filter(key -> !arguments(indonesian.getProperty(key)).equals(arguments(english.getProperty(key))))
                .toList();
        assertThat(different).isEmpty();
    }

    /** With its zone where it is a time of day, and in the reader's spelling ({@code Written}), also in {@code Sentences}. */
    @ParameterizedTest
    @MethodSource("templates")
    void daysAndNumbersAreWrittenInOnePlace(Path template) throws IOException {
        assertThat(FORMATTED_BY_HAND.matcher(Files.readString(template)).results())
                .isEmpty();
    }

    /** Spring formats only texts with arguments: there an apostrophe is written twice, elsewhere once. */
    @ParameterizedTest
    @MethodSource("bundles")
    void apostrophesReachTheReader(Path bundle) throws IOException {
        var texts = read(bundle);
        var wrong = texts.stringPropertyNames().stream()
                .filter(key -> {
                    var text = texts.getProperty(key);
                    return ARGUMENT.matcher(text).find()
                            ? SINGLE_QUOTE.matcher(text).find()
                            : text.contains("''");
                })
                .toList();
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextIsEmpty(Path bundle) throws IOException {
        var texts = read(bundle);
        assertThat(texts.stringPropertyNames())
                .noneMatch(key -> texts.getProperty(key).isBlank());
    }

    @Test
    void everyBundleIsLoaded() throws IOException {
        var settings = Files.readString(Path.of("src/main/resources/application.yaml"), UTF_8);
        for (var room : rooms()) {
            assertThat(settings)
                    .contains("messages/" + room.getFileName().toString().replace(".properties", ""));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTextThatAPageAsksForExists(Path template) throws IOException {
        var known = new TreeSet<String>();
        for (var room : rooms()) {
            known.addAll(read(room).stringPropertyNames());
        }
        assertThat(found(USED_KEY, Files.readString(template, UTF_8))).isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noPageHasTextThatIsNotTranslated(Path template) throws IOException {
        assertThat(TemplateText.untranslated(Files.readString(template, UTF_8))).isEmpty();
    }

    private static Properties read(Path bundle) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(bundle, UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> arguments(String text) {
        return found(ARGUMENT, text);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return new TreeSet<>(
                pattern.matcher(text).results().map(match -> match.group(1)).toList());
    }

    /** Reads a template just well enough to tell what would reach the reader as it stands. */
    private static final class TemplateText {

        private static final Pattern TOKEN = Pattern.compile(
                "<!--.*?-->|<(/?)([\\w:]+)((?:\\s+[^\\s=>]+(?:=\"[^\"]*\")?)*)\\s*(/?)>", Pattern.DOTALL);
        private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}");
        private static final Pattern SHOWN_ATTRIBUTE =
                Pattern.compile("(?<![:\\w-])(placeholder|aria-label|alt|title)=\"([^\"]*\\p{L}{2,}[^\"]*)\"");
        private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr", "img", "wbr");
        /** Names and languages are the same in every language. */
        private static final Set<String> NAMES = Set.of("Laras", "NIP", "ID", "EN", "Bahasa Indonesia", "English");

        static List<String> untranslated(String html) {
            var literal = new ArrayList<String>();
            var replaced = new ArrayList<Boolean>();
            var text = html.replaceFirst("(?i)<!doctype[^>]*>", "");
            var tokens = TOKEN.matcher(text);
            var from = 0;
            while (tokens.find()) {
                if (!replaced.contains(true)) {
                    keepWords(text.substring(from, tokens.start()), literal);
                }
                from = tokens.end();
                if (tokens.group(2) == null) {
                    continue;
                }
                var attributes = tokens.group(3);
                SHOWN_ATTRIBUTE.matcher(attributes).results().forEach(match -> keepWords(match.group(2), literal));
                if (!tokens.group(1).isEmpty()) {
                    replaced.remove(replaced.size() - 1);
                } else if (tokens.group(4).isEmpty() && !VOID.contains(tokens.group(2))) {
                    replaced.add(
                            Stream.of("th:text=", "th:replace=", "th:utext=").anyMatch(attributes::contains)
                                    || Set.of("script", "style").contains(tokens.group(2)));
                }
            }
            return literal;
        }

        private static void keepWords(String text, List<String> literal) {
            var words = text.strip();
            if (WORDS.matcher(words).find() && !NAMES.contains(words)) {
                literal.add(words);
            }
        }
    }
}
