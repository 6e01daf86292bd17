package id.laras.gate;

import id.laras.steps.Deed;
import id.laras.steps.Deeds;
import id.laras.steps.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Says what an element does: a user task by its step, found by its place in the catalogue or by its form; everything else by the delegates and
 * listeners that it names. Doers are variables that the evaluation began with ({@code assessor}), groups ({@code group:…}), or what
 * {@link Variables} makes of them.
 */
final class Meaning {

    static final String GROUP = "group:";

    /** As far as no due date ends a task. */
    static final int FOR_EVER = Integer.MAX_VALUE;

    private static final Set<Deed> NOT_ASKED_ABOUT = Set.of(Deed.INFORMS, Deed.ADMINISTERS);
    private static final Set<String> JAVA = Set.of("class", "expression", "type", "variableMappingClass");

    private final Declarations declared;

    /**
     * What a task does.
     *
     * @param prompt it begins together with what came before it, and not in a job of its own
     * @param flag   tells its outcomes apart, null when there is one
     */
    record Work(boolean prompt, List<Act> begun, List<Act> done, String flag, List<Act> yes, List<Act> no) {

        boolean isNothing() {
            return begun.isEmpty() && done.isEmpty() && flag == null;
        }
    }

    Meaning(Declarations declared) {
        this.declared = declared;
    }

    Work work(String model, DomElement element, Variables variables) {
        var begun = new ArrayList<>(listeners(model, element, "executionListener", "start", variables));
        var done = new ArrayList<>(listeners(model, element, "executionListener", "end", variables));
        begun.addAll(listeners(model, element, "taskListener", "create", variables));
        done.addAll(listeners(model, element, "taskListener", "complete", variables));
        var deeds = new ArrayList<Deeds>();
        Step step = null;
        if (element.getLocalName().equals("userTask")) {
            var byPlace = Step.of(model, element.getAttribute("id"));
            var byForm = byForm(element);
            if (byPlace.isPresent() && byForm.isPresent() && !byPlace.equals(byForm)) {
                done.add(undeclared(model, element));
            }
            step = byPlace.or(() -> byForm).orElse(null);
            if (step != null) {
                deeds.add(step.deeds());
            }
        } else {
            delegate(model, element, done).ifPresent(deeds::add);
        }
        var prompt = !"true".equals(camunda(element, "asyncBefore")) && !"true".equals(camunda(element, "async"));
        if (deeds.isEmpty()) {
            return new Work(prompt, begun, done, null, List.of(), List.of());
        }
        var asked = deeds.get(0);
        begun.addAll(acts(asked.begun(), model, element, step, variables));
        done.addAll(acts(asked.done(), model, element, step, variables));
        return new Work(
                prompt,
                begun,
                done,
                asked.flag(),
                acts(asked.yes(), model, element, step, variables),
                acts(asked.no(), model, element, step, variables));
    }

    /** What listens to an element that is no task, and what an event sends by Java. */
    List<Act> passing(String model, DomElement element, Variables variables) {
        var acts = new ArrayList<Act>();
        for (var event : List.of("start", "take", "end")) {
            acts.addAll(listeners(model, element, "executionListener", event, variables));
        }
        for (var definition : element.getChildElements()) {
            if (definition.getLocalName().endsWith("EventDefinition")) {
                acts.addAll(beside(model, definition, element, variables));
            }
        }
        return acts;
    }

    List<Act> listeners(String model, DomElement element, String kind, String event, Variables variables) {
        var acts = new ArrayList<Act>();
        for (var listener : extensions(element, kind)) {
            var at = Optional.ofNullable(listener.getAttribute("event")).orElse("take");
            // What happens to a task in between may happen at its begin.
            var counts = kind.equals("taskListener") && !at.equals("complete") ? "create" : at;
            if (counts.equals(event)) {
                if (listener.getAttribute("delegateExpression") == null) {
                    acts.add(undeclared(model, element));
                }
                acts.addAll(beside(model, listener, element, variables));
            }
        }
        return acts.stream().map(act -> at(act, element)).toList();
    }

    /** What has two outcomes is a task of its own: beside another element nobody would know which of them it had. */
    private List<Act> beside(String model, DomElement java, DomElement element, Variables variables) {
        var acts = new ArrayList<Act>();
        delegate(model, java, acts).ifPresent(deeds -> {
            acts.addAll(acts(deeds.done(), model, element, null, variables));
            if (deeds.flag() != null) {
                acts.add(undeclared(model, element));
            }
        });
        return acts;
    }

    /** Java that hands variables into a call. */
    List<Act> mapping(String model, DomElement call) {
        var acts = new ArrayList<Act>();
        delegate(model, call, acts);
        return acts;
    }

    private static Act at(Act act, DomElement element) {
        return new Act(
                act.kind(), act.deed(), act.model(), element.getAttribute("id"), act.step(), act.doers(), act.days());
    }

