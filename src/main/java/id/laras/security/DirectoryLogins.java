package id.laras.security;

import static id.laras.security.DirectoryRefusal.Why.CLOSED;
import static id.laras.security.DirectoryRefusal.Why.LOCAL;
import static id.laras.security.DirectoryRefusal.Why.UNKNOWN;

import id.laras.rules.Refusal;
import id.laras.steps.TrailEvent;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From somebody whom a directory has let in to the same login that a password gives. People come by import; the directory
 * says who they are and, where groups are mapped, which roles they have (docs/adr/0045-directories-name-people.md).
 */
@Component
class DirectoryLogins {

    /** ASCII only: a database that compares without accents must not take one person for another. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{1,63}");

    private final Accounts accounts;
    private final AccountService service;
    private final ApiTokenService tokens;
    private final LoginSettings settings;
    private final Deeds deeds;

    DirectoryLogins(
            Accounts accounts, AccountService service, ApiTokenService tokens, LoginSettings settings, Deeds deeds) {
        this.accounts = accounts;
        this.service = service;
        this.tokens = tokens;
        this.settings = settings;
        this.deeds = deeds;
    }

    /** What the trail keeps of roles that a directory gave or took. */
    record RolesFromDirectory(String account, String directory, SortedSet<Role> before, SortedSet<Role> after) {}

    record AccountFromDirectory(String account, String directory) {}

    /** The account's name for what a directory or a person wrote, in small letters; empty when it can be none. */
    static Optional<String> accountName(String written) {
        return Optional.ofNullable(written)
                .filter(name -> NAME.matcher(name).matches())
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** Whether the directory is not asked for this account, as {@link Account#isLocal()}. */
    boolean isLocal(String name) {
        return service.isLocal(name);
    }

    /**
     * Lets the person in with the roles of their groups. An account with a password of its own is never opened, nor one whose
     * password was taken back: whoever may choose a name in the directory would choose the administrator's.
     *
     * @throws DirectoryRefusal when nobody of that name is known here, or the account is local or shut
     */
    @Transactional
    Account enter(DirectoryPerson person) {
        var name = accountName(person.account())
                .orElseThrow(() -> new DirectoryRefusal(UNKNOWN, "No account's name: " + person.account()));
        var account = accounts.findById(name)
                .filter(found -> found.name().equals(name))
                .orElseGet(() -> create(name, person));
        if (account.isLocal()) {
            throw new DirectoryRefusal(LOCAL, name, name + " has a password of its own");
        }
        if (account.closed()) {
            throw new DirectoryRefusal(CLOSED, name, name + " is shut");
        }
        account.enteredBy(person.directory());
        if (!settings.roles().isEmpty()) {
            giveRoles(account, person);
        }
        return account;
    }

    private Account create(String name, DirectoryPerson person) {
        // on the first day this account is made a moment after the doors open: nobody comes before
        if (!settings.createAccounts() || name.equals(FirstAdministrator.NAME)) {
            throw new DirectoryRefusal(UNKNOWN, name + " has no account");
        }
        try {
            service.create(name, person.displayName());
        } catch (Refusal e) {
            throw new DirectoryRefusal(UNKNOWN, name + " can be no account", e);
        }
        var account = accounts.findById(name).orElseThrow();
        account.describe(person.displayName(), person.email());
        deeds.record(null, TrailEvent.ACCOUNT_CREATED, null, new AccountFromDirectory(name, person.directory()));
        return account;
    }

    private void giveRoles(Account account, DirectoryPerson person) {
        Set<Role> roles = EnumSet.of(Role.STAFF);
        person.groups().forEach(group -> roles.addAll(settings.roles().getOrDefault(group, Set.of())));
        var before = account.roles();
        if (!before.equals(roles)) {
            // which units, the administrator says: a directory knows none of ours
            account.setRoles(roles, roles.contains(Role.UNIT_HR) ? Set.copyOf(account.units()) : Set.of());
            deeds.record(
                    null,
                    TrailEvent.ACCOUNT_ROLES,
                    null,
                    new RolesFromDirectory(
                            account.name(), person.directory(), new TreeSet<>(before), new TreeSet<>(roles)));
            tokens.endWithRoles(account, null);
        }
    }
}
