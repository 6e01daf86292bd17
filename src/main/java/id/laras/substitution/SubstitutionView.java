package id.laras.substitution;

import id.laras.steps.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A substitution as a person reads it.
 *
 * @param person     account of whose tasks they are; null for who needs the name only
 * @param substitute account of who may do them too; null likewise
 * @param namedBy    name of who named the substitute
 * @param byHr       whether HR named the substitute, and not the person
 * @param reason     why HR did, null when the person did it themselves
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

    /** With no other account than the reader's own: it may be a NIP. */
    public SubstitutionView shownTo(String reader) {
        return new SubstitutionView(
                id,
                reader.equals(person) ? person : null,
                personName,
                reader.equals(substitute) ? substitute : null,
                substituteName,
                firstDay,
                lastDay,
                kinds,
                namedBy,
                namedAt,
                byHr,
                reason,
                endedAt,
                state);
    }

    public enum State {
        PLANNED,
        RUNNING,
        OVER
    }
}
