package id.laras.cycle;

import id.laras.cycle.OpeningSkip.Reason;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.ReportingLines;
import id.laras.people.Unit;
import id.laras.people.Units;
import id.laras.rules.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out for whom an evaluation can be opened; a handful of queries for any number of people. */
@Component
class OpeningPlan {

    private final Units units;
    private final Employees employees;
    private final Evaluations evaluations;
    private final ReportingLines reportingLines;
    private final Clock clock;

    OpeningPlan(Units units, Employees employees, Evaluations evaluations, ReportingLines reportingLines, Clock clock) {
        this.units = units;
        this.employees = employees;
        this.evaluations = evaluations;
        this.reportingLines = reportingLines;
        this.clock = clock;
    }

    /** @throws Refusal when no unit is chosen, one is unknown, or nobody works in them */
    Draft of(Cycle cycle, Set<String> unitCodes) {
        if (unitCodes.isEmpty()) {
            throw new Refusal("cycle.units.none");
        }
        var unitNames = units.findAllById(unitCodes).stream().collect(Collectors.toMap(Unit::code, Unit::name));
        unitCodes.stream()
                .filter(code -> !unitNames.containsKey(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new Refusal("cycle.units.unknown", code);
                });
        var people = employees.findByUnitCodeInOrderByNip(unitCodes);
        if (people.isEmpty()) {
            throw new Refusal("cycle.units.empty");
        }
        var opened = evaluations.nipsIn(cycle.id());
        var open = people.stream()
                .filter(employee -> !opened.contains(employee.nip()))
                .toList();
        return draft(cycle, people.size(), open, unitNames);
    }

    /**
     * One employee of a cycle.
     *
     * @throws Refusal when nobody could be his assessor, or his service has ended
     */
    Candidate of(Cycle cycle, Employee employee) {
        var unit = units.findById(employee.unitCode()).orElseThrow();
        var draft = draft(cycle, 1, List.of(employee), Map.of(unit.code(), unit.name()));
        draft.leftOut().stream().findFirst().ifPresent(out -> {
            throw new Refusal("cycle.skip." + out.reason());
        });
        return draft.candidates().get(0);
    }

    private Draft draft(Cycle cycle, int total, List<Employee> open, Map<String, String> unitNames) {
        var lines = reportingLines.today();
        Map<String, List<String>> superiors = new HashMap<>();
        open.forEach(employee -> superiors.put(
                employee.nip(),
                lines.superiors(employee.nip()).stream().limit(2).toList()));
        var known =
                employees
                        .findAllById(superiors.values().stream()
                                .flatMap(List::stream)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Employee::nip, Function.identity()));
        var today = LocalDate.now(clock);
        var begins = cycle.firstDay().isAfter(today) ? cycle.firstDay() : today;
        var lastDays = reportingLines.lastDays();
        List<Candidate> candidates = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (var employee : open) {
            var above = superiors.get(employee.nip());
            var last = lastDays.get(employee.nip());
            if (last != null && last.isBefore(begins)) {
                leftOut.add(new LeftOut(employee, Reason.LEFT));
            } else if (above.isEmpty()) {
                leftOut.add(new LeftOut(employee, Reason.NO_SUPERVISOR));
            } else {
                candidates.add(new Candidate(
                        employee,
                        unitNames.get(employee.unitCode()),
                        known.get(above.get(0)),
                        above.size() > 1 ? known.get(above.get(1)) : null,
                        last));
            }
        }
        return new Draft(total, total - open.size(), candidates, leftOut, unitNames);
    }

    /**
     * Whom to open.
     *
     * @param total     employees of the chosen units
     * @param already   of these: opened before
     * @param unitNames names of the chosen units by code
     */
    record Draft(
            int total, int already, List<Candidate> candidates, List<LeftOut> leftOut, Map<String, String> unitNames) {}

    /** Somebody for whom none can be opened. */
    record LeftOut(Employee employee, Reason reason) {}
}
