package id.laras.gate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * A model in a few lines. A line is an element ({@code user rate}, {@code end failed error lost}, {@code on late rate timer beside},
 * {@code sub inner many {}), the closing brace of one, or flows ({@code s > rate > g}, {@code g > e : ${done}}, {@code g > rate : default});
 * a flow is called after its ends, {@code g_e}.
 */
final class Drawing {

    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("start", "startEvent"),
            Map.entry("end", "endEvent"),
            Map.entry("catch", "intermediateCatchEvent"),
            Map.entry("throw", "intermediateThrowEvent"),
            Map.entry("on", "boundaryEvent"),
            Map.entry("user", "userTask"),
            Map.entry("service", "serviceTask"),
            Map.entry("script", "scriptTask"),
            Map.entry("receive", "receiveTask"),
            Map.entry("manual", "manualTask"),
            Map.entry("call", "callActivity"),
            Map.entry("sub", "subProcess"),
            Map.entry("eventsub", "subProcess"),
            Map.entry("xor", "exclusiveGateway"),
            Map.entry("and", "parallelGateway"),
            Map.entry("or", "inclusiveGateway"),
            Map.entry("first", "eventBasedGateway"));

    private static final Set<String> DEFINITIONS =
            Set.of("timer", "message", "error", "escalation", "terminate", "link", "signal");

    private final Map<String, String> defaults = new HashMap<>();
    private final Set<String> declared = new TreeSet<>();
    private final StringBuilder xml = new StringBuilder();

    static BpmnModelInstance of(String id, String lines) {
        return new Drawing().drawn(id, lines);
    }

    /** Rule, element and path of each finding of the models together; each is a name and its lines. */
    static List<String> findings(String... models) {
        return Prover.prove(book(models)).findings().stream()
                .map(finding -> finding.rule() + " " + finding.element() + " " + finding.path())
                .toList();
    }

    static List<BpmnModelInstance> book(String... models) {
        var book = new ArrayList<BpmnModelInstance>();
        for (var index = 0; index < models.length; index += 2) {
            book.add(of(models[index], models[index + 1]));
        }
        return book;
    }

    private BpmnModelInstance drawn(String id, String lines) {
        lines.lines()
                .filter(line -> line.endsWith(": default"))
                .map(line -> line.split("[>:]"))
                .forEach(ends -> defaults.put(ends[0].strip(), flow(ends[0], ends[1])));
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::line);
        var text = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'><process id='"
                + id + "' isExecutable='true'>" + xml + "</process>" + String.join("", declared) + "</definitions>";
        return Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void line(String line) {
        if (line.equals("}")) {
            xml.append("</subProcess>");
        } else if (line.contains(">")) {
            flows(line);
        } else {
            element(List.of(line.split(" ")));
        }
    }

    private void flows(String line) {
        var parts = line.split(" : ");
        var ends = parts[0].split(">");
        for (var index = 1; index < ends.length; index++) {
            xml.append("<sequenceFlow id='%s' sourceRef='%s' targetRef='%s'>"
                    .formatted(flow(ends[index - 1], ends[index]), ends[index - 1].strip(), ends[index].strip()));
            if (parts.length > 1 && !parts[1].equals("default")) {
                xml.append("<conditionExpression>").append(parts[1]).append("</conditionExpression>");
            }
            xml.append("</sequenceFlow>");
        }
    }

    private static String flow(String from, String to) {
        return from.strip() + "_" + to.strip();
    }

    private void element(List<String> words) {
        var kind = words.get(0);
        var id = words.get(1);
        xml.append("<").append(ELEMENTS.get(kind)).append(" id='").append(id).append("'");
        if (defaults.containsKey(id)) {
            xml.append(" default='").append(defaults.get(id)).append("'");
        }
        if (words.contains("beside")) {
            xml.append(kind.equals("start") ? " isInterrupting='false'" : " cancelActivity='false'");
        }
        switch (kind) {
            case "on" -> xml.append(" attachedToRef='").append(words.get(2)).append("'");
            case "call" -> xml.append(" calledElement='").append(words.get(2)).append("'");
            case "eventsub" -> xml.append(" triggeredByEvent='true'");
            default -> {}
        }
        xml.append(">");
        if (words.contains("many")) {
            xml.append("<multiInstanceLoopCharacteristics><loopCardinality>${n}</loopCardinality>"
                    + "</multiInstanceLoopCharacteristics>");
        }
        words.stream().filter(DEFINITIONS::contains).forEach(word -> definition(word, words));
        if (!words.contains("{")) {
            xml.append("</").append(ELEMENTS.get(kind)).append(">");
        }
    }

    private void definition(String kind, List<String> words) {
        xml.append("<").append(kind).append("EventDefinition");
        var after = words.subList(words.indexOf(kind) + 1, words.size());
        var code = after.stream().filter(word -> !word.equals("beside")).findFirst();
        if (Arrays.asList("error", "escalation").contains(kind) && code.isPresent()) {
            declared.add("<%1$s id='%1$s_%2$s' %1$sCode='%2$s'/>".formatted(kind, code.get()));
            xml.append(" %sRef='%s_%s'".formatted(kind, kind, code.get()));
        }
        if (kind.equals("link")) {
            xml.append(" name='").append(code.orElseThrow()).append("'");
        }
        xml.append("/>");
    }
}
