package id.laras.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One level of a model as a graph: a process, a sub-process or an event sub-process. Says nothing of how it runs.
 *
 * @param faults what the drawing alone shows; a scope that has some is not explored
 */
record Scope(String id, List<Node> nodes, List<Flow> flows, List<Fault> faults) {

    record Fault(Rule rule, String element) {}

    List<Flow> into(String node) {
        return flows.stream().filter(flow -> flow.to().equals(node)).toList();
    }

    List<Flow> outOf(String node) {
        return flows.stream().filter(flow -> flow.from().equals(node)).toList();
    }

    <T extends Node> Stream<T> all(Class<T> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The element itself and what flows lead to from there; a flow leads to its target. */
    Set<String> reach(String from) {
        var seen = new HashSet<String>();
        var open = new ArrayList<>(List.of(from));
        flows.stream().filter(flow -> flow.id().equals(from)).forEach(flow -> open.add(flow.to()));
        while (!open.isEmpty()) {
            var element = open.remove(open.size() - 1);
            if (seen.add(element)) {
                outOf(element).stream()
                        .flatMap(flow -> Stream.of(flow.id(), flow.to()))
                        .forEach(open::add);
            }
        }
        return seen;
    }
}
