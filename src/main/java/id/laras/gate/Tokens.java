package id.laras.gate;

import id.laras.gate.Exits.Exit;
import id.laras.gate.Node.Boundary;
import id.laras.gate.Node.EventScope;
import id.laras.gate.Node.Gateway;
import id.laras.gate.Node.Instances;
import id.laras.gate.Node.Split;
import id.laras.gate.Node.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a scope runs: from a state to everything that may happen next. Sub-processes, event sub-processes and calls are one step each, with
 * their {@link Exits}. The order of conditions does not count: of two that may hold, either may be taken.
 */
final class Tokens {

    /** An inclusive split over more conditions has too many outcomes to try. */
    private static final int MOST_CONDITIONS = 12;

    private final Scope scope;
    private final Map<String, Exits> inner;
    private final Set<String> entered;
    private final Places places;
    private final boolean anything;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, List<Flow>> into = new HashMap<>();
    private final Map<String, List<Flow>> outOf = new HashMap<>();
    private final Map<String, List<Flow>> conditions = new HashMap<>();
    private final Map<String, List<Flow>> unconditional = new HashMap<>();
    private final Map<String, List<Flow>> byDefault = new HashMap<>();
    private final Map<String, List<Boundary>> boundaries = new HashMap<>();
    private final List<EventScope> eventScopes;
    private List<Move> moves;

    Tokens(Scope scope, Map<String, Exits> inner) {
        this(scope, inner, Set.of(), Set.of());
    }

    /**
     * @param entered what is gone into: whoever does so says when it ends and what it throws
     * @param lasting flags that nothing changes but what is known to set them
     */
    Tokens(Scope scope, Map<String, Exits> inner, Set<String> entered, Set<String> lasting) {
        this.scope = scope;
        this.inner = inner;
        this.entered = entered;
        this.places = new Places(scope, lasting);
        this.anything = inner.values().stream().anyMatch(Exits::anything);
        this.eventScopes = scope.all(EventScope.class).toList();
        for (var node : scope.nodes()) {
            nodes.put(node.id(), node);
            into.put(node.id(), scope.into(node.id()));
            var outgoing = scope.outOf(node.id());
            outOf.put(node.id(), outgoing);
            conditions.put(node.id(), only(outgoing, flow -> !flow.isDefault() && flow.condition() != null));
            unconditional.put(node.id(), only(outgoing, flow -> !flow.isDefault() && flow.condition() == null));
            byDefault.put(node.id(), only(outgoing, Flow::isDefault));
            boundaries.put(
                    node.id(),
                    scope.all(Boundary.class)
                            .filter(event -> event.host().equals(node.id()))
                            .toList());
        }
    }

    private static List<Flow> only(List<Flow> flows, Predicate<Flow> wanted) {
        return flows.stream().filter(wanted).toList();
    }

    /** One for each start event: one of them begins the scope. */
    List<BitSet> begins() {
        return scope.all(Node.Start.class)
                .map(start -> {
                    var state = new BitSet();
                    state.set(places.active(start));
                    eventScopes.forEach(each -> state.set(places.armed(each)));
                    return state;
                })
                .toList();
    }

    Places places() {
        return places;
    }

    boolean over(BitSet state) {
        return places.over(state);
    }

    /** What may happen when one run of something entered comes to its end. */
    List<Move> ends(Node node, BitSet state) {
        moves = new ArrayList<>();
        if (node instanceof Step step) {
            end(step, state);
        } else {
            leave(node, false, without(state, places.active(node)));
        }
        return moves;
    }

    /** What may happen when something entered throws what it does not catch. */
    List<Move> throwing(Node node, Exit exit, BitSet state) {
        moves = new ArrayList<>();
        if (node instanceof Step step) {
            thrown(step, exit, state);
        } else {
            moves.add(Move.leaving(node, false, exit, state));
        }
        return moves;
    }

    String waitingAt(BitSet state) {
        return places.waiting(state).iterator().next();
    }

