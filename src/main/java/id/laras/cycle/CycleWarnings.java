package id.laras.cycle;

import id.laras.rules.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be pointed out about a cycle that is made, mended or opened. */
@Service
public class CycleWarnings {

    private final Cycles cycles;
    private final Evaluations evaluations;
    private final CycleSettings settings;
    private final Clock clock;

    CycleWarnings(Cycles cycles, Evaluations evaluations, CycleSettings settings, Clock clock) {
        this.cycles = cycles;
        this.evaluations = evaluations;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is to be pointed out before a cycle like this is made. */
    @Transactional(readOnly = true)
    public List<CycleWarning> of(NewCycle wish) {
        return besides(wish, "");
    }

    /** What is to be pointed out about a cycle as it is, before it is opened. */
    @Transactional(readOnly = true)
    public List<CycleWarning> of(String cycleId) {
        var cycle = cycles.findById(cycleId).orElseThrow(() -> new Refusal("cycle.unknown"));
        return besides(cycle.asWished(), cycleId);
    }

    /** @param except id of the cycle that becomes like this */
    List<CycleWarning> besides(NewCycle wish, String except) {
        if (!wish.problems().isEmpty()) {
            return List.of();
        }
        var found = CycleWarning.past(wish, clock);
        CycleWarning.hurried(wish, settings.objectionDays()).ifPresent(found::add);
        cycles.overlapping(wish.kind(), wish.firstDay(), wish.lastDay(), except)
                .forEach(other -> found.add(new CycleWarning(
                        CycleWarning.OVERLAP,
                        null,
                        other.name(),
                        evaluations.countByCycleIdAndStandingTrue(other.id()))));
        return found;
    }
}
