package id.laras.opening.web;

import id.laras.cycle.CycleKind;
import id.laras.cycle.Cycles;
import id.laras.cycle.Evaluations;
import id.laras.cycle.OrganisationPredicate;
import id.laras.cycle.Scheme;
import id.laras.cycle.UnitCount;
import id.laras.cycle.UnitMeetings;
import id.laras.cycle.UnitPredicate;
import id.laras.cycle.UnitPredicates;
import id.laras.opening.OpenedUnits;
import id.laras.people.OrganisationTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the pages about cycles show. */
@Component
@Transactional(readOnly = true)
class CycleViews {

    private final Cycles cycles;
    private final Evaluations evaluations;
    private final OpenedUnits openedUnits;
    private final UnitPredicates unitPredicates;
    private final UnitMeetings meetings;
    private final OrganisationTree organisation;

    CycleViews(
            Cycles cycles,
            Evaluations evaluations,
            OpenedUnits openedUnits,
            UnitPredicates unitPredicates,
            UnitMeetings meetings,
            OrganisationTree organisation) {
        this.cycles = cycles;
        this.evaluations = evaluations;
        this.openedUnits = openedUnits;
        this.unitPredicates = unitPredicates;
        this.meetings = meetings;
        this.organisation = organisation;
    }

    Optional<CyclePage> one(String id) {
        return cycles.findById(id)
                .map(cycle -> new CyclePage(
                        cycle.id(),
                        cycle.name(),
                        cycle.kind(),
                        cycle.scheme(),
                        cycle.firstDay(),
                        cycle.lastDay(),
                        cycle.targetsDue(),
                        cycle.checkInMonths(),
                        cycle.assessmentOpens(),
                        cycle.feedbackCloses(),
                        cycle.assessmentDue(),
                        cycle.calibrationDue()));
    }

    /** The units with how many of their people are in the cycle already. */
    List<Branch> branches(String cycleId) {
        var opened = evaluations.countByUnit(cycleId).stream()
                .collect(Collectors.toMap(UnitCount::unitCode, UnitCount::evaluations));
        return branches(organisation.branches(), opened);
    }

    private static List<Branch> branches(List<OrganisationTree.Branch> units, Map<String, Long> opened) {
        return units.stream()
                .map(unit -> new Branch(
                        unit.code(),
                        unit.name(),
                        unit.employees(),
                        opened.getOrDefault(unit.code(), 0L),
                        branches(unit.below(), opened)))
                .toList();
    }

    /** The units that take part, with the predicate that was entered for each. */
    List<UnitRow> units(String cycleId) {
        var set = unitPredicates.findByCycleId(cycleId).stream()
                .collect(Collectors.toMap(UnitPredicate::unitCode, UnitPredicate::predicate));
        var decided = meetings.decided(cycleId);
        return openedUnits.findByCycleIdOrderByUnitCode(cycleId).stream()
                .map(unit -> new UnitRow(
                        unit.unitCode(), unit.unitName(), set.get(unit.unitCode()), decided.contains(unit.unitCode())))
                .toList();
    }

    record CyclePage(
            String id,
            String name,
            CycleKind kind,
            Scheme scheme,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate targetsDue,
            int checkInMonths,
            LocalDate assessmentOpens,
            LocalDate feedbackCloses,
            LocalDate assessmentDue,
            LocalDate calibrationDue) {}

    record Branch(String code, String name, long employees, long opened, List<Branch> below) {}

    /** @param decided the unit has been calibrated, so that its predicate stays as it was then */
    record UnitRow(String code, String name, OrganisationPredicate predicate, boolean decided) {}
}
