package id.laras.gate;

import id.laras.gate.Node.Instances;
import id.laras.gate.Node.Split;
import id.laras.gate.Node.Work;
import id.laras.gate.Scope.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Reads one level of a model. It goes by the document's own elements, because the model API passes over those that it has no type for; what
 * is not named here is a fault.
 */
final class ScopeReader {

    private static final Set<String> NO_FLOW = Set.of(
            "documentation",
            "extensionElements",
            "incoming",
            "outgoing",
            "laneSet",
            "property",
            "ioSpecification",
            "dataInputAssociation",
            "dataOutputAssociation",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "textAnnotation",
            "association",
            "group",
            "multiInstanceLoopCharacteristics");

    /** Allowed within a task. */
    private static final Set<String> OF_TASKS = Set.of("resourceRole", "humanPerformer", "potentialOwner", "performer");

    private final DomElement level;
    private final Set<String> defaults;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> linksFrom = new HashMap<>();
    private final Map<String, String> linksTo = new HashMap<>();

    private ScopeReader(DomElement level) {
        this.level = level;
        this.defaults = bpmn(level).stream()
                .map(element -> element.getAttribute("default"))
                .filter(flow -> flow != null)
                .collect(Collectors.toSet());
    }

    static Scope read(DomElement level) {
        return new ScopeReader(level).scope();
    }

    private Scope scope() {
        bpmn(level).stream()
                .filter(child -> !NO_FLOW.contains(child.getLocalName()))
                .forEach(this::element);
        linksFrom.forEach((from, link) -> {
            if (linksTo.containsKey(link)) {
                flows.add(new Flow(from, from, linksTo.get(link), null, false, true));
            } else {
                faults.add(new Fault(Rule.LINK_MISSING, from));
            }
        });
        if (nodes.stream().noneMatch(Node.Start.class::isInstance)) {
            faults.add(new Fault(Rule.NO_START, level.getAttribute("id")));
        }
        if (faults.isEmpty()) {
            checkEnds();
        }
        return new Scope(level.getAttribute("id"), nodes, flows, faults);
    }

    /** Flows and boundary events hang on something that was read. */
    private void checkEnds() {
        var byId = nodes.stream().collect(Collectors.toMap(Node::id, node -> node, (one, other) -> one));
        for (var flow : flows) {
            var from = byId.get(flow.from());
            var to = byId.get(flow.to());
            var awaited = !(from instanceof Node.Gateway gateway && gateway.split() == Split.FIRST_EVENT)
                    || to instanceof Node.Catch
                    || to instanceof Node.Step step && step.work() == Work.RECEIVES;
            if (from == null || to == null || !awaited) {
                notKnown(flow.id());
            }
        }
        for (var node : nodes) {
            if (node instanceof Node.Boundary event && !(byId.get(event.host()) instanceof Node.Step)) {
                notKnown(node.id());
            }
        }
    }

    private void element(DomElement element) {
        var id = element.getAttribute("id");
        if (id == null) {
            notKnown(element.getLocalName());
            return;
        }
        switch (element.getLocalName()) {
            case "sequenceFlow" -> flows.add(flow(element));
            case "exclusiveGateway" -> nodes.add(new Node.Gateway(id, Split.ONE, plain(element)));
            case "parallelGateway" -> nodes.add(new Node.Gateway(id, Split.ALL, plain(element)));
            case "inclusiveGateway" -> nodes.add(new Node.Gateway(id, Split.SOME, plain(element)));
            case "eventBasedGateway" -> nodes.add(new Node.Gateway(id, Split.FIRST_EVENT, plain(element)));
            case "userTask", "serviceTask", "sendTask", "businessRuleTask" -> step(element, Work.DONE);
            case "receiveTask" -> step(element, Work.RECEIVES);
            case "manualTask", "task" -> step(element, Work.PASSES);
            case "callActivity" -> call(element);
            case "subProcess" -> subProcess(element);
            case "startEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "endEvent" ->
                event(element);
            default -> notKnown(id);
        }
    }

    private Flow flow(DomElement flow) {
        var from = flow.getAttribute("sourceRef");
        var condition = bpmn(flow).stream()
                .filter(child -> child.getLocalName().equals("conditionExpression"))
                .map(child -> Flow.Condition.of(child.getTextContent()))
                .findFirst()
                .orElse(null);
        return new Flow(
                flow.getAttribute("id"),
                from,
                flow.getAttribute("targetRef"),
                condition,
                defaults.contains(flow.getAttribute("id")),
                plain(flow));
    }

    private void step(DomElement task, Work work) {
        if (bpmn(task).stream()
                .map(DomElement::getLocalName)
                .allMatch(child -> NO_FLOW.contains(child) || OF_TASKS.contains(child))) {
            addStep(task, work, null, null);
        } else {
            notKnown(task.getAttribute("id"));
        }
    }

    private void call(DomElement call) {
        var called = call.getAttribute("calledElement");
        if (called == null || called.contains("{")) {
            notKnown(call.getAttribute("id"));
        }
        addStep(call, Work.INNER, null, called);
    }

