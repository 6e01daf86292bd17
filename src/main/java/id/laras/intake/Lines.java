package id.laras.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines upwards: from an employee to the superior, or from a unit to the one above (null at the top). */
record Lines(Map<String, String> above) {

    /** Everybody whose line upwards comes back to themselves over at least one other. */
    Set<String> circular() {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> circular = new LinkedHashSet<>();
        for (var start : above.keySet()) {
            List<String> path = new ArrayList<>();
            var next = start;
            while (next != null && seen.add(next)) {
                path.add(next);
                next = above.get(next);
            }
            var from = path.indexOf(next);
            if (from >= 0 && from < path.size() - 1) {
                circular.addAll(path.subList(from, path.size()));
            }
        }
        return circular;
    }

    /** Everybody after the one above them; the lines are not circular. */
    List<String> topDown() {
        Set<String> ordered = new LinkedHashSet<>();
        for (var start : above.keySet()) {
            var path = new ArrayDeque<String>();
            for (var next = start; next != null && !ordered.contains(next); next = above.get(next)) {
                path.push(next);
            }
            ordered.addAll(path);
        }
        return List.copyOf(ordered);
    }
}
