package id.laras.succession.process;

import id.laras.engine.Stays;
import id.laras.succession.Deviations;
import id.laras.succession.Deviations.Standing;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Answers the list of held-up tasks. Lazy, because the domain it asks needs the engine in turn. */
@Component
class EngineStays implements Stays {

    private final Deviations deviations;

    EngineStays(@Lazy Deviations deviations) {
        this.deviations = deviations;
    }

    @Override
    public Set<Held> of(Collection<Held> tasks) {
        var standings =
                deviations.standings(tasks.stream().map(Held::businessKey).collect(Collectors.toSet()));
        return tasks.stream()
                .filter(task -> stays(task, standings.get(task.businessKey())))
                .collect(Collectors.toSet());
    }

    private static boolean stays(Held task, Standing standing) {
        return standing != null
                && (task.holder().equals(standing.employee())
                        || task.holder().equals(standing.left())
                                && !standing.leftOn().isBefore(task.since()));
    }
}