    private Optional<Deeds> delegate(String model, DomElement element, List<Act> unknown) {
        if (camunda(element, "delegateExpression") != null) {
            var deeds = bean(element);
            if (deeds.isEmpty()) {
                unknown.add(undeclared(model, element));
            }
            return deeds;
        }
        if (JAVA.stream().anyMatch(java -> camunda(element, java) != null)
                || camunda(element, "variableMappingDelegateExpression") != null) {
            unknown.add(undeclared(model, element));
        }
        return Optional.empty();
    }

    private Optional<Deeds> bean(DomElement element) {
        var expression = camunda(element, "delegateExpression");
        var bean = Variables.NAME.matcher(expression == null ? "" : expression.strip());
        return bean.matches() ? Optional.ofNullable(declared.delegates().get(bean.group(1))) : Optional.empty();
    }

    private static Act undeclared(String model, DomElement element) {
        return new Act(Act.Kind.UNDECLARED, null, model, element.getAttribute("id"), null, Set.of(), 0);
    }

    private List<Act> acts(List<Deed> deeds, String model, DomElement element, Step step, Variables variables) {
        var doers = step == null ? Set.<String>of() : doers(element, variables);
        var due = camunda(element, "dueDate");
        var days = due == null ? FOR_EVER : variables.days(due, declared.periods());
        return deeds.stream()
                .filter(deed -> !NOT_ASKED_ABOUT.contains(deed))
                .map(deed -> new Act(Act.Kind.DONE, deed, model, element.getAttribute("id"), step, doers, days))
                .toList();
    }

    private static Set<String> doers(DomElement task, Variables variables) {
        var doers = new LinkedHashSet<String>();
        names(task, "assignee").map(variables::of).forEach(doers::add);
        names(task, "candidateUsers").map(variables::of).forEach(doers::add);
        names(task, "candidateGroups").forEach(group -> doers.add(GROUP + group));
        task.getChildElements().stream()
                .filter(child -> Set.of("humanPerformer", "potentialOwner", "performer", "resourceRole")
                        .contains(child.getLocalName()))
                .forEach(child -> doers.add(variables.of(text(child).strip())));
        return doers;
    }

    /** Commas within brackets belong to an expression. */
    private static Stream<String> names(DomElement task, String attribute) {
        var value = camunda(task, attribute);
        return value == null || value.isBlank()
                ? Stream.of()
                : Arrays.stream(value.split(",(?![^{]*})")).map(String::strip);
    }

    private static String text(DomElement element) {
        var inner = element.getChildElements();
        return inner.isEmpty()
                ? element.getTextContent()
                : inner.stream().map(Meaning::text).reduce("", String::concat);
    }

    private static Optional<Step> byForm(DomElement task) {
        var form = camunda(task, "formKey");
        return form == null
                ? Optional.empty()
                : Arrays.stream(Step.values())
                        .filter(step -> form.endsWith(":" + step.form()))
                        .findFirst();
    }

    /** Days until the timer of an event fires, counted from when it is armed; 0 when that is not known. */
    int days(DomElement event, Variables variables) {
        return bpmnWithin(event, "timerEventDefinition").stream()
                .flatMap(timer -> timer.getChildElements().stream())
                .mapToInt(time -> switch (time.getLocalName()) {
                    case "timeDuration" -> variables.days(time.getTextContent(), declared.periods());
                    case "timeCycle" ->
                        variables.days(time.getTextContent().strip().replaceFirst("^R\\d*/", ""), declared.periods());
                    default -> 0;
                })
                .findFirst()
                .orElse(0);
    }

    static List<DomElement> bpmnWithin(DomElement element, String name) {
        return element.getChildElements().stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    static List<DomElement> extensions(DomElement element, String name) {
        return bpmnWithin(element, "extensionElements").stream()
                .flatMap(all -> bpmnWithin(all, name).stream())
                .toList();
    }

    /** Variables that an element writes by what stands in the model alone. */
    static List<String> written(DomElement element) {
        var parameters = extensions(element, "inputOutput").stream()
                .flatMap(each -> each.getChildElements().stream())
                .map(parameter -> parameter.getAttribute("name"));
        var fields = extensions(element, "formData").stream()
                .flatMap(each -> each.getChildElements().stream())
                .map(field -> field.getAttribute("id"));
        return Stream.concat(parameters, fields).toList();
    }

    /** An attribute of the engine; its own elements carry theirs without a name space. */
    static String camunda(DomElement element, String attribute) {
        var value = element.getAttribute(BpmnModelConstants.CAMUNDA_NS, attribute);
        return value != null || !BpmnModelConstants.CAMUNDA_NS.equals(element.getNamespaceURI())
                ? value
                : element.getAttribute(attribute);
    }
}