    List<Move> moves(BitSet state) {
        moves = new ArrayList<>();
        if (over(state)) {
            return moves;
        }
        var awake = places.waiting(state);
        if (begins(awake, state)) {
            return moves;
        }
        eventScopes.forEach(each -> awake.add(each.id()));
        for (var id : awake) {
            var node = nodes.get(id);
            if (node instanceof Node.Start && state.get(places.active(node))) {
                leave(node, true, without(state, places.active(node)));
            } else if (node instanceof Gateway gateway) {
                gateway(gateway, state);
            } else if (node instanceof Step step) {
                step(step, state);
            } else if (node instanceof EventScope each) {
                eventScope(each, state);
            } else {
                for (var flow : into.get(node.id())) {
                    if (state.get(places.flow(flow))) {
                        event(node, without(state, places.flow(flow)));
                    }
                }
            }
        }
        return moves;
    }

    /**
     * A token that lies before a step goes in before anything else happens: nothing else depends on the order, and the states are far fewer.
     */
    private boolean begins(Set<String> awake, BitSet state) {
        for (var id : awake) {
            if (nodes.get(id) instanceof Step step
                    && step.instances() == Instances.ONE
                    && !state.get(places.active(step))) {
                var flow = into.get(id).stream()
                        .filter(each -> state.get(places.flow(each)))
                        .findFirst()
                        .orElseThrow();
                enter(step, without(state, places.flow(flow)));
                return true;
            }
        }
        return false;
    }

    private void event(Node event, BitSet rest) {
        if (event instanceof Node.End end) {
            if (end.terminates()) {
                moves.add(Move.to(end, true, new BitSet()));
            } else if (end.thrown() == null) {
                leave(end, true, rest);
            } else {
                raise(end, true, Move.exit(end, end.thrown()), rest);
            }
        } else if (event instanceof Node.Throw thrower && thrower.thrown() != null) {
            escalate(thrower, rest);
        } else {
            leave(event, true, rest);
        }
    }

    /** What is thrown goes its way, and the thrower goes on where that does not interrupt it. */
    private void escalate(Node.Throw thrower, BitSet rest) {
        var before = moves.size();
        leave(thrower, true, rest);
        var went = List.copyOf(moves.subList(before, moves.size()));
        moves.subList(before, moves.size()).clear();
        for (var move : went) {
            if (move.to() == null) {
                moves.add(move);
            } else {
                raise(thrower, true, Move.exit(thrower, thrower.thrown()), move.to());
            }
        }
    }

    private void gateway(Gateway gateway, BitSet state) {
        var incoming = into.get(gateway.id());
        if (gateway.split() == Split.ALL) {
            var all = incoming.stream().mapToInt(places::flow).toArray();
            if (all.length > 0 && incoming.stream().allMatch(flow -> state.get(places.flow(flow)))) {
                leave(gateway, true, without(state, all));
            }
            return;
        }
        for (var flow : incoming) {
            if (state.get(places.flow(flow))) {
                var rest = without(state, places.flow(flow));
                switch (gateway.split()) {
                    case SOME -> arrive(gateway, flow, rest);
                    case FIRST_EVENT -> place(gateway, gateway.id(), places.active(gateway), rest);
                    default -> leave(gateway, true, rest);
                }
            }
        }
        if (state.get(places.active(gateway))) {
            for (var flow : outOf.get(gateway.id())) {
                leave(nodes.get(flow.to()), true, without(state, places.active(gateway)));
            }
        }
    }

    /** As in the engine, an inclusive join looks around only when a token arrives: a token that ends elsewhere wakes nobody. */
    private void arrive(Gateway join, Flow flow, BitSet rest) {
        var incoming = into.get(join.id());
        if (rest.get(places.arrived(flow))) {
            moves.add(Move.fault(join, true, Rule.TWO_TOKENS, flow.id()));
            return;
        }
        rest.set(places.arrived(flow));
        if (incoming.stream().allMatch(each -> rest.get(places.arrived(each))) || !places.stillToCome(rest, join)) {
            leave(
                    join,
                    true,
                    without(rest, incoming.stream().mapToInt(places::arrived).toArray()));
        } else {
            moves.add(Move.to(join, true, rest));
        }
    }

