package id.laras.cycle;

import id.laras.people.Unit;
import id.laras.people.Units;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** HR makes cycles and enters the units' own predicates. */
@Service
public class CycleService {

    private final Cycles cycles;
    private final UnitPredicates unitPredicates;
    private final Units units;
    private final UnitMeetings meetings;
    private final Deeds deeds;
    private final Clock clock;

    CycleService(
            Cycles cycles,
            UnitPredicates unitPredicates,
            Units units,
            UnitMeetings meetings,
            Deeds deeds,
            Clock clock) {
        this.cycles = cycles;
        this.unitPredicates = unitPredicates;
        this.units = units;
        this.meetings = meetings;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** As below, by the application itself. */
    @Transactional
    public Cycle create(NewCycle wish) {
        return create(wish, null);
    }

    /**
     * @param by account of who creates it, null for the application itself
     * @throws Refusal with every rule that the wish breaks
     */
    @Transactional
    public Cycle create(NewCycle wish, String by) {
        var problems = wish.problems();
        if (!wish.name().isEmpty() && cycles.existsByNameIgnoreCase(wish.name())) {
            problems.add(new Problem("cycle.name.taken", wish.name()));
        }
        Refusal.ifAny(problems);
        var cycle = cycles.save(new Cycle(wish));
        deeds.record(by, TrailEvent.CYCLE_CREATED, null, wish);
        return cycle;
    }

    /**
     * Enters a unit's own predicate for the period, or corrects it.
     *
     * @throws Refusal when the unit's calibration has decided already: it went by the predicate as it was
     */
    @Transactional
    public void setUnitPredicate(String cycleId, String unitCode, OrganisationPredicate predicate, String by) {
        var cycle = get(cycleId);
        var unit = units.findById(unitCode).orElseThrow(() -> new Refusal("cycle.units.unknown", unitCode));
        if (meetings.isDecided(cycle.id(), unitCode)) {
            throw new Refusal("cycle.predicates.decided", unit.name());
        }
        var entry = unitPredicates
                .findByCycleIdAndUnitCode(cycle.id(), unitCode)
                .orElseGet(() -> new UnitPredicate(cycle.id(), unitCode));
        var before = entry.predicate();
        if (before != predicate) {
            entry.set(predicate, by, clock.instant());
            unitPredicates.save(entry);
            deeds.record(
                    by,
                    TrailEvent.UNIT_PREDICATE_SET,
                    null,
                    new PredicateSet(cycle.name(), unit.name(), before, predicate));
        }
    }

    /**
     * As {@link #setUnitPredicate} for several units by their codes, all or none. Only what the person has changed is set.
     *
     * @param shown name of the predicate that the person saw of each unit, empty for none; what somebody else has entered
     *              since is refused, not overwritten
     */
    @Transactional
    public void setUnitPredicates(
            String cycleId, Map<String, OrganisationPredicate> predicates, Map<String, String> shown, String by) {
        var problems = new ArrayList<Problem>();
        predicates.forEach((unitCode, predicate) -> {
            var seen = shown.get(unitCode);
            var now = unitPredicates
                    .findByCycleIdAndUnitCode(cycleId, unitCode)
                    .map(UnitPredicate::predicate)
                    .orElse(null);
            if (predicate.name().equals(seen) || predicate == now) {
                return;
            }
            if (now != null && seen != null && !seen.equals(now.name())) {
                var unit = units.findById(unitCode).map(Unit::name).orElse(unitCode);
                problems.add(new Problem(
                        "cycle.predicates.meanwhile",
                        unit,
                        new DefaultMessageSourceResolvable("cycle.organisation." + now)));
            } else {
                setUnitPredicate(cycleId, unitCode, predicate, by);
            }
        });
        Refusal.ifAny(problems);
    }

    /** What the trail keeps of it. */
    record PredicateSet(String cycleName, String unitName, OrganisationPredicate from, OrganisationPredicate to) {}

    /** @throws Refusal when there is no such cycle */
    public Cycle get(String cycleId) {
        return cycles.findById(cycleId).orElseThrow(() -> new Refusal("cycle.unknown"));
    }
}
