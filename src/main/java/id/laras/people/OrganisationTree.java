package id.laras.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The units as a tree, with how many people work in each. */
@Component
public class OrganisationTree {

    private final Units units;
    private final Employees employees;

    OrganisationTree(Units units, Employees employees) {
        this.units = units;
        this.employees = employees;
    }

    /** The units at the top with everything below them, each level by code. */
    @Transactional(readOnly = true)
    public List<Branch> branches() {
        var heads =
                employees.countByUnit().stream().collect(Collectors.toMap(HeadCount::unitCode, HeadCount::employees));
        Map<String, List<Unit>> below = new HashMap<>();
        for (var unit : units.findAllByOrderByCode()) {
            below.computeIfAbsent(unit.parentCode(), parent -> new ArrayList<>())
                    .add(unit);
        }
        return branches(null, below, heads);
    }

    private static List<Branch> branches(String parent, Map<String, List<Unit>> below, Map<String, Long> heads) {
        return below.getOrDefault(parent, List.of()).stream()
                .map(unit -> new Branch(
                        unit.code(),
                        unit.name(),
                        heads.getOrDefault(unit.code(), 0L),
                        branches(unit.code(), below, heads)))
                .toList();
    }

    /**
     * A unit.
     *
     * @param employees people of this unit itself
     */
    public record Branch(String code, String name, long employees, List<Branch> below) {

        /** People of this unit and of all below it. */
        public long allEmployees() {
            return employees + below.stream().mapToLong(Branch::allEmployees).sum();
        }
    }
}
