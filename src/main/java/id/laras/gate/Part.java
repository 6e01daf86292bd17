package id.laras.gate;

import id.laras.gate.Meaning.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * A level of the lifecycle, or a task that does something the law asks about. Calls are gone into, each by itself: unlike for soundness it counts in
 * which order things happen within and beside them. What the law does not ask about stays one step with its exits.
 */
final class Part {

    /** Calls of calls of calls: more of them are refused as too large. */
    static final int MOST = 2_000;

    final String model;

    /** Null for a task. */
    final Scope scope;

    final Tokens tokens;

    /** What the task does, null for a level. */
    final Work work;

    /** Variables are its own, not those of the level around it. */
    final boolean instance;

    final Map<String, Part> inside = new HashMap<>();

    final Map<String, Node> nodes = new HashMap<>();

    /** Steps and event sub-processes: what can be begun and left. */
    final List<Node> rooms = new ArrayList<>();

    /** Where the token of a flow lies, by its id. */
    final Map<String, Integer> flows = new HashMap<>();

    /** What no token waits at. */
    final Set<String> passed = new HashSet<>();

    /** Steps that the law does not ask about, before a place to wait where nothing has happened since: to wait at one of the two is enough. */
    final Set<String> skipped = new HashSet<>();

    /** On what a boundary event hangs. */
    final Map<String, String> hosts = new HashMap<>();

    /** By the element or flow that is passed. */
    final Map<String, List<Act>> passing = new HashMap<>();

    /** What happens when a step that is gone into begins, and when it is left. */
    final Map<String, List<Act>> begins = new HashMap<>();

    final Map<String, List<Act>> leaves = new HashMap<>();

    /** Days until the timer of an interrupting event. */
    final Map<String, Integer> days = new HashMap<>();

    /** Whether a timer counts from when it began. */
    boolean timed;

    /** Which variables the call hands in and out, target by source. */
    final Map<String, Map<String, String>> handedIn = new HashMap<>();

    final Map<String, Map<String, String>> handedOut = new HashMap<>();

    private Part(String model, Scope scope, Tokens tokens, Work work, boolean instance) {
        this.model = model;
        this.scope = scope;
        this.tokens = tokens;
        this.work = work;
        this.instance = instance;
        if (scope != null) {
            scope.flows().forEach(flow -> flows.put(flow.id(), tokens.places().flow(flow)));
            for (var node : scope.nodes()) {
                nodes.put(node.id(), node);
                if (isPassed(node)) {
                    passed.add(node.id());
                }
                if (node instanceof Node.Step || node instanceof Node.EventScope) {
                    rooms.add(node);
                } else if (node instanceof Node.Boundary event) {
                    hosts.put(event.id(), event.host());
                }
            }
        }
    }

    /** An inclusive join waits for others, an event-based gateway for events. */
    private static boolean isPassed(Node node) {
        return node instanceof Node.Start
                || node instanceof Node.Step step && step.instances() == Node.Instances.ONE
                || node instanceof Node.Gateway gateway
                        && (gateway.split() == Node.Split.ONE || gateway.split() == Node.Split.ALL)
                || node instanceof Node.End end && end.thrown() == null && !end.terminates();
    }

    private boolean isSkipped(Node node, Map<String, Exits> exits) {
        return isQuiet(node)
                && !hosts.containsValue(node.id())
                && exits.get(node.id()).normal()
                && exits.get(node.id()).thrown().isEmpty()
                && leadsToWaiting(node.id());
    }

    private boolean isQuiet(Node node) {
        return node instanceof Node.Step step
                && step.instances() == Node.Instances.ONE
                && !inside.containsKey(node.id())
                && !begins.containsKey(node.id())
                && !leaves.containsKey(node.id());
    }

    /** By way of gateways that only bring branches together. */
    private boolean leadsToWaiting(String from) {
        var seen = new HashSet<String>();
        var at = from;
        while (seen.add(at)) {
            var out = scope.outOf(at);
            if (out.size() != 1
                    || out.get(0).condition() != null
                    || passing.containsKey(out.get(0).id())) {
                return false;
            }
            at = out.get(0).to();
            var node = nodes.get(at);
            var silent = !passing.containsKey(at);
            if (isQuiet(node) || silent && node instanceof Node.Catch || isOpenTask(node)) {
                return true;
            }
            if (!(silent && node instanceof Node.Gateway gateway && gateway.split() == Node.Split.ONE)) {
                return false;
            }
        }
        return false;
    }

    private boolean isOpenTask(Node node) {
        var task = inside.get(node.id());
        return node instanceof Node.Step step
                && step.instances() == Node.Instances.ONE
                && task != null
                && task.work != null
                && task.work.begun().isEmpty();
    }

    boolean doesSomething() {
        return work == null
                ? Stream.of(inside, passing, begins, leaves).anyMatch(map -> !map.isEmpty())
                : !work.isNothing();
    }

    List<Run> starts(Map<String, Boolean> flags) {
        return scope == null
                ? List.of(Run.task(!work.begun().isEmpty()))
                : tokens.begins().stream()
                        .map(state -> new Run(state, Map.of(), instance ? flags : Map.of(), false))
                        .toList();
    }

