package id.laras.gate;

import id.laras.gate.Exits.Exit;
import java.util.BitSet;
import java.util.List;

/**
 * What may happen next.
 *
 * @param element whose doing it is
 * @param shown false when the element stands in the path already, e.g. at the end of a task
 * @param to the state after it; null when none follows
 * @param fault null when all is well
 * @param at the element at fault
 * @param exit what leaves the scope; null when nothing does
 */
record Move(String element, boolean shown, BitSet to, Rule fault, String at, Exit exit) {

    static Move to(Node node, boolean shown, BitSet state) {
        return new Move(node.id(), shown, state, null, null, null);
    }

    static Move fault(Node node, boolean shown, Rule rule, String at) {
        return new Move(node.id(), shown, null, rule, at, null);
    }

    /** An error ends the scope, an escalation lets it go on. */
    static Move leaving(Node node, boolean shown, Exit exit, BitSet state) {
        return new Move(node.id(), shown, exit.thrown().kind() == Trigger.Kind.ERROR ? null : state, null, null, exit);
    }

    static Exit exit(Node node, Trigger thrown) {
        return new Exit(thrown, node.id(), List.of());
    }
}