    private void place(Node node, String at, int bit, BitSet state) {
        moves.add(state.get(bit) ? Move.fault(node, true, Rule.TWO_TOKENS, at) : Move.to(node, true, with(state, bit)));
    }

    private void step(Step step, BitSet state) {
        for (var flow : into.get(step.id())) {
            if (state.get(places.flow(flow))) {
                enter(step, without(state, places.flow(flow)));
            }
        }
        if (!state.get(places.active(step))) {
            return;
        }
        var exits = exits(step);
        var gone = entered.contains(step.id());
        if (!gone && exits.normal()) {
            end(step, state);
        } else if (!gone && state.get(places.second(step))) {
            moves.add(Move.to(step, false, without(state, places.second(step))));
        }
        for (var event : boundaries.get(step.id())) {
            if (event.trigger().kind() == Trigger.Kind.OUTSIDE || exits.anything()) {
                fire(event, step, state);
            }
        }
        if (!gone) {
            exits.thrown().forEach(exit -> thrown(step, exit, state));
        }
    }

    private void end(Step step, BitSet state) {
        if (state.get(places.second(step))) {
            moves.add(Move.to(step, false, without(state, places.second(step))));
        }
        if (!state.get(places.second(step)) || step.instances() == Instances.UNTIL_ENOUGH) {
            leave(step, false, ended(step, state));
        }
    }

    private void thrown(Step step, Exit exit, BitSet state) {
        Trigger.catcher(boundaries.get(step.id()), Boundary::trigger, exit.thrown())
                .ifPresentOrElse(
                        event -> fire(event, step, state),
                        () -> raise(
                                step,
                                false,
                                exit,
                                exit.thrown().kind() == Trigger.Kind.ERROR ? ended(step, state) : state));
    }

    /** A step with many instances may have none, one or two; none only where their number is reckoned. */
    private void enter(Step step, BitSet rest) {
        places.forget(rest);
        if (rest.get(places.active(step))) {
            moves.add(Move.fault(step, true, Rule.TWO_TOKENS, step.id()));
            return;
        }
        var one = with(rest, places.active(step));
        boundaries.get(step.id()).stream()
                .filter(event -> !event.interrupting())
                .forEach(event -> one.set(places.armed(event)));
        moves.add(Move.to(step, true, one));
        if (step.instances() != Instances.ONE) {
            moves.add(Move.to(step, true, with(one, places.second(step))));
        }
        if (step.optional()) {
            leave(step, true, rest);
        }
    }

    /** What does not interrupt happens once in each activation. */
    private void fire(Boundary event, Step host, BitSet state) {
        if (event.interrupting()) {
            leave(event, true, ended(host, state));
        } else if (state.get(places.armed(event))) {
            leave(event, true, without(state, places.armed(event)));
        }
    }

    private BitSet ended(Step step, BitSet state) {
        var rest = without(state, places.active(step), places.second(step));
        boundaries.get(step.id()).forEach(event -> rest.clear(places.armed(event)));
        return rest;
    }

    private void eventScope(EventScope event, BitSet state) {
        if (state.get(places.called(event))) {
            moves.add(Move.to(event, true, with(without(state, places.called(event)), places.active(event))));
        }
        if (state.get(places.armed(event)) && (event.trigger().kind() == Trigger.Kind.OUTSIDE || anything)) {
            moves.add(Move.to(event, true, begun(event, places.active(event), state)));
        }
        if (state.get(places.active(event)) && !entered.contains(event.id())) {
            var exits = exits(event);
            var rest = without(state, places.active(event));
            if (exits.normal()) {
                leave(event, false, rest);
            }
            exits.thrown().forEach(exit -> moves.add(Move.leaving(event, false, exit, state)));
        }
    }

