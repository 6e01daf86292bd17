package id.laras.security;

import id.laras.rules.NamePattern;
import id.laras.rules.PlainText;
import id.laras.rules.Refusal;
import id.laras.steps.TrailEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates accounts and keeps what they may do. Deeds that give or take power are done here, but only {@link FourEyes} says
 * when: they are closed to every other room.
 */
@Service
@Transactional
public class AccountService {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final PasswordRules rules;
    private final OneTimeCodes codes;
    private final Ranks ranks;
    private final UnitTree tree;
    private final Deeds deeds;
    private final Directories directories;
    private final OwnPassword own;
    private final ApiTokenService tokens;
    private final TransactionTemplate transactions;

    AccountService(
            Accounts accounts,
            PasswordEncoder passwords,
            PasswordRules rules,
            OneTimeCodes codes,
            Ranks ranks,
            UnitTree tree,
            Deeds deeds,
            Directories directories,
            OwnPassword own,
            ApiTokenService tokens,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.codes = codes;
        this.ranks = ranks;
        this.tree = tree;
        this.deeds = deeds;
        this.directories = directories;
        this.own = own;
        this.tokens = tokens;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What the trail keeps of a change of somebody's roles and of the units that they are HR of. */
    record RolesGiven(
            String account,
            SortedSet<Role> before,
            SortedSet<Role> after,
            SortedSet<String> unitsBefore,
            SortedSet<String> unitsAfter) {}

    /** Whose account it was; of a password nothing is kept. */
    record AccountChanged(String account) {}

    /** Whose account it was, and who had made the code. */
    record CodeUsed(String account, String issuedBy, Instant issuedAt) {}

    /** A new account; the first one has the administrator's role. */
    record AccountAdded(String account, String name, SortedSet<Role> roles) {}

    /** Adds the account, or updates how it is called. A new account has no password and cannot log in yet. */
    public void register(String name, String displayName, String email) {
        var account = accounts.findById(name).orElseGet(() -> accounts.save(new Account(name)));
        account.describe(displayName, email);
    }

    public void grant(String name, Role role) {
        accounts.findById(name).orElseThrow().grant(role);
    }

    /** As the application itself, e.g. for the demonstration; what an administrator gives goes through {@link FourEyes}. */
    public void grantUnits(String name, Set<String> units) {
        accounts.findById(name).orElseThrow().setRoles(Set.of(Role.UNIT_HR), units);
    }

    /** The account that the installation itself makes, with the password of its configuration. */
    void addFirst(String name, String displayName, String password) {
        register(name, displayName, null);
        grant(name, Role.ADMIN);
        setPassword(name, password);
        deeds.record(null, TrailEvent.ACCOUNT_ADDED, null, added(find(name)));
    }

    /**
     * @throws Refusal when the name is taken, or no name: 2 to 64 small letters and digits; with anything else the engine
     *     refuses it as a user id in some of its calls
     */
    public void add(String name, String displayName, Actor by) {
        var plain = PlainText.of(name);
        create(plain, displayName);
        deeds.record(by.account(), TrailEvent.ACCOUNT_ADDED, null, added(find(plain)));
    }

    private static AccountAdded added(Account account) {
        return new AccountAdded(account.name(), account.displayName(), new TreeSet<>(account.roles()));
    }

    /** As {@link #add}, for who writes down by themselves where the account came from. */
    void create(String name, String displayName) {
        if (!name.matches("[a-z0-9]{2,64}")) {
            throw new Refusal("security.account.badName");
        }
        if (accounts.existsById(name)) {
            throw new Refusal("security.account.taken", name);
        }
        register(name, displayName, null);
    }

    /**
     * Sets the roles beyond {@link Role#STAFF}, which every account has.
     *
     * @param units whose HR they are, each with everything below it; kept with {@link Role#UNIT_HR} only
     * @throws Refusal when somebody would take the administrator's role from themselves: nobody could give it back; when the
     *     groups of a directory decide on the roles, which would undo it at the next login; when a unit does not exist, or none is named
     *     for HR of a unit
     */
    void setRoles(String name, Set<Role> roles, Set<String> units, Actor by) {
        checkRoles(name, roles, units, by);
        putRoles(name, roles, roles.contains(Role.UNIT_HR) ? units : Set.of(), by);
    }

    /** @throws Refusal as {@link #setRoles} does */
    void checkRoles(String name, Set<Role> roles, Set<String> units, Actor by) {
        if (name.equals(by.account()) && !roles.contains(Role.ADMIN)) {
            throw new Refusal("security.account.lastAdmin");
        }
        if (roles.contains(Role.UNIT_HR) && units.isEmpty()) {
            throw new Refusal("security.account.noUnit");
        }
        checkUnits(roles.contains(Role.UNIT_HR) ? units : Set.of());
        var wanted = EnumSet.of(Role.STAFF);
        wanted.addAll(roles);
        checkDirectory(find(name), wanted);
    }

    /**
     * Asked again when something is given that was asked for before: the world may have changed since.
     *
     * @throws Refusal when the account is gone, closed or its roles are a directory's, or one of the units is no more
     */
    void checkGiving(String name, Set<Role> given, Set<String> units) {
        var account = find(name);
        if (account.closed()) {
            throw new Refusal("security.change.closed", name);
        }
        checkUnits(units);
        var wanted = EnumSet.copyOf(account.roles());
        wanted.addAll(given);
        checkDirectory(account, wanted);
    }

    private void checkUnits(Set<String> units) {
        var known = tree.withBelow(units);
        Refusal.ifAny(units.stream()
                .filter(unit -> !known.contains(unit))
                .sorted()
                .map(unit -> new Refusal.Problem("security.account.unknownUnit", unit))
                .toList());
    }

    private void checkDirectory(Account account, Set<Role> wanted) {
        // Whom the directory no longer lets in gets no other groups from it: their roles go by hand, and then they may
        // be erased.
        if (!account.closed()
                && account.directory() != null
                && directories.giveRoles()
                && !wanted.equals(account.roles())) {
            throw new Refusal("security.account.rolesFromDirectory", account.name());
        }
    }

    /** Without the rules of {@link #setRoles}, for what was checked when it was asked for. */
    void putRoles(String name, Set<Role> roles, Set<String> ofHr, Actor by) {
        var account = find(name);
        var before = new TreeSet<>(account.roles());
        var unitsBefore = new TreeSet<>(account.units());
        account.setRoles(roles, ofHr);
        deeds.record(
                by.account(),
                TrailEvent.ACCOUNT_ROLES,
                null,
                new RolesGiven(name, before, new TreeSet<>(account.roles()), unitsBefore, new TreeSet<>(ofHr)));
        tokens.endWithRoles(account, by.account());
    }

    /** As the other; the units stay as they are, which whoever has the role keeps. */
    void setRoles(String name, Set<Role> roles, Actor by) {
        setRoles(name, roles, find(name).units(), by);
    }

    /**
     * Shuts an account for every door; its sessions and tokens end at once.
     *
     * @throws Refusal when somebody would shut themselves out
     */
    void close(String name, Actor by) {
        if (name.equals(by.account())) {
            throw new Refusal("security.account.closingOneself");
        }
        find(name).setClosed(true);
        deeds.record(by.account(), TrailEvent.ACCOUNT_CLOSED, null, new AccountChanged(name));
    }

    void open(String name, Actor by) {
        find(name).setClosed(false);
        deeds.record(by.account(), TrailEvent.ACCOUNT_OPENED, null, new AccountChanged(name));
    }

    /**
     * Takes the account's password away, so that from now on only a directory lets the person in.
     *
     * @throws Refusal without a directory, and for one's own account: then nobody might come in any more
     */
    void handToDirectory(String name, Actor by) {
        checkHanding(name, by);
        find(name).handToDirectory();
        codes.endAll(name);
        deeds.record(by.account(), TrailEvent.HANDED_TO_DIRECTORY, null, new AccountChanged(name));
    }

    /** @throws Refusal as {@link #handToDirectory} does */
    void checkHanding(String name, Actor by) {
        if (!directories.any()) {
            throw new Refusal("security.account.noDirectory");
        }
        if (name.equals(by.account())) {
            throw new Refusal("security.account.handingOverOneself");
        }
    }

    /** Nobody comes in by it any more, nor by a code that was made for it. */
    void forgetPassword(String name) {
        find(name).forgetPassword();
        codes.endAll(name);
    }

    /**
     * Replaces one's own password; every session, token and one-time code of the account ends. The old one is asked for outside of the transaction:
     * whoever waits for that holds no connection.
     *
     * @throws Refusal when the old one is wrong or was wrong too often, or the new one is the same or none
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void changePassword(String old, String password, Actor by) {
        own.confirm(old, by);
        if (old.equals(password)) {
            throw new Refusal("security.password.same");
        }
        var known = find(by.account());
        rules.check(password, known.name(), known.displayName());
        transactions.executeWithoutResult(status -> {
            replacePassword(find(by.account()), password);
            deeds.record(by.account(), TrailEvent.ACCOUNT_PASSWORD, null, new AccountChanged(by.account()));
        });
    }

    /**
     * Ends all of one's own sessions, this one too. The password, or a fresh login at the directory, is asked for outside of
     * the transaction, as {@link #changePassword} does.
     *
     * @throws Refusal when it is wrong or was wrong too often, or the login at the directory too long ago
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void endOwnSessions(String password, Actor by) {
        own.confirmOrFreshLogin(password, by);
        transactions.executeWithoutResult(status -> endSessions(by.account(), by));
    }

    /** Ends somebody's sessions, e.g. when a device was lost; password and tokens stay. */
    public void endSessions(String name, Actor by) {
        find(name).endSessions();
        deeds.record(by.account(), TrailEvent.SESSIONS_ENDED, null, new AccountChanged(name));
    }

    /**
     * Sets one's own password by a code, without the old one; as {@link #changePassword} it ends sessions, tokens and codes.
     *
     * @throws Refusal the same for a code that is wrong, used or over, an account that is none or closed, and a code that was
     *     made before its owner became somebody who decides about others; then for a password that is none
     */
    public void useCode(String name, String code, String password) {
        var usable = codes.usable(name, code)
                .filter(found -> found.seconded() || !ranks.decides(name))
                .orElseThrow(() -> new Refusal("security.code.wrong"));
        var account = accounts.findById(name)
                .filter(found -> !found.closed())
                .orElseThrow(() -> new Refusal("security.code.wrong"));
        rules.check(password, name, account.displayName());
        if (!codes.use(usable)) {
            throw new Refusal("security.code.wrong");
        }
        replacePassword(account, password);
        deeds.record(name, TrailEvent.CODE_USED, null, new CodeUsed(name, usable.issuedBy(), usable.issuedAt()));
    }

    private void replacePassword(Account account, String password) {
        account.setPasswordHash(passwords.encode(password));
        codes.endAll(account.name());
    }

    /**
     * Null leaves a criterion out.
     *
     * @param text part of a name or display name
     */
    @Transactional(readOnly = true)
    public Page<Found> search(String text, Role role, Boolean closed, Pageable page) {
        return accounts.search(NamePattern.of(text), role, closed, page)
                .map(account -> new Found(account, new TreeSet<>(account.units())));
    }

    /** @param units codes of the units that somebody was made HR of */
    public record Found(Account account, SortedSet<String> units) {

        /** What its roles and units are now: whoever changes them says what they saw. */
        public String powers() {
            return powers(account.roles(), units);
        }

        static String powers(Set<Role> roles, Set<String> units) {
            return new TreeSet<>(roles) + " " + new TreeSet<>(units);
        }
    }

    /** As {@link Account#isLocal()}; nobody has an account that is none. */
    @Transactional(readOnly = true)
    boolean isLocal(String name) {
        return accounts.findById(name).filter(Account::isLocal).isPresent();
    }

    /** Whether the person has a password of their own; else only a directory lets them in. */
    @Transactional(readOnly = true)
    public boolean hasPassword(String name) {
        return accounts.findById(name).filter(Account::canLogIn).isPresent();
    }

    private Account find(String name) {
        return accounts.called(name).orElseThrow(() -> new Refusal("security.account.unknown", name));
    }

    public void setPassword(String name, String password) {
        accounts.findById(name).orElseThrow().setPasswordHash(passwords.encode(password));
    }

    /** Gives all of them one password by one hash: for demonstrations only, where everybody knows it anyway. */
    public void setSharedPassword(Collection<String> names, String password) {
        var hash = passwords.encode(password);
        accounts.findAllById(names).forEach(account -> account.setPasswordHash(hash));
    }
}
