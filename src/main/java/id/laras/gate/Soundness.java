package id.laras.gate;

import id.laras.gate.Exploration.Met;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an exploration says of a scope. A run is over when no token is left, as BPMN has it, so that an end is always proper; what is asked is
 * whether every run can still come there, whether it is safe, and whether every step has its run.
 */
final class Soundness {

    private Soundness() {}

    static List<Met> of(Scope scope, Exploration exploration) {
        var found = firstOfTwo(scope, exploration.faults());
        if (!exploration.complete()) {
            found.add(new Met(Rule.TOO_LARGE, scope.id(), List.of()));
            return found;
        }
        var circle = exploration.circle();
        if (circle != null) {
            found.add(circle);
        }
        // Behind another fault everything seems dead.
        return found.isEmpty() ? dead(scope, exploration) : found;
    }

    /** Two tokens follow one another from where they first met: only that place is at fault. */
    private static List<Met> firstOfTwo(Scope scope, List<Met> faults) {
        var found = new ArrayList<Met>();
        var behind = new HashSet<String>();
        for (var fault : faults) {
            var two = fault.rule() == Rule.TWO_TOKENS;
            if (!two || !behind.contains(fault.element())) {
                found.add(fault);
            }
            if (two) {
                behind.addAll(scope.reach(fault.element()));
            }
        }
        return found;
    }

    /** Of what never happens, only the first behind what does. */
    private static List<Met> dead(Scope scope, Exploration exploration) {
        var dead = scope.nodes().stream()
                .filter(node -> !exploration.happened(node.id()))
                .toList();
        var first = dead.stream()
                .filter(node -> before(scope, node).findAny().isEmpty()
                        || before(scope, node).anyMatch(exploration::happened))
                .toList();
        return (first.isEmpty() ? dead : first)
                .stream()
                        .map(node -> new Met(
                                Rule.DEAD_STEP,
                                node.id(),
                                before(scope, node)
                                        .filter(exploration::happened)
                                        .findFirst()
                                        .map(exploration::pathTo)
                                        .orElse(List.of())))
                        .toList();
    }

    private static Stream<String> before(Scope scope, Node node) {
        return node instanceof Node.Boundary event
                ? Stream.of(event.host())
                : scope.into(node.id()).stream().map(Flow::from);
    }
}
