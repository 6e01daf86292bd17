package id.laras.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who answers to whom on one day, by NIP.
 *
 * @param above  employee → the superior that their line names
 * @param acting official → who does their office on that day (PLT/PLH)
 * @param vacancies employee → who acts for the head that their unit does not have
 * @param absent whether somebody does not do their office on that day
 */
public record LinesOfOneDay(
        Map<String, String> above,
        Map<String, String> acting,
        Map<String, String> vacancies,
        Predicate<String> absent) {

    /**
     * The superiors of an employee, the nearest first; empty at the top. Where an office above them is vacant or its holder
     * away, the acting official takes its place in the line. Where there is none, or the employee is the acting official,
     * the next office counts. Nobody is above themselves, and nobody is named twice.
     */
    public List<String> superiors(String employee) {
        Set<String> offices = new LinkedHashSet<>();
        Set<String> superiors = new LinkedHashSet<>();
        var below = employee;
        while (below != null && offices.add(below)) {
            var office = above.get(below);
            Stream.of(vacancies.get(below), office == null ? null : acting.getOrDefault(office, office))
                    .filter(holder -> holder != null && !holder.equals(employee) && !absent.test(holder))
                    .forEach(superiors::add);
            below = office;
        }
        return List.copyOf(superiors);
    }
}
