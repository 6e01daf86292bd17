package id.laras.gate;

import id.laras.gate.Exits.Exit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Proves all models of a book together (docs/adr/0127-how-models-are-proved.md). What is called is proved by itself, once, and then stood in
 * for by its exits.
 */
final class Prover {

    /** States that a whole book may have. */
    static final int BOUND = 200_000;

    private final Map<String, DomElement> models = new LinkedHashMap<>();
    private final Map<String, Exits> proved = new HashMap<>();
    /** Two levels may look alike: they are told apart by which they are. */
    private final Levels levels = new Levels(new HashMap<>(), new IdentityHashMap<>());

    private final Set<String> called = new HashSet<>();
    private final Deque<String> calls = new ArrayDeque<>();
    private final List<Finding> findings = new ArrayList<>();
    private final int bound;
    private int states;

    /**
     * @param states how many states there are, to compare with the bound
     * @param levels what was read, for whoever proves more of it
     */
    record Proof(List<Finding> findings, int states, Levels levels) {}

    /**
     * Every level that could be read.
     *
     * @param models by the id of the process
     * @param inner  of each level, what stands in for the steps and event sub-processes in it
     */
    record Levels(Map<String, Scope> models, Map<Scope, Map<String, Exits>> inner) {}

    private Prover(int bound) {
        this.bound = bound;
    }

    static Proof prove(Collection<BpmnModelInstance> book) {
        return prove(book, BOUND);
    }

    static Proof prove(Collection<BpmnModelInstance> book, int bound) {
        var prover = new Prover(bound);
        for (var model : book) {
            for (var process : model.getModelElementsByType(Process.class)) {
                if (prover.models.putIfAbsent(process.getId(), process.getDomElement()) != null) {
                    prover.find(process.getId(), Rule.MODEL_TWICE, process.getId(), List.of());
                }
            }
        }
        prover.models.keySet().forEach(prover::prove);
        prover.uncaught();
        return new Proof(List.copyOf(prover.findings), prover.states, prover.levels);
    }

    private Exits prove(String model) {
        var known = proved.get(model);
        if (known != null) {
            return known;
        }
        // Until it is proved, a call to it is one of its own.
        proved.put(model, null);
        var scope = ScopeReader.read(models.get(model));
        var exits = exits(model, scope);
        levels.models().put(model, scope);
        proved.put(model, exits);
        return exits;
    }

    /** An error that nobody catches is told of the models that nobody calls. */
    private void uncaught() {
        proved.forEach((model, exits) -> exits.thrown().stream()
                .filter(exit -> exit.thrown().kind() == Trigger.Kind.ERROR && !called.contains(model))
                .forEach(exit -> find(model, Rule.ERROR_UNCAUGHT, exit.element(), exit.path())));
    }

    private Exits exits(String model, Scope scope) {
        if (!scope.faults().isEmpty()) {
            scope.faults().forEach(fault -> find(model, fault.rule(), fault.element(), List.of()));
            return Exits.plain(true);
        }
        var inner = new HashMap<String, Exits>();
        for (var node : scope.nodes()) {
            if (node instanceof Node.Step step) {
                inner.put(step.id(), exits(model, step));
            } else if (node instanceof Node.EventScope event) {
                inner.put(event.id(), exits(model, event.body()));
            }
        }
        levels.inner().put(scope, inner);
        var exploration = new Exploration(new Tokens(scope, inner), bound - states);
        states += exploration.states();
        var met = Soundness.of(scope, exploration);
        met.forEach(each -> find(model, each.rule(), each.element(), each.path()));
        return new Exits(
                exploration.ends() || !met.isEmpty(),
                inner.values().stream().anyMatch(Exits::anything),
                List.<Exit>copyOf(exploration.exits()));
    }

    private Exits exits(String model, Node.Step step) {
        if (step.body() != null) {
            return exits(model, step.body());
        }
        return step.called() == null ? Exits.plain(step.work() == Node.Work.DONE) : call(model, step);
    }

    private Exits call(String model, Node.Step call) {
        called.add(call.called());
        calls.addLast(call.id());
        try {
            if (!models.containsKey(call.called())) {
                find(model, Rule.MODEL_MISSING, call.id(), List.of());
                return Exits.plain(true);
            }
            if (proved.containsKey(call.called()) && proved.get(call.called()) == null) {
                find(model, Rule.CALLS_ITSELF, call.id(), List.copyOf(calls));
                return Exits.plain(true);
            }
            return prove(call.called());
        } finally {
            calls.removeLast();
        }
    }

    private void find(String model, Rule rule, String element, List<String> path) {
        findings.add(new Finding(model, rule, element, path));
    }
}
