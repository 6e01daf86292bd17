package id.laras.security;

import java.time.Clock;
import java.time.Instant;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Somebody who has logged in, as the account was at that moment. */
final class Login extends User {

    private static final long serialVersionUID = 1;

    private final long stamp;
    private final boolean mustChange;

    Login(Account account, Clock clock) {
        super(
                account.name(),
                account.passwordHash(),
                true,
                true,
                true,
                !isLocked(account.lockedUntil(), clock),
                account.roles().stream()
                        .map(role -> new SimpleGrantedAuthority(role.name()))
                        .toList());
        this.stamp = account.stamp();
        this.mustChange = account.mustChangePassword();
    }

    private static boolean isLocked(Instant until, Clock clock) {
        return until != null && clock.instant().isBefore(until);
    }

    long stamp() {
        return stamp;
    }

    /** Whether the password was given by somebody else: then the person chooses his own before anything else. */
    boolean mustChangePassword() {
        return mustChange;
    }
}
