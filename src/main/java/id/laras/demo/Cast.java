package id.laras.demo;

import id.laras.cycle.Evaluation;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everybody who is evaluated in one cycle; superiors before their people, so that targets can support theirs. */
final class Cast {

    private final Map<Evaluation, Journey> journeys;

    Cast(Map<Evaluation, Journey> journeys) {
        Map<String, String> assessors =
                journeys.keySet().stream().collect(Collectors.toMap(Evaluation::employee, Evaluation::assessor));
        this.journeys = journeys.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Evaluation, Journey> entry) ->
                                depth(entry.getKey().employee(), assessors))
                        .thenComparing(entry -> entry.getKey().employeeNip()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static int depth(String account, Map<String, String> assessors) {
        var depth = 0;
        for (var above = assessors.get(account); above != null; above = assessors.get(above)) {
            depth++;
        }
        return depth;
    }

    List<Journey> all() {
        return List.copyOf(journeys.values());
    }

    List<Journey> of(String unitCode) {
        return journeys.entrySet().stream()
                .filter(entry -> entry.getKey().unitCode().equals(unitCode))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Everybody else. */
    List<Journey> except(Collection<String> some, Collection<String> others) {
        return journeys.entrySet().stream()
                .filter(entry -> Stream.concat(some.stream(), others.stream())
                        .noneMatch(name -> entry.getKey().employeeName().contains(name)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** @param name without titles and degrees */
    Journey named(String name) {
        var found = journeys.entrySet().stream()
                .filter(entry -> entry.getKey().employeeName().contains(name))
                .map(Map.Entry::getValue)
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " people are called " + name);
        }
        return found.get(0);
    }
}
