package id.laras.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Somebody who has logged in, as the account was at that moment. */
class Login extends User {

    private static final long serialVersionUID = 1;

    private final long stamp;
    private final boolean mustChange;
    private final Instant since;

    Login(Account account, Clock clock) {
        this(account, account.roles(), clock);
    }

    /** @param roles no more than the account has */
    Login(Account account, Set<Role> roles, Clock clock) {
        super(
                account.name(),
                account.canLogIn() ? account.passwordHash() : "",
                !account.closed(),
                true,
                true,
                true,
                roles.stream()
                        .map(role -> new SimpleGrantedAuthority(role.name()))
                        .toList());
        this.stamp = account.stamp();
        this.mustChange = account.mustChangePassword();
        this.since = clock.instant();
    }

    long stamp() {
        return stamp;
    }

    Instant since() {
        return since;
    }

    /** Whether the password was given by somebody else: then the person chooses their own before anything else. */
    boolean mustChangePassword() {
        return mustChange;
    }
}