    /** Takes a lifecycle apart. */
    static final class Reader {

        private final Prover.Levels levels;
        private final Map<String, Map<String, DomElement>> elements;
        private final Meaning meaning;
        private final Set<String> lasting;
        private int parts;

        /** @param elements by their id, by the id of the process */
        Reader(
                Prover.Levels levels,
                Map<String, Map<String, DomElement>> elements,
                Meaning meaning,
                Set<String> lasting) {
            this.levels = levels;
            this.elements = elements;
            this.meaning = meaning;
            this.lasting = lasting;
        }

        boolean tooMany() {
            return parts > MOST;
        }

        Part read(String model, Variables variables) {
            return level(model, levels.models().get(model), variables, true);
        }

        private Part level(String model, Scope scope, Variables variables, boolean instance) {
            parts++;
            var within = new HashMap<String, Part>();
            for (var node : scope.nodes()) {
                var part = tooMany() ? null : part(model, node, variables);
                if (part != null && part.doesSomething()) {
                    within.put(node.id(), part);
                }
            }
            var entered = new HashSet<>(within.keySet());
            var part = new Part(
                    model, scope, new Tokens(scope, levels.inner().get(scope), entered, lasting), null, instance);
            part.inside.putAll(within);
            scope.flows().forEach(flow -> part.pass(flow.id(), passing(model, flow.id(), variables)));
            for (var node : scope.nodes()) {
                read(part, node, variables);
            }
            if (instance) {
                var process = element(model, model);
                var started = meaning.listeners(model, process, "executionListener", "start", variables);
                scope.all(Node.Start.class).forEach(start -> part.pass(start.id(), started));
                var over = meaning.listeners(model, process, "executionListener", "end", variables);
                scope.all(Node.End.class).forEach(end -> part.pass(end.id(), over));
            }
            part.days.forEach((event, days) -> {
                var counted = part.hosts.containsKey(event) ? within.get(part.hosts.get(event)) : part;
                if (counted != null && days > 0) {
                    counted.timed = true;
                }
            });
            scope.nodes().stream()
                    .filter(node -> part.isSkipped(node, levels.inner().get(scope)))
                    .forEach(node -> part.skipped.add(node.id()));
            return part;
        }

        private Part part(String model, Node node, Variables variables) {
            if (node instanceof Node.EventScope event) {
                return level(model, event.body(), variables, false);
            }
            if (!(node instanceof Node.Step step)) {
                return null;
            }
            if (step.called() != null) {
                return read(step.called(), variables.within(element(model, step.id())));
            }
            return step.body() != null
                    ? level(model, step.body(), variables, false)
                    : new Part(model, null, null, meaning.work(model, element(model, step.id()), variables), false);
        }

        private void read(Part part, Node node, Variables variables) {
            var element = element(part.model, node.id());
            if (node instanceof Node.Step step) {
                if (step.work() == Node.Work.INNER) {
                    part.hear(node.id(), element, meaning, variables);
                }
                if (step.called() != null) {
                    part.handedIn.put(node.id(), handed(element, "in"));
                    part.handedOut.put(node.id(), handed(element, "out"));
                }
            } else if (node instanceof Node.EventScope) {
                part.hear(node.id(), element, meaning, variables);
                Meaning.bpmnWithin(element, "startEvent")
                        .forEach(start -> part.days.put(node.id(), meaning.days(start, variables)));
            } else {
                part.pass(node.id(), passing(part.model, node.id(), variables));
                if (node instanceof Node.Boundary) {
                    part.days.put(node.id(), meaning.days(element, variables));
                }
            }
        }

        private List<Act> passing(String model, String id, Variables variables) {
            var element = element(model, id);
            // The jump between two links is no element of its own.
            return element == null ? List.of() : meaning.passing(model, element, variables);
        }

        private Map<String, String> handed(DomElement call, String way) {
            var handed = new HashMap<String, String>();
            for (var each : Meaning.extensions(call, way)) {
                if ("all".equals(each.getAttribute("variables"))) {
                    lasting.forEach(flag -> handed.put(flag, flag));
                } else if (each.getAttribute("source") != null) {
                    handed.put(each.getAttribute("target"), each.getAttribute("source"));
                }
            }
            return handed;
        }

        private DomElement element(String model, String id) {
            return elements.get(model).get(id);
        }
    }

    private void pass(String id, List<Act> acts) {
        if (!acts.isEmpty()) {
            passing.computeIfAbsent(id, element -> new ArrayList<>()).addAll(acts);
        }
    }

    private void hear(String id, DomElement element, Meaning meaning, Variables variables) {
        var begun = new ArrayList<>(meaning.listeners(model, element, "executionListener", "start", variables));
        begun.addAll(meaning.mapping(model, element));
        if (!begun.isEmpty()) {
            begins.put(id, begun);
        }
        var left = meaning.listeners(model, element, "executionListener", "end", variables);
        if (!left.isEmpty()) {
            leaves.put(id, left);
        }
    }
}
