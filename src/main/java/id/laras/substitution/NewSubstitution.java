package id.laras.substitution;

import id.laras.steps.TaskKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a person asks for when they name a substitute; nothing of it is checked yet.
 *
 * @param substitute account
 * @param first      first day
 * @param last       last day, included
 */
public record NewSubstitution(String substitute, LocalDate first, LocalDate last, Set<TaskKind> kinds) {

    public NewSubstitution {
        kinds = kinds == null || kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
    }
}
