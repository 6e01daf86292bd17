package id.laras.security;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Something that one administrator may not do alone. It waits for a second person, or stands until one has looked at it. */
@Entity
class PrivilegedChange {

    /** What it does to the account. */
    enum Kind {
        /** Gives roles, or units to HR of a unit. */
        GIVE,
        /** Takes a role beyond staff. */
        TAKE,
        /** Makes a code for an account that never had a password. */
        FIRST_CODE,
        /** Makes a code in place of a password. */
        RESET,
        CLOSE,
        REOPEN,
        /** Hands it to the directory: its password is gone. */
        HAND;

        /** Whether it makes somebody more powerful, or might let another in their place. */
        boolean gives() {
            return this != TAKE && this != CLOSE && this != HAND;
        }
    }

    enum State {
        /** Nothing has happened yet. */
        WAITING,
        /** It is done; a second person has still to confirm it. */
        STANDING,
        /** It was done and taken back by who did it, or whose own power is in doubt; a second person has still to see that. */
        WITHDRAWN,
        CONFIRMED,
        /** It was never done. */
        REFUSED,
        /** It was done and taken back. */
        UNDONE
    }

    @Id
    private String id;

    private String account;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String roles;
    private String units;

    @Enumerated(EnumType.STRING)
    private State state;

    private String askedBy;
    private Instant askedAt;
    private String decidedBy;
    private Instant decidedAt;

    @Version
    private Long version;

    protected PrivilegedChange() {}

    PrivilegedChange(
            String id,
            Kind kind,
            String account,
            Set<Role> roles,
            Set<String> units,
            State state,
            String askedBy,
            Instant askedAt) {
        this.id = id;
        this.kind = kind;
        this.account = account;
        this.roles = roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
        this.units = String.join(" ", new TreeSet<>(units));
        this.state = state;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    void decide(State decision, String by, Instant now) {
        state = decision;
        decidedBy = by;
        decidedAt = now;
    }

    boolean isOpen() {
        return state == State.WAITING || state == State.STANDING || state == State.WITHDRAWN;
    }

    String id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    String account() {
        return account;
    }

    SortedSet<Role> roles() {
        return words(roles).map(Role::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    SortedSet<String> units() {
        return words(units).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }

    State state() {
        return state;
    }

    String askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }
}
