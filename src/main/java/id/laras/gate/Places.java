package id.laras.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where tokens may lie in a scope, each with its bit of a state. After them come what is armed (boundary events and event sub-processes
 * that do not interrupt, once each) and the flags that are known, with their values.
 */
final class Places {

    private final Map<String, Integer> bits = new HashMap<>();
    private final List<String> elements = new ArrayList<>();
    private final Map<String, Set<String>> reachable = new HashMap<>();
    private final int tokens;
    private final int flagsFrom;
    private final Scope scope;

    Places(Scope scope) {
        this.scope = scope;
        for (var flow : scope.flows()) {
            add("flow", flow.id(), flow.to());
            add("arrived", flow.id(), flow.to());
        }
        for (var node : scope.nodes()) {
            add("active", node.id(), node.id());
            add("called", node.id(), node.id());
            add("second", node.id(), node.id());
        }
        tokens = bits.size();
        scope.nodes().forEach(node -> add("armed", node.id(), node.id()));
        flagsFrom = bits.size();
        for (var flow : scope.flows()) {
            if (flow.condition() != null && flow.condition().flag() != null) {
                add("known", flow.condition().flag(), null);
                add("value", flow.condition().flag(), null);
            }
        }
    }

    private void add(String kind, String id, String element) {
        if (bits.putIfAbsent(kind + " " + id, bits.size()) == null) {
            elements.add(element);
        }
    }

    int flow(Flow flow) {
        return bits.get("flow " + flow.id());
    }

    int arrived(Flow flow) {
        return bits.get("arrived " + flow.id());
    }

    /** A step that runs, an event-based gateway that waits, a start that has not happened. */
    int active(Node node) {
        return bits.get("active " + node.id());
    }

    /** An event sub-process that was thrown at and has not begun. */
    int called(Node node) {
        return bits.get("called " + node.id());
    }

    /** The other instance of a step that has two. */
    int second(Node node) {
        return bits.get("second " + node.id());
    }

    int armed(Node node) {
        return bits.get("armed " + node.id());
    }

    private int known(String flag) {
        return bits.get("known " + flag);
    }

    private int value(String flag) {
        return bits.get("value " + flag);
    }

    boolean over(BitSet state) {
        var first = state.nextSetBit(0);
        return first < 0 || first >= tokens;
    }

    /** Where the first token waits. */
    String waitingAt(BitSet state) {
        return elements.get(state.nextSetBit(0));
    }

    void forget(BitSet state) {
        state.clear(flagsFrom, bits.size());
    }

    /**
     * The state in which the conditions turned out so, or null when they cannot: a flag that is known keeps its value, and no flow without
     * condition is refused.
     */
    BitSet assume(BitSet state, List<Flow> taken, List<Flow> refused) {
        var after = (BitSet) state.clone();
        for (var flow : taken) {
            if (flow.condition() != null && !turnsOut(after, flow, true)) {
                return null;
            }
        }
        for (var flow : refused) {
            if (flow.condition() == null || !turnsOut(after, flow, false)) {
                return null;
            }
        }
        return after;
    }

    private boolean turnsOut(BitSet state, Flow flow, boolean holds) {
        var flag = flow.condition().flag();
        if (flag == null) {
            return true;
        }
        var value = flow.condition().value() == holds;
        if (state.get(known(flag))) {
            return state.get(value(flag)) == value;
        }
        state.set(known(flag));
        state.set(value(flag), value);
        return true;
    }

    /**
     * Whether a token may still come to an inclusive join, as the engine asks it: along flows, past what already arrived there, and not by
     * way of boundary events.
     */
    boolean stillToCome(BitSet state, Node.Gateway join) {
        var here = new HashSet<Integer>();
        scope.into(join.id()).forEach(flow -> here.add(arrived(flow)));
        for (var bit = state.nextSetBit(0); bit >= 0 && bit < tokens; bit = state.nextSetBit(bit + 1)) {
            if (!here.contains(bit) && reach(elements.get(bit)).contains(join.id())) {
                return true;
            }
        }
        return false;
    }

    private Set<String> reach(String from) {
        return reachable.computeIfAbsent(from, start -> {
            var seen = new HashSet<String>();
            var open = new ArrayList<>(List.of(start));
            while (!open.isEmpty()) {
                var node = open.remove(open.size() - 1);
                if (seen.add(node)) {
                    scope.outOf(node).forEach(flow -> open.add(flow.to()));
                }
            }
            return seen;
        });
    }
}
