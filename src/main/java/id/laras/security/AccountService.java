package id.laras.security;

import id.laras.rules.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates accounts and keeps what they may do. */
@Service
@Transactional
public class AccountService {

    static final int SHORTEST_PASSWORD = 12;

    private static final Logger LOG = LoggerFactory.getLogger(AccountService.class);

    private final Accounts accounts;
    private final PasswordEncoder passwords;

    AccountService(Accounts accounts, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Adds the account, or updates how it is called. A new account has no password and cannot log in yet. */
    public void register(String name, String displayName, String email) {
        var account = accounts.findById(name).orElseGet(() -> accounts.save(new Account(name)));
        account.describe(displayName, email);
    }

    public void grant(String name, Role role) {
        accounts.findById(name).orElseThrow().grant(role);
    }

    /** @throws Refusal when the name is taken, or no name: 2 to 64 small letters, digits, dots and hyphens */
    public void add(String name, String displayName) {
        if (!name.matches("[a-z0-9][a-z0-9.-]{1,63}")) {
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
     * @throws Refusal when somebody would take the administrator's role from himself: nobody could give it back
     */
    public void setRoles(String name, Set<Role> roles, Actor by) {
        if (name.equals(by.account()) && !roles.contains(Role.ADMIN)) {
            throw new Refusal("security.account.lastAdmin");
        }
        find(name).setRoles(roles);
        LOG.info("{} gave {} the roles {}", by.account(), name, roles);
    }

    /** @throws Refusal when the password is shorter than 12 characters */
    public void choosePassword(String name, String password, Actor by) {
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            throw new Refusal("security.account.shortPassword", SHORTEST_PASSWORD);
        }
        find(name).setPasswordHash(passwords.encode(password));
        LOG.info("{} set the password of {}", by.account(), name);
    }

    /** At most 100 accounts whose name or display name contains the text, by name. */
    @Transactional(readOnly = true)
    public List<Account> search(String text) {
        return accounts.findByNameContainingIgnoreCaseOrDisplayNameContainingIgnoreCaseOrderByName(
                text, text, Limit.of(100));
    }

    private Account find(String name) {
        return accounts.findById(name).orElseThrow(() -> new Refusal("security.account.unknown", name));
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
