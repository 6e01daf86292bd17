package id.laras.substitution.process;

import id.laras.engine.Conflicts;
import id.laras.rules.Refusal.Problem;
import id.laras.substitution.ConflictOfInterest;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Answers the guard. Lazy, because the domain it asks needs the engine in turn. */
@Component
class EngineConflicts implements Conflicts {

    private final ConflictOfInterest conflicts;

    EngineConflicts(@Lazy ConflictOfInterest conflicts) {
        this.conflicts = conflicts;
    }

    @Override
    public Optional<Problem> of(String account, String process, String task, String businessKey) {
        return conflicts.of(account, process, task, businessKey);
    }
}
