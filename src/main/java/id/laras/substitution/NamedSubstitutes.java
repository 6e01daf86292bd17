package id.laras.substitution;

import id.laras.people.SubstituteFor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the room of the reporting lines who stands in for whom, without letting it in here. */
@Component
class NamedSubstitutes implements SubstituteFor {

    private final Substitutions substitutions;
    private final Clock clock;

    NamedSubstitutes(Substitutions substitutions, Clock clock) {
        this.substitutions = substitutions;
        this.clock = clock;
    }

    @Override
    public Set<String> accounts(String substitute) {
        var today = LocalDate.now(clock);
        return substitutions.findBySubstituteOrderByFirstDayDesc(substitute).stream()
                .filter(substitution -> substitution.isOpen(today))
                .map(Substitution::person)
                .collect(Collectors.toSet());
    }
}
