package id.laras.security;

import java.util.Collection;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates accounts and keeps what they may do. */
@Service
@Transactional
public class AccountService {

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

    public void setPassword(String name, String password) {
        accounts.findById(name).orElseThrow().setPasswordHash(passwords.encode(password));
    }

    /** Gives all of them one password by one hash: for demonstrations only, where everybody knows it anyway. */
    public void setSharedPassword(Collection<String> names, String password) {
        var hash = passwords.encode(password);
        accounts.findAllById(names).forEach(account -> account.setPasswordHash(hash));
    }
}
