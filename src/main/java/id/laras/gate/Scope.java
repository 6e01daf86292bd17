package id.laras.gate;

import java.util.List;
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
}
