package id.laras.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets accounts in, and shuts them for a while when their password is guessed: after {@code laras.login.attempts} wrong
 * passwords in a row for {@code laras.login.locked-for}. Counted in the database, so that every node counts together.
 */
@Component
class Logins {

    private final Accounts accounts;
    private final Clock clock;
    private final int attempts;
    private final Duration lockedFor;

    Logins(
            Accounts accounts,
            Clock clock,
            @Value("${laras.login.attempts}") int attempts,
            @Value("${laras.login.locked-for}") Duration lockedFor) {
        this.accounts = accounts;
        this.clock = clock;
        this.attempts = attempts;
        this.lockedFor = lockedFor;
    }

    /** @throws UsernameNotFoundException when there is no such account, or nobody has given it a password yet */
    Login load(String name) {
        return accounts.findById(name)
                .filter(Account::canLogIn)
                .map(account -> new Login(account, clock))
                .orElseThrow(() -> new UsernameNotFoundException(name));
    }

    /** Grows with every change of password or roles; empty when the account is gone. */
    Optional<Long> stamp(String name) {
        return accounts.stamp(name);
    }

    @EventListener
    @Transactional
    void refused(AuthenticationFailureBadCredentialsEvent event) {
        var name = event.getAuthentication().getName();
        accounts.countFailedLogin(name);
        accounts.lockAfter(name, attempts, clock.instant().plus(lockedFor));
    }

    @EventListener
    @Transactional
    void letIn(AuthenticationSuccessEvent event) {
        accounts.forgetFailedLogins(event.getAuthentication().getName());
    }
}