    private void subProcess(DomElement process) {
        if (!"true".equals(process.getAttribute("triggeredByEvent"))) {
            addStep(process, Work.INNER, read(process), null);
            return;
        }
        var id = process.getAttribute("id");
        var starts = bpmn(process).stream()
                .filter(child -> child.getLocalName().equals("startEvent"))
                .toList();
        var trigger = starts.size() == 1 ? trigger(starts.get(0)) : null;
        if (trigger == null) {
            notKnown(id);
            return;
        }
        var interrupting = trigger.kind() == Trigger.Kind.ERROR
                || !"false".equals(starts.get(0).getAttribute("isInterrupting"));
        nodes.add(new Node.EventScope(id, read(process), trigger, interrupting));
    }

    private void addStep(DomElement step, Work work, Scope body, String called) {
        var id = step.getAttribute("id");
        if ("true".equals(step.getAttribute("isForCompensation")) || has(step, "standardLoopCharacteristics")) {
            notKnown(id);
        }
        var loop = bpmn(step).stream()
                .filter(child -> child.getLocalName().equals("multiInstanceLoopCharacteristics"))
                .findFirst();
        var instances = loop.map(many -> has(many, "completionCondition") ? Instances.UNTIL_ENOUGH : Instances.MANY)
                .orElse(Instances.ONE);
        nodes.add(new Node.Step(
                id,
                work,
                body,
                called,
                instances,
                loop.filter(many -> !isCounted(many)).isPresent()));
    }

    private static boolean isCounted(DomElement many) {
        return bpmn(many).stream()
                .anyMatch(child -> child.getLocalName().equals("loopCardinality")
                        && child.getTextContent().strip().matches("[1-9]\\d*"));
    }

    private void event(DomElement event) {
        var id = event.getAttribute("id");
        var kind = definition(event);
        switch (event.getLocalName() + " " + kind) {
            case "startEvent none", "startEvent message", "startEvent timer" -> nodes.add(new Node.Start(id));
            case "startEvent error", "startEvent escalation" -> {
                if ("true".equals(level.getAttribute("triggeredByEvent"))) {
                    nodes.add(new Node.Start(id));
                } else {
                    notKnown(id);
                }
            }
            case "intermediateCatchEvent message", "intermediateCatchEvent timer" -> nodes.add(new Node.Catch(id));
            case "intermediateCatchEvent link" -> {
                linksTo.put(link(event), id);
                nodes.add(new Node.Throw(id, null));
            }
            case "intermediateThrowEvent link" -> {
                linksFrom.put(id, link(event));
                nodes.add(new Node.Throw(id, null));
            }
            case "intermediateThrowEvent none", "intermediateThrowEvent message" -> nodes.add(new Node.Throw(id, null));
            case "intermediateThrowEvent escalation" -> nodes.add(new Node.Throw(id, trigger(event)));
            case "boundaryEvent message", "boundaryEvent timer", "boundaryEvent error", "boundaryEvent escalation" ->
                nodes.add(new Node.Boundary(
                        id,
                        event.getAttribute("attachedToRef"),
                        trigger(event),
                        kind.equals("error") || !"false".equals(event.getAttribute("cancelActivity"))));
            case "endEvent none", "endEvent message" -> nodes.add(new Node.End(id, null, false));
            case "endEvent terminate" -> nodes.add(new Node.End(id, null, true));
            case "endEvent error", "endEvent escalation" -> nodes.add(new Node.End(id, trigger(event), false));
            default -> notKnown(id);
        }
    }

    /** Null when it is none that the prover knows. */
    private static Trigger trigger(DomElement event) {
        return switch (definition(event)) {
            case "message", "timer" -> Trigger.OUTSIDE;
            case "error" -> new Trigger(Trigger.Kind.ERROR, code(event, "error"));
            case "escalation" -> new Trigger(Trigger.Kind.ESCALATION, code(event, "escalation"));
            default -> null;
        };
    }

    private static String definition(DomElement event) {
        var definitions = definitions(event);
        return switch (definitions.size()) {
            case 0 -> "none";
            case 1 -> definitions.get(0).getLocalName().replace("EventDefinition", "");
            default -> "several";
        };
    }

    private static List<DomElement> definitions(DomElement event) {
        return bpmn(event).stream()
                .filter(child -> child.getLocalName().toLowerCase(Locale.ROOT).contains("eventdefinition"))
                .toList();
    }

    private static String link(DomElement event) {
        return String.valueOf(definitions(event).get(0).getAttribute("name"));
    }

    private static String code(DomElement event, String kind) {
        var declared = definitions(event).get(0).getAttribute(kind + "Ref");
        return bpmn(event.getDocument().getRootElement()).stream()
                .filter(each -> each.getLocalName().equals(kind)
                        && each.getAttribute("id").equals(declared))
                .map(each -> each.getAttribute(kind + "Code"))
                .filter(code -> code != null)
                .findFirst()
                .orElse("");
    }

    private static boolean plain(DomElement element) {
        return !has(element, "extensionElements");
    }

    private static boolean has(DomElement element, String child) {
        return bpmn(element).stream().anyMatch(each -> each.getLocalName().equals(child));
    }

    private static List<DomElement> bpmn(DomElement element) {
        return element.getChildElements().stream()
                .filter(child -> BpmnModelConstants.BPMN20_NS.equals(child.getNamespaceURI()))
                .toList();
    }

    private void notKnown(String element) {
        faults.add(new Fault(Rule.NOT_KNOWN, element));
    }
}
