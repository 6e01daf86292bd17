package id.laras.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses models that bring code of their own: scripts anywhere, classes by name, shell, mail and connector tasks. A
 * model only wires together the beans that {@link ModelBeans} offers.
 */
final class NoCodeInModels extends AbstractBpmnParseListener {

    private static final Set<String> TAGS = Set.of("script", "scriptTask", "connector");
    private static final Set<String> ATTRIBUTES = Set.of("class", "scriptFormat", "language");

    /** Elements whose {@code camunda:type} chooses a behaviour of the engine: shell, mail, external. */
    private static final Set<String> TYPED =
            Set.of("serviceTask", "sendTask", "businessRuleTask", "messageEventDefinition");

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
        check(root);
    }

    private static void check(Element element) {
        if (TAGS.contains(element.getTagName())) {
            throw refused(element.getTagName(), element);
        }
        for (var key : element.attributes()) {
            // Whatever namespace it came in: a key is "uri:name" or "name".
            var name = key.substring(key.lastIndexOf(':') + 1);
            if (ATTRIBUTES.contains(name) || "type".equals(name) && TYPED.contains(element.getTagName())) {
                throw refused(name, element);
            }
        }
        element.elements().forEach(NoCodeInModels::check);
    }

    private static BpmnParseException refused(String what, Element element) {
        return new BpmnParseException("A model brings no code of its own, but here is: " + what, element);
    }
}
