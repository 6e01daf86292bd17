package id.laras.gate;

import id.laras.steps.Deed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** How a lifecycle runs through all that is gone into: from a {@link Run} to everything that may happen next. */
final class Course {

    /** Flags that nothing changes but the step or delegate that declares them. */
    private final Set<String> lasting;

    /** Of what runs side by side, each is asked again with every state of the others. */
    private final Map<Asked, List<Change>> known = new HashMap<>();

    private record Asked(Part part, Run run, Map<String, Boolean> around) {}

    Course(Set<String> lasting) {
        this.lasting = lasting;
    }

    /** @param around flags of the process instance that the part belongs to; an instance keeps its own */
    List<Change> changes(Part part, Run run, Map<String, Boolean> around) {
        var asked = new Asked(part, run, part.instance ? run.flags() : around);
        var changes = known.get(asked);
        if (changes == null) {
            changes = part.scope == null ? task(part, run, around) : level(part, run, asked.around());
            known.put(asked, changes);
        }
        return changes;
    }

    private List<Change> task(Part part, Run run, Map<String, Boolean> flags) {
        var work = part.work;
        if (run.fresh()) {
            return List.of(new Change(List.of(), work.begun(), Run.task(false), flags, null, work.prompt(), false));
        }
        if (work.flag() == null) {
            return List.of(new Change(List.of(), work.done(), null, flags, null, false, true));
        }
        return List.of(
                outcome(work.done(), work.yes(), work.flag(), true, flags),
                outcome(work.done(), work.no(), work.flag(), false, flags));
    }

    private Change outcome(List<Act> done, List<Act> more, String flag, boolean value, Map<String, Boolean> flags) {
        var after = new HashMap<>(flags);
        if (lasting.contains(flag)) {
            after.put(flag, value);
        }
        return new Change(List.of(), both(done, more), null, after, null, false, true);
    }

    private List<Change> level(Part part, Run run, Map<String, Boolean> flags) {
        var changes = new ArrayList<Change>();
        var state = part.tokens.places().knowing(run.tokens(), flags);
        if (part.tokens.over(state)) {
            // It threw with its last token, and what it threw let it go on.
            return List.of(new Change(List.of(), List.of(), null, flags, null, true, false));
        }
        var moves = part.tokens.moves(state);
        var first = first(part, moves);
        if (first == null) {
            for (var inside : run.inside().entrySet()) {
                for (var index = 0; index < inside.getValue().size(); index++) {
                    var within = within(part, run, flags, inside.getKey(), index);
                    if (within.stream().anyMatch(Change::hurry)) {
                        return within;
                    }
                    changes.addAll(within);
                }
            }
        }
        for (var move : moves) {
            if (move.fault() == null
                    && (first == null ? !isTooEarly(part, run, move.element()) : first.equals(move.element()))) {
                changes.addAll(new Turn(part, run, state, flags, null, first != null).by(move));
            }
        }
        return changes;
    }

    /**
     * The engine takes a token on to where it waits before anything else happens: who goes first does not count, and the states are far
     * fewer. Nor does it count at which of two steps in a row a token waits that the law does not ask about.
     */
    private static String first(Part part, List<Move> moves) {
        return moves.stream()
                .filter(move -> move.fault() == null && move.exit() == null)
                .filter(move -> (move.shown() ? part.passed : part.skipped).contains(move.element()))
                .map(Move::element)
                .findFirst()
                .orElse(null);
    }

    /** What hangs on a task is not waited for before the task has begun. */
    private static boolean isTooEarly(Part part, Run run, String element) {
        var host = part.hosts.get(element);
        return host != null
                && part.inside.containsKey(host)
                && part.inside.get(host).scope == null
                && run.inside().getOrDefault(host, List.of()).stream().anyMatch(Run::fresh);
    }

    /** What one of the runs inside does, and what becomes of the level by it. */
    private List<Change> within(Part part, Run run, Map<String, Boolean> flags, String id, int index) {
        var inner = part.inside.get(id);
        var node = part.nodes.get(id);
        var changes = new ArrayList<Change>();
        for (var change : changes(inner, run.inside().get(id).get(index), flags)) {
            var after = run.with(id, index, change.after());
            var known = inner.instance ? flags : change.flags();
            if (change.exit() == null && change.after() != null) {
                var late = run.late() || part.timed && change.lasts();
                changes.add(new Change(
                        change.shown(),
                        change.acts(),
                        new Run(run.tokens(), after.inside(), part.instance ? known : Map.of(), late),
                        known,
                        null,
                        change.hurry(),
                        change.lasts()));
                continue;
            }
            if (change.exit() == null && inner.instance) {
                known = handed(part.handedOut.get(id), change.flags(), known);
            }
            var state = part.tokens.places().knowing(run.tokens(), known);
            var moves = change.exit() == null
                    ? part.tokens.ends(node, state)
                    : part.tokens.throwing(node, change.exit(), state);
            for (var move : moves) {
                if (move.fault() == null) {
                    changes.addAll(new Turn(part, after, state, known, change, change.hurry()).by(move));
                }
            }
        }
        return changes;
    }

    private Map<String, Boolean> handed(Map<String, String> ways, Map<String, Boolean> from, Map<String, Boolean> to) {
        var after = new HashMap<>(to);
        ways.forEach((target, source) -> {
            if (lasting.contains(target)) {
                after.remove(target);
                if (from.containsKey(source)) {
                    after.put(target, from.get(source));
                }
            }
        });
        return after;
    }

