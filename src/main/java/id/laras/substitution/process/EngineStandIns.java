package id.laras.substitution.process;

import id.laras.engine.StandIns;
import id.laras.substitution.SubstitutionService;
import id.laras.substitution.TaskKind;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Answers the guard. Lazy, because the domain it asks needs the engine in turn. */
@Component
class EngineStandIns implements StandIns {

    private final SubstitutionService substitutions;

    EngineStandIns(@Lazy SubstitutionService substitutions) {
        this.substitutions = substitutions;
    }

    @Override
    public Optional<String> of(String person, String process, String task, String businessKey) {
        return TaskKind.of(process, task).flatMap(kind -> substitutions.standIn(person, kind, businessKey));
    }
}
