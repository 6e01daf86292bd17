package id.laras.security;

import id.laras.security.PrivilegedChange.Kind;
import id.laras.security.PrivilegedChange.State;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who counts when administrators watch one another (docs/adr/0070-no-administrator-alone.md). Asks the tables, never the login: what
 * somebody's session remembers may be over.
 */
@Component
class Ranks {

    /** Whose owners confirm or undo what an administrator did alone. */
    static final Set<Role> WATCHING = EnumSet.of(Role.ADMIN, Role.HR, Role.AUDITOR);

    private final JdbcClient database;
    private final AccountDirectory directory;
    private final PrivilegedChanges changes;
    private final OneTimeCodes codes;
    private final AdminSettings settings;
    private final List<Assessors> assessors;

    Ranks(
            JdbcClient database,
            AccountDirectory directory,
            PrivilegedChanges changes,
            OneTimeCodes codes,
            AdminSettings settings,
            List<Assessors> assessors) {
        this.database = database;
        this.directory = directory;
        this.changes = changes;
        this.codes = codes;
        this.settings = settings;
        this.assessors = assessors;
    }

    /** Whether the owner reads or decides about others now, by a role, an evaluation that runs or a substitution. */
    boolean decides(String account) {
        return holdsARole(account) || assessors.stream().anyMatch(these -> these.include(account));
    }

    /** As {@link #decides}, or as soon as the next evaluations open: a password that is known until then is known then. */
    boolean willDecide(String account) {
        return decides(account) || assessors.stream().anyMatch(these -> these.willInclude(account));
    }

    /**
     * A role that somebody has taken counts until that is confirmed: whoever took it may give it back. One that is asked for
     * counts too, and one that was given alone and is taken meanwhile: whose password it is must be looked at before it comes.
     */
    boolean holdsARole(String account) {
        return directory.roles(account).stream().anyMatch(role -> role != Role.STAFF)
                || changes.open(account).stream().anyMatch(change -> switch (change.kind()) {
                    case GIVE -> change.state() != State.WITHDRAWN;
                    case TAKE -> change.state() == State.STANDING;
                    default -> false;
                });
    }

    /** Whether what the only administrator does alone would stand for ever: fewer than two people are beyond doubt. */
    boolean nobodyIsSecond() {
        return database
                        .sql("select distinct a.name from account a join account_role r on r.account_name = a.name"
                                + " where r.role in (:watching) and a.closed = false")
                        .param("watching", WATCHING.stream().map(Role::name).toList())
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(name -> !confirmed(name).isEmpty())
                        .limit(2)
                        .count()
                < 2;
    }

    /** What one administrator did alone to give the account something, and nobody has confirmed. */
    List<PrivilegedChange> doubtful(String account, Kind kind) {
        return changes.standing(account).stream()
                .filter(change -> change.kind() == kind)
                .toList();
    }

    boolean watches(String account) {
        return directory.roles(account).stream().anyMatch(WATCHING::contains);
    }

    /** Whether somebody may act as an administrator where a second one is asked for: open, and nobody's doubtful creature. */
    boolean isAdministrator(String account) {
        return confirmed(account).contains(Role.ADMIN);
    }

    /** The same for HR. */
    boolean isHr(String account) {
        return confirmed(account).contains(Role.HR);
    }

    /** Whether the maker gave the account something that no second person has agreed to, even if it is taken back meanwhile. */
    boolean gaveAlone(String maker, String account) {
        return changes
                .findByAccountAndAskedByAndStateIn(
                        account, maker, EnumSet.of(State.STANDING, State.WITHDRAWN, State.UNDONE))
                .stream()
                .anyMatch(change -> change.kind().gives());
    }

    /**
     * Administrators besides this one. Those whom somebody has closed or whose role somebody has taken count until that is
     * confirmed: else the way to act alone would be to close the others.
     */
    Set<String> othersThan(String account) {
        var others =
                new HashSet<>(database.sql("select a.name from account a join account_role r on r.account_name = a.name"
                                + " where r.role = 'ADMIN' and a.closed = false"
                                + " and (a.password_hash is not null or a.directory is not null)")
                        .query(String.class)
                        .list());
        others.removeIf(name -> !isAdministrator(name));
        changes.standing().stream()
                .filter(change -> change.kind() == Kind.TAKE && change.roles().contains(Role.ADMIN)
                        || (change.kind() == Kind.CLOSE || change.kind() == Kind.HAND)
                                && directory.roles(change.account()).contains(Role.ADMIN))
                .forEach(change -> others.add(change.account()));
        others.remove(account);
        return others;
    }

    /** @param by never who asked, nor whose account it is */
    boolean mayConfirm(PrivilegedChange change, String by) {
        if (by.equals(change.askedBy()) || by.equals(change.account())) {
            return false;
        }
        var confirmed = confirmed(by);
        if (change.state() != State.WAITING) {
            return !confirmed.isEmpty();
        }
        if (confirmed.contains(Role.ADMIN)) {
            return true;
        }
        // the only other administrator has lost the password: HR or the auditor is the second person then
        var left = othersThan(change.askedBy());
        left.remove(change.account());
        return left.isEmpty() && !confirmed.isEmpty();
    }

    /** Who may take something away may be less sure a person than who lets it stand; whoever asked may always take it back. */
    boolean mayRefuse(PrivilegedChange change, String by) {
        if (change.state() == State.WITHDRAWN) {
            return false;
        }
        if (by.equals(change.askedBy())) {
            return true;
        }
        return change.state() == State.STANDING && change.kind().gives()
                ? !by.equals(change.account()) && isOpen(by) && watches(by)
                : mayConfirm(change, by);
    }

    /** The watching roles that somebody has beyond doubt: none of what one administrator gave them alone. */
    private Set<Role> confirmed(String account) {
        if (!isOpen(account)) {
            return Set.of();
        }
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(directory.roles(account));
        roles.retainAll(WATCHING);
        var vouchedFor = settings.witnesses().contains(account);
        for (var change : changes.standing(account)) {
            switch (change.kind()) {
                case GIVE ->
                    roles.removeIf(role -> !vouchedFor && change.roles().contains(role));
                case FIRST_CODE, RESET -> {
                    var first = change.kind() == Kind.FIRST_CODE && vouchedFor;
                    roles.removeIf(role -> !first && codes.wasUsedSince(account, change.askedAt()));
                }
                case REOPEN -> roles.clear();
                case TAKE, CLOSE, HAND -> {}
            }
        }
        return roles;
    }

    private boolean isOpen(String account) {
        return database.sql("select count(*) from account where name = ? and closed = false")
                        .param(account)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
