package id.laras;

import static java.util.stream.Collectors.joining;

import id.laras.processes.Models;
import id.laras.processes.Models.Model;
import id.laras.processes.Models.Table;
import id.laras.steps.ProcessModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The models and decision tables as a reader of docs/lifecycle.md sees them, in the order in which they were drawn up. */
final class ModelTables {

    private ModelTables() {}

    static String models() {
        return Arrays.stream(ProcessModel.values())
                .map(model -> model(Models.find(model.key()).orElseThrow()))
                .collect(joining("\n"));
    }

    static String decisions() {
        return "| file | table | takes | gives |\n| --- | --- | --- | --- |\n"
                + Models.tables().stream().map(ModelTables::decision).collect(joining());
    }

    private static String model(Model model) {
        return "### %s: %s\n\n| `%s` | label | what happens | then |\n| --- | --- | --- | --- |\n%s"
                .formatted(
                        model.file(),
                        model.process().getName(),
                        model.key(),
                        rows(model.process().getFlowElements(), ""));
    }

    private static String rows(Collection<FlowElement> elements, String depth) {
        return elements.stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .map(node -> "| %s`%s` | %s | %s | %s |\n"
                                .formatted(
                                        depth,
                                        node.getId(),
                                        node.getName() == null ? "" : node.getName(),
                                        String.join("; ", facts(node)),
                                        then(node))
                        + (node instanceof SubProcess inner ? rows(inner.getFlowElements(), depth + "› ") : ""))
                .collect(joining());
    }

    private static List<String> facts(FlowNode node) {
        var facts = new ArrayList<String>();
        if (node instanceof UserTask task) {
            facts.add(who(task));
            facts.add("due " + code(task.getCamundaDueDate()));
            facts.add("form `" + task.getCamundaFormKey().replaceFirst(".*:", "") + "`");
        } else if (node instanceof ServiceTask task) {
            facts.add(code(task.getCamundaDelegateExpression()));
        } else if (node instanceof CallActivity call) {
            facts.add("calls `" + call.getCalledElement() + "` with " + handedOn(call));
        } else if (node instanceof SubProcess inner && inner.triggeredByEvent()) {
            facts.add("begins by its event, at any time while the steps around it run");
        } else if (node instanceof BoundaryEvent event) {
            facts.add("`%s` %s".formatted(event.getAttachedTo().getId(), event.cancelActivity() ? "ends" : "goes on"));
        } else if (node instanceof StartEvent event && !event.isInterrupting()) {
            facts.add("ends nothing");
        } else if (node instanceof Gateway) {
            facts.add(node.getElementType()
                    .getTypeName()
                    .replace("BasedGateway", " decides")
                    .replace("Gateway", ""));
        }
        below(node, TimerEventDefinition.class).map(ModelTables::when).forEach(facts::add);
        below(node, MessageEventDefinition.class)
                .map(event -> "message `" + event.getMessage().getName() + "`")
                .forEach(facts::add);
        below(node, MultiInstanceLoopCharacteristics.class)
                .map(loop -> "one `%s` for each of %s, %s"
                        .formatted(
                                loop.getCamundaElementVariable(),
                                code(loop.getCamundaCollection()),
                                loop.isSequential() ? "one after the other" : "side by side"))
                .forEach(facts::add);
        if (node instanceof Activity && node.isCamundaAsyncBefore()) {
            facts.add("a job of its own");
        }
        extensions(node, CamundaExecutionListener.class)
                .map(listener -> "%s at its %s"
                        .formatted(code(listener.getCamundaDelegateExpression()), listener.getCamundaEvent()))
                .forEach(facts::add);
        return facts;
    }

    private static String who(UserTask task) {
        var groups = task.getCamundaCandidateGroups() == null
                ? Stream.<String>empty()
                : task.getCamundaCandidateGroupsList().stream().map(group -> "group " + code(group));
        var person =
                task.getCamundaAssignee() == null ? Stream.<String>empty() : Stream.of(code(task.getCamundaAssignee()));
        return Stream.concat(person, groups).collect(joining(", "));
    }

    private static String handedOn(CallActivity call) {
        return extensions(call, CamundaIn.class)
                .filter(in -> in.getCamundaSource() != null)
                .map(in -> code(in.getCamundaSource()))
                .collect(joining(", "));
    }

    private static String when(TimerEventDefinition timer) {
        return timer.getTimeDate() == null
                ? "after " + code(timer.getTimeDuration().getTextContent())
                : "at " + code(timer.getTimeDate().getTextContent());
    }

    private static String then(FlowNode node) {
        return node.getOutgoing().stream()
                .map(flow -> condition(node, flow) + code(target(flow)))
                .collect(joining("; "));
    }

    private static String target(SequenceFlow flow) {
        return flow.getTarget().getId();
    }

    private static String condition(FlowNode node, SequenceFlow flow) {
        if (flow.getConditionExpression() != null) {
            return code(flow.getConditionExpression().getTextContent()) + " → ";
        }
        return flow.getId().equals(node.getAttributeValue("default")) ? "else → " : "";
    }

    private static String decision(Table table) {
        return table.model().getModelElementsByType(DecisionTable.class).stream()
                .map(rules -> "| `%s` | `%s`, %s | %s | %s |\n"
                        .formatted(
                                table.file(),
                                ((org.camunda.bpm.model.dmn.instance.Decision) rules.getParentElement()).getId(),
                                rules.getHitPolicy().name().toLowerCase(),
                                rules.getInputs().stream()
                                        .map(ModelTables::input)
                                        .collect(joining(", ")),
                                rules.getOutputs().stream()
                                        .map(ModelTables::output)
                                        .collect(joining(", "))))
                .collect(joining());
    }

    private static String input(Input input) {
        var expression = input.getInputExpression();
        return "`%s` (%s)".formatted(expression.getText().getTextContent().strip(), expression.getTypeRef());
    }

    private static String output(Output output) {
        return "`%s` (%s)".formatted(output.getName(), output.getTypeRef());
    }

    /** An expression without its brackets. */
    private static String code(String expression) {
        return "`" + expression.replaceFirst("^[$#]\\{(.*)}$", "$1") + "`";
    }

    private static <T extends ModelElementInstance> Stream<T> below(BaseElement element, Class<T> type) {
        return element.getChildElementsByType(type).stream();
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
    }
}
