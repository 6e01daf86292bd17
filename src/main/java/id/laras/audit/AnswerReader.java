package id.laras.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import id.laras.engine.TaskNames;
import id.laras.rules.AgencyDays;
import id.laras.words.Written;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Turns the JSON of an answer into lines that a person can read: labels, dates, numbers and words of one language. */
@Component
class AnswerReader {

    /** What only machines read; it stays visible in the raw answer. */
    static final Set<String> LEFT_OUT = Set.of("id", "fileId", "parts");

    /** What names a step of a model. */
    private static final Set<String> STEPS = Set.of("task", "activity");

    /** Where the labels of a property stand whose codes mean something else elsewhere: a stage, a kind of task and the basis of a score are called alike. */
    private static final Map<String, String> OF_PROPERTY =
            Map.of("basis", "assessment.basis.", "stage", "cycle.stage.", "kinds", "substitution.kind.");

    /** Where the labels of all other codes stand: the rooms' own; here only those that no room has. */
    static final List<String> LABELS = List.of(
            "assessment.predicate.",
            "assessment.rating.",
            "cycle.organisation.",
            "cycle.scheme.",
            "cycle.stage.",
            "feedback.relation.",
            "feedback.value.",
            "followup.coaching.",
            "followup.kind.",
            "objection.outcome.",
            "target.aspect.",
            "target.direction.",
            "target.kind.",
            "target.perspective.",
            "target.status.",
            "audit.value.");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*(Z|[+-]\\d{2}:\\d{2})");

    private final ObjectMapper json;
    private final MessageSource messages;
    private final Clock clock;

    AnswerReader(ObjectMapper json, MessageSource messages, Clock clock) {
        this.json = json;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param names what ids in the answer stand for, e.g. the name of an indicator
     * @return the lines; a single line with the text itself when it is no JSON
     */
    List<AnswerField> read(String answer, Map<String, String> names, Locale locale) {
        if (answer == null || answer.isBlank()) {
            return List.of();
        }
        try {
            return read(json.readTree(answer), names, locale);
        } catch (JsonProcessingException e) {
            return List.of(AnswerField.plain(label("text", locale), answer));
        }
    }

    /** The answer as JSON; as a text when it is none, null when there is none. */
    JsonNode tree(String answer) {
        try {
            return answer == null ? null : json.readTree(answer);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(answer);
        }
    }

    /** As {@link #read(String, Map, Locale)}, for a record of a phase. */
    List<AnswerField> readValue(Object value, Map<String, String> names, Locale locale) {
        return read(json.<JsonNode>valueToTree(value), names, locale);
    }

    private List<AnswerField> read(JsonNode node, Map<String, String> names, Locale locale) {
        var fields = new ArrayList<AnswerField>();
        if (node.isObject()) {
            for (var property : node.properties()) {
                if (!LEFT_OUT.contains(property.getKey())) {
                    add(
                            fields,
                            label(property.getKey(), locale),
                            inLanguage(property.getKey(), property.getValue(), locale),
                            names,
                            locale);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(fields, (i + 1) + ".", node.get(i), names, locale);
            }
        } else {
            add(fields, label("text", locale), node, names, locale);
        }
        return fields;
    }

    private void add(List<AnswerField> fields, String label, JsonNode node, Map<String, String> names, Locale locale) {
        if (node.isContainerNode()) {
            var parts = read(node, names, locale);
            if (!parts.isEmpty()) {
                fields.add(AnswerField.group(label, parts));
            }
        } else if (!node.isNull() && !node.asText().isBlank()) {
            fields.add(AnswerField.plain(label, value(node, names, locale)));
        }
    }

    private String value(JsonNode node, Map<String, String> names, Locale locale) {
        var text = node.asText();
        if (node.isBoolean()) {
            return messages.getMessage("audit.value." + text, null, text, locale);
        }
        if (node.isNumber() || DECIMAL.matcher(text).matches()) {
            return new Written(locale).exact(new BigDecimal(text));
        }
        if (DATE.matcher(text).matches() || INSTANT.matcher(text).matches()) {
            return dateOrTime(text, locale);
        }
        if (CODE.matcher(text).matches()) {
            return messages.getMessage(code(text), locale);
        }
        return names.getOrDefault(text, text);
    }

    /** As its room calls it. */
    static MessageSourceResolvable code(String code) {
        return new DefaultMessageSourceResolvable(
                LABELS.stream().map(room -> room + code).toArray(String[]::new), code);
    }

    /** A step is kept by the name that the model gave it. */
    private JsonNode inLanguage(String property, JsonNode value, Locale locale) {
        if (STEPS.contains(property) && value.isTextual()) {
            return TextNode.valueOf(TaskNames.said(value.textValue(), messages, locale));
        }
        return OF_PROPERTY.containsKey(property) ? labelled(OF_PROPERTY.get(property), value, locale) : value;
    }

    private JsonNode labelled(String labels, JsonNode value, Locale locale) {
        if (value.isNull()) {
            return value;
        }
        if (value.isArray()) {
            var all = json.createArrayNode();
            value.forEach(one -> all.add(labelled(labels, one, locale)));
            return all;
        }
        var code = value.asText();
        return TextNode.valueOf(messages.getMessage(labels + code, null, code, locale));
    }

    /** Words that only look like a date, such as 2026-99-99 in a note, stay as they were typed. */
    private String dateOrTime(String text, Locale locale) {
        try {
            return DATE.matcher(text).matches()
                    ? new Written(locale).day(LocalDate.parse(text))
                    : time(OffsetDateTime.parse(text).toInstant(), locale);
        } catch (DateTimeException onlyLooksLikeOne) {
            return text;
        }
    }

    private String label(String name, Locale locale) {
        return messages.getMessage("audit.field." + name, null, name, locale);
    }

    /** The day in the agency's zone, as fields for days give it. */
    String isoDay(Instant at) {
        return AgencyDays.of(at, clock).toString();
    }

    /** The day in the agency's zone, e.g. "21 Nov 2026". */
    String day(Instant at, Locale locale) {
        return new Written(locale).day(AgencyDays.of(at, clock));
    }

    /** Date and time in the agency's zone, e.g. "21 Nov 2026 14.05 WIB". */
    String time(Instant at, Locale locale) {
        return new Written(locale).time(at.atZone(clock.getZone()));
    }
}
