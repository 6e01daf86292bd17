package id.laras.cycle;

import id.laras.people.Unit;
import id.laras.people.Units;
import id.laras.rules.Refusal;
import id.laras.rules.Refusal.Problem;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What HR does with cycles. */
@Service
public class CycleService {

    private final Cycles cycles;
    private final EvaluationOpening opening;
    private final Openings openings;
    private final OpeningSkips skips;
    private final UnitPredicates unitPredicates;
    private final Units units;
    private final UnitMeetings meetings;
    private final Deeds deeds;
    private final Clock clock;

    CycleService(
            Cycles cycles,
            EvaluationOpening opening,
            Openings openings,
            OpeningSkips skips,
            UnitPredicates unitPredicates,
            Units units,
            UnitMeetings meetings,
            Deeds deeds,
            Clock clock) {
        this.cycles = cycles;
        this.opening = opening;
        this.openings = openings;
        this.skips = skips;
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
     * Opens the cycle for the employees of these units (not of those below them), in the background. People whose
     * evaluation exists are left alone, those for whom none can be opened are listed.
     *
     * @return completed when the last one is done, for whoever must wait
     * @throws Refusal when nothing can be opened, or the cycle is being opened right now
     */
    public CompletableFuture<Void> open(String cycleId, Collection<String> unitCodes, String by) {
        return open(cycleId, unitCodes, false, by);
    }

    /**
     * As above.
     *
     * @param twice whether those are opened too who are evaluated in an overlapping cycle of the same kind and scheme; else they are
     *     skipped and told
     */
    public CompletableFuture<Void> open(String cycleId, Collection<String> unitCodes, boolean twice, String by) {
        return opening.start(cycleId, Set.copyOf(unitCodes), twice, by);
    }

    /** How far the latest opening has come; empty when the cycle was never opened. */
    @Transactional(readOnly = true)
    public Optional<OpeningProgress> progress(String cycleId) {
        return openings.findFirstByCycleIdOrderByStartedAtDesc(cycleId).map(this::progress);
    }

    private OpeningProgress progress(Opening latest) {
        return new OpeningProgress(
                latest.id(),
                latest.startedBy(),
                latest.startedAt(),
                latest.finishedAt(),
                latest.interrupted(),
                latest.unitCodes(),
                latest.total(),
                latest.already(),
                latest.opened(),
                latest.skipped());
    }

    /** For whom an opening has opened no evaluation, by unit and name. */
    @Transactional(readOnly = true)
    public Page<OpeningProgress.Skipped> skipped(String openingId, Pageable page) {
        return skips.findByOpeningIdOrderByUnitNameAscEmployeeNameAscIdAsc(openingId, page)
                .map(skip -> new OpeningProgress.Skipped(
                        skip.employeeNip(), skip.employeeName(), skip.unitName(), skip.reason(), skip.otherCycle()));
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
