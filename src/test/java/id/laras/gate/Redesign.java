package id.laras.gate;

import id.laras.steps.ProcessModel;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The shipped book, to be edited as somebody would with Camunda Modeler. */
final class Redesign {

    private final Map<String, BpmnModelInstance> book;
    private final BpmnModelInstance model;

    private Redesign(Map<String, BpmnModelInstance> book, BpmnModelInstance model) {
        this.book = book;
        this.model = model;
    }

    static Redesign evaluation() {
        return of(ProcessModel.EVALUATION);
    }

    static Redesign objection() {
        return of(ProcessModel.OBJECTION);
    }

    static Redesign assessment() {
        return of(ProcessModel.ASSESSMENT);
    }

    static Redesign of(ProcessModel model) {
        var files = new File("processes").listFiles((folder, name) -> name.endsWith(".bpmn"));
        var book = Arrays.stream(files)
                .sorted()
                .map(Bpmn::readModelFromFile)
                .collect(Collectors.toMap(
                        each -> each.getModelElementsByType(Process.class)
                                .iterator()
                                .next()
                                .getId(),
                        each -> each));
        return new Redesign(book, book.get(model.key()));
    }

    /** All of one model stands as a sub-process in another. */
    static Redesign within(ProcessModel outer, ProcessModel inner, String id) throws IOException {
        var around = Files.readString(file(outer));
        var process = Files.readString(file(inner)).replaceAll("(?s).*<bpmn:process[^>]*>|</bpmn:process>.*", "");
        var end = around.indexOf("</bpmn:process>");
        var text = around.substring(0, end) + "<bpmn:subProcess id=\"" + id + "\">" + process + "</bpmn:subProcess>"
                + around.substring(end);
        var edited = of(outer);
        edited.book.put(
                outer.key(), Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        return edited.and(outer);
    }

    private static Path file(ProcessModel model) {
        return Path.of("processes", model.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".bpmn");
    }

    /** The same book, with another of its models at hand. */
    Redesign and(ProcessModel other) {
        return new Redesign(book, book.get(other.key()));
    }

    List<BpmnModelInstance> book() {
        return new ArrayList<>(book.values());
    }

    Prover.Proof proof() {
        return Law.prove(book(), Beans.DECLARED);
    }

    /** The rules that it breaks, soundness included. */
    List<Rule> broken() {
        return proof().findings().stream().map(Finding::rule).distinct().toList();
    }

    <T extends ModelElementInstance> T get(String id) {
        return model.getModelElementById(id);
    }

    <T extends ModelElementInstance> Redesign edit(String id, Consumer<T> edit) {
        edit.accept(get(id));
        return this;
    }

    <T extends FlowElement> T add(Class<T> kind, String id) {
        return add(
                kind, id, model.getModelElementsByType(Process.class).iterator().next());
    }

    <T extends ModelElementInstance> T add(Class<T> kind, String id, ModelElementInstance parent) {
        var element = model.newInstance(kind);
        if (id != null) {
            element.setAttributeValue("id", id, true);
        }
        parent.addChildElement(element);
        return element;
    }

    Redesign flow(String id, String from, String to) {
        FlowNode source = get(from);
        var flow = add(SequenceFlow.class, id, source.getParentElement());
        flow.setSource(source);
        flow.setTarget(get(to));
        return this;
    }

    Redesign flow(String id, String from, String to, String condition) {
        return flow(id, from, to).condition(id, condition);
    }

    Redesign condition(String flow, String condition) {
        var expression = model.newInstance(ConditionExpression.class);
        expression.setTextContent(condition);
        return this.<SequenceFlow>edit(flow, each -> each.setConditionExpression(expression));
    }

    /** The flow leads elsewhere. */
    Redesign lead(String flow, String to) {
        return this.<SequenceFlow>edit(flow, each -> each.setTarget(get(to)));
    }

    /** Takes out a step with its events; what led there leads to what came behind. */
    Redesign remove(String id) {
        var behind = flows().stream()
                .filter(flow -> flow.getSource().getId().equals(id))
                .findFirst()
                .orElseThrow();
        var next = behind.getTarget();
        delete(behind);
        flows().stream().filter(flow -> flow.getTarget().getId().equals(id)).forEach(flow -> flow.setTarget(next));
        model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().getId().equals(id))
                .forEach(event -> {
                    flows().stream()
                            .filter(flow -> flow.getSource().equals(event))
                            .forEach(Redesign::delete);
                    delete(event);
                });
        delete(get(id));
        return this;
    }

    /** Puts a step on the flow. */
    Redesign insert(String flow, FlowNode step) {
        SequenceFlow way = get(flow);
        var next = way.getTarget();
        way.setTarget(step);
        return flow(flow + "_behind_" + step.getId(), step.getId(), next.getId());
    }

    /** Takes a step from where it is and puts it on the flow. */
    Redesign move(String id, String flow) {
        FlowNode step = get(id);
        var behind = flows().stream()
                .filter(each -> each.getSource().getId().equals(id))
                .findFirst()
                .orElseThrow();
        var next = behind.getTarget();
        flows().stream().filter(each -> each.getTarget().getId().equals(id)).forEach(each -> each.setTarget(next));
        SequenceFlow way = get(flow);
        behind.setTarget(way.getTarget());
        way.setTarget(step);
        return this;
    }

    /** A step of HR's own on every flow, but for those to events that are waited for together. */
    Redesign between() {
        for (var flow : flows()) {
            if (!(flow.getSource() instanceof EventBasedGateway)) {
                insert(flow.getId(), add(UserTask.class, "UserTask_On" + flow.getId(), flow.getParentElement()));
            }
        }
        return this;
    }

    /** Each task begins in a job of its own. */
    Redesign inJobs() {
        book.values()
                .forEach(each ->
                        each.getModelElementsByType(Task.class).forEach(task -> task.setCamundaAsyncBefore(true)));
        return this;
    }

    Redesign service(String flow, String bean) {
        var task = add(ServiceTask.class, "ServiceTask_New" + bean);
        task.setCamundaDelegateExpression("${" + bean + "}");
        return insert(flow, task);
    }

    /** An interrupting timer at a step, and where it leads. */
    Redesign timer(String host, String duration, String to) {
        var event = add(BoundaryEvent.class, "BoundaryTimer_New" + host);
        event.setAttachedTo(get(host));
        duration(event, duration);
        return flow("Flow_New" + host, event.getId(), to);
    }

    void duration(ModelElementInstance event, String duration) {
        var timer = add(TimerEventDefinition.class, null, event);
        add(TimeDuration.class, null, timer).setTextContent(duration);
    }

    Redesign end(String id) {
        add(EndEvent.class, id);
        return this;
    }

    List<SequenceFlow> flows() {
        return List.copyOf(model.getModelElementsByType(SequenceFlow.class));
    }

    private static void delete(ModelElementInstance element) {
        element.getParentElement().removeChildElement(element);
    }
}
