package id.laras.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tasklist speaks Indonesian to the last label. A new release that adds one fails here. */
class TasklistLocaleTests {

    private static final String LOCALES = "META-INF/resources/webjars/camunda/app/tasklist/locales/";

    /** The same word in both languages, or no word at all. */
    private static final Set<String> SAME = Set.of(
            "COCKPIT_APP",
            "DIAGRAM",
            "NO_TASK_FORM",
            "SEARCH_LESS_THAN",
            "SEARCH_LESS_THAN_EQUALS",
            "SEARCH_GREATER_THAN",
            "SEARCH_GREATER_THAN_EQUALS");

    /** Left empty on purpose: the shipped one is empty too, and the end of a release is not the reader's business. */
    private static final Set<String> EMPTY = Set.of("NO_TASK_FORM", "BANNER_CE_EOL_TEXT");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");
    private static final Pattern TAG = Pattern.compile("</?(?:a|br|strong|em)\\b");

    private final JsonNode english = read("en.json");
    private final JsonNode indonesian = read("id.json");

    @Test
    void noLabelIsMissing() {
        assertThat(keys(indonesian)).isEqualTo(keys(english));
        assertThat(keys(english)).hasSizeGreaterThan(400);
    }

    @Test
    void noLabelIsLeftInEnglish() {
        var same = keys(english).stream()
                .filter(key -> key.startsWith("/labels/"))
                .filter(key -> text(indonesian, key).equals(text(english, key)))
                .map(key -> key.substring("/labels/".length()))
                .toList();
        assertThat(same).containsExactlyInAnyOrderElementsOf(SAME);
    }

    @Test
    void noLabelIsEmptyByMistake() {
        var empty = keys(indonesian).stream()
                .filter(key -> text(indonesian, key).isBlank())
                .map(key -> key.substring(key.lastIndexOf('/') + 1))
                .toList();
        assertThat(empty).containsExactlyInAnyOrderElementsOf(EMPTY);
    }

    @Test
    void placeholdersAndMarkupSurviveTheTranslation() {
        var broken = new TreeMap<String, List<String>>();
        for (var key : keys(english)) {
            if (EMPTY.contains(key.substring(key.lastIndexOf('/') + 1))) {
                continue;
            }
            for (var pattern : List.of(PLACEHOLDER, TAG)) {
                var expected = found(pattern, text(english, key));
                if (!found(pattern, text(indonesian, key)).equals(expected)) {
                    broken.put(key, expected);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void monthsAndDaysAreComplete() {
        for (var list : List.of("months", "monthsShort", "weekdays", "weekdaysShort", "weekdaysMin")) {
            assertThat(indonesian.at("/dateLocales/" + list)).hasSameSizeAs(english.at("/dateLocales/" + list));
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group().replace(" ", ""))
                .sorted()
                .toList();
    }

    private static String text(JsonNode locale, String key) {
        return locale.at(key).asText();
    }

    /** Paths to all texts; lists count as one. */
    private static Set<String> keys(JsonNode locale) {
        var keys = new ArrayList<String>();
        collect(locale, "", keys);
        return new TreeSet<>(keys);
    }

    private static void collect(JsonNode node, String path, List<String> keys) {
        node.properties().forEach(field -> {
            var below = path + "/" + field.getKey();
            if (field.getValue().isObject()) {
                collect(field.getValue(), below, keys);
            } else if (field.getValue().isTextual()) {
                keys.add(below);
            }
        });
    }

    private static JsonNode read(String name) {
        try (var file = TasklistLocaleTests.class.getClassLoader().getResourceAsStream(LOCALES + name)) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
