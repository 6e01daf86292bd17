package id.laras.books.process;

import id.laras.books.BookComparison;
import id.laras.books.SentFiles;
import id.laras.rules.Refusal.Problem;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * Compares by the ids of elements, which a modelling tool keeps while somebody moves and renames them. What changed in a file
 * and is none of the differences below is told as a change of the drawing or of other settings, never left out.
 */
@Component
class ModelComparison implements BookComparison {

    private static final Problem NONE = new Problem("books.change.none");

    @Override
    public List<Problem> between(Map<String, byte[]> former, Map<String, byte[]> later) {
        var all = new TreeSet<>(former.keySet());
        all.addAll(later.keySet());
        var changes = new ArrayList<Problem>();
        all.forEach(file -> {
            if (!former.containsKey(file)) {
                changes.add(new Problem("books.change.FILE_ADDED", file));
            } else if (!later.containsKey(file)) {
                changes.add(new Problem("books.change.FILE_REMOVED", file));
            } else if (!Arrays.equals(former.get(file), later.get(file))) {
                changes.addAll(changed(file, former.get(file), later.get(file)));
            }
        });
        return changes;
    }

    private static List<Problem> changed(String file, byte[] former, byte[] later) {
        var changes = new ArrayList<Problem>();
        try {
            if (SentFiles.isModel(file)) {
                models(model(former), model(later), changes);
            } else if (SentFiles.isTable(file)) {
                tables(rows(former), rows(later), changes);
            } else {
                changes.add(new Problem("books.change.FORM", file));
            }
        } catch (ModelException unreadable) {
            // an old book that no check of today has seen
        }
        return changes.isEmpty() ? List.of(new Problem("books.change.DRAWING", file)) : changes;
    }

    private static BpmnModelInstance model(byte[] file) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(file));
    }

    private static void models(BpmnModelInstance former, BpmnModelInstance later, List<Problem> changes) {
        var title = later.getModelElementsByType(Process.class).stream()
                .map(process -> Objects.requireNonNullElse(process.getName(), process.getId()))
                .collect(Collectors.joining(", "));
        var before = elements(former);
        var after = elements(later);
        before.forEach((id, element) -> {
            if (!after.containsKey(id) && element instanceof FlowNode) {
                changes.add(new Problem("books.change.REMOVED", title, name(element)));
            }
        });
        after.forEach((id, element) -> {
            var old = before.get(id);
            if (old != null) {
                elements(title, old, element, changes);
            } else if (element instanceof FlowNode) {
                changes.add(new Problem("books.change.ADDED", title, name(element)));
            }
        });
    }

    private static Map<String, FlowElement> elements(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowElement.class).stream()
                .collect(Collectors.toMap(
                        FlowElement::getId, element -> element, (one, other) -> one, LinkedHashMap::new));
    }

    private static void elements(String title, FlowElement old, FlowElement now, List<Problem> changes) {
        if (now instanceof FlowNode && !name(old).equals(name(now))) {
            changes.add(new Problem("books.change.RENAMED", title, name(old), name(now)));
        }
        if (!timer(old).equals(timer(now))) {
            changes.add(new Problem("books.change.TIMER", title, name(now), time(timer(old)), time(timer(now))));
        }
        if (old instanceof UserTask before && now instanceof UserTask after) {
            if (!Objects.equals(before.getCamundaDueDate(), after.getCamundaDueDate())) {
                changes.add(new Problem(
                        "books.change.DUE",
                        title,
                        name(now),
                        time(before.getCamundaDueDate()),
                        time(after.getCamundaDueDate())));
            }
            if (!who(before).equals(who(after))) {
                changes.add(new Problem("books.change.WHO", title, name(now), shown(who(before)), shown(who(after))));
            }
        }
        if (old instanceof SequenceFlow before
                && now instanceof SequenceFlow after
                && !condition(before).equals(condition(after))) {
            changes.add(new Problem(
                    "books.change.CONDITION", title, name(now), shown(condition(before)), shown(condition(after))));
        }
    }

    private static String name(FlowElement element) {
        return element.getName() == null || element.getName().isBlank() ? element.getId() : element.getName();
    }

    /** Empty without one. */
    private static String timer(FlowElement element) {
        return element.getChildElementsByType(TimerEventDefinition.class).stream()
                .flatMap(timer -> Stream.of(timer.getTimeDuration(), timer.getTimeDate(), timer.getTimeCycle()))
                .filter(Objects::nonNull)
                .map(ModelElementInstance::getTextContent)
                .map(String::strip)
                .collect(Collectors.joining());
    }

    private static String who(UserTask task) {
        return Stream.of(task.getCamundaAssignee(), task.getCamundaCandidateUsers(), task.getCamundaCandidateGroups())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String condition(SequenceFlow flow) {
        return flow.getConditionExpression() == null
                ? ""
                : flow.getConditionExpression().getTextContent().strip();
    }

    private static Object shown(String text) {
        return text.isEmpty() ? NONE : text;
    }

    /** A period as people say it where it is whole days, hours or minutes; anything else as it stands there. */
    private static Object time(String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        try {
            if (!text.contains("T")) {
                var period = Period.parse(text);
                return period.toTotalMonths() == 0 ? new Problem("books.change.days", period.getDays()) : text;
            }
            var duration = Duration.parse(text);
            if (duration.toMinutes() * 60 != duration.toSeconds()) {
                return text;
            }
            return duration.toMinutes() % 60 == 0
                    ? new Problem("books.change.hours", duration.toHours())
                    : new Problem("books.change.minutes", duration.toMinutes());
        } catch (DateTimeParseException expression) {
            return text;
        }
    }

    /** The rows of each table, by its name, in words: what it asks and what it answers. */
    private static Map<String, LinkedHashSet<String>> rows(byte[] file) {
        var tables = new LinkedHashMap<String, LinkedHashSet<String>>();
        Dmn.readModelFromStream(new ByteArrayInputStream(file))
                .getModelElementsByType(Decision.class)
                .forEach(decision -> tables.put(
                        Objects.requireNonNullElse(decision.getName(), decision.getId()),
                        decision.getModelInstance().getModelElementsByType(Rule.class).stream()
                                .filter(rule -> rule.getParentElement()
                                        .getParentElement()
                                        .equals(decision))
                                .map(ModelComparison::row)
                                .collect(Collectors.toCollection(LinkedHashSet::new))));
        return tables;
    }

    private static String row(Rule rule) {
        var asks = rule.getInputEntries().stream()
                .map(entry -> cell(entry.getTextContent()))
                .collect(Collectors.joining(", "));
        var answers = rule.getOutputEntries().stream()
                .map(entry -> cell(entry.getTextContent()))
                .collect(Collectors.joining(", "));
        return asks + " → " + answers;
    }

    private static String cell(String text) {
        return text.isBlank() ? "–" : text.strip();
    }

    private static void tables(
            Map<String, LinkedHashSet<String>> former,
            Map<String, LinkedHashSet<String>> later,
            List<Problem> changes) {
        var names = new LinkedHashSet<>(former.keySet());
        names.addAll(later.keySet());
        for (var name : names) {
            var before = former.getOrDefault(name, new LinkedHashSet<>());
            var after = later.getOrDefault(name, new LinkedHashSet<>());
            before.stream()
                    .filter(row -> !after.contains(row))
                    .forEach(row -> changes.add(new Problem("books.change.ROW_REMOVED", name, row)));
            after.stream()
                    .filter(row -> !before.contains(row))
                    .forEach(row -> changes.add(new Problem("books.change.ROW_ADDED", name, row)));
        }
    }
}
