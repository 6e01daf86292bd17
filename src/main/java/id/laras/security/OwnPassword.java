package id.laras.security;

import id.laras.rules.Refusal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Whether whoever sits at the browser is its owner: the one place where somebody who is logged in is asked for their
 * password again, so that a browser left open changes no password and makes no token.
 */
@Component
class OwnPassword {

    /** How long a login at a directory proves who somebody is; Laras does not know those passwords. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;

    OwnPassword(Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** @throws Refusal when the password is not the actor's, or they have none */
    void prove(String password, Actor actor) {
        var hash = accounts.findById(actor.account()).map(Account::passwordHash);
        if (password == null || hash.isEmpty() || !passwords.matches(password, hash.get())) {
            throw new Refusal("security.password.wrong");
        }
    }

    /** @throws Refusal as the other; for who has no password here, when they logged in too long ago */
    void proveOrFreshLogin(String password, Actor actor) {
        if (accounts.findById(actor.account()).filter(Account::canLogIn).isPresent()) {
            prove(password, actor);
        } else if (!isFresh()) {
            throw new Refusal("security.password.loginAnew", FRESH.toMinutes());
        }
    }

    private boolean isFresh() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null
                && login.getPrincipal() instanceof Login standing
                && clock.instant().isBefore(standing.since().plus(FRESH));
    }
}
