package id.laras.security;

import id.laras.rules.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
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

/** Creates accounts and keeps what they may do. */
@Service
@Transactional
public class AccountService {

    static final int SHORTEST_PASSWORD = 12;

    /** Bytes; bcrypt reads no further. */
    static final int LONGEST_PASSWORD = 72;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final UnitTree tree;
    private final Deeds deeds;
    private final Directories directories;
    private final OwnPassword own;
    private final TransactionTemplate transactions;

    AccountService(
            Accounts accounts,
            PasswordEncoder passwords,
            UnitTree tree,
            Deeds deeds,
            Directories directories,
            OwnPassword own,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tree = tree;
        this.deeds = deeds;
        this.directories = directories;
        this.own = own;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What the trail keeps of a change of somebody's roles and of the units that he is HR of. */
    record RolesGiven(
            String account,
            SortedSet<Role> before,
            SortedSet<Role> after,
            SortedSet<String> unitsBefore,
            SortedSet<String> unitsAfter) {}

    /** Whose account it was; of a password nothing is kept. */
    record AccountChanged(String account) {}

    /** Adds the account, or updates how it is called. A new account has no password and cannot log in yet. */
    public void register(String name, String displayName, String email) {
        var account = accounts.findById(name).orElseGet(() -> accounts.save(new Account(name)));
        account.describe(displayName, email);
    }

    public void grant(String name, Role role) {
        accounts.findById(name).orElseThrow().grant(role);
    }

    /**
     * @throws Refusal when the name is taken, or no name: 2 to 64 small letters and digits; with anything else the engine
     *     refuses it as a user id in some of its calls
     */
    public void add(String name, String displayName) {
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
     * @param units whose HR he is, each with everything below it; kept with {@link Role#UNIT_HR} only
     * @throws Refusal when somebody would take the administrator's role from himself: nobody could give it back; when the
     *     groups of a directory decide on the roles, which would undo it at the next login; when a unit does not exist, or none is named
     *     for HR of a unit
     */
    public void setRoles(String name, Set<Role> roles, Set<String> units, Actor by) {
        if (name.equals(by.account()) && !roles.contains(Role.ADMIN)) {
            throw new Refusal("security.account.lastAdmin");
        }
        var ofHr = roles.contains(Role.UNIT_HR) ? units : Set.<String>of();
        if (roles.contains(Role.UNIT_HR) && units.isEmpty()) {
            throw new Refusal("security.account.noUnit");
        }
        var known = tree.withBelow(ofHr);
        Refusal.ifAny(ofHr.stream()
                .filter(unit -> !known.contains(unit))
                .sorted()
                .map(unit -> new Refusal.Problem("security.account.unknownUnit", unit))
                .toList());
        var account = find(name);
        var wanted = EnumSet.of(Role.STAFF);
        wanted.addAll(roles);
        if (account.directory() != null && directories.giveRoles() && !wanted.equals(account.roles())) {
            throw new Refusal("security.account.rolesFromDirectory", name);
        }
        var before = new TreeSet<>(account.roles());
        var unitsBefore = new TreeSet<>(account.units());
        account.setRoles(roles, ofHr);
        deeds.record(
                by.account(),
                "account.roles",
                null,
                new RolesGiven(name, before, new TreeSet<>(account.roles()), unitsBefore, new TreeSet<>(ofHr)));
    }

    /** As the other; the units stay as they are, which whoever has the role keeps. */
    public void setRoles(String name, Set<Role> roles, Actor by) {
        setRoles(name, roles, find(name).units(), by);
    }

    /**
     * Gives somebody a password that he replaces by his own when he first logs in; ends his sessions, opens a locked account.
     *
     * @throws Refusal when the password is shorter than 12 characters or longer than 72 bytes, bcrypt's limit
     */
    public void choosePassword(String name, String password, Actor by) {
        var account = find(name);
        check(name, password);
        account.setPasswordHash(passwords.encode(password), !name.equals(by.account()));
        deeds.record(by.account(), "account.password", null, new AccountChanged(name));
    }

    /**
     * Shuts an account for every door; its sessions and tokens end at once.
     *
     * @throws Refusal when somebody would shut himself out
     */
    public void close(String name, Actor by) {
        if (name.equals(by.account())) {
            throw new Refusal("security.account.closingOneself");
        }
        find(name).setClosed(true);
        deeds.record(by.account(), "account.closed", null, new AccountChanged(name));
    }

    public void open(String name, Actor by) {
        find(name).setClosed(false);
        deeds.record(by.account(), "account.opened", null, new AccountChanged(name));
    }

    /**
     * Takes the account's password away, so that from now on only a directory lets the person in.
     *
     * @throws Refusal without a directory, and for one's own account: then nobody might come in any more
     */
    public void handToDirectory(String name, Actor by) {
        if (!directories.any()) {
            throw new Refusal("security.account.noDirectory");
        }
        if (name.equals(by.account())) {
            throw new Refusal("security.account.handingOverOneself");
        }
        find(name).forgetPassword();
        deeds.record(by.account(), "account.handedToDirectory", null, new AccountChanged(name));
    }

    /**
     * Replaces one's own password; every session of the account ends. The old one is asked for outside of the transaction:
     * whoever waits for that holds no connection.
     *
     * @throws Refusal when the old one is wrong or was wrong too often, or the new one is the same or none
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void changePassword(String old, String password, Actor by) {
        own.confirm(old, by);
        check(by.account(), password);
        if (old.equals(password)) {
            throw new Refusal("security.password.same");
        }
        transactions.executeWithoutResult(status -> {
            find(by.account()).setPasswordHash(passwords.encode(password), false);
            deeds.record(by.account(), "account.password", null, new AccountChanged(by.account()));
        });
    }

    private static void check(String name, String password) {
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            throw new Refusal("security.account.shortPassword", SHORTEST_PASSWORD);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw new Refusal("security.account.longPassword", LONGEST_PASSWORD);
        }
        if (password.toLowerCase(Locale.ROOT).contains(name)) {
            throw new Refusal("security.account.passwordIsName");
        }
    }

    /** Accounts whose name or display name contains the text, by name. */
    @Transactional(readOnly = true)
    public Page<Found> search(String text, Pageable page) {
        return accounts.findByNameContainingIgnoreCaseOrDisplayNameContainingIgnoreCaseOrderByName(text, text, page)
                .map(account -> new Found(account, new TreeSet<>(account.units())));
    }

    /** @param units codes of the units that somebody was made HR of */
    public record Found(Account account, SortedSet<String> units) {}

    /** Whether the person has a password of his own; else only a directory lets him in. */
    @Transactional(readOnly = true)
    public boolean hasPassword(String name) {
        return accounts.findById(name).filter(Account::canLogIn).isPresent();
    }

    private Account find(String name) {
        return accounts.findById(name).orElseThrow(() -> new Refusal("security.account.unknown", name));
    }

    public void setPassword(String name, String password) {
        accounts.findById(name).orElseThrow().setPasswordHash(passwords.encode(password), false);
    }

    /** Gives all of them one password by one hash: for demonstrations only, where everybody knows it anyway. */
    public void setSharedPassword(Collection<String> names, String password) {
        var hash = passwords.encode(password);
        accounts.findAllById(names).forEach(account -> account.setPasswordHash(hash, false));
    }
}