    /** What interrupts its scope takes everything else away, also the other events that were waited for. */
    private BitSet begun(EventScope event, int place, BitSet state) {
        var after = event.interrupting() ? new BitSet() : without(state, places.armed(event));
        after.set(place);
        places.forget(after);
        return after;
    }

    private void raise(Node thrower, boolean shown, Exit exit, BitSet rest) {
        var catcher = Trigger.catcher(eventScopes, EventScope::trigger, exit.thrown());
        if (catcher.isEmpty()) {
            moves.add(Move.leaving(thrower, shown, exit, rest));
        } else if (catcher.get().interrupting() || rest.get(places.armed(catcher.get()))) {
            moves.add(Move.to(thrower, shown, begun(catcher.get(), places.called(catcher.get()), rest)));
        } else {
            moves.add(Move.to(thrower, shown, rest));
        }
    }

    /**
     * Only gateways and flows that nobody listens to keep what is known of flags: everything else may set any of them, also while it runs
     * beside.
     */
    private void leave(Node node, boolean shown, BitSet rest) {
        var outgoing = outOf.get(node.id());
        if (!(node instanceof Gateway gateway && gateway.plain())) {
            places.forget(rest);
        }
        if (node instanceof Gateway gateway && gateway.split() == Split.ALL) {
            take(node, shown, outgoing, rest);
            return;
        }
        var conditional = conditions.get(node.id());
        var always = unconditional.get(node.id());
        if (node instanceof Gateway gateway && gateway.split() == Split.ONE) {
            outgoing.stream()
                    .filter(flow -> !flow.isDefault())
                    .forEach(flow -> take(node, shown, List.of(flow), places.assume(rest, List.of(flow), List.of())));
        } else {
            some(node, shown, conditional, always, rest);
        }
        if (always.isEmpty()) {
            none(node, shown, conditional, places.assume(rest, List.of(), conditional));
        }
    }

    private void none(Node node, boolean shown, List<Flow> conditional, BitSet state) {
        var instead = byDefault.get(node.id());
        if (state != null && instead.isEmpty() && !conditional.isEmpty()) {
            moves.add(Move.fault(node, shown, Rule.NO_WAY, node.id()));
        } else {
            take(node, shown, instead, state);
        }
    }

    /** Every choice of conditions but none at all, when no other flow is taken beside. */
    private void some(Node node, boolean shown, List<Flow> conditional, List<Flow> always, BitSet rest) {
        if (conditional.size() > MOST_CONDITIONS) {
            moves.add(Move.fault(node, shown, Rule.TOO_LARGE, node.id()));
            return;
        }
        for (var choice = always.isEmpty() ? 1 : 0; choice < 1 << conditional.size(); choice++) {
            var taken = new ArrayList<Flow>();
            var refused = new ArrayList<Flow>();
            for (var index = 0; index < conditional.size(); index++) {
                ((choice >> index & 1) == 1 ? taken : refused).add(conditional.get(index));
            }
            var state = places.assume(rest, taken, refused);
            taken.addAll(always);
            take(node, shown, taken, state);
        }
    }

    private void take(Node node, boolean shown, List<Flow> taken, BitSet state) {
        if (state == null) {
            return;
        }
        var after = (BitSet) state.clone();
        for (var flow : taken) {
            if (after.get(places.flow(flow))) {
                moves.add(Move.fault(node, shown, Rule.TWO_TOKENS, flow.id()));
                return;
            }
            after.set(places.flow(flow));
        }
        if (node instanceof Gateway gateway && !gateway.plain()
                || !taken.stream().allMatch(Flow::plain)) {
            places.forget(after);
        }
        moves.add(Move.to(node, shown, after));
    }

    private Exits exits(Node node) {
        return inner.get(node.id());
    }

    private static BitSet with(BitSet state, int bit) {
        var after = (BitSet) state.clone();
        after.set(bit);
        return after;
    }

    private static BitSet without(BitSet state, int... bits) {
        var after = (BitSet) state.clone();
        for (var bit : bits) {
            after.clear(bit);
        }
        return after;
    }
}
