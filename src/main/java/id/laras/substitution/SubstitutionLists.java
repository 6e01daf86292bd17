package id.laras.substitution;

import id.laras.security.StoodIn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Substitutions as people read them, with the names of everybody. */
@Service
@Transactional(readOnly = true)
public class SubstitutionLists {

    private final Substitutions substitutions;
    private final StoodIn names;
    private final Clock clock;

    SubstitutionLists(Substitutions substitutions, StoodIn names, Clock clock) {
        this.substitutions = substitutions;
        this.names = names;
        this.clock = clock;
    }

    /** Whom the person has named, the latest first. */
    public List<SubstitutionView> of(String person) {
        return views(substitutions.findByPersonOrderByFirstDayDesc(person));
    }

    /** For whom somebody stands in, stood in or will, the latest first. */
    public List<SubstitutionView> by(String substitute) {
        return views(substitutions.findBySubstituteOrderByFirstDayDesc(substitute));
    }

    /** Everybody's that runs or will, by the first day. */
    public Page<SubstitutionView> open(Pageable page) {
        var found = substitutions.findByEndedAtIsNullAndLastDayGreaterThanEqualOrderByFirstDayAscIdAsc(
                LocalDate.now(clock), page);
        var known = known(found.getContent());
        return found.map(substitution -> view(substitution, known));
    }

    private List<SubstitutionView> views(List<Substitution> found) {
        var known = known(found);
        return found.stream().map(substitution -> view(substitution, known)).toList();
    }

    /** Their names by account, asked for at once. */
    private Map<String, String> known(List<Substitution> found) {
        return names.names(found.stream()
                .flatMap(one -> Stream.of(one.person(), one.substitute(), one.namedBy()))
                .collect(Collectors.toSet()));
    }

    private SubstitutionView view(Substitution substitution, Map<String, String> known) {
        var byHr = !substitution.namedBy().equals(substitution.person());
        return new SubstitutionView(
                substitution.id(),
                substitution.person(),
                known.get(substitution.person()),
                substitution.substitute(),
                known.get(substitution.substitute()),
                substitution.firstDay(),
                substitution.lastDay(),
                List.copyOf(substitution.kinds()),
                known.get(substitution.namedBy()),
                substitution.namedAt(),
                byHr,
                substitution.reason(),
                substitution.endedAt(),
                state(substitution));
    }

    private SubstitutionView.State state(Substitution substitution) {
        var today = LocalDate.now(clock);
        if (!substitution.isOpen(today)) {
            return SubstitutionView.State.OVER;
        }
        return substitution.isOn(today) ? SubstitutionView.State.RUNNING : SubstitutionView.State.PLANNED;
    }
}
