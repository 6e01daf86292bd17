package id.laras.substitution.process;

import id.laras.engine.Substitutes;
import id.laras.steps.Step;
import id.laras.substitution.SubstitutionService;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Answers the guard. Lazy, because the domain it asks needs the engine in turn. */
@Component
class EngineSubstitutes implements Substitutes {

    private final SubstitutionService substitutions;

    EngineSubstitutes(@Lazy SubstitutionService substitutions) {
        this.substitutions = substitutions;
    }

    @Override
    public Optional<String> of(String person, String process, String task, String businessKey) {
        return Step.of(process, task)
                .flatMap(Step::kind)
                .flatMap(kind -> substitutions.substitute(person, kind, businessKey));
    }
}
