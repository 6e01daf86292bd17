package id.laras.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.steps.TrailEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever can happen to an evaluation has a name that people can read, in both languages. */
class TrailLabelTests {

    private static final Pattern USER_TASK = Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"audit", "audit_en"})
    void everyUserTaskOfEveryModelHasALabel(String bundle) throws IOException {
        var tasks = found(Path.of("processes"), ".bpmn", USER_TASK);
        assertThat(tasks).hasSizeGreaterThan(15);
        assertThat(unlabelled(bundle, "audit.step.", tasks)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "audit_en"})
    void everyEventHasALabelAndEveryLabelAnEvent(String bundle) throws IOException {
        var keys = Arrays.stream(TrailEvent.values()).map(TrailEvent::key).collect(Collectors.toSet());
        assertThat(unlabelled(bundle, "audit.event.", keys)).isEmpty();
        assertThat(bundle(bundle).keySet())
                .filteredOn(label -> label.toString().startsWith("audit.event."))
                .as("labels of events that there are not")
                .hasSameSizeAs(keys);
    }

    @Test
    void bothLanguagesKnowTheSameWords() throws IOException {
        assertThat(bundle("audit").keySet()).isEqualTo(bundle("audit_en").keySet());
    }

    private static TreeSet<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                var matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    private static List<String> unlabelled(String bundle, String prefix, Set<String> keys) throws IOException {
        var labels = bundle(bundle);
        return keys.stream().filter(key -> !labels.containsKey(prefix + key)).toList();
    }

    private static Properties bundle(String name) throws IOException {
        var properties = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources/messages", name + ".properties"), UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
