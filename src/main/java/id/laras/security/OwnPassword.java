package id.laras.security;

import id.laras.rules.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Asks somebody who is inside for their own password once more, by the rules of the doors: few at once, and counted before it
 * is looked at, so that a found session is not a place to guess. To be called outside of a transaction: it may wait.
 */
@Component
class OwnPassword {

    /** How long a login at a directory proves who somebody is; Laras does not know those passwords. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final PasswordGate gate;
    private final LoginBrake brake;
    private final LoginLog log;
    private final Clock clock;

    OwnPassword(
            Accounts accounts,
            PasswordEncoder passwords,
            PasswordGate gate,
            LoginBrake brake,
            LoginLog log,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = gate.fewAtOnce(passwords);
        this.gate = gate;
        this.brake = brake;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal when it is wrong, or one has to wait before trying again */
    void confirm(String typed, Actor by) {
        try {
            if (!gate.pass("own " + by.account(), () -> isRight(typed, by))) {
                throw new Refusal("security.password.wrong");
            }
        } catch (TooManyAttempts e) {
            throw new Refusal(List.of(e.problem()));
        }
    }

    /** @throws Refusal as the other; for who has no password here, when they logged in too long ago */
    void confirmOrFreshLogin(String typed, Actor by) {
        if (accounts.findById(by.account()).filter(Account::canLogIn).isPresent()) {
            confirm(typed, by);
        } else if (!isFresh()) {
            throw new Refusal("security.password.loginAnew", FRESH.toMinutes());
        }
    }

    /** Null outside of a call. */
    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call
                ? call.getRequest().getRemoteAddr()
                : null;
    }

    private boolean isFresh() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null
                && login.getPrincipal() instanceof Login standing
                && clock.instant().isBefore(standing.since().plus(FRESH));
    }

    private boolean isRight(String typed, Actor by) {
        var attempt = brake.beginOwn(by.account());
        var right = matches(typed, by, attempt);
        if (right) {
            brake.right(attempt);
        } else {
            log.record(LoginLog.Way.OWN_PASSWORD, LoginLog.Outcome.WRONG, by.account(), address());
        }
        return right;
    }

    private boolean matches(String typed, Actor by, LoginBrake.Attempt attempt) {
        try {
            return accounts.findById(by.account())
                    .filter(Account::canLogIn)
                    .filter(account -> typed != null && passwords.matches(typed, account.passwordHash()))
                    .isPresent();
        } catch (TooManyAttempts e) {
            brake.unchecked(attempt);
            throw e;
        }
    }
}
