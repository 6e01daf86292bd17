package id.laras.processes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What lies in {@code processes/}, read as models. */
public final class Models {

    private static final Pattern DELEGATE = Pattern.compile("camunda:delegateExpression=\"[$#]\\{(\\w+)}\"");
    private static final Pattern LISTENER =
            Pattern.compile("<camunda:(?:execution|task)Listener [^>]*delegateExpression=\"[$#]\\{(\\w+)}\"");
    private static final Pattern QUESTION = Pattern.compile("[$#]\\{(\\w+\\.\\w+)\\(");

    private static final List<Model> ALL = files(".bpmn")
            .map(file -> new Model(file.getName(), Bpmn.readModelFromFile(file), read(file.toPath())))
            .toList();

    private static final List<Table> TABLES = files(".dmn")
            .map(file -> new Table(file.getName(), Dmn.readModelFromFile(file), read(file.toPath())))
            .toList();

    /** One process model; the file name stands in for it in messages. */
    public record Model(String file, BpmnModelInstance model, String text) {

        /** The key of its one process. */
        public String key() {
            return process().getId();
        }

        public Process process() {
            return all(Process.class).findFirst().orElseThrow();
        }

        public <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
            return model.getModelElementsByType(type).stream();
        }

        /** Ids of all elements of the process. */
        public Set<String> ids() {
            return all(BaseElement.class).map(BaseElement::getId).collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return file;
        }
    }

    /** One file with a decision table. */
    public record Table(String file, DmnModelInstance model, String text) {

        @Override
        public String toString() {
            return file;
        }
    }

    private Models() {}

    public static List<Model> all() {
        return ALL;
    }

    public static List<Table> tables() {
        return TABLES;
    }

    public static Optional<Model> find(String key) {
        return ALL.stream().filter(model -> model.key().equals(key)).findFirst();
    }

    /** Names of the delegates of all models. */
    public static Set<String> delegates() {
        return named(DELEGATE);
    }

    /** Names of the listeners of all models. */
    public static Set<String> listeners() {
        return named(LISTENER);
    }

    /** What models ask of beans, as {@code unitHr.group}. */
    public static Set<String> questions() {
        return named(QUESTION);
    }

    private static Set<String> named(Pattern what) {
        return ALL.stream()
                .flatMap(model -> what.matcher(model.text()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code DraftTargets} as {@code draft-targets}. */
    public static String kebab(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
    }

    /** {@code UserTask_DraftTargets} as {@code DraftTargets}. */
    public static String afterPrefix(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    private static Stream<File> files(String ending) {
        return Arrays.stream(new File("processes").listFiles((folder, name) -> name.endsWith(ending)))
                .sorted();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
