package id.laras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No form of a page loses what was typed: the frame's script keeps it, and the server shows it again after a refusal. */
class TypedFormsTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG =
            Pattern.compile("<(/?)(form|input|select|option|textarea)\\b((?:[^>\"]|\"[^\"]*\")*)>", Pattern.DOTALL);

    private static final Set<String> FRAME = Set.of("layout.html", "demo/bar.html");

    /** Before the login nobody is known for whom the browser could keep anything; outside.js keeps the name. */
    private static final Set<String> OUTSIDE = Set.of("security/login.html", "security/code.html");

    static Stream<String> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files
                    .filter(file -> file.toString().endsWith(".html"))
                    .map(file -> TEMPLATES.relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whatWasTypedStandsInTheFormAgain(String template) {
        assertThat(forgetful(read(template))).as(template).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyFormThatIsSentStandsInTheFrameWhoseScriptKeepsIt(String template) {
        var text = read(template);
        if (!text.contains("method=\"post\"") || OUTSIDE.contains(template) || FRAME.contains(template)) {
            return;
        }
        var name = template.replace(".html", "");
        var pages = text.contains("~{layout :: page(")
                ? List.of(text)
                : all().filter(other -> other.contains("~{" + name + " ::")).toList();
        assertThat(pages)
                .as("pages with the forms of %s", template)
                .isNotEmpty()
                .allMatch(page -> page.contains("~{layout :: page("));
    }

    @Test
    void theFrameKeepsWhatIsTypedForWhoeverIsLoggedIn() {
        assertThat(read("security/outside.html")).contains("@{/laras/outside.js}", "@{/laras/pages.js}");
        assertThat(OUTSIDE).allMatch(template -> read(template).contains("~{security/outside :: page("));
        assertThat(read("layout.html")).contains("@{/laras/typed.js}", "data-account=${viewer}", "data-sent=${sent}");
    }

    /** A form is known by its target (typed.js): what of one page is sent to the same one says what it is about. */
    @ParameterizedTest
    @MethodSource("templates")
    void noTwoFormsOfAPageAreKeptAsOne(String template) {
        assertThat(twins(read(template))).as(template).isEmpty();
    }

    @Test
    void formsThatAreKeptAsOneAreFound() {
        var form = "<form method=\"post\" th:action=\"@{/a}\"%s><input name=\"b\"></form>";
        assertThat(twins(form.formatted("") + form.formatted(""))).isNotEmpty();
        assertThat(twins(form.formatted("") + form.formatted(" data-about=\"c\"")))
                .isEmpty();
    }

    private static Set<String> twins(String text) {
        var seen = new HashSet<String>();
        return Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*>")
                .matcher(text)
                .results()
                .map(form -> form.group().replaceAll("(?s).*th:action=(\"[^\"]*\").*", "$1")
                        + (form.group().contains("data-about=\"")
                                ? form.group().replaceAll("(?s).*data-about=(\"[^\"]*\").*", "$1")
                                : ""))
                .filter(form -> !seen.add(form))
                .collect(Collectors.toSet());
    }

    @Test
    void aFieldThatForgetsIsFound() {
        assertThat(forgetful(
                        "<form method=\"post\"><input name=\"a\"><textarea name=\"b\"></textarea><input type=\"radio\" name=\"c\">"
                                + "<select name=\"d\"><option th:value=\"${x > 1}\"></option></select></form>"))
                .hasSize(4);
        assertThat(forgetful("<form method=\"post\"><input type=\"password\" name=\"a\" th:value=\"${a}\"></form>"))
                .hasSize(1);
        assertThat(forgetful("<form method=\"get\"><input name=\"a\"></form>")).isEmpty();
    }

    /** Fields of forms that are sent, also in fragments, that do not show again what was typed; passwords that do. */
    private static List<String> forgetful(String text) {
        var found = new ArrayList<String>();
        var asks = false;
        String open = null;
        var tags = TAG.matcher(text);
        while (tags.find()) {
            var attributes = tags.group(3);
            var ends = !tags.group(1).isEmpty();
            switch (tags.group(2)) {
                case "form" -> asks = !ends && !attributes.contains("method=\"post\"");
                case "option" -> open = attributes.contains("th:selected") ? null : open;
                case "select" -> {
                    if (ends && open != null && !asks) {
                        found.add(open);
                    }
                    open = ends ? null : tags.group();
                }
                case "textarea" -> {
                    if (!ends && !asks && !attributes.contains("th:text=")) {
                        found.add(tags.group());
                    }
                }
                default -> {
                    if (!asks && isForgetful(attributes)) {
                        found.add(tags.group());
                    }
                }
            }
        }
        return found;
    }

    private static boolean isForgetful(String input) {
        var type = Pattern.compile("(?<![:-])\\btype=\"(\\w+)\"").matcher(input);
        return switch (type.find() ? type.group(1) : "text") {
            case "hidden", "file" -> false;
            case "password" -> input.contains("th:value");
            case "checkbox", "radio" -> !input.contains("th:checked=");
            // a one-time code is a password
            default -> input.contains("one-time-code") == input.contains("th:value=");
        };
    }

    private static Stream<String> all() {
        try {
            return templates().map(TypedFormsTests::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String template) {
        return text(TEMPLATES.resolve(template));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
