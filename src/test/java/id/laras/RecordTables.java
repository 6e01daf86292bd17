package id.laras;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.laras.engine.HumanStep;
import id.laras.engine.StepContext;
import id.laras.processes.Models;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/**
 * What forms show and take, as the records say it: per human step, and every record and enumeration in it by the name that it
 * has in TypeScript too ({@code pom.xml}, at typescript-generator).
 */
final class RecordTables {

    private static final Pattern RECORD = Pattern.compile("<class>(id\\.laras[\\w.$]+)</class>");
    private static final Pattern NAME = Pattern.compile("<name>([\\w.$]+):(\\w+)</name>");

    private static final Map<Class<?>, String> PLAIN = Map.of(
            String.class, "",
            BigDecimal.class, "decimal",
            LocalDate.class, "day",
            Instant.class, "instant",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            int.class, "number",
            Integer.class, "number",
            long.class, "number",
            Object.class, "JSON");

    private final Map<String, String> names;
    private final Map<String, Class<?>> shapes = new TreeMap<>();
    private final String steps;

    RecordTables(Collection<HumanStep<?>> steps) throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        this.names =
                NAME.matcher(pom).results().collect(Collectors.toMap(name -> name.group(1), name -> name.group(2)));
        this.steps = steps.stream()
                .sorted((one, other) -> place(one) - place(other))
                .map(this::row)
                .collect(joining());
        RECORD.matcher(pom).results().forEach(record -> type(named(record.group(1))));
    }

    String steps() {
        return "| step | shows | takes |\n| --- | --- | --- |\n" + steps;
    }

    /** Every record that another one names, and those around every step. */
    String shapes() {
        return "| record | components |\n| --- | --- |\n"
                + shapes.entrySet().stream()
                        .filter(shape -> shape.getValue().isRecord())
                        .map(shape -> "| `%s` | `%s` |\n".formatted(shape.getKey(), components(shape.getValue())))
                        .collect(joining());
    }

    String enumerations() {
        return "| enumeration | constants |\n| --- | --- |\n"
                + shapes.entrySet().stream()
                        .filter(shape -> shape.getValue().isEnum())
                        .map(shape -> "| `%s` | `%s` |\n"
                                .formatted(
                                        shape.getKey(),
                                        Arrays.stream(shape.getValue().getEnumConstants())
                                                .map(each -> ((Enum<?>) each).name())
                                                .collect(joining(" "))))
                        .collect(joining());
    }

    private String row(HumanStep<?> step) {
        return "| `%s` | `%s` | `%s` |\n"
                .formatted(Models.afterPrefix(step.step().task()), cell(shown(step)), cell(step.answerType()));
    }

    /** A step's own record with its components, one of a phase by its name. */
    private String cell(Class<?> type) {
        var name = type(type);
        if (List.of("View", "Answer").contains(type.getSimpleName())) {
            shapes.remove(name);
            return components(type);
        }
        return name;
    }

    private static int place(HumanStep<?> step) {
        return ((Enum<?>) step.step()).ordinal();
    }

    private static Class<?> shown(HumanStep<?> step) {
        return Stream.of(step.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals("view") && !method.isBridge())
                .filter(method -> List.of(method.getParameterTypes()).equals(List.of(StepContext.class)))
                .findFirst()
                .orElseThrow()
                .getReturnType();
    }

    private String components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .map(this::component)
                .collect(joining(", ", "{", "}"));
    }

    private String component(RecordComponent component) {
        var accessor = component.getAccessor();
        var renamed = accessor.getAnnotation(JsonProperty.class);
        var name = renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
        var type = type(component.getGenericType());
        return name + (accessor.isAnnotationPresent(Nullable.class) ? "?" : "") + (type.isEmpty() ? "" : ": " + type);
    }

    private String type(Type type) {
        if (type instanceof ParameterizedType of) {
            var inner = Stream.of(of.getActualTypeArguments()).map(this::type).toList();
            return Map.class.equals(of.getRawType())
                    ? "{%s: %s}".formatted(inner.get(0), inner.get(1))
                    : "[" + (inner.get(0).isEmpty() ? "text" : inner.get(0)) + "]";
        }
        var plain = (Class<?>) type;
        if (PLAIN.containsKey(plain)) {
            return PLAIN.get(plain);
        }
        if (!plain.isRecord() && !plain.isEnum()) {
            throw new AssertionError(
                    plain + " is neither a record nor an enumeration: say in PLAIN what it is in JSON");
        }
        var name = names.getOrDefault(plain.getName(), plain.getSimpleName());
        var before = shapes.put(name, plain);
        if (before != null && before != plain) {
            throw new AssertionError(before + " and " + plain + " have one name: the pom gives one of them another");
        }
        if (before == null && plain.isRecord()) {
            components(plain);
        }
        return name;
    }

    private static Class<?> named(String record) {
        try {
            return Class.forName(record);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
