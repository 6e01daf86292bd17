package id.laras.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who answers to whom on one day, by NIP.
 *
 * @param above  employee → the superior that his line names
 * @param acting official → who does his office on that day (PLT/PLH)
 * @param absent who does not do his office on that day
 */
public record LinesOfOneDay(Map<String, String> above, Map<String, String> acting, Set<String> absent) {

    /**
     * The superiors of an employee, the nearest first; empty at the top. Where an office above him is vacant or its holder
     * away, the acting official stands in his place; where there is none, or the employee himself is the one who acts, the
     * next office counts. Nobody is above himself, and nobody is named twice.
     */
    public List<String> superiors(String employee) {
        Set<String> offices = new LinkedHashSet<>();
        Set<String> superiors = new LinkedHashSet<>();
        var office = above.get(employee);
        while (office != null && offices.add(office)) {
            var holder = acting.getOrDefault(office, office);
            if (!holder.equals(employee) && !absent.contains(holder)) {
                superiors.add(holder);
            }
            office = above.get(office);
        }
        return List.copyOf(superiors);
    }
}
