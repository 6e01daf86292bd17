package id.laras.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses models that bring code of their own: scripts, classes by name, shell, mail, external and connector tasks. A model
 * only wires together the beans that {@link ModelBeans} offers. Of the engine's extensions to BPMN it may use those below;
 * a list of what is forbidden would forget {@code formHandlerClass}, or what the next release brings. They are read before
 * the engine reads them: its parser makes an object of each class that handles a form, before it asks any listener.
 */
final class NoCodeInModels implements BpmnParseFactory {

    /** What the engine adds to the elements of BPMN. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "assignee",
            "asyncAfter",
            "asyncBefore",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "candidateGroups",
            "candidateStarterGroups",
            "candidateStarterUsers",
            "candidateUsers",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "decisionRefVersionTag",
            "delegateExpression",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
            "errorMessage",
            "errorMessageVariable",
            "escalationCodeVariable",
            "exclusive",
            "expression",
            "followUpDate",
            "formKey",
            "historyTimeToLive",
            "initiator",
            "isStartableInTasklist",
            "jobPriority",
            "mapDecisionResult",
            "priority",
            "resultVariable",
            "variableEvents",
            "variableName",
            "versionTag");

    /** The elements the engine adds, with what they may say. */
    private static final Map<String, Set<String>> ELEMENTS = Map.of(
            "executionListener", Set.of("event", "delegateExpression", "expression"),
            "taskListener", Set.of("event", "id", "delegateExpression", "expression"),
            "in", Set.of("source", "sourceExpression", "target", "variables", "businessKey", "local"),
            "out", Set.of("source", "sourceExpression", "target", "variables", "local"),
            "failedJobRetryTimeCycle", Set.of(),
            "properties", Set.of(),
            "property", Set.of("id", "name", "value"));

    /** Of BPMN itself: code, or what loads it. */
    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("script", "scriptTask", "import");

    private static final Set<String> FORBIDDEN_ATTRIBUTES = Set.of("scriptFormat", "language", "class");

    private static final Set<String> BPMN =
            Set.of(BpmnParser.BPMN20_NS, BpmnParser.BPMN_DI_NS, BpmnParser.BPMN_DC_NS, BpmnParser.OMG_DI_NS);

    /** Namespaces in which the engine looks for its attributes. */
    private static final List<String> EXTENSIONS = List.of(
            BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS.getNamespaceUri(),
            BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS.getAlternativeUri());

    @Override
    public BpmnParse createBpmnParse(BpmnParser parser) {
        return new BpmnParse(parser) {
            @Override
            protected void parseRootElement() {
                check(rootElement);
                super.parseRootElement();
            }
        };
    }

    private static void check(Element element) {
        // A key is "uri:name" or "name".
        var attributes = element.attributes().stream()
                .map(key -> new Attribute(
                        key.substring(0, Math.max(0, key.lastIndexOf(':'))), key.substring(key.lastIndexOf(':') + 1)))
                .toList();
        notAllowed(element.getUri(), element.getTagName(), attributes).stream()
                .findFirst()
                .ifPresent(what -> {
                    throw refused(what, element);
                });
        element.elements().forEach(NoCodeInModels::check);
    }

    /** @param uri of its namespace, empty without one */
    record Attribute(String uri, String name) {}

    /** What of an element itself, but not of those within it, is not allowed: its own name, or those of attributes. */
    static List<String> notAllowed(String uri, String tag, List<Attribute> attributes) {
        var ofBpmn = uri != null && BPMN.contains(uri);
        if (ofBpmn ? FORBIDDEN_ELEMENTS.contains(tag) : !ELEMENTS.containsKey(tag)) {
            return List.of(tag);
        }
        var own = ofBpmn ? ATTRIBUTES : ELEMENTS.get(tag);
        return attributes.stream()
                .filter(each -> {
                    var extension = !ofBpmn || EXTENSIONS.contains(each.uri());
                    return extension ? !own.contains(each.name()) : FORBIDDEN_ATTRIBUTES.contains(each.name());
                })
                .map(Attribute::name)
                .toList();
    }

    private static BpmnParseException refused(String what, Element element) {
        return new BpmnParseException("A model brings no code of its own, but here is: " + what, element);
    }
}
