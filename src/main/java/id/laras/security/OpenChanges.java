package id.laras.security;

import id.laras.security.PrivilegedChange.State;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a second person or stands to be confirmed, as somebody with a role sees it. */
@Component
@Transactional(readOnly = true)
public class OpenChanges {

    private final PrivilegedChanges changes;
    private final Ranks ranks;
    private final StoodIn names;
    private final Clock clock;

    OpenChanges(PrivilegedChanges changes, Ranks ranks, StoodIn names, Clock clock) {
        this.changes = changes;
        this.ranks = ranks;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param kind       name of what it does, as in {@code security.change.kind.<kind>}
     * @param waiting    nothing has happened yet; else it is done and stands
     * @param withdrawn  it was done and is taken back already, and a second person has still to see that
     * @param askedAt    in the agency's zone
     * @param mayConfirm whether whoever looks may confirm it
     * @param mayRefuse  whether they may refuse it or take it back
     */
    public record View(
            String id,
            String kind,
            boolean waiting,
            boolean withdrawn,
            String account,
            String name,
            SortedSet<Role> roles,
            SortedSet<String> units,
            String askedBy,
            String askedByName,
            LocalDateTime askedAt,
            boolean mayConfirm,
            boolean mayRefuse) {}

    /**
     * Oldest first. What stands is shown to everybody with a role, what waits to administrators and to those who may decide
     * it; to others nothing.
     */
    public List<View> seenBy(Actor actor) {
        if (actor.roles().stream().allMatch(role -> role == Role.STAFF)) {
            return List.of();
        }
        return changes.open().stream()
                .map(change -> view(change, actor))
                .filter(view -> !view.waiting() || actor.is(Role.ADMIN) || view.mayConfirm())
                .toList();
    }

    private View view(PrivilegedChange change, Actor actor) {
        return new View(
                change.id(),
                change.kind().name(),
                change.state() == State.WAITING,
                change.state() == State.WITHDRAWN,
                change.account(),
                names.name(change.account()),
                change.roles(),
                change.units(),
                change.askedBy(),
                names.name(change.askedBy()),
                LocalDateTime.ofInstant(change.askedAt(), clock.getZone()),
                ranks.mayConfirm(change, actor.account()),
                ranks.mayRefuse(change, actor.account()));
    }
}
