package id.laras.gate;

import id.laras.gate.Exits.Exit;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

/**
 * Every state of a scope, breadth first: the way on which a state was first seen is a shortest one. A state with a fault has no successor by
 * that move, so that no place ever holds two tokens.
 */
final class Exploration {

    /** Moves are bounded beside the states, because they take time and room as well. */
    private static final int MOVES_FOR_EACH_STATE = 20;

    private static final int NONE = -1;

    private final Tokens tokens;
    private final List<BitSet> states = new ArrayList<>();
    private final List<int[]> next = new ArrayList<>();
    private final Map<ByteBuffer, Integer> numbers = new HashMap<>();
    private final List<Integer> before = new ArrayList<>();
    private final List<Move> by = new ArrayList<>();
    private final BitSet waysOut = new BitSet();
    private final Map<String, Seen> happened = new HashMap<>();
    private final Map<String, Seen> faults = new LinkedHashMap<>();
    private final Map<Trigger, Exit> exits = new LinkedHashMap<>();
    private final boolean complete;
    private boolean ends;

    /** A move and the state in which it was first seen. */
    private record Seen(int state, Move move) {}

    /**
     * @param element at fault
     */
    record Met(Rule rule, String element, List<String> path) {}

    Exploration(Tokens tokens, int bound) {
        this.tokens = tokens;
        tokens.begins().forEach(state -> number(state, NONE, null));
        complete = explore(bound);
    }

    private boolean explore(int bound) {
        var moves = 0L;
        for (var at = 0; at < states.size(); at++) {
            var possible = tokens.moves(states.get(at));
            moves += possible.size();
            if (states.size() > bound || moves > (long) MOVES_FOR_EACH_STATE * bound) {
                return false;
            }
            visit(at, possible);
        }
        return true;
    }

    private void visit(int at, List<Move> possible) {
        if (tokens.over(states.get(at))) {
            ends = true;
            waysOut.set(at);
        } else if (possible.isEmpty()) {
            fault(at, new Move(null, false, null, Rule.STUCK, tokens.waitingAt(states.get(at)), null));
        }
        var after = new ArrayList<Integer>();
        for (var move : possible) {
            if (move.shown()) {
                happened.putIfAbsent(move.element(), new Seen(at, move));
            }
            if (move.fault() != null) {
                fault(at, move);
            }
            if (move.exit() != null) {
                exit(at, move);
            }
            if (move.to() != null) {
                after.add(number(move.to(), at, move));
            }
        }
        next.add(after.stream().mapToInt(Integer::intValue).toArray());
    }

    private void fault(int at, Move move) {
        waysOut.set(at);
        faults.putIfAbsent(move.fault() + " " + move.at(), new Seen(at, move));
    }

    private void exit(int at, Move move) {
        if (move.to() == null) {
            waysOut.set(at);
        }
        exits.computeIfAbsent(move.exit().thrown(), thrown -> {
            var path = path(new Seen(at, move));
            path.addAll(move.exit().path());
            return new Exit(thrown, move.exit().element(), path);
        });
    }

    private int number(BitSet state, int from, Move move) {
        var known = numbers.putIfAbsent(key(state), states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        before.add(from);
        by.add(move);
        return states.size() - 1;
    }

    /** A bit set's own hash is the same for too many states that are alike. */
    private static ByteBuffer key(BitSet state) {
        return ByteBuffer.wrap(state.toByteArray());
    }

    /** False when the bound was reached: then only what was met so far is known. */
    boolean complete() {
        return complete;
    }

    int states() {
        return states.size();
    }

    boolean ends() {
        return ends;
    }

    List<Exit> exits() {
        return List.copyOf(exits.values());
    }

    List<Met> faults() {
        return faults.values().stream()
                .map(seen -> new Met(seen.move().fault(), seen.move().at(), path(seen)))
                .toList();
    }

    boolean happened(String element) {
        return happened.containsKey(element);
    }

    List<String> pathTo(String element) {
        return path(happened.get(element));
    }

    /** The move that closes a circle without a way out, or null: from every state there is a way to an end, or to a fault of its own. */
    Met circle() {
        var reaching = reaching(waysOut);
        for (var at = reaching.nextClearBit(0); at < states.size(); at = reaching.nextClearBit(at + 1)) {
            for (var move : tokens.moves(states.get(at))) {
                if (numbers.get(key(move.to())) <= at) {
                    return new Met(Rule.ENDLESS, move.element(), path(new Seen(at, move)));
                }
            }
        }
        return null;
    }

    /** Backwards from the given states. */
    private BitSet reaching(BitSet goals) {
        var into = new ArrayList<List<Integer>>();
        states.forEach(state -> into.add(new ArrayList<>(2)));
        for (var from = 0; from < next.size(); from++) {
            for (var to : next.get(from)) {
                into.get(to).add(from);
            }
        }
        var reaching = (BitSet) goals.clone();
        var open = new ArrayList<Integer>();
        goals.stream().forEach(open::add);
        while (!open.isEmpty()) {
            for (var from : into.get(open.remove(open.size() - 1))) {
                if (!reaching.get(from)) {
                    reaching.set(from);
                    open.add(from);
                }
            }
        }
        return reaching;
    }

    private List<String> path(Seen seen) {
        var path = new LinkedList<String>();
        if (seen.move().shown()) {
            path.add(seen.move().element());
        }
        for (var at = seen.state(); before.get(at) != NONE; at = before.get(at)) {
            if (by.get(at).shown()) {
                path.addFirst(by.get(at).element());
            }
        }
        return path;
    }
}
