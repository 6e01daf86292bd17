package id.laras.demo;

import id.laras.cycle.CycleService;
import id.laras.cycle.Evaluation;
import id.laras.cycle.Evaluations;
import id.laras.cycle.NewCycle;
import id.laras.followup.FollowUpService;
import id.laras.opening.OpeningService;
import id.laras.target.TargetService;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Opens a cycle of the demonstration as HR does, and calls up everybody in it. */
@Component
@Profile("demo")
class Theatre {

    private final CycleService cycles;
    private final OpeningService openings;
    private final Evaluations evaluations;
    private final TargetService targets;
    private final FollowUpService followUps;
    private final DemoTargets demoTargets;
    private final Walker walker;

    Theatre(
            CycleService cycles,
            OpeningService openings,
            Evaluations evaluations,
            TargetService targets,
            FollowUpService followUps,
            DemoTargets demoTargets,
            Walker walker) {
        this.cycles = cycles;
        this.openings = openings;
        this.evaluations = evaluations;
        this.targets = targets;
        this.followUps = followUps;
        this.demoTargets = demoTargets;
        this.walker = walker;
    }

    /** @return everybody for whom an evaluation was opened */
    Cast open(String cycleId, Collection<String> units) {
        openings.open(cycleId, units, Walker.HR).join();
        var progress = openings.progress(cycleId).orElseThrow();
        if (!progress.finished()) {
            throw new IllegalStateException("The cycle was not opened to its end");
        }
        Map<Evaluation, Journey> journeys = new LinkedHashMap<>();
        for (var evaluation : evaluations.findByCycleIdOrderByEmployeeNip(cycleId)) {
            journeys.put(evaluation, new Journey(evaluation, walker, targets, followUps, demoTargets));
        }
        return new Cast(journeys);
    }

    String create(NewCycle wish) {
        return cycles.create(wish).id();
    }
}
