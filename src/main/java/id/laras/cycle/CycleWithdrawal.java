package id.laras.cycle;

import id.laras.rules.Reasons;
import id.laras.rules.Refusal;
import id.laras.security.Deeds;
import id.laras.steps.TrailEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what HR made by mistake, while nobody is in it. */
@Service
public class CycleWithdrawal {

    private final Cycles cycles;
    private final CycleOpenings openings;
    private final UnitPredicates unitPredicates;
    private final CycleChanges changes;
    private final MendingPreviews previews;
    private final Deeds deeds;

    CycleWithdrawal(
            Cycles cycles,
            CycleOpenings openings,
            UnitPredicates unitPredicates,
            CycleChanges changes,
            MendingPreviews previews,
            Deeds deeds) {
        this.cycles = cycles;
        this.openings = openings;
        this.unitPredicates = unitPredicates;
        this.changes = changes;
        this.previews = previews;
        this.deeds = deeds;
    }

    /**
     * Takes back a cycle that was opened for nobody.
     *
     * @throws Refusal when somebody was opened or is being opened, or there is no reason
     */
    @Transactional
    public void withdraw(String cycleId, String reason, String by) {
        var cycle = cycles.locked(cycleId).orElseThrow(() -> new Refusal("cycle.unknown"));
        if (previews.isOpened(cycleId)) {
            throw new Refusal("cycle.withdraw.opened");
        }
        if (openings.isRunning(cycleId)) {
            throw new Refusal("cycle.mend.opening");
        }
        var why = Reasons.required(reason, "cycle.handOver.reason");
        openings.forget(cycleId);
        unitPredicates.deleteByCycleId(cycleId);
        changes.deleteByCycleId(cycleId);
        cycles.delete(cycle);
        deeds.record(by, TrailEvent.CYCLE_WITHDRAWN, null, new Withdrawn(cycle.asWished(), why));
    }

    /** What the trail keeps of it. */
    record Withdrawn(NewCycle cycle, String reason) {}
}