    private static List<Act> both(List<Act> first, List<Act> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /**
     * One move of a level, with all that it begins and takes away inside.
     *
     * @param from the change inside that brought it about, null when it came of the level itself
     */
    private final class Turn {

        private final Part part;
        private final Run run;
        private final BitSet before;
        private final Map<String, Boolean> flags;
        private final Change from;
        private final boolean hurry;
        private final List<Act> acts = new ArrayList<>();

        Turn(Part part, Run run, BitSet before, Map<String, Boolean> flags, Change from, boolean hurry) {
            this.part = part;
            this.run = run;
            this.before = before;
            this.flags = flags;
            this.from = from;
            this.hurry = hurry;
            if (from != null) {
                acts.addAll(from.acts());
            }
        }

        List<Change> by(Move move) {
            var after = move.to() == null ? new BitSet() : move.to();
            var known = new HashMap<>(flags);
            known.putAll(part.tokens.places().known(after, lasting));
            takeAway(move, after);
            if (move.shown()) {
                acts.addAll(part.passing.getOrDefault(move.element(), List.of()));
            }
            part.passing.forEach((flow, heard) -> {
                if (part.flows.containsKey(flow) && isNew(part.flows.get(flow), after)) {
                    acts.addAll(heard);
                }
            });
            return begin(after, known).stream()
                    .map(inside -> change(move, after, known, inside))
                    .toList();
        }

        private Change change(Move move, BitSet after, Map<String, Boolean> known, Map<String, List<Run>> inside) {
            var shown = new ArrayList<String>(from == null ? List.of() : from.shown());
            if (move.shown()) {
                shown.add(move.element());
            }
            var over = move.to() == null || part.tokens.over(after) && move.exit() == null;
            var lasts = from != null && from.lasts() || takesTime(move);
            var next = over
                    ? null
                    : new Run(
                            part.tokens.places().knowing(after, Map.of()),
                            inside,
                            part.instance ? known : Map.of(),
                            run.late() || part.timed && lasts);
            return new Change(shown, acts, next, known, move.exit(), hurry, lasts);
        }

        private boolean isNew(int bit, BitSet after) {
            return after.get(bit) && !before.get(bit);
        }

        /** Whatever is no gateway and no begin or end may take time. */
        private boolean takesTime(Move move) {
            var node = part.nodes.get(move.element());
            return node instanceof Node.Catch
                    || node instanceof Node.Boundary
                    || node instanceof Node.EventScope
                    || node instanceof Node.Step && !move.shown();
        }

        private void takeAway(Move move, BitSet after) {
            for (var node : part.rooms) {
                var active = part.tokens.places().active(node);
                if (before.get(active) && !after.get(active)) {
                    run.inside()
                            .getOrDefault(node.id(), List.of())
                            .forEach(left -> lapse(part.inside.get(node.id()), left, had(move, left)));
                    acts.addAll(part.leaves.getOrDefault(node.id(), List.of()));
                } else if (before.get(active) && node.id().equals(part.hosts.get(move.element()))) {
                    // A timer beside takes nothing away, but tells that its days are over.
                    run.inside()
                            .getOrDefault(node.id(), List.of())
                            .forEach(on -> lapse(part.inside.get(node.id()), on, had(move, on)));
                }
            }
        }

        /** What runs inside afterwards: one possibility for each start event of what begins. */
        private List<Map<String, List<Run>>> begin(BitSet after, Map<String, Boolean> known) {
            var inside = new HashMap<String, List<Run>>();
            var begun = new HashMap<String, List<Run>>();
            for (var node : part.rooms) {
                var active = part.tokens.places().active(node);
                if (isNew(active, after)) {
                    acts.addAll(part.begins.getOrDefault(node.id(), List.of()));
                }
                if (!after.get(active) || !part.inside.containsKey(node.id())) {
                    continue;
                }
                if (before.get(active)) {
                    inside.put(node.id(), run.inside().get(node.id()));
                } else {
                    begun.put(node.id(), starts(node, known));
                }
            }
            var possible = begun.values().stream().mapToInt(List::size).max().orElse(1);
            return IntStream.range(0, possible)
                    .mapToObj(index -> {
                        var all = new HashMap<>(inside);
                        begun.forEach((id, starts) -> {
                            var start = starts.get(Math.min(index, starts.size() - 1));
                            all.put(id, isTwice(part.nodes.get(id), after) ? List.of(start, start) : List.of(start));
                        });
                        return Map.copyOf(all);
                    })
                    .toList();
        }

        private List<Run> starts(Node node, Map<String, Boolean> known) {
            var inner = part.inside.get(node.id());
            return inner.starts(inner.instance ? handed(part.handedIn.get(node.id()), known, Map.of()) : Map.of());
        }

        private boolean isTwice(Node node, BitSet after) {
            return node instanceof Node.Step && after.get(part.tokens.places().second(node));
        }

        /** For how many days what is taken away was there: what a timer says that began no earlier. */
        private int had(Move move, Run left) {
            var byTimer = part.days.getOrDefault(move.element(), 0);
            var late = part.hosts.containsKey(move.element()) ? left.late() : run.late();
            return late ? 0 : byTimer;
        }

        private void lapse(Part inner, Run left, int days) {
            if (inner.scope == null) {
                if (!left.fresh()) {
                    inner.work.begun().stream()
                            .filter(act -> act.is(Deed.SHOWS_RESULT))
                            .forEach(act -> acts.add(Act.lapsed(act, days)));
                }
                return;
            }
            left.inside().forEach((id, runs) -> runs.forEach(each -> lapse(inner.inside.get(id), each, days)));
        }
    }
}
