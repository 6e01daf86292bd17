package id.laras.cycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One field of a cycle that HR changes.
 *
 * @param field as in {@link NewCycle}
 * @param from  as text, days as 2026-01-31
 */
public record MendedField(String field, String from, String to) {

    private static final Set<String> NO_DAY = Set.of("name", "kind", "scheme", "checkInMonths");

    /** Null where the field is no day. */
    public LocalDate fromDay() {
        return day(from);
    }

    public LocalDate toDay() {
        return day(to);
    }

    private LocalDate day(String text) {
        return NO_DAY.contains(field) ? null : LocalDate.parse(text);
    }

    static List<MendedField> between(NewCycle before, NewCycle after) {
        List<MendedField> fields = new ArrayList<>();
        add(fields, "name", before.name(), after.name());
        add(fields, "kind", before.kind(), after.kind());
        add(fields, "scheme", before.scheme(), after.scheme());
        add(fields, "firstDay", before.firstDay(), after.firstDay());
        add(fields, "checkInMonths", before.checkInMonths(), after.checkInMonths());
        before.deadlines()
                .forEach((field, day) ->
                        add(fields, field, day, after.deadlines().get(field)));
        return fields;
    }

    /** As the trail keeps them: by field, so that each is read under its own name. */
    static ObjectNode tree(List<MendedField> fields, ObjectMapper json) {
        var tree = json.createObjectNode();
        fields.forEach(one -> tree.putObject(one.field).put("from", one.from).put("to", one.to));
        return tree;
    }

    static List<MendedField> of(JsonNode tree) {
        return tree.properties().stream()
                .map(one -> new MendedField(
                        one.getKey(),
                        one.getValue().path("from").asText(),
                        one.getValue().path("to").asText()))
                .toList();
    }

    private static void add(List<MendedField> fields, String field, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            fields.add(new MendedField(field, String.valueOf(from), String.valueOf(to)));
        }
    }
}
