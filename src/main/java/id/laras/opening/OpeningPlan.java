package id.laras.opening;

import id.laras.cycle.Cycle;
import id.laras.cycle.Cycles;
import id.laras.cycle.Evaluations;
import id.laras.opening.OpeningSkip.Reason;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.people.ReportingLines;
import id.laras.people.Unit;
import id.laras.people.Units;
import id.laras.rules.Nip;
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

    private final Cycles cycles;
    private final Openings openings;
    private final Units units;
    private final Employees employees;
    private final Evaluations evaluations;
    private final OtherEvaluations elsewhere;
    private final ReportingLines reportingLines;
    private final Clock clock;

    OpeningPlan(
            Cycles cycles,
            Openings openings,
            Units units,
            Employees employees,
            Evaluations evaluations,
            OtherEvaluations elsewhere,
            ReportingLines reportingLines,
            Clock clock) {
        this.cycles = cycles;
        this.openings = openings;
        this.units = units;
        this.employees = employees;
        this.evaluations = evaluations;
        this.elsewhere = elsewhere;
        this.reportingLines = reportingLines;
        this.clock = clock;
    }

    /** The cycle as it is now; until the transaction ends nobody opens or mends one of its kind. @throws Refusal when there is none */
    Cycle lock(String cycleId) {
        return cycles.locked(cycleId).orElseThrow(() -> new Refusal("cycle.unknown"));
    }

    /**
     * To be asked in the transaction that writes the opening down: until its end no overlapping cycle begins to be opened.
     *
     * @param twice whether those are opened too who are evaluated elsewhere for some of the same days
     * @throws Refusal when no unit is chosen, one is unknown, nobody works in them, or an overlapping cycle is being opened for
     *     one of them
     */
    Draft of(Cycle cycle, Set<String> unitCodes, boolean twice) {
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
        var others = sameOf(cycle);
        if (!others.isEmpty() && openings.runningFor(others, unitCodes)) {
            throw new Refusal("cycle.opening.overlapping");
        }
        var people = employees.findByUnitCodeInOrderByNip(unitCodes);
        if (people.isEmpty()) {
            throw new Refusal("cycle.units.empty");
        }
        var opened = evaluations.nipsIn(cycle.id());
        var open = people.stream()
                .filter(employee -> !opened.contains(employee.nip()))
                .toList();
        return draft(cycle, people.size(), open, unitNames, twice ? Map.of() : elsewhere(others, unitCodes));
    }

    /** Cycles of the same kind and scheme with some of the same days. */
    private Set<String> sameOf(Cycle cycle) {
        return cycles.overlapping(cycle.kind(), cycle.firstDay(), cycle.lastDay(), cycle.id()).stream()
                .filter(other -> other.scheme() == cycle.scheme())
                .map(Cycle::id)
                .collect(Collectors.toSet());
    }

    private Map<String, List<EvaluatedElsewhere>> elsewhere(Set<String> others, Set<String> unitCodes) {
        return others.isEmpty()
                ? Map.of()
                : elsewhere.in(others, unitCodes).stream().collect(Collectors.groupingBy(EvaluatedElsewhere::nip));
    }

    /**
     * One employee of a cycle.
     *
     * @throws Refusal when nobody could be their assessor, or they do not serve any more or yet; HR wants this one person, whatever else they
     *     are evaluated in
     */
    Candidate of(Cycle cycle, Employee employee) {
        var unit = units.findById(employee.unitCode()).orElseThrow();
        var draft = draft(cycle, 1, List.of(employee), Map.of(unit.code(), unit.name()), Map.of());
        draft.leftOut().stream().findFirst().ifPresent(out -> {
            throw new Refusal("cycle.skip." + out.reason());
        });
        return draft.candidates().get(0);
    }

    private Draft draft(
            Cycle cycle,
            int total,
            List<Employee> open,
            Map<String, String> unitNames,
            Map<String, List<EvaluatedElsewhere>> elsewhere) {
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
            var until = last != null && last.isBefore(cycle.lastDay()) ? last : cycle.lastDay();
            var other = elsewhere.getOrDefault(employee.nip(), List.of()).stream()
                    .filter(one -> one.overlaps(cycle.firstDay(), until))
                    .findFirst();
            if (last != null && last.isBefore(begins)) {
                leftOut.add(new LeftOut(employee, Reason.LEFT, null));
            } else if (Nip.firstDay(employee.nip()).filter(begins::isBefore).isPresent()) {
                leftOut.add(new LeftOut(employee, Reason.NOT_YET, null));
            } else if (other.isPresent()) {
                leftOut.add(new LeftOut(employee, Reason.OVERLAP, other.get().cycleName()));
            } else if (above.isEmpty()) {
                leftOut.add(new LeftOut(employee, Reason.NO_SUPERIOR, null));
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

    /** Somebody for whom none can be opened. @param otherCycle name of the cycle in which they are evaluated, or null */
    record LeftOut(Employee employee, Reason reason, String otherCycle) {}
}
