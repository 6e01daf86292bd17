package id.laras.substitution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A substitution as a person reads it.
 *
 * @param person     account of whose tasks they are
 * @param substitute account of who may do them too
 * @param namedBy    name of who named the substitute
 * @param byHr       whether HR named him, and not the person
 * @param reason     why HR did, null when the person did it himself
 * @param endedAt    null unless it was ended early
 */
public record SubstitutionView(
        String id,
        String person,
        String personName,
        String substitute,
        String substituteName,
        LocalDate firstDay,
        LocalDate lastDay,
        List<TaskKind> kinds,
        String namedBy,
        Instant namedAt,
        boolean byHr,
        String reason,
        Instant endedAt,
        State state) {

    public enum State {
        PLANNED,
        RUNNING,
        OVER
    }
}
