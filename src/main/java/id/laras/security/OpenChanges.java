package id.laras.security;

import id.laras.security.PrivilegedChange.Kind;
import id.laras.security.PrivilegedChange.State;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
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
    private final OneTimeCodes codes;
    private final StoodIn names;
    private final Clock clock;

    OpenChanges(PrivilegedChanges changes, Ranks ranks, OneTimeCodes codes, StoodIn names, Clock clock) {
        this.changes = changes;
        this.ranks = ranks;
        this.codes = codes;
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
     * @param code       by which the account's password was set lately, told to who may confirm that the account gets a role; else null
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
            ZonedDateTime askedAt,
            boolean mayConfirm,
            boolean mayRefuse,
            OneTimeCodes.Told code) {}

    /**
     * Newest first. What stands is shown to everybody with a role, what waits to administrators and to those who may decide
     * it; to others nothing.
     */
    public List<View> seenBy(Actor actor) {
        if (actor.roles().stream().allMatch(role -> role == Role.STAFF)) {
            return List.of();
        }
        var seen = new ArrayList<>(changes.open().stream()
                .map(change -> view(change, actor))
                .filter(view -> !view.waiting() || actor.is(Role.ADMIN) || view.mayConfirm())
                .toList());
        Collections.reverse(seen);
        return seen;
    }

    /** As {@link Ranks#nobodyIsSecond()}; told to everybody with a role. */
    public boolean lackSecondPerson(Actor actor) {
        return actor.roles().stream().anyMatch(role -> role != Role.STAFF) && ranks.nobodyIsSecond();
    }

    private View view(PrivilegedChange change, Actor actor) {
        var mayConfirm = ranks.mayConfirm(change, actor.account());
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
                ZonedDateTime.ofInstant(change.askedAt(), clock.getZone()),
                mayConfirm,
                ranks.mayRefuse(change, actor.account()),
                mayConfirm && change.kind() == Kind.GIVE ? codeUsed(change.account()) : null);
    }

    private OneTimeCodes.Told codeUsed(String account) {
        return codes.told(account).stream()
                .filter(code -> code.used() != null)
                .findFirst()
                .orElse(null);
    }
}
