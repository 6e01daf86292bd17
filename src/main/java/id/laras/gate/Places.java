package id.laras.gate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where tokens may lie in a scope, each with its bit of a state. After them come what is armed (boundary events and event sub-processes
 * that do not interrupt, once each) and the flags that are known, with their values.
 */
final class Places {

    private enum Kind {
        FLOW,
        ARRIVED,
        ACTIVE,
        CALLED,
        SECOND,
        ARMED,
        KNOWN,
        VALUE
    }

    private final Map<Kind, Map<String, Integer>> bits = new EnumMap<>(Kind.class);
    private final List<String> elements = new ArrayList<>();
    private final Map<String, Set<String>> reachable = new HashMap<>();
    private final int tokens;
    private final BitSet flags = new BitSet();
    private final BitSet forgettable = new BitSet();
    private final Scope scope;

    /** @param lasting flags that nothing changes but what is known to set them */
    Places(Scope scope, Set<String> lasting) {
        this.scope = scope;
        for (var flow : scope.flows()) {
            add(Kind.FLOW, flow.id(), flow.to());
            add(Kind.ARRIVED, flow.id(), flow.to());
        }
        for (var node : scope.nodes()) {
            if (node instanceof Node.Start || node instanceof Node.Gateway) {
                add(Kind.ACTIVE, node.id(), node.id());
            } else if (node instanceof Node.Step) {
                add(Kind.ACTIVE, node.id(), node.id());
                add(Kind.SECOND, node.id(), node.id());
            } else if (node instanceof Node.EventScope) {
                add(Kind.ACTIVE, node.id(), node.id());
                add(Kind.CALLED, node.id(), node.id());
            }
        }
        tokens = elements.size();
        scope.nodes().stream()
                .filter(node -> node instanceof Node.Boundary || node instanceof Node.EventScope)
                .forEach(node -> add(Kind.ARMED, node.id(), node.id()));
        var flagsFrom = elements.size();
        for (var flow : scope.flows()) {
            if (flow.condition() != null && flow.condition().flag() != null) {
                add(Kind.KNOWN, flow.condition().flag(), null);
                add(Kind.VALUE, flow.condition().flag(), null);
            }
        }
        flags.set(flagsFrom, elements.size());
        forgettable.or(flags);
        lasting.stream().filter(this::isAsked).forEach(flag -> {
            forgettable.clear(known(flag));
            forgettable.clear(value(flag));
        });
    }

    private boolean isAsked(String flag) {
        return bits.getOrDefault(Kind.KNOWN, Map.of()).containsKey(flag);
    }

    private void add(Kind kind, String id, String element) {
        if (bits.computeIfAbsent(kind, each -> new HashMap<>()).putIfAbsent(id, elements.size()) == null) {
            elements.add(element);
        }
    }

    private int bit(Kind kind, String id) {
        return bits.get(kind).get(id);
    }

    int flow(Flow flow) {
        return bit(Kind.FLOW, flow.id());
    }

    int arrived(Flow flow) {
        return bit(Kind.ARRIVED, flow.id());
    }

    /** A step that runs, an event-based gateway that waits, a start that has not happened. */
    int active(Node node) {
        return bit(Kind.ACTIVE, node.id());
    }

    /** An event sub-process that was thrown at and has not begun. */
    int called(Node node) {
        return bit(Kind.CALLED, node.id());
    }

    /** The other instance of a step that has two. */
    int second(Node node) {
        return bit(Kind.SECOND, node.id());
    }

    int armed(Node node) {
        return bit(Kind.ARMED, node.id());
    }

    private int known(String flag) {
        return bit(Kind.KNOWN, flag);
    }

    private int value(String flag) {
        return bit(Kind.VALUE, flag);
    }

    boolean over(BitSet state) {
        var first = state.nextSetBit(0);
        return first < 0 || first >= tokens;
    }

    /** Where tokens wait. */
    Set<String> waiting(BitSet state) {
        var waiting = new LinkedHashSet<String>();
        for (var bit = state.nextSetBit(0); bit >= 0 && bit < tokens; bit = state.nextSetBit(bit + 1)) {
            waiting.add(elements.get(bit));
        }
        return waiting;
    }

    void forget(BitSet state) {
        state.andNot(forgettable);
    }

    /** The state with these lasting flags and no others. */
    BitSet knowing(BitSet state, Map<String, Boolean> lasting) {
        var after = (BitSet) state.clone();
        var others = (BitSet) flags.clone();
        others.andNot(forgettable);
        after.andNot(others);
        lasting.forEach((flag, value) -> {
            if (isAsked(flag)) {
                after.set(known(flag));
                after.set(value(flag), value);
            }
        });
        return after;
    }

    /** What the state says of these flags. */
    Map<String, Boolean> known(BitSet state, Set<String> lasting) {
        var values = new HashMap<String, Boolean>();
        lasting.stream()
                .filter(flag -> isAsked(flag) && state.get(known(flag)))
                .forEach(flag -> values.put(flag, state.get(value(flag))));
        return values;
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
        return reachable.computeIfAbsent(from, scope::reach);
    }
}
