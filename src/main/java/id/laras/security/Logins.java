package id.laras.security;

import java.time.Clock;
import java.util.Optional;
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
    private final LoginSettings settings;

    Logins(Accounts accounts, Clock clock, LoginSettings settings) {
        this.accounts = accounts;
        this.clock = clock;
        this.settings = settings;
    }

    /** @throws UsernameNotFoundException when there is no such account, or nobody has given it a password yet */
    Login load(String name) {
        return accounts.findById(name)
                .filter(Account::canLogIn)
                .map(account -> new Login(account, clock))
                .orElseThrow(() -> new UsernameNotFoundException(name));
    }

    /** Whether nothing has changed since that would end the session: password, roles, the account shut, its time over. */
    boolean stands(Login login) {
        return accounts.stamp(login.getUsername()).equals(Optional.of(login.stamp()))
                && clock.instant().isBefore(login.since().plus(settings.life()));
    }

    @EventListener
    @Transactional
    void refused(AuthenticationFailureBadCredentialsEvent event) {
        // A directory does not tell capitals from small letters, and must not be guessed at in both.
        var typed = event.getAuthentication().getName();
        var name = settings.ldap() == null
                ? typed
                : DirectoryLogins.accountName(typed).orElse(typed);
        accounts.countFailedLogin(name, settings.ldap() != null);
        accounts.lockAfter(name, settings.attempts(), clock.instant().plus(settings.lockedFor()));
    }

    @EventListener
    @Transactional
    void letIn(AuthenticationSuccessEvent event) {
        accounts.forgetFailedLogins(event.getAuthentication().getName());
    }
}
